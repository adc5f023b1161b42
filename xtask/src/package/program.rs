//! The program `s2s`, as an archive for one platform.

use std::path::Path;

use super::contents::Contents;
use super::{Built, Options, copy, folder, host, project, text};
use crate::run::{cargo, command, root, run, succeeds};

const ARCHIVE: Contents = Contents { required: &["s2s*", "README.md", "LICENSE-MIT", "LICENSE-APACHE"], optional: &[], max_mb: 12.0 };

pub(super) fn package(options: &Options) -> Result<Built, String> {
    let host = host()?;
    let target = options.target.as_deref().unwrap_or(&host);
    let is_windows = target.contains("windows");
    let mut build = cargo(&["build", "--locked", "--profile", "native", "--package", "s2s-cli", "--bin", "s2s", "--target", target]);
    // No C library of the machine is needed: the program runs in an empty container.
    if target.ends_with("-musl") {
        build.env("RUSTFLAGS", "-C target-feature=+crt-static");
    }
    run(build)?;
    let name = format!("s2s-{}-{target}", env!("CARGO_PKG_VERSION"));
    let stage = folder("program-stage")?;
    let inside = stage.join(&name);
    let program = if is_windows { "s2s.exe" } else { "s2s" };
    for file in [&format!("target/{target}/native/{program}"), "crates/s2s-cli/README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(file, &inside)?;
    }
    let folder = folder("program")?;
    let archive = folder.join(format!("{name}.{}", if is_windows { "zip" } else { "tar.gz" }));
    // On Windows it is the tar that also writes zip.
    let format = if is_windows { ["-a", "-cf"] } else { ["-z", "-cf"] };
    run(command("tar", &[&format[..], &[text(&archive)?, "-C", text(&stage)?, &name]].concat()))?;
    ARCHIVE.check(&archive)?;
    // A static program runs with the C library of this machine, too.
    if target.replace("-musl", "-gnu") == host.replace("-musl", "-gnu") {
        consume(&archive, &name, program)?;
    }
    let missing = match options.target {
        Some(_) => Vec::new(),
        None => vec!["archives of other platforms, and the static ones of Linux: `program.yml`".to_owned()],
    };
    Ok(Built { files: vec![archive], missing })
}

/// Somebody else, who has unpacked the archive and sends the demo to a sandbox.
fn consume(archive: &Path, name: &str, program: &str) -> Result<(), String> {
    let project = project("program")?;
    run(command("tar", &["-xf", text(archive)?, "-C", text(&project)?]))?;
    let program = project.join(name).join(program);
    let events = root().join("examples/events.jsonl");
    let mut demo = command(text(&program)?, &["send", "--sandbox", "--now", "2026-11-20T12:00:00Z", text(&events)?]);
    demo.current_dir(&project);
    // Some events of the demo are wrong on purpose, so that it ends with 1.
    let ended = demo.output().map_err(|error| format!("{}: {error}", program.display()))?;
    let has_delivered = String::from_utf8_lossy(&ended.stdout).lines().next().is_some_and(|line| line.contains("delivered"));
    let knows_its_version = succeeds(command(text(&program)?, &["--version"]));
    if ended.status.code() == Some(1) && has_delivered && knows_its_version {
        return Ok(());
    }
    Err(format!("the packed program does not run the demo: {}", String::from_utf8_lossy(&ended.stderr)))
}
