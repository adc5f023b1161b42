//! The log of a delivery in a file: appended to, synced, and replaced by a shorter one once it has grown long.

use std::io;
use std::path::{Path, PathBuf};

use s2s_core::delivery::{Config, Delivery};
use s2s_reqwest::Store;
use tokio::fs::{self, File, OpenOptions};
use tokio::io::AsyncWriteExt;

/// A log in a file. Only one process may use it at a time.
#[derive(Debug)]
pub struct FileJournal {
    path: PathBuf,
    file: File,
    /// How many bytes of the file are whole; whatever follows is left from a write that failed.
    whole: u64,
}

impl FileJournal {
    /// Opens a file, and restores the delivery that it holds. A file that does not exist yet holds a new one.
    ///
    /// # Errors
    /// The error of the file system, or why the file is not a log.
    pub async fn open(path: &Path, config: &Config, seed: u64) -> io::Result<(Self, Delivery)> {
        let file = OpenOptions::new().create(true).append(true).open(path).await?;
        sync_folder(path).await?;
        let log = fs::read(path).await?;
        // A crash may have cut off the end, which is left out and overwritten.
        let (delivery, whole) = Delivery::restore(config, seed, &log).map_err(io::Error::other)?;
        Ok((Self { path: path.to_owned(), file, whole: whole as u64 }, delivery))
    }
}

impl Store for FileJournal {
    type Error = io::Error;

    async fn append(&mut self, log: &[u8]) -> io::Result<()> {
        self.file.set_len(self.whole).await?;
        self.file.write_all(log).await?;
        self.file.sync_data().await?;
        self.whole += log.len() as u64;
        Ok(())
    }

    async fn replace(&mut self, log: &[u8]) -> io::Result<bool> {
        let new = self.path.with_extension("new");
        let mut file = File::create(&new).await?;
        file.write_all(log).await?;
        file.sync_all().await?;
        // Opened before the name changes: if anything fails from here on, the file in use is the one at the path.
        let file = OpenOptions::new().append(true).open(&new).await?;
        fs::rename(&new, &self.path).await?;
        (self.file, self.whole) = (file, log.len() as u64);
        sync_folder(&self.path).await?;
        Ok(true)
    }
}

/// Makes the names in the folder of a file survive a crash.
async fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if cfg!(unix) { File::open(folder).await?.sync_all().await } else { Ok(()) }
}
