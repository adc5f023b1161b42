//! What UniFFI generates for the Swift package.

use std::fs;
use std::path::Path;

use crate::run::{cargo, root, run};

/// What crosses the border inside of what a user gives: no part of the package's API.
const CARRIED: [&str; 9] =
    ["AnyConfig", "AnyEvent", "AnyMessages", "JsonForm", "JsonMember", "LimitsPair", "NumberForm", "NumberPair", "TextPair"];

/// Writes the sources and headers of `library`.
pub(crate) fn generate(library: &Path) -> Result<(), String> {
    let out = root().join("target/swift-bindings");
    let paths = [library, &out].map(|path| path.to_string_lossy().into_owned());
    let bindgen = ["run", "--quiet", "--locked", "--package", "s2s-uniffi-bindgen", "--", "generate", &paths[0], "--language", "swift"];
    run(cargo(&[&bindgen[..], &["--no-format", "--out-dir", &paths[1]]].concat()))?;
    let sources = root().join("swift/Sources");
    for (name, narrowed) in [("s2s_core", of_core as fn(&str) -> String), ("s2s_uniffi", of_library)] {
        let read = |file: &str| fs::read_to_string(out.join(file)).map_err(|error| format!("{file}: {error}"));
        let (source, header) = (format!("{name}.swift"), format!("{name}.h"));
        write(&sources.join("S2SEvents/Generated").join(&source), &narrowed(&read(&source)?))?;
        write(&sources.join("S2SEventsFFI").join(&header), &read(&header)?)?;
    }
    generate_fields()
}

/// Writes what adds up the sizes of an event's fields, and what sets the fields of configurations and events by their names, which Swift itself
/// cannot: the tests read them from vectors.
fn generate_fields() -> Result<(), String> {
    let folder = root().join("swift");
    let generated = folder.join("Sources/S2SEvents/Generated");
    let source = generated.join("s2s_core.swift");
    let source = fs::read_to_string(&source).map_err(|error| format!("{}: {error}", source.display()))?;
    let (mut fields, mut sizes) = (String::from("@testable import S2SEvents\n"), String::new());
    for record in source.split("\npublic struct ").skip(1) {
        let (Some((name, _)), Some((body, _))) = (record.split_once(':'), record.split_once("public init(")) else { continue };
        // A field that has the name of a keyword is in backticks.
        let names = body.lines().filter_map(|line| Some(line.trim().strip_prefix("public var ")?.split_once(':')?.0));
        let names: Vec<_> = names.map(|field| field.trim_matches('`')).collect();
        fields += &format!(
            "\nextension {name}: Fields {{\n    static var empty: Self {{ Self() }}\n    static var fields: [String: Setter<Self>] {{\n        [\n"
        );
        names.iter().for_each(|field| fields += &format!("            \"{field}\": {{ try set(&$0.{field}, $1) }},\n"));
        // Swift's empty dictionary has a colon.
        fields += if names.is_empty() { "        :]\n    }\n}\n" } else { "        ]\n    }\n}\n" };
        if name.ends_with("Config") || name.ends_with("Limits") {
            continue;
        }
        sizes += &format!("\nextension {name}: Sized {{\n    var size: Int {{\n        var size = 0\n");
        names.iter().for_each(|field| sizes += &format!("        size += sizeOf(self.{field})\n"));
        sizes += "        return size\n    }\n}\n";
    }
    write(&generated.join("Sizes.swift"), &sizes)?;
    write(&folder.join("Tests/S2SEventsTests/Generated/Fields.swift"), &fields)
}

/// The configurations and events, without what only the package needs.
fn of_core(source: &str) -> String {
    let mut source = comparable(source)
        .replace("public struct FfiConverter", "struct FfiConverter")
        .replace("public typealias Json ", "typealias Json ")
        .replace(": Json?", ": JsonValue?");
    for function in ["FfiConverter", "uniffiEnsure"] {
        source = source.replace(&format!("public func {function}"), &format!("func {function}"));
    }
    for name in CARRIED {
        for kind in ["struct", "enum", "indirect enum"] {
            source = source.replace(&format!("public {kind} {name}:"), &format!("{kind} {name}:"));
        }
    }
    source
}

/// The calls: none of them is a user's.
fn of_library(source: &str) -> String {
    comparable(source).replace("open class", "final class").replace("open func", "func").replace("public ", "")
}

/// Without the conformances that Swift cannot make for fields that hold any number or any time; `Records.swift` has others.
fn comparable(source: &str) -> String {
    source.replace("Equatable, Hashable, CustomDebugStringConvertible", "CustomDebugStringConvertible")
}

/// Leaves a file that is as it should be alone, so that nothing is compiled again for it.
fn write(path: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(path, text)).map_err(|error| format!("{}: {error}", path.display()))
}
