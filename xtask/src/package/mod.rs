//! `cargo xtask package`: everything that is published, built in `target/packages/`, checked, and used in a project outside the repository.
//!
//! A machine builds for its own platform. What is missing has a line of its own at the end; the release builds it on other machines with
//! this same task.

mod contents;
mod crates;
mod image;
mod jar;
mod kafka;
mod npm;
mod program;
mod sbom;
mod swift;
mod version;
mod wheel;

use std::fs;
use std::path::{Path, PathBuf};

pub(crate) use crates::CRATES;
pub(crate) use version::check as check_version;

use crate::run::{command, output, root};

type Part = (&'static str, fn(&Options) -> Result<Built, String>);

const PARTS: [Part; 9] = [
    ("crates", crates::package),
    ("wheel", wheel::package),
    ("npm", npm::package),
    ("jar", jar::package),
    ("kafka", kafka::package),
    ("swift", swift::package),
    ("program", program::package),
    ("image", image::package),
    ("sbom", sbom::package),
];

const USAGE: &str = "cargo xtask package [PART] [--target TARGET] [--natives FOLDER]";

/// What the command line says.
#[derive(Default)]
struct Options {
    /// Target of the program, if it is not this machine's.
    target: Option<String>,
    /// Folder with what was built on other platforms: wheels, native modules, libraries, or programs.
    natives: Option<PathBuf>,
}

/// What a part has built.
#[derive(Default)]
struct Built {
    files: Vec<PathBuf>,
    /// What this machine cannot build, and what would.
    missing: Vec<String>,
}

/// Builds one part, or all.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (mut only, mut options) = (None, Options::default());
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--target" => options.target = args.next().cloned(),
            "--natives" => options.natives = args.next().map(PathBuf::from),
            part if PARTS.iter().any(|(name, _)| *name == part) => only = Some(part),
            _ => return Err(format!("usage: {USAGE}, and PART is {}", PARTS.map(|(name, _)| name).join(", "))),
        }
    }
    version::check(None)?;
    let (mut rows, mut missing) = (String::new(), String::new());
    for (name, part) in PARTS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        let built = part(&options)?;
        for file in &built.files {
            let bytes = fs::metadata(file).map_err(|error| failed(file, &error))?.len();
            let file = file.strip_prefix(root()).unwrap_or(file);
            rows += &format!("{:8} {:9.2} MB  {}\n", name, bytes as f64 / 1e6, file.display());
        }
        built.missing.iter().for_each(|line| missing += &format!("not built here: {line}\n"));
    }
    print!("{rows}{missing}");
    Ok(())
}

/// The empty folder of a part's packages.
fn folder(part: &str) -> Result<PathBuf, String> {
    emptied(root().join("target/packages").join(part))
}

/// An empty folder outside the repository, for a project that uses a package.
fn project(name: &str) -> Result<PathBuf, String> {
    emptied(std::env::temp_dir().join(format!("s2s-events-{name}")))
}

fn emptied(folder: PathBuf) -> Result<PathBuf, String> {
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| failed(&folder, &error))?;
    Ok(folder)
}

/// Copies a file of the repository, or any other, into a folder.
fn copy(file: impl AsRef<Path>, folder: &Path) -> Result<PathBuf, String> {
    let file = root().join(file);
    let to = folder.join(file.file_name().unwrap_or_default());
    fs::create_dir_all(folder).and_then(|()| fs::copy(&file, &to)).map_err(|error| failed(&file, &error))?;
    Ok(to)
}

/// Copies everything in a folder.
fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    for entry in files_of(from)? {
        if entry.is_dir() {
            copy_folder(&entry, &to.join(entry.file_name().unwrap_or_default()))?;
        } else {
            copy(&entry, to)?;
        }
    }
    Ok(())
}

/// What is in a folder, in order.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| failed(folder, &error))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    Ok(files)
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(file, text)).map_err(|error| failed(file, &error))
}

fn failed(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// The text of a path, which has to be Unicode.
fn text(path: &Path) -> Result<&str, String> {
    path.to_str().ok_or_else(|| format!("{} is not Unicode", path.display()))
}

/// The target that Rust builds for here.
fn host() -> Result<String, String> {
    let version = output(&mut command("rustc", &["-vV"]))?;
    version.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned).ok_or_else(|| "rustc names no host".to_owned())
}
