//! The npm packages: one with the native module of each platform, and the one that chooses among them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::contents::Contents;
use super::{Built, Options, copy, copy_folder, failed, files_of, folder, project, text, write};
use crate::run::{command, npm, npm_install, root, run};

const PACKAGE: Contents = Contents {
    required: &[
        "package.json",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "index.mjs",
        "index.d.mts",
        "providers.mjs",
        "bin/s2s.js",
        "dist/index.js",
        "dist/index.d.ts",
        "dist/testing.js",
        "native/index.js",
    ],
    optional: &["dist/*.js", "dist/*.d.ts"],
    max_mb: 0.2,
};

const PLATFORM: Contents = Contents {
    required: &["package.json", "README.md", "LICENSE-MIT", "LICENSE-APACHE", "s2s-events.*.node"],
    optional: &[],
    max_mb: 10.0,
};

/// What the package is made of.
const PARTS: [&str; 3] = ["bin", "dist", "native"];
const FILES: [&str; 7] =
    ["node/package.json", "node/README.md", "node/index.mjs", "node/index.d.mts", "node/providers.mjs", "LICENSE-MIT", "LICENSE-APACHE"];

pub(super) fn package(options: &Options) -> Result<Built, String> {
    npm_install("node")?;
    run(npm("node", &["run", if options.natives.is_some() { "build" } else { "build:release" }]))?;

    // In a copy: the published `package.json` differs from the one of development.
    let stage = folder("npm-stage")?;
    FILES.iter().try_for_each(|file| copy(file, &stage).map(drop))?;
    PARTS.iter().try_for_each(|part| copy_folder(&root().join("node").join(part), &stage.join(part)))?;
    let natives = options.natives.clone().unwrap_or_else(|| root().join("node/native"));
    let modules: Vec<PathBuf> = files_below(&natives)?.into_iter().filter(|file| is_module(file)).collect();
    modules.iter().try_for_each(|module| copy(module, &stage.join("artifacts")).map(drop))?;
    for module in files_of(&stage.join("native"))?.iter().filter(|file| is_module(file)) {
        fs::remove_file(module).map_err(|error| failed(module, &error))?;
    }
    run(napi(&stage, &["create-npm-dirs"])?)?;
    let mut missing = Vec::new();
    for platform in files_of(&stage.join("npm"))? {
        let name = platform.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match modules.iter().find(|module| module.to_string_lossy().ends_with(&format!(".{name}.node"))) {
            Some(module) => {
                copy(module, &platform)?;
                add_licenses(&platform)?;
            }
            None => missing.push(format!("s2s-events-{name}: `npm.yml`")),
        }
    }
    if options.natives.is_some() && !missing.is_empty() {
        return Err(format!("native modules are missing:\n{}", missing.join("\n")));
    }
    as_published(&stage)?;

    let folder = folder("npm")?;
    let pack = |from: &Path| {
        let mut pack = npm("node", &["pack", "--ignore-scripts", "--silent", "--pack-destination"]);
        pack.arg(&folder).current_dir(from);
        run(pack)
    };
    pack(&stage)?;
    for platform in files_of(&stage.join("npm"))? {
        if files_of(&platform)?.iter().any(|file| is_module(file)) {
            pack(&platform)?;
        }
    }
    let files = files_of(&folder)?;
    let main = folder.join(format!("s2s-events-{}.tgz", env!("CARGO_PKG_VERSION")));
    files.iter().try_for_each(|file| if *file == main { PACKAGE.check(file) } else { PLATFORM.check(file) })?;
    consume(&main, &files)?;
    Ok(Built { files, missing })
}

/// A project of somebody else, which has the package, and that of this platform.
fn consume(main: &Path, files: &[PathBuf]) -> Result<(), String> {
    let project = project("node")?;
    write(&project.join("package.json"), "{ \"private\": true, \"type\": \"module\" }\n")?;
    write(&project.join("main.mjs"), include_str!("../../consumers/node.mjs"))?;
    let own = files.iter().filter(|file| *file != main && is_of_this_platform(file));
    // Nothing is asked of the registry, so the packages of other platforms are left out as optional ones that are not there.
    let mut install = npm("node", &["install", "--offline", "--no-audit", "--no-fund", "--silent"]);
    install.arg(main).args(own).current_dir(&project);
    run(install)?;
    let mut program = command("node", &["main.mjs"]);
    program.current_dir(&project);
    run(program)
}

/// Whether the name is that of this platform's package; of both C libraries, npm takes the one that fits.
fn is_of_this_platform(file: &Path) -> bool {
    let os = match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let cpu = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    let name = file.to_string_lossy();
    name.contains(&format!("-{os}-{cpu}")) && !name.contains("-musl")
}

/// Adds the licences to a platform's package. npm packs a file of its own accord only if it is named `LICENSE`.
fn add_licenses(platform: &Path) -> Result<(), String> {
    ["LICENSE-MIT", "LICENSE-APACHE"].iter().try_for_each(|file| copy(file, platform).map(drop))?;
    let file = platform.join("package.json");
    let mut package = json(&file)?;
    package["files"].as_array_mut().ok_or_else(|| format!("{} names no files", file.display()))?.push("LICENSE-*".into());
    write(&file, &format!("{package:#}\n"))
}

/// Writes the `package.json` of the release: the packages of all platforms are optional dependencies; npm installs the one that fits,
/// and what only development needs is left out.
fn as_published(stage: &Path) -> Result<(), String> {
    let file = stage.join("package.json");
    let mut package = json(&file)?;
    let names = files_of(&stage.join("npm"))?.into_iter().map(|platform| Ok(json(&platform.join("package.json"))?["name"].clone()));
    let names: Vec<Value> = names.collect::<Result<_, String>>()?;
    let version = package["version"].clone();
    package["optionalDependencies"] = names.iter().filter_map(Value::as_str).map(|name| (name.to_owned(), version.clone())).collect();
    if let Value::Object(members) = &mut package {
        ["scripts", "devDependencies", "overrides"].iter().for_each(|name| drop(members.remove(*name)));
    }
    write(&file, &format!("{package:#}\n"))
}

fn json(file: &Path) -> Result<Value, String> {
    let text = fs::read_to_string(file).map_err(|error| failed(file, &error))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))
}

fn napi(stage: &Path, args: &[&str]) -> Result<Command, String> {
    let cli = root().join("node/node_modules/@napi-rs/cli/dist/cli.js");
    let mut napi = command("node", &[&[text(&cli)?], args].concat());
    napi.current_dir(stage);
    Ok(napi)
}

fn is_module(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "node")
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for entry in files_of(folder)? {
        if entry.is_dir() { files.extend(files_below(&entry)?) } else { files.push(entry) }
    }
    Ok(files)
}
