//! The program `s2s`.

fn main() -> std::process::ExitCode {
    s2s_cli::run(std::env::args_os()).into()
}
