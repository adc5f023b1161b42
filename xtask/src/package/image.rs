//! What the container image is built of: the static programs of Linux, the certificates of this machine, and `Dockerfile`.

use std::fs;
use std::path::PathBuf;

use super::{Built, Options, copy, emptied, failed, folder, text};
use crate::run::{command, root, run};

/// An architecture, as Docker names it, and the target of its program.
const PROGRAMS: [(&str, &str); 2] = [("amd64", "x86_64-unknown-linux-musl"), ("arm64", "aarch64-unknown-linux-musl")];

const CERTIFICATES: &str = "/etc/ssl/certs/ca-certificates.crt";

pub(super) fn package(options: &Options) -> Result<Built, String> {
    let Some(archives) = &options.natives else {
        let missing = vec!["the container image: `release.yml`, of the static programs for Linux".to_owned()];
        return Ok(Built { missing, ..Built::default() });
    };
    let context = folder("image")?;
    for file in ["Dockerfile", "LICENSE-MIT", "LICENSE-APACHE", CERTIFICATES] {
        copy(file, &context)?;
    }
    // The folder `/data` of the image, which its user may write to.
    emptied(context.join("data"))?;
    let mut files: Vec<PathBuf> = Vec::new();
    for (architecture, target) in PROGRAMS {
        let name = format!("s2s-{}-{target}", env!("CARGO_PKG_VERSION"));
        let archive = root().join(archives).join(format!("{name}.tar.gz"));
        let program = format!("{name}/s2s");
        run(command("tar", &["-xzf", text(&archive)?, "-C", text(&context)?, "--strip-components", "1", &program]))?;
        let to = context.join(format!("s2s-{architecture}"));
        fs::rename(context.join("s2s"), &to).map_err(|error| failed(&to, &error))?;
        files.push(to);
    }
    Ok(Built { files, missing: Vec::new() })
}
