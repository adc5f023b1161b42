//! Digests of personal data.

use s2s_core::binding::argument_in_camel_case;
use s2s_core::{Issue, hash};

use crate::fault::{Fault, caught};
use crate::request::{IssueData, issues};

/// What is hashed, by the rule that providers document for it.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum HashInput {
    /// An email address.
    Email {
        /// The address.
        email: String,
    },
    /// The digits of a phone number.
    PhoneDigits {
        /// The number.
        phone: String,
        /// The calling code of a national number.
        default_calling_code: Option<String>,
    },
    /// A phone number in the form of E.164.
    PhoneE164 {
        /// The number.
        phone: String,
        /// The calling code of a national number.
        default_calling_code: Option<String>,
    },
    /// A first or last name.
    Name {
        /// The name.
        name: String,
    },
    /// An email address by Google's rule.
    GoogleEmail {
        /// The address.
        email: String,
    },
    /// An email address by the rule of Google's Data Manager API.
    GoogleEmailWithoutSuffix {
        /// The address.
        email: String,
    },
    /// A first or last name by Google's rule.
    GoogleName {
        /// The name.
        name: String,
    },
    /// Street and number by Google's rule.
    GoogleStreet {
        /// Street and number.
        street: String,
    },
    /// A first or last name by Meta's rule.
    MetaName {
        /// The name.
        name: String,
    },
    /// A first or last name by the rule of Meta's parameter builder.
    MetaNameWithoutSpaces {
        /// The name.
        name: String,
    },
    /// A city by Meta's rule.
    MetaCity {
        /// The city.
        city: String,
    },
    /// A state or province by Meta's rule.
    MetaState {
        /// The state or province.
        state: String,
    },
    /// A postal code by Meta's rule.
    MetaZipCode {
        /// The postal code.
        zip_code: String,
    },
    /// A country by Meta's rule.
    MetaCountry {
        /// Two letters (ISO 3166-1).
        country: String,
    },
    /// A date of birth by Meta's rule.
    MetaDateOfBirth {
        /// `YYYYMMDD` or `YYYY-MM-DD`.
        date_of_birth: String,
    },
    /// A gender by Meta's rule.
    MetaGender {
        /// `f`, `m`, `female` or `male`.
        gender: String,
    },
    /// Your own ID of a user.
    ExternalId {
        /// The ID.
        external_id: String,
    },
    /// A text as it is.
    Text {
        /// The text.
        text: String,
    },
}

/// What became of it.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum Hashed {
    /// The digest.
    Digest {
        /// 64 hexadecimal digits in lower case.
        digest: String,
    },
    /// The problem.
    Issues {
        /// The issues.
        issues: Vec<IssueData>,
    },
}

crate::redacted_debug!(HashInput);
crate::redacted_debug!(Hashed);

/// The digest of a value.
#[uniffi::export]
pub fn digest_of(input: HashInput) -> Result<Hashed, Fault> {
    caught(|| match digest(input) {
        Ok(digest) => Hashed::Digest { digest },
        Err(issue) => Hashed::Issues { issues: issues(&[argument_in_camel_case(issue)]) },
    })
}

fn digest(input: HashInput) -> Result<String, Issue> {
    match input {
        HashInput::Email { email } => hash::email(&email),
        HashInput::PhoneDigits { phone, default_calling_code } => hash::phone_digits(&phone, default_calling_code.as_deref()),
        HashInput::PhoneE164 { phone, default_calling_code } => hash::phone_e164(&phone, default_calling_code.as_deref()),
        HashInput::Name { name } => hash::name(&name),
        HashInput::GoogleEmail { email } => hash::google_email(&email),
        HashInput::GoogleEmailWithoutSuffix { email } => hash::google_email_without_suffix(&email),
        HashInput::GoogleName { name } => hash::google_name(&name),
        HashInput::GoogleStreet { street } => hash::google_street(&street),
        HashInput::MetaName { name } => hash::meta_name(&name),
        HashInput::MetaNameWithoutSpaces { name } => hash::meta_name_without_spaces(&name),
        HashInput::MetaCity { city } => hash::meta_city(&city),
        HashInput::MetaState { state } => hash::meta_state(&state),
        HashInput::MetaZipCode { zip_code } => hash::meta_zip_code(&zip_code),
        HashInput::MetaCountry { country } => hash::meta_country(&country),
        HashInput::MetaDateOfBirth { date_of_birth } => hash::meta_date_of_birth(&date_of_birth),
        HashInput::MetaGender { gender } => hash::meta_gender(&gender),
        HashInput::ExternalId { external_id } => hash::external_id(&external_id),
        HashInput::Text { text } => Ok(hash::sha256(&text)),
    }
}
