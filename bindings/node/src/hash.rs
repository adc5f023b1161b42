//! Digests of personal data: the digest, or issues in its place. Texts are Unicode; the package has checked that.

use napi_derive::napi;
use s2s_core::binding::argument_in_camel_case;
use s2s_core::{Issue, hash};

use crate::issues;

/// Of an email address.
#[napi(catch_unwind)]
pub fn hash_email(email: String) -> String {
    text(hash::email(&email))
}

/// Of a phone number's digits.
#[napi(catch_unwind)]
pub fn hash_phone_digits(phone: String, default_calling_code: Option<String>) -> String {
    text(hash::phone_digits(&phone, default_calling_code.as_deref()))
}

/// Of a phone number in the form of E.164.
#[napi(catch_unwind)]
pub fn hash_phone_e164(phone: String, default_calling_code: Option<String>) -> String {
    text(hash::phone_e164(&phone, default_calling_code.as_deref()))
}

/// Of a first or last name.
#[napi(catch_unwind)]
pub fn hash_name(name: String) -> String {
    text(hash::name(&name))
}

/// Of an email address by Google's rule.
#[napi(catch_unwind)]
pub fn hash_google_email(email: String) -> String {
    text(hash::google_email(&email))
}

/// Of an email address by the rule of Google's Data Manager API.
#[napi(catch_unwind)]
pub fn hash_google_email_without_suffix(email: String) -> String {
    text(hash::google_email_without_suffix(&email))
}

/// Of a first or last name by Google's rule.
#[napi(catch_unwind)]
pub fn hash_google_name(name: String) -> String {
    text(hash::google_name(&name))
}

/// Of a street and number by Google's rule.
#[napi(catch_unwind)]
pub fn hash_google_street(street: String) -> String {
    text(hash::google_street(&street))
}

/// Of a first or last name by Meta's rule.
#[napi(catch_unwind)]
pub fn hash_meta_name(name: String) -> String {
    text(hash::meta_name(&name))
}

/// Of a first or last name by the rule of Meta's parameter builder.
#[napi(catch_unwind)]
pub fn hash_meta_name_without_spaces(name: String) -> String {
    text(hash::meta_name_without_spaces(&name))
}

/// Of a city by Meta's rule.
#[napi(catch_unwind)]
pub fn hash_meta_city(city: String) -> String {
    text(hash::meta_city(&city))
}

/// Of a state or province by Meta's rule.
#[napi(catch_unwind)]
pub fn hash_meta_state(state: String) -> String {
    text(hash::meta_state(&state))
}

/// Of a postal code by Meta's rule.
#[napi(catch_unwind)]
pub fn hash_meta_zip_code(zip_code: String) -> String {
    text(hash::meta_zip_code(&zip_code))
}

/// Of a country by Meta's rule.
#[napi(catch_unwind)]
pub fn hash_meta_country(country: String) -> String {
    text(hash::meta_country(&country))
}

/// Of a date of birth by Meta's rule.
#[napi(catch_unwind)]
pub fn hash_meta_date_of_birth(date_of_birth: String) -> String {
    text(hash::meta_date_of_birth(&date_of_birth))
}

/// Of a gender by Meta's rule.
#[napi(catch_unwind)]
pub fn hash_meta_gender(gender: String) -> String {
    text(hash::meta_gender(&gender))
}

/// Of your own ID of a user.
#[napi(catch_unwind)]
pub fn hash_external_id(external_id: String) -> String {
    text(hash::external_id(&external_id))
}

/// Of a text as it is.
#[napi(catch_unwind)]
pub fn hash_sha256(text: String) -> String {
    hash::sha256(&text)
}

fn text(digest: Result<String, Issue>) -> String {
    digest.unwrap_or_else(|issue| issues::to_json(&[argument_in_camel_case(issue)]))
}
