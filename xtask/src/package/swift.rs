//! The Swift package: its sources with the native library.

use std::fs;

use super::contents::Contents;
use super::{Built, Options, copy, copy_folder, failed, folder, text};
use crate::run::{command, output, root, run};
use crate::swift;

const PACKAGE: Contents = Contents {
    required: &[
        "Package.swift",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "Sources/S2SEvents/Issue.swift",
        "Sources/S2SEvents/Generated/s2s_core.swift",
        "Sources/S2SEventsFFI/module.modulemap",
        "Sources/S2SEventsFFI/s2s_core.h",
    ],
    // `Package.swift` names the tests and the bench.
    optional: &[
        "Sources/*.swift",
        "Sources/S2SEventsFFI/*.h",
        "Tests/*.swift",
        "Bench/*.swift",
        "native/libs2s_uniffi.a",
        "native/S2SEventsFFI.xcframework/*",
        "xcframework.sh",
    ],
    max_mb: 60.0,
};

pub(super) fn package(_: &Options) -> Result<Built, String> {
    let is_apple = cfg!(target_os = "macos");
    if is_apple {
        run(command("sh", &["swift/xcframework.sh"]))?;
    } else {
        swift::library()?;
    }
    let stage = folder("swift-stage")?.join("S2SEvents");
    for file in output(&mut command("git", &["ls-files", "--cached", "--others", "--exclude-standard", "swift"]))?.lines() {
        let inside = stage.join(file.strip_prefix("swift/").unwrap_or(file));
        // The recipes are a link to the folder of examples.
        if root().join(file).is_dir() {
            copy_folder(&root().join(file), &inside)?;
        } else {
            copy(file, inside.parent().unwrap_or(&stage))?;
        }
    }
    // What git ignores, because it is built.
    let generated = root().join("swift/Sources");
    copy_folder(&generated.join("S2SEvents/Generated"), &stage.join("Sources/S2SEvents/Generated"))?;
    copy_folder(&generated.join("S2SEventsFFI"), &stage.join("Sources/S2SEventsFFI"))?;
    if is_apple {
        let framework = "native/S2SEventsFFI.xcframework";
        copy_folder(&root().join("swift").join(framework), &stage.join(framework))?;
    } else {
        copy("swift/native/libs2s_uniffi.a", &stage.join("native"))?;
    }
    ["LICENSE-MIT", "LICENSE-APACHE"].iter().try_for_each(|file| copy(file, &stage).map(drop))?;
    let archive =
        folder("swift")?.join(format!("S2SEvents-{}-{}.zip", env!("CARGO_PKG_VERSION"), if is_apple { "apple" } else { "linux" }));
    run(command("python3", &["-m", "zipfile", "-c", text(&archive)?, text(&stage)?]))?;
    fs::remove_dir_all(&stage).map_err(|error| failed(&stage, &error))?;
    PACKAGE.check(&archive)?;
    let missing =
        if is_apple { Vec::new() } else { vec!["the Swift package for Apple's platforms: `swift.yml`, on macOS with Xcode".to_owned()] };
    Ok(Built { files: vec![archive], missing })
}
