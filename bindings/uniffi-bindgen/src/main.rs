//! Generates Kotlin and Swift from the library that `bindings/uniffi` is built to.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    uniffi::uniffi_bindgen_main();
    let folder = env::args_os().skip_while(|arg| arg != "--out-dir").nth(1);
    for file in folder.map_or_else(|| Ok(Vec::new()), |folder| kotlin_files(Path::new(&folder)))? {
        let text = fs::read_to_string(&file)?;
        let text = [TO_STRING, TO_UTF8, READ, WRITE].iter().try_fold(text, |text, part| part.replaced(&text));
        let text = text.ok_or_else(|| io::Error::other("UniFFI writes one of these parts in another way now"))?;
        fs::write(&file, with_json_times(&text))?;
    }
    Ok(())
}

fn kotlin_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(kotlin_files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "kt") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Lets Jackson read and write the times of events: their type is an interface whose implementations it does not know.
fn with_json_times(text: &str) -> String {
    let is_time = |line: &str| line.starts_with("    var `") && line.contains("`: Time? = null");
    text.split_inclusive('\n')
        .map(|line| if is_time(line) { line.replacen("var", "@field:JsonTime var", 1) } else { line.to_owned() })
        .collect()
}

/// What UniFFI writes for a `Debug` hands all that a record holds to Rust, which then shows nothing of it: slow, and it throws where a text
/// cannot cross. The name alone can be had without that.
const TO_STRING: Part = Part {
    begin: "    override fun toString(): String {\n        return FfiConverterString.lift(",
    end: "\n    )\n    }\n",
    ours: "    override fun toString(): String = \"${javaClass.simpleName}(…)\"\n",
};

/// UniFFI's ways to and from UTF-8 take a new encoder for every text, and copy it once more.
const TO_UTF8: Part = Part {
    begin: "    fun toUtf8(value: String): ByteBuffer {\n",
    end: "\n    }\n",
    ours: "    fun toUtf8(value: String): ByteBuffer = ByteBuffer.wrap(io.github.s2sevents.utf8Of(value))\n",
};
const READ: Part = Part {
    begin: "    override fun read(buf: ByteBuffer): String {\n",
    end: "\n    }\n",
    ours: "    override fun read(buf: ByteBuffer): String = io.github.s2sevents.readText(buf)\n",
};
const WRITE: Part = Part {
    begin: "    override fun write(value: String, buf: ByteBuffer) {\n",
    end: "\n    }\n",
    ours: "    override fun write(value: String, buf: ByteBuffer) = io.github.s2sevents.writeText(value, buf)\n",
};

/// A part of what UniFFI writes, and what replaces it here.
struct Part {
    begin: &'static str,
    end: &'static str,
    ours: &'static str,
}

impl Part {
    /// The text with our part in place of each of UniFFI's; nothing where there is none.
    fn replaced(&self, text: &str) -> Option<String> {
        let mut pieces = text.split(self.begin);
        let mut out = pieces.next()?.to_owned();
        let mut is_there = false;
        for piece in pieces {
            let (_, rest) = piece.split_once(self.end)?;
            out += self.ours;
            out += rest;
            is_there = true;
        }
        is_there.then_some(out)
    }
}
