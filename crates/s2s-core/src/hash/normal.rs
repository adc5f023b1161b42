//! The normal forms that are hashed.

use crate::issue::Code;

/// A value in its normal form, or the code and the message of an issue.
pub(crate) type Normal = Result<String, (Code, &'static str)>;

/// The digest of the empty text.
const OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const EMPTY: (Code, &str) = (Code::Empty, "is empty; leave it out instead");

/// Without white space around it, in lower case.
pub(crate) fn email(email: &str) -> Normal {
    let email = plain(email)?.to_lowercase();
    let is_address = email.split_once('@').is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty());
    if !is_address || email.contains(char::is_whitespace) {
        return Err((Code::InvalidEmail, "must be an email address: a name, `@` and a domain"));
    }
    Ok(email)
}

/// Google's: in lower case, without white space, and for Gmail without points before the `@`. `strips_suffix` takes `+suffix` off, too.
pub(crate) fn google_email(email: &str, strips_suffix: bool) -> Normal {
    let invalid = Err((Code::InvalidEmail, "must be an email address: a name, `@` and a domain"));
    let email: String = plain(email)?.to_lowercase().split_whitespace().collect();
    let Some((local, domain)) = email.split_once('@') else { return invalid };
    let local = match domain {
        "gmail.com" | "googlemail.com" => {
            let end = if strips_suffix { local.find('+') } else { None };
            local.get(..end.unwrap_or(local.len())).unwrap_or_default().replace('.', "")
        }
        _ => local.to_owned(),
    };
    if local.is_empty() || domain.is_empty() { invalid } else { Ok(format!("{local}@{domain}")) }
}

/// Google's: in lower case, without digits, symbols and white space around it.
pub(crate) fn google_name(name: &str) -> Normal {
    without(name, |character| character.is_numeric() || is_symbol(character))
}

/// Google's: in lower case, without symbols and white space around it.
pub(crate) fn google_street(street: &str) -> Normal {
    without(street, is_symbol)
}

fn without(text: &str, is_removed: impl Fn(char) -> bool) -> Normal {
    let kept: String = plain(text)?.to_lowercase().chars().filter(|character| !is_removed(*character)).collect();
    let kept = kept.trim();
    if kept.is_empty() { Err((Code::Empty, "holds nothing that would be hashed; leave it out instead")) } else { Ok(kept.to_owned()) }
}

/// Punctuation, currency signs, arrows, mathematical signs and pictures. Google documents no list; letters, the marks on them and what joins
/// them stay.
fn is_symbol(character: char) -> bool {
    character.is_ascii_punctuation()
        || (!character.is_alphanumeric()
            && matches!(
                character,
                '\u{a1}'..='\u{bf}'
                    | '\u{d7}'
                    | '\u{f7}'
                    | '\u{60c}'
                    | '\u{61b}'
                    | '\u{61f}'
                    | '\u{66a}'..='\u{66d}'
                    | '\u{6d4}'
                    | '\u{2010}'..='\u{2027}'
                    | '\u{2030}'..='\u{205e}'
                    | '\u{20a0}'..='\u{20cf}'
                    | '\u{2100}'..='\u{2bff}'
                    | '\u{2e00}'..='\u{2e7f}'
                    | '\u{3001}'..='\u{3020}'
                    | '\u{3030}'
                    | '\u{fe30}'..='\u{fe6b}'
                    | '\u{ff01}'..='\u{ff65}'
                    | '\u{ffe0}'..='\u{ffee}'
                    | '\u{1f000}'..='\u{1faff}'
            ))
}

/// Without white space around it, in lower case.
pub(crate) fn name(name: &str) -> Normal {
    plain(name).map(str::to_lowercase)
}

/// The digits with the calling code, without leading zeros.
pub(crate) fn phone_digits(phone: &str, default_calling_code: Option<&str>) -> Normal {
    international(phone, default_calling_code)
}

/// The form of E.164, with `+`.
pub(crate) fn phone_e164(phone: &str, default_calling_code: Option<&str>) -> Normal {
    international(phone, default_calling_code).map(|digits| format!("+{digits}"))
}

/// The issue of a calling code, if it has one.
pub(crate) fn check_calling_code(code: &str) -> Option<(Code, &'static str)> {
    if code.is_empty() {
        return Some(EMPTY);
    }
    let is_code = matches!(code.as_bytes(), [b'1'..=b'9', rest @ ..] if rest.len() <= 2 && rest.iter().all(u8::is_ascii_digit));
    (!is_code).then_some((Code::InvalidPhone, "must be a calling code of 1 to 3 digits, such as `49`"))
}

/// A digest that the caller has made, in lower case.
pub(crate) fn digest(digest: &str) -> Normal {
    if digest.is_empty() {
        return Err(EMPTY);
    }
    if !is_digest(digest) {
        return Err((Code::InvalidHash, "must be a SHA-256 digest: 64 hexadecimal digits"));
    }
    let digest = digest.to_ascii_lowercase();
    if digest == OF_NOTHING {
        return Err((Code::HashOfEmpty, "is the digest of the empty text; leave it out instead"));
    }
    Ok(digest)
}

fn international(phone: &str, default_calling_code: Option<&str>) -> Normal {
    /// The longest numbers are those of E.164 (section 6); the shortest in use have as many digits with the calling code.
    const LENGTHS: std::ops::RangeInclusive<usize> = 7..=15;
    let invalid = |message| Err((Code::InvalidPhone, message));
    let phone = plain(phone)?;
    if phone.chars().any(|character| character.is_numeric() && !character.is_ascii_digit()) {
        return invalid("must have the digits 0 to 9");
    }
    let is_sign = |character: char| character == '+' || character.is_ascii_digit();
    let number = phone.trim_matches(|character| !is_sign(character));
    // What follows letters is an extension, or another number.
    if number.chars().any(char::is_alphabetic) {
        return invalid("must not have letters among its digits, such as those before an extension");
    }
    if number.chars().skip(1).any(|character| character == '+') {
        return invalid("must have a `+` in front alone");
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let is_international = number.starts_with('+') || digits.starts_with("00");
    let number = digits.trim_start_matches('0');
    let number = match default_calling_code {
        // Whether the zero belongs to the number differs from country to country.
        _ if is_international && phone.contains("(0)") => return invalid("must not have a `(0)`, which is not dialled from abroad"),
        _ if is_international => number.to_owned(),
        Some(code) => [code, number].concat(),
        None => return invalid("must begin with `+` or `00` and the calling code"),
    };
    if LENGTHS.contains(&number.len()) { Ok(number) } else { invalid("must have 7 to 15 digits with the calling code") }
}

/// A plain value without white space around it.
fn plain(text: &str) -> Result<&str, (Code, &'static str)> {
    let text = text.trim();
    if text.is_empty() {
        return Err(EMPTY);
    }
    if text.chars().any(char::is_control) {
        return Err((Code::ControlCharacter, "must not have control characters"));
    }
    if is_digest(text) {
        return Err((Code::AlreadyHashed, "looks like a digest already; there is a field for digests"));
    }
    Ok(text)
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
