//! What is compiled into the program and the native modules, as CycloneDX: every crate with version, licence, checksum and dependencies.
//!
//! It names the dependencies of all platforms, and neither a time nor a random number, so that it is the same on every machine.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use super::{Built, Options, folder, write};
use crate::run::{cargo, output, root};

/// What is published with crates inside.
const ROOTS: [&str; 4] = ["s2s-cli", "s2s-python", "s2s-node", "s2s-uniffi"];

pub(super) fn package(_: &Options) -> Result<Built, String> {
    let metadata = output(&mut cargo(&["metadata", "--format-version", "1", "--locked"]))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let graph = Graph::new(&metadata)?;
    let folder = folder("sbom")?;
    let mut files = Vec::new();
    for root in ROOTS {
        let file = folder.join(format!("{root}-{}.cdx.json", env!("CARGO_PKG_VERSION")));
        write(&file, &format!("{:#}\n", graph.bill(root)?))?;
        files.push(file);
    }
    Ok(Built { files, missing: Vec::new() })
}

/// The packages by their ids, and what each is linked with.
struct Graph<'m> {
    packages: BTreeMap<&'m str, &'m Value>,
    links: BTreeMap<&'m str, BTreeSet<&'m str>>,
    /// By name and version.
    checksums: BTreeMap<(String, String), String>,
}

impl<'m> Graph<'m> {
    fn new(metadata: &'m Value) -> Result<Self, String> {
        let id = |value: &'m Value| value.as_str().unwrap_or_default();
        // What is only built or tested with is not in the result.
        let is_linked = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
        let links = list(&metadata["resolve"]["nodes"])
            .map(|node| (id(&node["id"]), list(&node["deps"]).filter(is_linked).map(|dependency| id(&dependency["pkg"])).collect()));
        let packages = list(&metadata["packages"]).map(|package| (id(&package["id"]), package));
        Ok(Self { packages: packages.collect(), links: links.collect(), checksums: checksums()? })
    }

    /// The bill of materials of one package of the workspace.
    fn bill(&self, root: &str) -> Result<Value, String> {
        let id = self.packages.iter().find(|(_, package)| package["name"] == root).map(|(id, _)| *id);
        let id = id.ok_or_else(|| format!("there is no package {root}"))?;
        let (mut found, mut next) = (BTreeSet::from([id]), vec![id]);
        while let Some(one) = next.pop() {
            next.extend(self.links.get(one).into_iter().flatten().filter(|other| found.insert(**other)));
        }
        let components: Vec<Value> = found.iter().filter(|other| **other != id).map(|other| self.component(other, "library")).collect();
        let dependencies: Vec<Value> = found
            .iter()
            .map(|one| {
                let on: Vec<String> = self.links.get(one).into_iter().flatten().map(|other| self.purl(other)).collect();
                json!({ "ref": self.purl(one), "dependsOn": on })
            })
            .collect();
        let mut bill = json!({
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "version": 1,
            "metadata": { "component": self.component(id, "application") },
            "components": components,
            "dependencies": dependencies,
        });
        bill["serialNumber"] = serial_number(&bill.to_string()).into();
        Ok(bill)
    }

    fn component(&self, id: &str, kind: &str) -> Value {
        let (name, version) = self.name(id);
        let license = self.packages.get(id).and_then(|package| package["license"].as_str()).unwrap_or("NOASSERTION");
        let mut component = json!({
            "type": kind,
            "bom-ref": self.purl(id),
            "name": name,
            "version": version,
            // Old crates separate alternatives by a slash, which SPDX does not know.
            "licenses": [{ "expression": license.replace('/', " OR ") }],
            "purl": self.purl(id),
        });
        if let Some(checksum) = self.checksums.get(&(name.to_owned(), version.to_owned())) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
        }
        component
    }

    fn purl(&self, id: &str) -> String {
        let (name, version) = self.name(id);
        format!("pkg:cargo/{name}@{version}")
    }

    fn name(&self, id: &str) -> (&'m str, &'m str) {
        let text = |member: &str| self.packages.get(id).and_then(|package| package[member].as_str()).unwrap_or_default();
        (text("name"), text("version"))
    }
}

/// A UUID (version 8, RFC 9562) that follows from the content, by FNV-1a.
fn serial_number(content: &str) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0100_0000_0000_0000_0000_013b;
    let hash = content.bytes().fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    let digits = format!("{:032x}", hash & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62);
    let groups = [0..8, 8..12, 12..16, 16..20, 20..32].map(|range| digits.get(range).unwrap_or_default());
    format!("urn:uuid:{}", groups.join("-"))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().map(Vec::as_slice).unwrap_or_default().iter()
}

/// The checksums of the lockfile.
fn checksums() -> Result<BTreeMap<(String, String), String>, String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let value = |package: &str, name: &str| {
        let begin = format!("{name} = \"");
        package.lines().find_map(|line| line.strip_prefix(&begin)?.strip_suffix('"').map(str::to_owned))
    };
    let packages = lock.split("[[package]]").skip(1);
    Ok(packages.filter_map(|package| Some(((value(package, "name")?, value(package, "version")?), value(package, "checksum")?))).collect())
}
