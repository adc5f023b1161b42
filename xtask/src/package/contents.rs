//! What is in a package: everything that must be, and nothing else.

use std::fs;
use std::path::Path;

use super::{failed, text};
use crate::run::{command, output};

/// The names of the files of an archive; a `*` matches any text.
pub(super) struct Contents {
    pub(super) required: &'static [&'static str],
    pub(super) optional: &'static [&'static str],
    /// Largest size of the archive.
    pub(super) max_mb: f64,
}

/// Names the files of a tar or zip archive. A folder that holds all of them is left out.
const LIST: &str = "
import os, sys, tarfile, zipfile
path = sys.argv[1]
if zipfile.is_zipfile(path):
    names = [member.filename for member in zipfile.ZipFile(path).infolist() if not member.is_dir()]
else:
    names = [member.name for member in tarfile.open(path) if not member.isdir()]
top = {name.partition('/')[0] for name in names}
print('\\n'.join(name.partition('/')[2] if len(top) == 1 and '/' in name else name for name in names))
";

impl Contents {
    /// Fails with everything that is missing, superfluous or too large.
    pub(super) fn check(&self, archive: &Path) -> Result<(), String> {
        let list = output(&mut command("python3", &["-c", LIST, text(archive)?]))?;
        let files: Vec<&str> = list.lines().collect();
        let is_known = |file: &&str| self.required.iter().chain(self.optional).any(|pattern| matches(pattern, file));
        let missing = self.required.iter().filter(|pattern| !files.iter().any(|file| matches(pattern, file)));
        let strays = files.iter().filter(|file| !is_known(file));
        let mut problems: Vec<String> =
            missing.map(|file| format!("{file} is missing")).chain(strays.map(|file| format!("{file} does not belong there"))).collect();
        let mb = fs::metadata(archive).map_err(|error| failed(archive, &error))?.len() as f64 / 1e6;
        if mb > self.max_mb {
            problems.push(format!("{mb:.2} MB, {} at most", self.max_mb));
        }
        if problems.is_empty() { Ok(()) } else { Err(format!("{}:\n  {}", archive.display(), problems.join("\n  "))) }
    }
}

/// Whether a name has the form of a pattern with at most two `*`.
fn matches(pattern: &str, name: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == name,
        Some((begin, end)) => {
            let Some(rest) = name.strip_prefix(begin) else { return false };
            (0..=rest.len()).filter_map(|at| rest.get(at..)).any(|rest| matches(end, rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_pattern_is_a_name_with_gaps() {
        assert!(matches("README.md", "README.md"));
        assert!(matches("src/*.rs", "src/provider/mod.rs"));
        assert!(matches("*/LICENSE-*", "a.dist-info/LICENSE-MIT"));
        assert!(!matches("src/*.rs", "src/page.js"));
        assert!(!matches("README.md", "docs/README.md"));
    }
}
