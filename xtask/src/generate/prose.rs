//! Documentation, as the comments of other languages have it.

use std::collections::BTreeSet;

/// The lines of a Markdown text, of at most `width` characters where its words allow that. Paragraphs and the items of lists stay apart.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut begins = true;
    for line in text.lines() {
        let (is_item, is_blank) = (line.starts_with("- "), line.trim().is_empty());
        if is_blank || is_item {
            begins = true;
        }
        if is_blank {
            lines.push(String::new());
            continue;
        }
        for word in line.split_whitespace() {
            match lines.last_mut() {
                Some(last) if !begins && last.chars().count() + 1 + word.chars().count() <= width => {
                    last.push(' ');
                    last.push_str(word);
                }
                last => {
                    let is_of_item = !begins && last.is_some_and(|last| last.starts_with("- ") || last.starts_with("  "));
                    lines.push(if is_of_item { format!("  {word}") } else { word.to_owned() });
                }
            }
            begins = false;
        }
    }
    lines
}

/// The first sentence, and what follows it.
pub(super) fn summary(text: &str) -> (String, String) {
    let text = text.trim();
    match text.split_once(". ").or_else(|| text.split_once(".\n")) {
        Some((first, rest)) => (format!("{first}."), rest.trim().to_owned()),
        None => (text.to_owned(), String::new()),
    }
}

/// The text, in which the names of fields between backticks are in camelCase.
pub(super) fn respelled(text: &str, names: &BTreeSet<&str>) -> String {
    let parts = text.split('`').enumerate().map(|(position, part)| {
        let is_field = position % 2 == 1 && names.contains(part);
        if is_field { camel_case(part) } else { part.to_owned() }
    });
    parts.collect::<Vec<_>>().join("`")
}

pub(super) fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
}

/// The name in camelCase with a capital at its beginning.
pub(super) fn pascal_case(name: &str) -> String {
    let camel = camel_case(name);
    camel[..1].to_uppercase() + &camel[1..]
}
