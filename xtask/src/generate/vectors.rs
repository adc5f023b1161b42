//! Of the vectors: how many there are, and the typed client and event of each in Rust.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use s2s_core::dynamic::PROVIDERS;
use serde_json::Value;

use super::MADE;
use super::prose::pascal_case;
use crate::run::root;

/// `counts.json`: the number of cases of all providers, and how many of them a typed API cannot express.
pub(super) fn counts() -> Result<String, String> {
    let (mut cases, mut json_only) = (0, 0);
    for spec in PROVIDERS {
        let folder = root().join("vectors").join(spec.name);
        let files = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for file in files {
            let read = read(&file.map_err(|error| format!("{}: {error}", folder.display()))?.path())?;
            cases += read.len();
            json_only += read.iter().filter(|case| case["json_only"] == true).count();
        }
    }
    Ok(format!("{{\"cases\": {cases}, \"json_only\": {json_only}}}\n"))
}

fn read(path: &Path) -> Result<Vec<Value>, String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| failed(&error))?;
    let mut file: Value = serde_json::from_str(&text).map_err(|error| failed(&error))?;
    match file["cases"].take() {
        Value::Array(cases) => Ok(cases),
        _ => Err(failed(&"has no cases")),
    }
}

/// `typed.rs` of the core's tests: typed clients and events of cases, by the names of providers and kinds.
pub(super) fn typed() -> String {
    let clients: Vec<_> = PROVIDERS.iter().map(|spec| spec.type_name).collect();
    let with_batches = PROVIDERS.iter().filter(|spec| spec.batch.is_some());
    let modules: Vec<_> = with_batches.clone().map(|spec| spec.name).collect();
    let mut text = format!(
        "// {MADE}\n\n//! Typed clients and events of cases, by the names of providers and kinds.\n\n\
         use s2s_core::{{{}}};\n\nuse crate::common::Case;\nuse crate::{{Check, identity, messages, of_one, read, typed}};\n\n\
         pub(crate) fn typed_case(case: &Case) -> Check {{ match case.provider.as_str() {{",
        [&clients[..], &modules].concat().join(", ")
    );
    for spec in PROVIDERS {
        let client = spec.type_name;
        let _ = write!(text, "\"{}\" => typed(case, {client}::new, |client, kind, event| match kind {{", spec.name);
        for kind in spec.kind_names() {
            let _ = write!(text, "\"{kind}\" => of_one(case, client, event, {client}::{kind}, {client}::lane_key),");
        }
        if let Some(batch) = spec.batch {
            let kind = batch.kind;
            let identity = if spec.identity().is_some() { "&identity(case), " } else { "" };
            let _ = write!(text, "\"{kind}\" => (client.{kind}({identity}&messages(case, {}_message), case.now()), None),", spec.name);
        }
        text.push_str("other => panic!(\"there is no kind {other}\") }),");
    }
    text.push_str("other => Err(format!(\"there is no typed client of {other}\")) } }\n");
    for spec in with_batches {
        let name = spec.name;
        let _ = write!(text, "\nfn {name}_message(kind: &str, event: &str) -> {name}::Message {{ match kind {{");
        for kind in spec.kind_names() {
            let _ = write!(text, "\"{kind}\" => {name}::Message::{}(read(event)),", pascal_case(kind));
        }
        text.push_str("other => panic!(\"there is no message {other}\") } }\n");
    }
    text
}
