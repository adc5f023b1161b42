//! The project's English: words that it does not use, and what it writes instead.

use crate::docs::Page;

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

/// Pages whose texts come from the declarations in the code, and a specification.
const UNCHECKED: [&str; 3] = ["docs/providers/", "docs/issue-codes.md", "vectors/"];

/// Returns each use of such a word on a page.
pub(crate) fn problems(page: &Page) -> Vec<String> {
    if UNCHECKED.iter().any(|path| page.path.starts_with(path)) {
        return Vec::new();
    }
    // A phrase may begin on one line and end on the next; code has words of its own.
    let blank = |(position, part): (usize, &str)| if position % 2 == 1 { " ".repeat(part.len()) } else { part.to_ascii_lowercase() };
    let text = page.text.split('`').enumerate().map(blank).collect::<Vec<_>>().join(" ").replace('\n', " ");
    let is_apart = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric() && letter != '_');
    let mut problems = Vec::new();
    for (word, instead) in WORDS {
        for (at, _) in text.match_indices(word) {
            let (before, after) = (&text[..at], &text[at + word.len()..]);
            if is_apart(before.chars().next_back()) && is_apart(after.chars().next()) {
                let line = 1 + page.text[..at].matches('\n').count();
                problems.push(format!("{}:{line}: `{word}`: {instead}", page.path));
            }
        }
    }
    problems
}
