//! What may be meant by a name that is not known.

use std::borrow::Cow;

/// A message with the nearest known name after it, if one is near.
pub(crate) fn with_hint(message: &'static str, given: &str, known: &[&str]) -> Cow<'static, str> {
    /// Longer than any name; comparing a whole text would take long.
    const LONGEST: usize = 64;
    if given.len() > LONGEST {
        return message.into();
    }
    let near = known.iter().map(|name| (strsim::damerau_levenshtein(given, name), *name)).min();
    match near {
        Some((distance, name)) if distance <= 1 + name.len() / 4 => format!("{message}; did you mean `{name}`?").into(),
        _ => message.into(),
    }
}
