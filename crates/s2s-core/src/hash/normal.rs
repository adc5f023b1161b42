//! The normal forms that are hashed.

use crate::issue::Code;
use crate::value::Timestamp;

/// A value in its normal form, or the code and the message of an issue.
pub(crate) type Normal = Result<String, (Code, &'static str)>;

/// The digest of the empty text.
const OF_NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const EMPTY: (Code, &str) = (Code::Empty, "is empty; leave it out instead");

pub(crate) const ALREADY_HASHED: (Code, &str) = (Code::AlreadyHashed, "looks like a digest already; there is a field for digests");

const NOTHING_LEFT: (Code, &str) = (Code::Empty, "holds nothing that would be hashed; leave it out instead");

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
    if kept.is_empty() { Err(NOTHING_LEFT) } else { Ok(kept.to_owned()) }
}

/// Punctuation, currency signs, arrows, mathematical signs and pictures. Neither Google nor Meta documents a list; letters, the marks on them
/// and what joins them stay.
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

/// Meta's: in lower case, without punctuation and white space around it. `removes_spaces` takes the white space inside of it off, too.
pub(crate) fn meta_name(name: &str, removes_spaces: bool) -> Normal {
    without(name, |character| is_symbol(character) || (removes_spaces && character.is_whitespace()))
}

/// Meta's: the letters in lower case.
pub(crate) fn meta_city(city: &str) -> Normal {
    only(city, |character| character.is_alphabetic() && !character.is_numeric())
}

/// Meta's: the letters in lower case, and the digits.
pub(crate) fn meta_state(state: &str) -> Normal {
    only(state, char::is_alphanumeric)
}

/// Meta's: in lower case, without white space and dashes; of the United States' the first five digits. Five digits, a dash and four digits are
/// one of theirs.
pub(crate) fn meta_zip_code(zip_code: &str, is_of_us: bool) -> Normal {
    let compact: String = plain(zip_code)?.to_lowercase().split_whitespace().collect();
    let is_digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_zip4 = compact.split_once(is_dash).is_some_and(|(area, rest)| is_digits(area, 5) && is_digits(rest, 4));
    let kept: String =
        if is_of_us || is_zip4 { compact.chars().filter(char::is_ascii_digit).take(5).collect() } else { compact.replace(is_dash, "") };
    if kept.is_empty() { Err(NOTHING_LEFT) } else { Ok(kept) }
}

fn is_dash(character: char) -> bool {
    matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Meta's: a country of ISO 3166-1, in lower case.
pub(crate) fn meta_country(country: &str) -> Normal {
    let country = plain(country)?;
    let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| country.to_ascii_lowercase()).ok_or((Code::InvalidShape, "must be a country of ISO 3166-1, two letters such as `us`"))
}

/// Meta's: `YYYYMMDD`. A date later than `now` is none of a birth.
pub(crate) fn meta_date_of_birth(date: &str, now: Option<Timestamp>) -> Normal {
    let date = plain(date)?;
    let digits = match date.split('-').collect::<Vec<_>>().as_slice() {
        [digits] => (*digits).to_owned(),
        [year, month, day] if [year.len(), month.len(), day.len()] == [4, 2, 2] => [*year, *month, *day].concat(),
        _ => String::new(),
    };
    if digits.len() != 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err((Code::InvalidShape, "must be a date: `YYYYMMDD` or `YYYY-MM-DD`"));
    }
    let part = |range| digits.get(range).unwrap_or_default();
    let midnight = Timestamp::parse_date(&[part(0..4), "-", part(4..6), "-", part(6..8)].concat());
    if part(0..4) < "1900" || midnight.is_none_or(|midnight| now.is_some_and(|now| midnight > now)) {
        return Err((Code::OutOfRange, "must be a date from 1900 on that is not in the future"));
    }
    Ok(digits)
}

/// Meta's: `f` or `m`.
pub(crate) fn meta_gender(gender: &str) -> Normal {
    match plain(gender)?.to_ascii_lowercase().as_str() {
        "f" | "female" => Ok("f".to_owned()),
        "m" | "male" => Ok("m".to_owned()),
        _ => Err((Code::InvalidChoice, "must be `f`, `m`, `female` or `male`")),
    }
}

/// Meta's: a digest that the caller has made, in lower case, and after it what Meta's own libraries append: a point and two or eight
/// characters.
pub(crate) fn meta_digest(digest: &str) -> Normal {
    let (own, appendix) = without_appendix(digest);
    let invalid =
        (Code::InvalidHash, "must be a SHA-256 digest: 64 hexadecimal digits, with the appendix of Meta's libraries or without it");
    match self::digest(own) {
        Ok(own) => Ok(own + appendix),
        Err((Code::InvalidHash, _)) => Err(invalid),
        Err(other) => Err(other),
    }
}

/// Whether a text without white space around it is what [`meta_digest`] takes.
pub(crate) fn is_meta_digest(text: &str) -> bool {
    is_digest(without_appendix(text.trim()).0)
}

/// A digest of Meta's libraries and its appendix, which is empty where the text has none.
fn without_appendix(text: &str) -> (&str, &str) {
    let is_of_appendix = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let is_appendix =
        |text: &str| text.strip_prefix('.').is_some_and(|rest| matches!(rest.len(), 2 | 8) && rest.bytes().all(is_of_appendix));
    text.split_at_checked(64).filter(|(_, rest)| is_appendix(rest)).unwrap_or((text, ""))
}

/// Without white space around it.
pub(crate) fn external_id(id: &str) -> Normal {
    plain(id).map(str::to_owned)
}

/// The characters of a text in lower case that are kept, with the marks on them.
fn only(text: &str, is_kept: impl Fn(char) -> bool) -> Normal {
    let mut kept = String::new();
    let mut is_last_kept = false;
    for character in plain(text)?.to_lowercase().chars() {
        is_last_kept = is_kept(character) || (is_last_kept && is_mark(character));
        if is_last_kept {
            kept.push(character);
        }
    }
    if kept.is_empty() { Err(NOTHING_LEFT) } else { Ok(kept) }
}

/// Whether a character is a mark on the one before it. The standard library escapes those at the start of a text alone.
fn is_mark(character: char) -> bool {
    /// It joins characters, and is no mark.
    const NON_JOINER: char = '\u{200c}';
    let is_escaped = |text: &str| text.escape_debug().any(|escaped| escaped == '\\');
    character != NON_JOINER && is_escaped(&String::from(character)) && !is_escaped(&String::from_iter(['a', character]))
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
        return Err(ALREADY_HASHED);
    }
    Ok(text)
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}
