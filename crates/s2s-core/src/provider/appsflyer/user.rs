//! Data of the user, sent as digests.

use crate::hash::{self, normal};
use crate::issue::Report;
use crate::provider::rules;

use super::body::Body;
use super::event::AppsFlyerEventFields;
use super::{PhoneHash, Settings};

/// Appends the digests: those of plain values, and those that were given.
pub(super) fn write(settings: &Settings, event: &impl AppsFlyerEventFields, report: &mut Report, body: &mut Body<'_>) {
    let mut field = |plain: &'static str, value: Option<&str>, hashed: &'static str, digest: Option<&str>, form: &dyn Fn(&str) -> normal::Normal| {
        let of_plain = value.and_then(|value| checked(report, plain, form(value)));
        let given = digest.and_then(|digest| checked(report, hashed, normal::digest(digest)));
        rules::exclusive(report, (plain, value.is_some()), (hashed, digest.is_some()));
        if let Some(normal) = of_plain {
            body.text_of(plain, hashed, &hash::sha256(&normal));
        }
        if let Some(digest) = given {
            body.text_of(hashed, hashed, &digest);
        }
    };
    let code = settings.default_calling_code.as_deref();
    let phone = |is_sent: bool| event.phone().filter(|_| is_sent);
    field("email", event.email(), "email_hashed", event.email_hashed(), &normal::email);
    let phone_number_hashed = event.phone_number_hashed();
    field("phone", phone(settings.phone_hash != PhoneHash::E164), "phone_number_hashed", phone_number_hashed, &|phone| {
        normal::phone_digits(phone, code)
    });
    let e164_hashed = event.phone_number_e164_hashed();
    field("phone", phone(settings.phone_hash != PhoneHash::Digits), "phone_number_e164_hashed", e164_hashed, &|phone| {
        normal::phone_e164(phone, code)
    });
    field("first_name", event.first_name(), "first_name_hashed", event.first_name_hashed(), &normal::name);
    field("last_name", event.last_name(), "last_name_hashed", event.last_name_hashed(), &normal::name);
}

/// A value in its normal form. The phone number has two, and its issue once.
fn checked(report: &mut Report, field: &str, normal: normal::Normal) -> Option<String> {
    normal
        .map_err(|(code, message)| {
            if !report.has(field) {
                report.issue(field, code, message);
            }
        })
        .ok()
}
