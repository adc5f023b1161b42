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
/// Meta's `em`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
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
/// Meta's `ph`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// A number that begins with neither `+` nor `00` is a national one: `default_calling_code` (such as `49`) replaces its leading zeros.
/// Accepted are the 15 digits of E.164 at most, and 7 at least, as the shortest numbers in use have; AppsFlyer and Meta document no length.
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

/// Returns the digest of a first or last name by Meta's rule: in lower case, without punctuation and white space around it. White space inside
/// of it, digits and accents stay.
///
/// Meta's `fn` and `ln`. Meta documents no list of punctuation: taken out is what [`google_name`] takes out, but for digits.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// # Errors
/// Those of [`name`]; `empty` also where nothing is left.
pub fn meta_name(name: &str) -> Result<String, Issue> {
    hashed("/name", normal::meta_name(name, false))
}

/// Returns the digest of a first or last name as [`meta_name`] does, without any white space.
///
/// Meta's documentation speaks of punctuation alone; this is the rule of its parameter builder.
/// Source: <https://github.com/facebook/capi-param-builder>
///
/// # Errors
/// Those of [`meta_name`].
pub fn meta_name_without_spaces(name: &str) -> Result<String, Issue> {
    hashed("/name", normal::meta_name(name, true))
}

/// Returns the digest of a city by Meta's rule: its letters in lower case, of any script and with the marks on them. Digits, punctuation, symbols
/// and white space are taken out.
///
/// Meta's `ct`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// # Errors
/// An issue at `/city`: `empty` (also where nothing is left), `control_character` or `already_hashed`.
pub fn meta_city(city: &str) -> Result<String, Issue> {
    hashed("/city", normal::meta_city(city))
}

/// Returns the digest of a state or province by Meta's rule: its letters in lower case and its digits. The caller gives the code of two letters for
/// one of the United States; no name is translated.
///
/// Meta's `st`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// # Errors
/// An issue at `/state`: `empty` (also where nothing is left), `control_character` or `already_hashed`.
pub fn meta_state(state: &str) -> Result<String, Issue> {
    hashed("/state", normal::meta_state(state))
}

/// Returns the digest of a postal code by Meta's rule: in lower case, without white space and dashes; of five digits, a dash and four digits, as
/// in the United States, the first five.
///
/// Meta's `zp`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// # Errors
/// An issue at `/zip_code`: `empty` (also where nothing is left), `control_character` or `already_hashed`.
pub fn meta_zip_code(zip_code: &str) -> Result<String, Issue> {
    hashed("/zip_code", normal::meta_zip_code(zip_code, false))
}

/// Returns the digest of a country by Meta's rule: two letters (ISO 3166-1) in lower case, without white space around them.
///
/// Meta's `country`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// # Errors
/// An issue at `/country`: `empty`, `invalid_shape`, `control_character` or `already_hashed`.
pub fn meta_country(country: &str) -> Result<String, Issue> {
    hashed("/country", normal::meta_country(country))
}

/// Returns the digest of a date of birth by Meta's rule, `YYYYMMDD`: from that form or `YYYY-MM-DD`. The year is at least 1900. Whether the date is
/// in the future is not checked, as the time is not known here.
///
/// Meta's `db`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// # Errors
/// An issue at `/date_of_birth`: `empty`, `invalid_shape`, `out_of_range`, `control_character` or `already_hashed`.
pub fn meta_date_of_birth(date_of_birth: &str) -> Result<String, Issue> {
    hashed("/date_of_birth", normal::meta_date_of_birth(date_of_birth, None))
}

/// Returns the digest of a gender by Meta's rule, `f` or `m`: from these letters, `female` or `male`, in any case.
///
/// Meta's `ge`.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// # Errors
/// An issue at `/gender`: `empty`, `invalid_choice`, `control_character` or `already_hashed`.
pub fn meta_gender(gender: &str) -> Result<String, Issue> {
    hashed("/gender", normal::meta_gender(gender))
}

/// Returns the digest of your own ID of a user: without white space around it. Its case stays.
///
/// Meta's `external_id`, which it recommends to hash, in the same form in every channel.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
///
/// TikTok's `external_id`. Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
///
/// # Errors
/// An issue at `/external_id`: `empty`, `control_character` or `already_hashed`.
pub fn external_id(external_id: &str) -> Result<String, Issue> {
    hashed("/external_id", normal::external_id(external_id))
}

/// Returns the digest of a text as it is, in UTF-8.
pub fn sha256(text: &str) -> String {
    digits(&Sha256::digest(text.as_bytes()))
}

/// Returns the first 128 bits of the digest of several parts, in 32 hexadecimal digits. Each part follows its length in bytes, which is eight
/// bytes with the lowest first, so that other parts have another digest.
pub(crate) fn short_digest<const N: usize>(parts: [&[u8]; N]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    let digest = digest.finalize();
    digits(digest.split_at(digest.len() / 2).0)
}

fn digits(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().map(char::from);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
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
                "meta_name" => meta_name(input),
                "meta_name_without_spaces" => meta_name_without_spaces(input),
                "meta_city" => meta_city(input),
                "meta_state" => meta_state(input),
                "meta_zip_code" => meta_zip_code(input),
                "meta_country" => meta_country(input),
                "meta_date_of_birth" => meta_date_of_birth(input),
                "meta_gender" => meta_gender(input),
                "external_id" => external_id(input),
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
