//! The crates, as crates.io takes them.

use std::path::{Path, PathBuf};

use super::contents::Contents;
use super::{Built, Options, copy, folder, project, text, write};
use crate::run::{cargo, command, root, run};

/// The crates, each after those that it depends on.
pub(crate) const CRATES: [&str; 4] = ["s2s-core", "s2s-sandbox", "s2s-reqwest", "s2s-cli"];

const VERSION: &str = env!("CARGO_PKG_VERSION");

const CONTENTS: Contents = Contents {
    required: &["Cargo.toml", "Cargo.toml.orig", "Cargo.lock", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "src/lib.rs"],
    optional: &["src/*.rs", "src/*.md", "src/page/*", "uniffi.toml", ".cargo_vcs_info.json"],
    max_mb: 1.0,
};

pub(super) fn package(_: &Options) -> Result<Built, String> {
    let packages: Vec<&str> = CRATES.iter().flat_map(|name| ["--package", name]).collect();
    // Builds each of them from what it packs.
    run(cargo(&[&["package", "--locked", "--allow-dirty"], &packages[..]].concat()))?;
    let folder = folder("crates")?;
    let files: Vec<PathBuf> =
        CRATES.iter().map(|name| copy(format!("target/package/{name}-{VERSION}.crate"), &folder)).collect::<Result<_, _>>()?;
    files.iter().try_for_each(|file| CONTENTS.check(file))?;
    consume(&files)?;
    Ok(Built { files, missing: Vec::new() })
}

/// A program of somebody else, which has the crates from their archives.
fn consume(files: &[PathBuf]) -> Result<(), String> {
    let project = project("rust")?;
    for file in files {
        run(command("tar", &["-xzf", text(file)?, "-C", text(&project)?]))?;
    }
    let mut manifest = include_str!("../../consumers/rust/Cargo.toml").replace("VERSION", VERSION);
    for name in CRATES {
        manifest += &format!("{name} = {{ path = \"{name}-{VERSION}\" }}\n");
    }
    write(&project.join("Cargo.toml"), &manifest)?;
    write(&project.join("src/main.rs"), include_str!("../../consumers/rust/main.rs"))?;
    // The versions that everything else here is tested with.
    copy("Cargo.lock", &project)?;
    let target = root().join("target/packages/build");
    run(cargo(&["run", "--quiet", "--manifest-path", text(&project.join("Cargo.toml"))?, "--target-dir", text(Path::new(&target))?]))
}
