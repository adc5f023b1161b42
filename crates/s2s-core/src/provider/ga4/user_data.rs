//! Personal data of the user, sent as digests.

use crate::encode::json::{self, Object};
use crate::hash;
use crate::hash::normal::{self, Normal};
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::Text;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};

use super::event::{Ga4AddressFields, Ga4UserDataFields};
use super::{Address, GmailPlus, Settings};

/// Appends the digests of plain values, and those that were given.
pub(super) fn write(settings: &Settings, report: &mut Report, data: &dyn Ga4UserDataFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    let strips_plus = settings.gmail_plus == GmailPlus::Strip;
    let calling_code = settings.default_calling_code.as_deref();
    let email = |plain: &str| normal::google_email(plain, strips_plus);
    let phone = |plain: &str| normal::phone_e164(plain, calling_code);
    let (emails, phones) = (data.sha256_email_address(), data.sha256_phone_number());
    digests(report, ("email_addresses", data.email_addresses()), ("sha256_email_address", emails), email, &mut object);
    digests(report, ("phone_numbers", data.phone_numbers()), ("sha256_phone_number", phones), phone, &mut object);
    if let Some(list) = data.address() {
        addresses(report, list, object.key("address"));
    }
    object.end();
    let lists = [data.email_addresses(), data.phone_numbers(), emails, phones];
    rules::not_empty(report, lists.iter().all(Option::is_none) && data.address().is_none());
}

/// A list of a field.
type Field<'e> = (&'static str, Option<ListRef<'e, Text>>);

/// Appends the digests of a list of plain values, and a list of digests.
fn digests(report: &mut Report, plain: Field<'_>, given: Field<'_>, form: impl Fn(&str) -> Normal, object: &mut Object<'_>) {
    if plain.1.is_none() && given.1.is_none() {
        return;
    }
    let mut digests = Vec::new();
    let mut add = |(field, list): Field<'_>, form: &dyn Fn(&str) -> Normal| {
        let Some(list) = list else { return };
        if list.len() == 0 {
            report.issue(field, Code::Empty, "is empty; leave it out instead");
        }
        report.each(field, list, |report, value| match form(value) {
            Ok(digest) => digests.push(digest),
            Err((code, message)) => report.issue("", code, message),
        });
    };
    add(plain, &|plain| form(plain).map(|normal| hash::sha256(&normal)));
    add(given, &normal::digest);
    json::array(object.key(given.0), &digests, |out, digest| json::string(out, digest));
}

fn addresses(report: &mut Report, list: ListRef<'_, Address>, out: &mut Vec<u8>) {
    const FIELD: &str = "address";
    if list.len() == 0 {
        report.issue(FIELD, Code::Empty, "is empty; leave it out instead");
    }
    let mut array = json::Array::begin(out);
    report.each(FIELD, list, |report, own| address(report, own, array.item()));
    array.end();
}

type Form = fn(&str) -> Normal;

fn address(report: &mut Report, address: &dyn Ga4AddressFields, out: &mut Vec<u8>) {
    let hashed: [(_, _, _, _, Form); 3] = [
        ("first_name", address.first_name(), "sha256_first_name", address.sha256_first_name(), normal::google_name),
        ("last_name", address.last_name(), "sha256_last_name", address.sha256_last_name(), normal::google_name),
        ("street", address.street(), "sha256_street", address.sha256_street(), normal::google_street),
    ];
    let places = [("city", address.city()), ("region", address.region())];
    let as_given = [("postal_code", address.postal_code()), ("country", address.country())];
    let mut object = Object::begin(out);
    for (plain, value, ready, digest, form) in hashed {
        let of_plain = value.and_then(|value| checked(report, plain, form(value))).map(|normal| hash::sha256(&normal));
        let given = digest.and_then(|digest| checked(report, ready, normal::digest(digest)));
        rules::exclusive(report, (plain, value.is_some()), (ready, digest.is_some()));
        if let Some(digest) = of_plain.or(given) {
            object.text(ready, &digest);
        }
    }
    for (field, value) in places {
        if let Some(place) = value.and_then(|value| checked(report, field, normal::google_name(value))) {
            object.text(field, &place);
        }
    }
    for (field, value) in as_given {
        if let Some(value) = text::optional(report, field, Kind::Free, value) {
            object.text(field, value);
        }
    }
    object.end();
    let is_empty = hashed.iter().all(|(_, value, _, digest, _)| value.is_none() && digest.is_none());
    rules::not_empty(report, is_empty && places.iter().chain(&as_given).all(|(_, value)| value.is_none()));
}

fn checked(report: &mut Report, field: &str, normal: Normal) -> Option<String> {
    normal.map_err(|(code, message)| report.issue(field, code, message)).ok()
}
