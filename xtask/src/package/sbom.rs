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
    let checksums = checksums()?;
    let folder = folder("sbom")?;
    let mut files = Vec::new();
    for name in ROOTS {
        // With the features of this package alone, and without what only builds or tests it.
        let tree = ["tree", "--locked", "--package", name, "--edges", "normal,no-proc-macro", "--target", "all", "--prefix", "depth"];
        let tree = output(cargo(&tree).args(["--format", " {p}|{l}"]))?;
        let file = folder.join(format!("{name}-{}.cdx.json", env!("CARGO_PKG_VERSION")));
        write(&file, &format!("{:#}\n", bill(&tree, &checksums)?))?;
        files.push(file);
    }
    Ok(Built { files, missing: Vec::new() })
}

/// A crate, and what it is linked with.
#[derive(Default)]
struct Crate<'t> {
    name: &'t str,
    version: &'t str,
    license: &'t str,
    links: BTreeSet<String>,
}

type Checksums = BTreeMap<(String, String), String>;

/// The bill of materials of the first package of a tree, whose lines are a depth, a package and its licence.
fn bill(tree: &str, checksums: &Checksums) -> Result<Value, String> {
    let mut crates: BTreeMap<String, Crate> = BTreeMap::new();
    let mut above: Vec<String> = Vec::new();
    for line in tree.lines() {
        let parts = || {
            let (depth, rest) = line.split_once(' ')?;
            let (package, license) = rest.split_once('|')?;
            let (name, rest) = package.split_once(" v")?;
            Some((depth.parse::<usize>().ok()?, name, rest.split(' ').next()?, license.trim_end_matches(" (*)")))
        };
        let (depth, name, version, license) = parts().ok_or_else(|| format!("cargo tree printed `{line}`"))?;
        let purl = format!("pkg:cargo/{name}@{version}");
        above.truncate(depth);
        if let Some(user) = above.last().and_then(|user| crates.get_mut(user)) {
            user.links.insert(purl.clone());
        }
        let own = crates.entry(purl.clone()).or_default();
        (own.name, own.version, own.license) = (name, version, license);
        above.push(purl);
    }
    let root = above.first().ok_or("cargo tree printed nothing")?;
    let components = crates.iter().filter(|(purl, _)| *purl != root).map(|(purl, own)| component(purl, own, "library", checksums));
    let dependencies = crates.iter().map(|(purl, own)| json!({ "ref": purl, "dependsOn": own.links }));
    let mut bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component(root, &crates[root], "application", checksums) },
        "components": components.collect::<Vec<_>>(),
        "dependencies": dependencies.collect::<Vec<_>>(),
    });
    bill["serialNumber"] = serial_number(&bill.to_string()).into();
    Ok(bill)
}

fn component(purl: &str, own: &Crate, kind: &str, checksums: &Checksums) -> Value {
    let mut component = json!({
        "type": kind,
        "bom-ref": purl,
        "name": own.name,
        "version": own.version,
        // Old crates separate alternatives by a slash, which SPDX does not know.
        "licenses": [{ "expression": own.license.replace('/', " OR ") }],
        "purl": purl,
    });
    if let Some(checksum) = checksums.get(&(own.name.to_owned(), own.version.to_owned())) {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    component
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

/// The checksums of the lockfile, by name and version.
fn checksums() -> Result<Checksums, String> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let value = |package: &str, name: &str| {
        let begin = format!("{name} = \"");
        package.lines().find_map(|line| line.strip_prefix(&begin)?.strip_suffix('"').map(str::to_owned))
    };
    let packages = lock.split("[[package]]").skip(1);
    Ok(packages.filter_map(|package| Some(((value(package, "name")?, value(package, "version")?), value(package, "checksum")?))).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{bill, serial_number};

    #[test]
    fn a_bill_has_every_crate_once_with_what_it_is_linked_with() {
        let tree = "0 app v1.0.0 (/app)|MIT\n1 a v2.0.0|MIT/Apache-2.0\n2 b v3.0.0|ISC\n1 b v3.0.0|ISC (*)\n";
        let checksums = [(("b".to_owned(), "3.0.0".to_owned()), "00ff".to_owned())].into();
        let bill = bill(tree, &checksums).unwrap();
        assert_eq!(bill["metadata"]["component"]["purl"], "pkg:cargo/app@1.0.0");
        let names: Vec<_> = bill["components"].as_array().unwrap().iter().map(|own| own["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(bill["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(bill["components"][1]["hashes"][0]["content"], "00ff");
        let links = [
            ("pkg:cargo/a@2.0.0", json!(["pkg:cargo/b@3.0.0"])),
            ("pkg:cargo/app@1.0.0", json!(["pkg:cargo/a@2.0.0", "pkg:cargo/b@3.0.0"])),
            ("pkg:cargo/b@3.0.0", json!([])),
        ];
        assert_eq!(bill["dependencies"], json!(links.map(|(one, on)| json!({ "ref": one, "dependsOn": on }))));
    }

    #[test]
    fn a_serial_number_is_a_uuid_of_the_content() {
        let one = serial_number("one");
        assert_eq!(one, serial_number("one"));
        assert_ne!(one, serial_number("two"));
        assert_eq!((one.len(), &one[22..24]), (45, "-8"));
    }
}
