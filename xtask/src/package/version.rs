//! The one version of all packages.

use std::fs;

use serde_json::Value;

use crate::run::root;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Fails if a package has another version than the workspace, or if `tag` is not the tag of this version.
pub(crate) fn check(tag: Option<&str>) -> Result<(), String> {
    let read = |path: &str| fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"));
    let package: Value = serde_json::from_str(&read("node/package.json")?).map_err(|error| format!("node/package.json: {error}"))?;
    let poms = [("kotlin/pom.xml", read("kotlin/pom.xml")?), ("kafka/pom.xml", read("kafka/pom.xml")?)];
    let versions = poms.iter().map(|(file, pom)| (*file, of_pom(pom)));
    for (file, version) in versions.chain([("node/package.json", package["version"].as_str())]) {
        if version != Some(VERSION) {
            return Err(format!("{file} has the version {}, the workspace {VERSION}", version.unwrap_or("none")));
        }
    }
    match tag {
        Some(tag) if tag != format!("v{VERSION}") => Err(format!("the tag {tag} is not that of the version {VERSION}")),
        _ => Ok(()),
    }
}

fn of_pom(pom: &str) -> Option<&str> {
    Some(pom.split_once("<version>")?.1.split_once("</version>")?.0)
}
