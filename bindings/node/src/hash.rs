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

/// Of a text as it is.
#[napi(catch_unwind)]
pub fn hash_sha256(text: String) -> String {
    hash::sha256(&text)
}

fn text(digest: Result<String, Issue>) -> String {
    digest.unwrap_or_else(|issue| issues::to_json(&[argument_in_camel_case(issue)]))
}
