//! The jar for Kotlin and Java, with its sources.

use std::fs;
use std::path::PathBuf;

use super::contents::Contents;
use super::{Built, Options, copy, copy_folder, failed, folder, project};
use crate::jvm;
use crate::run::root;

/// A platform, as JNA names it, and its library.
const PLATFORMS: [(&str, &str); 5] = [
    ("linux-x86-64", "libs2s_uniffi.so"),
    ("linux-aarch64", "libs2s_uniffi.so"),
    ("darwin-x86-64", "libs2s_uniffi.dylib"),
    ("darwin-aarch64", "libs2s_uniffi.dylib"),
    ("win32-x86-64", "s2s_uniffi.dll"),
];

const JAR: Contents = Contents {
    required: &["META-INF/MANIFEST.MF", "META-INF/LICENSE-MIT", "META-INF/LICENSE-APACHE", "io/github/s2sevents/Issue.class"],
    optional: &[
        "META-INF/*.kotlin_module",
        "META-INF/maven/io.github.s2s-events/s2s-events/pom.*",
        "META-INF/services/*",
        "io/github/s2sevents/*.class",
        "linux-*/libs2s_uniffi.so",
        "darwin-*/libs2s_uniffi.dylib",
        "win32-*/s2s_uniffi.dll",
    ],
    max_mb: 20.0,
};

const SOURCES: Contents = Contents {
    required: &["META-INF/MANIFEST.MF", "META-INF/LICENSE-MIT", "META-INF/LICENSE-APACHE", "io/github/s2sevents/Issue.kt"],
    optional: &["META-INF/maven/*", "META-INF/services/*", "io/github/s2sevents/*.kt"],
    max_mb: 1.0,
};

/// The README in place of generated pages: see `pom.xml`.
const JAVADOC: Contents = Contents { required: &["META-INF/MANIFEST.MF", "README.md"], optional: &["META-INF/maven/*"], max_mb: 0.1 };

/// Takes the libraries of other platforms into the jar, if they are given.
pub(super) fn take_natives(options: &Options) -> Result<(), String> {
    options.natives.as_ref().map_or(Ok(()), |folder| copy_folder(&root().join(folder), &root().join("kotlin/natives")))
}

pub(super) fn package(options: &Options) -> Result<Built, String> {
    if !jvm::is_installed() {
        return Ok(Built { missing: vec!["the jar: `mvn` is missing".to_owned()], ..Built::default() });
    }
    take_natives(options)?;
    jvm::package(options.natives.is_some())?;
    let folder = folder("jar")?;
    let name = format!("s2s-events-{}", env!("CARGO_PKG_VERSION"));
    let mut files: Vec<PathBuf> = Vec::new();
    for (end, contents) in [("", JAR), ("-sources", SOURCES), ("-javadoc", JAVADOC)] {
        let file = copy(format!("kotlin/target/{name}{end}.jar"), &folder)?;
        contents.check(&file)?;
        files.push(file);
    }
    let pom = folder.join(format!("{name}.pom"));
    fs::copy(root().join("kotlin/pom.xml"), &pom).map_err(|error| failed(&pom, &error))?;
    files.push(pom);

    let is_there = |platform: &str, library: &str| root().join("kotlin/target/classes").join(platform).join(library).is_file();
    let absent = PLATFORMS.iter().filter(|(platform, library)| !is_there(platform, library));
    let missing: Vec<String> = absent.map(|(platform, _)| format!("the jar's library for {platform}: `jvm.yml`")).collect();
    if options.natives.is_some() && !missing.is_empty() {
        return Err(format!("native libraries are missing:\n{}", missing.join("\n")));
    }
    let project = project("jvm")?;
    copy_folder(&root().join("kotlin/consumers/kotlin-1.9"), &project)?;
    jvm::consume(&project)?;
    Ok(Built { files, missing })
}
