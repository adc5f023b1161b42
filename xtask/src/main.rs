//! The project's tasks: `cargo xtask test [PART] | lint [PART] | generate | bench | swift`.

mod api;
mod bench;
mod docs;
mod fuzz;
mod generate;
mod jvm;
mod kafka;
mod lint;
mod names;
mod node;
mod package;
mod page;
mod parts;
mod python;
mod run;
mod swift;
mod test;
mod times;
mod trial;
mod words;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask test [PART] | lint [PART] | generate [--check] | api [--check] | names | trial | docs [--serve] | bench core [--json] | bench instructions [--write] | bench python | bench node | bench jvm | bench swift | swift [library] | kafka [test | full | demo] | package [PART] | version [TAG] | fuzz [SECONDS]";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let result = match args.split_first() {
        Some((task, rest)) => match task.as_str() {
            "test" => test::run(rest.first().map(String::as_str)),
            "lint" => lint::run(rest.first().map(String::as_str)),
            "generate" => generate::run(rest.iter().any(|arg| arg == "--check")),
            "api" => api::run(rest.iter().any(|arg| arg == "--check")),
            "names" => names::check(),
            "trial" => trial::run(),
            "package" => package::run(rest),
            "version" => package::check_version(rest.first().map(String::as_str)),
            "docs" if rest.iter().any(|arg| arg == "--serve") => docs::serve(),
            "docs" => docs::check(),
            "bench" => bench::run(rest),
            "swift" => swift::task(rest),
            "kafka" => kafka::task(rest),
            "fuzz" => fuzz::run(rest.first().and_then(|seconds| seconds.parse().ok()).unwrap_or(60)),
            _ => Err(USAGE.to_owned()),
        },
        None => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
