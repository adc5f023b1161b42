//! SHA-256 digests of personal data, in the normal form that providers document for them.
//!
//! A rule that providers share is one function, which names them; a rule that is one provider's alone has that provider in its name. Each
//! function returns 64 hexadecimal digits in lower case, the value of the event field that it names. Fields for plain values, such as
//! [`email`](crate::appsflyer::Event::email), apply the same functions.
//!
//! An [`Issue`] names the argument and never repeats it. A text that is 64 hexadecimal digits already is refused: its digest would match
//! nobody.
//!
//! ```
//! use s2s_core::hash;
//!
//! let email = hash::email(" John_Smith@gmail.com ")?;
//! assert_eq!(email, "62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f");
//! let phone = hash::phone_digits("(650) 555-1212", Some("1"))?;
//! assert_eq!(phone, "e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176");
//! # Ok::<(), s2s_core::Issue>(())
//! ```

pub(crate) mod normal;

use sha2::{Digest, Sha256};

use crate::issue::Issue;

use normal::Normal;

/// Returns the digest of an email address: without white space around it, in lower case. Dots and `+suffix` stay.
///
/// AppsFlyer's `email_hashed`. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
///
/// # Errors
/// An issue at `/email`: `empty`, `invalid_email`, `control_character` or `already_hashed`.
pub fn email(email: &str) -> Result<String, Issue> {
    hashed("/email", normal::email(email))
}

/// Returns the digest of a phone number: its digits with the calling code, without leading zeros and without `+`.
///
/// AppsFlyer's `phone_number_hashed`. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
///
/// A number that begins with neither `+` nor `00` is a national one: `default_calling_code` (such as `49`) replaces its leading zeros.
/// Accepted are the 15 digits of E.164 at most, and 7 at least, as the shortest numbers in use have; AppsFlyer documents no length.
///
/// # Errors
/// An issue at `/phone`: `empty`, `invalid_phone`, `control_character` or `already_hashed`; or at `/default_calling_code`:
/// `empty` or `invalid_phone`.
pub fn phone_digits(phone: &str, default_calling_code: Option<&str>) -> Result<String, Issue> {
    phone_number(phone, default_calling_code, normal::phone_digits)
}

/// Returns the digest of a phone number in the form of E.164: as [`phone_digits`], but with a `+` in front.
///
/// AppsFlyer's `phone_number_e164_hashed`. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
///
/// Google's `sha256_phone_number`. Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
///
/// # Errors
/// Those of [`phone_digits`].
pub fn phone_e164(phone: &str, default_calling_code: Option<&str>) -> Result<String, Issue> {
    phone_number(phone, default_calling_code, normal::phone_e164)
}

/// Returns the digest of a first or last name: without white space around it, in lower case. Punctuation and accents stay.
///
/// AppsFlyer's `first_name_hashed` and `last_name_hashed`. AppsFlyer documents lower case, and nothing about white space.
/// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
///
/// # Errors
/// An issue at `/name`: `empty`, `control_character` or `already_hashed`.
pub fn name(name: &str) -> Result<String, Issue> {
    hashed("/name", normal::name(name))
}

/// Returns the digest of an email address by Google's rule: in lower case, without white space, and for gmail.com and googlemail.com without
/// points before the `@`. `+suffix` stays.
///
/// Google's `sha256_email_address`. Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
///
/// # Errors
/// Those of [`email`].
pub fn google_email(email: &str) -> Result<String, Issue> {
    hashed("/email", normal::google_email(email, false))
}

/// Returns the digest of an email address as [`google_email`] does, for gmail.com and googlemail.com without `+suffix`.
///
/// Google's pages disagree: this is the rule of its Data Manager API. Source: <https://developers.google.com/data-manager/api>
///
/// # Errors
/// Those of [`email`].
pub fn google_email_without_suffix(email: &str) -> Result<String, Issue> {
    hashed("/email", normal::google_email(email, true))
}

/// Returns the digest of a first or last name by Google's rule: in lower case, without digits, symbols and white space around it. White space
/// inside of it stays.
///
/// Google's `sha256_first_name` and `sha256_last_name`. Google documents no list of symbols: taken out are ASCII's punctuation, and
/// punctuation, currency signs and pictures of Unicode. Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
///
/// # Errors
/// Those of [`name`]; `empty` also where nothing is left.
pub fn google_name(name: &str) -> Result<String, Issue> {
    hashed("/name", normal::google_name(name))
}

/// Returns the digest of a street and number by Google's rule: as [`google_name`], but with digits.
///
/// Google's `sha256_street`. Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
///
/// # Errors
/// An issue at `/street`: `empty`, `control_character` or `already_hashed`.
pub fn google_street(street: &str) -> Result<String, Issue> {
    hashed("/street", normal::google_street(street))
}

/// Returns the digest of a text as it is, in UTF-8.
pub fn sha256(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().map(char::from);
    Sha256::digest(text.as_bytes()).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}

fn phone_number(phone: &str, default_calling_code: Option<&str>, form: fn(&str, Option<&str>) -> Normal) -> Result<String, Issue> {
    if let Some((code, message)) = default_calling_code.and_then(normal::check_calling_code) {
        return Err(Issue::new("/default_calling_code", code, message));
    }
    hashed("/phone", form(phone, default_calling_code))
}

fn hashed(path: &str, normal: Normal) -> Result<String, Issue> {
    normal.map(|normal| sha256(&normal)).map_err(|(code, message)| Issue::new(path, code, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vector_holds() {
        let vectors: serde_json::Value = serde_json::from_str(include_str!("../../../../vectors/hashes.json")).unwrap();
        let mut count = 0;
        for vector in vectors["hashes"].as_array().unwrap() {
            let text = |name: &str| vector[name].as_str();
            let input = text("input").unwrap();
            let calling_code = text("default_calling_code");
            let found = match text("function").unwrap() {
                "email" => email(input),
                "phone_digits" => phone_digits(input, calling_code),
                "phone_e164" => phone_e164(input, calling_code),
                "name" => name(input),
                "google_email" => google_email(input),
                "google_email_without_suffix" => google_email_without_suffix(input),
                "google_name" => google_name(input),
                "google_street" => google_street(input),
                "sha256" => Ok(sha256(input)),
                other => panic!("there is no function `{other}`"),
            };
            let expected = match vector.get("issue") {
                Some(issue) => Err((issue["path"].as_str().unwrap(), issue["code"].as_str().unwrap())),
                None => Ok(text("digest").unwrap()),
            };
            let found = found.as_deref().map_err(|issue| (issue.path(), issue.code().as_str()));
            assert_eq!(found, expected, "{vector}");
            count += 1;
        }
        assert_eq!(vectors["count"], count);
    }

    #[test]
    fn an_issue_never_repeats_the_value() {
        let errors =
            [email("canary").unwrap_err(), phone_digits("canary", None).unwrap_err(), phone_e164("1", Some("canary")).unwrap_err()];
        for error in errors {
            assert!(!format!("{error} {error:?}").contains("canary"));
        }
    }
}
