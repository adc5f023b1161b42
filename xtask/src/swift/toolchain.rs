//! Where `swift` is: on the PATH, or, on Debian, in a folder of its own.
//!
//! Debian 13 is the first that has Swift, so its packages go into a `debootstrap` folder: nothing of the machine changes but for `debootstrap`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{command, output, root, run, succeeds};

/// What compiles and runs Swift.
pub(crate) enum Toolchain {
    /// The machine's own.
    Installed,
    /// That of Debian 13, in this folder.
    Debian(PathBuf),
}

const RELEASE: &str = "trixie";
const MIRROR: &str = "http://deb.debian.org/debian";
const PACKAGES: [&str; 4] = ["swiftlang", "libc6-dev", "libstdc++-14-dev", "gcc"];

impl Toolchain {
    /// The one that is on the PATH.
    pub(crate) fn installed() -> Option<Self> {
        succeeds(command("swift", &["--version"])).then_some(Self::Installed)
    }

    /// The one that there is, without preparing anything.
    pub(crate) fn present() -> Option<Self> {
        Self::installed().or_else(|| folder().exists().then(|| Self::Debian(folder())))
    }

    /// The one that there is, or Debian's, which takes some minutes and 3 GB.
    pub(crate) fn prepared() -> Result<Self, String> {
        if let Some(present) = Self::present() {
            return Ok(present);
        }
        let is_debian = fs::read_to_string("/etc/debian_version").is_ok();
        let is_root = output(&mut command("id", &["-u"]))?.trim() == "0";
        if !is_debian || !is_root {
            return Err(
                "`swift` is missing, and only root on Debian can have one prepared here: install Swift 6 (https://swift.org/install)"
                    .into(),
            );
        }
        if !succeeds(command("debootstrap", &["--version"])) {
            run(command("apt-get", &["update", "--quiet"]))?;
            run(command("apt-get", &["install", "--quiet", "--yes", "--no-install-recommends", "debootstrap"]))?;
        }
        // Only a whole one gets the name by which it is found.
        let unfinished = folder().with_extension("unfinished");
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(|error| format!("{}: {error}", unfinished.display()))?;
        }
        let path = unfinished.to_string_lossy();
        run(command("debootstrap", &["--variant=minbase", RELEASE, &path, MIRROR]))?;
        let install = ["apt-get", "install", "--quiet", "--yes", "--no-install-recommends"];
        run(inside(&unfinished, Path::new("/"), &[&install[..], &PACKAGES].concat()))?;
        fs::rename(&unfinished, folder()).map_err(|error| format!("{}: {error}", folder().display()))?;
        Ok(Self::Debian(folder()))
    }

    /// `swift` in the package's folder.
    pub(crate) fn swift(&self, args: &[&str]) -> Command {
        let package = root().join("swift");
        match self {
            Self::Installed => {
                let mut swift = command("swift", args);
                swift.current_dir(package);
                swift
            }
            Self::Debian(folder) => inside(folder, &package, &[&["swift"], args].concat()),
        }
    }
}

fn folder() -> PathBuf {
    root().join(".tools/swift")
}

/// A command inside of a Debian, in which the repository has the path that it has outside.
fn inside(debian: &Path, folder: &Path, args: &[&str]) -> Command {
    let paths = [debian, &root(), folder].map(|path| path.to_string_lossy().into_owned());
    let mut inside = command("unshare", &["--mount", "--propagation", "private", "sh", "xtask/src/swift/inside.sh"]);
    inside.args(paths).args(args).env("DEBIAN_FRONTEND", "noninteractive").env("LC_ALL", "C.UTF-8");
    inside
}
