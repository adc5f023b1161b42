//! The project's English: words that it does not use, and what it writes instead.

use std::fs;
use std::path::Path;

use crate::docs::Page;
use crate::generate;
use crate::run::{command, output, root};

/// A word or phrase in lower case, and its replacement.
const WORDS: [(&str, &str); 33] = [
    ("a place of its own", "its own place, a separate …"),
    ("answer", "response; for a verb, respond or return"),
    ("answered", "responded, returned"),
    ("answers", "responses; for a verb, responds or returns"),
    ("behind", "after, next to"),
    ("beside", "next to, in addition to"),
    ("by turns", "alternating"),
    ("come about", "occur"),
    ("come so", "arrive in that form"),
    ("further ones", "others, more"),
    ("gives out", "returns"),
    ("hands out", "returns"),
    ("handed out", "returned"),
    ("is looked at", "is checked"),
    ("is taken for", "is treated as"),
    ("is through", "is finished"),
    ("is told", "is reported"),
    ("are told", "are reported"),
    ("looks at", "checks"),
    ("made anew", "rebuilt"),
    ("mend", "fix"),
    ("mends", "fixes"),
    ("of which", "a sentence of its own"),
    ("so long as", "as long as"),
    ("so long a", "how long"),
    ("so many", "the number of"),
    ("stand", "be, appear"),
    ("stands", "is, appears"),
    ("stands twice", "appears more than once"),
    ("taken for", "treated as"),
    ("tells", "reports, returns, says"),
    ("what is wrong", "the problems, the issues"),
    ("whoever", "anyone who"),
];

/// The specification of the vectors.
const UNCHECKED: &str = "vectors/";

/// The list itself has the words.
const EXEMPT: &str = "xtask/src/words.rs";

/// How comments begin, by the end of a file's name.
const COMMENTS: [(&str, &[&str]); 2] =
    [("//", &["rs", "kt", "java", "swift", "ts", "mts", "mjs", "js"]), ("#", &["py", "pyi", "toml", "yml", "sh"])];

/// Returns each use of such a word on a page.
pub(crate) fn problems(page: &Page) -> Vec<String> {
    if page.path.starts_with(UNCHECKED) {
        return Vec::new();
    }
    found(&page.path, 1, &page.text)
}

/// Returns each use of such a word in a comment, a docstring or a message of the sources.
pub(crate) fn problems_of_sources() -> Result<Vec<String>, String> {
    // Their texts come from declarations.
    let generated = generate::paths()?;
    let mut problems = Vec::new();
    for path in output(&mut command("git", &["ls-files", "--cached", "--others", "--exclude-standard"]))?.lines() {
        let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let Some((comment, _)) = COMMENTS.iter().find(|(_, extensions)| extensions.contains(&extension)) else { continue };
        if path == EXEMPT || generated.iter().any(|own| own == path) {
            continue;
        }
        // A file that was removed is still listed until that is committed.
        let Ok(text) = fs::read_to_string(root().join(path)) else { continue };
        for (line, prose) in prose(&text, comment, path.starts_with("crates/") && path.contains("/src/")) {
            problems.extend(found(path, line, &prose));
        }
    }
    Ok(problems)
}

/// The blocks of comments of a source, each with the number of its first line; with `has_messages`, also texts of several words.
fn prose(text: &str, comment: &str, has_messages: bool) -> Vec<(usize, String)> {
    let (begin, end) = if comment == "#" { ("\"\"\"", "\"\"\"") } else { ("/*", "*/") };
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let (mut is_inside, mut is_continued, mut is_test) = (false, false, false);
    for (number, line) in (1..).zip(text.lines()) {
        is_test |= line.trim() == "#[cfg(test)]";
        let (own, is_comment) = match line.split_once(if is_inside { end } else { begin }) {
            Some((before, _)) if is_inside => {
                is_inside = false;
                (before, true)
            }
            Some((_, after)) => {
                is_inside = !after.contains(end);
                (after, true)
            }
            None if is_inside => (line, true),
            None => match line.split_once(comment) {
                Some((before, after)) => (after, before.trim().is_empty()),
                None => ("", false),
            },
        };
        if !own.is_empty() || is_comment {
            match blocks.last_mut().filter(|_| is_continued && is_comment) {
                Some((_, block)) => *block += &format!("\n{own}"),
                None => blocks.push((number, own.to_owned())),
            }
        }
        is_continued = is_comment;
        if has_messages && !is_test && !is_comment {
            let messages = line.split('"').skip(1).step_by(2).filter(|text| text.contains(' '));
            blocks.extend(messages.map(|text| (number, text.to_owned())));
        }
    }
    blocks
}

/// Returns each use of such a word in a text that begins on that line.
fn found(path: &str, first: usize, text: &str) -> Vec<String> {
    // A phrase may begin on one line and end on the next; code has words of its own.
    let plain: String = text
        .split('`')
        .enumerate()
        .flat_map(|(position, part)| part.chars().map(move |letter| if position % 2 == 1 && letter != '\n' { ' ' } else { letter }))
        .collect::<String>()
        .to_ascii_lowercase();
    let plain = without_addresses(&plain);
    let words = plain.replace('\n', " ");
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_');
    let mut problems = Vec::new();
    for (word, instead) in WORDS {
        for (at, _) in words.match_indices(word) {
            let (before, after) = (&words[..at], &words[at + word.len()..]);
            if is_apart(before.chars().next_back()) && is_apart(after.chars().next()) {
                let line = first + plain[..at].matches('\n').count();
                problems.push(format!("{path}:{line}: `{word}`: {instead}"));
            }
        }
    }
    problems
}

/// The text with spaces in place of addresses, whose words are those of others.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("https://");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|letter: char| letter.is_whitespace() || ">)\"'".contains(letter)).unwrap_or(part.len());
        plain += &" ".repeat("https://".len() + end);
        plain += &part[end..];
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{found, prose};

    #[test]
    fn a_word_is_found_with_its_line() {
        assert_eq!(found("a.md", 3, "One.\nIt stands there, `so many`."), ["a.md:4: `stands`: is, appears"]);
        assert_eq!(found("a.md", 1, "It takes so\nmany."), ["a.md:1: `so many`: the number of"]);
        assert!(found("a.md", 1, "understands, `answer`, answer_of").is_empty());
        let address = "<https://support.google.com/analytics/answer/1> has the";
        assert!(found("a.md", 1, address).is_empty());
        assert_eq!(found("a.md", 1, &format!("{address} answer")), ["a.md:1: `answer`: response; for a verb, respond or return"]);
    }

    #[test]
    fn comments_and_messages_are_prose() {
        let source = "/// One,\n/// two.\nfn f() { issue(\"is three words\", \"code\") } // four\n/* five\nsix */\n#[cfg(test)]\nlet text = \"seven and more\";\n";
        let expected = [(1, "/ One,\n/ two."), (3, " four"), (3, "is three words"), (4, " five\nsix ")];
        assert_eq!(prose(source, "//", true), expected.map(|(line, text)| (line, text.to_owned())));
        assert_eq!(prose("# one\nx = 1  # two\n\"\"\"three\nfour\"\"\"\n", "#", false).len(), 3);
    }
}
