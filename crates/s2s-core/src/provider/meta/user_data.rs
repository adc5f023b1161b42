//! The user: digests of personal data, and identifiers.

use std::net::IpAddr;

use crate::encode::json::{self, Object};
use crate::hash;
use crate::hash::normal::{self, Normal};
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::device_id::Shape;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{Text, Timestamp};

use super::event::MetaUserDataFields;
use super::{ExternalId, MadidCase, NameSpaces, Settings};

/// Groups of members: one group alone, or a part of it, does not say who the user is, and Meta refuses such an event.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/best-practices>
const TOO_WEAK: [&[&str]; 4] =
    [&["ct", "country", "st", "zp", "ge", "client_user_agent"], &["db", "client_user_agent"], &["fn", "ge"], &["ln", "ge"]];

/// Appends the user of an event with this `action_source`.
pub(super) fn write(
    settings: &Settings,
    report: &mut Report,
    data: &dyn MetaUserDataFields,
    source: Option<&str>,
    now: Timestamp,
    out: &mut Vec<u8>,
) {
    let mut user = User { settings, report, object: Object::begin(out), keys: Vec::new() };
    user.digests(data, now);
    user.client(data);
    let is_zero = user.device(data, source);
    user.ids(data);
    let User { object, keys, .. } = user;
    object.end();
    check(report, &keys, is_zero);
    if source == Some("website") {
        rules::required(report, "client_user_agent", data.client_user_agent().is_some());
    }
}

/// The members so far.
struct User<'a> {
    settings: &'a Settings,
    report: &'a mut Report,
    object: Object<'a>,
    keys: Vec<&'static str>,
}

/// A list of a field.
type Field<'e> = (&'static str, Option<ListRef<'e, Text>>);

/// A field for a plain value, the one for its digest, and the member that both become.
type Single<'e> = (&'static str, Option<&'e str>, &'static str, Option<&'e str>, &'static str, &'e dyn Fn(&str) -> Normal);

impl User<'_> {
    fn digests(&mut self, data: &dyn MetaUserDataFields, now: Timestamp) {
        let settings = self.settings;
        let phone = |plain: &str| normal::phone_digits(plain, settings.default_calling_code.as_deref()).map(hashed);
        let name = |plain: &str| normal::meta_name(plain, settings.name_spaces == NameSpaces::Remove);
        let is_of_us = data.country().is_some_and(|country| country.trim().eq_ignore_ascii_case("us"));
        let zip_code = |plain: &str| normal::meta_zip_code(plain, is_of_us);
        let date_of_birth = |plain: &str| normal::meta_date_of_birth(plain, Some(now));
        let external_id = |plain: &str| match settings.external_id {
            ExternalId::Hash => normal::external_id(plain).map(hashed),
            ExternalId::Plain => normal::external_id(plain),
        };
        let email = |plain: &str| normal::email(plain).map(hashed);
        self.list("em", ("emails", data.emails()), ("hashed_emails", data.hashed_emails()), &email);
        self.list("ph", ("phones", data.phones()), ("hashed_phones", data.hashed_phones()), &phone);
        let singles: [Single<'_>; 8] = [
            ("first_name", data.first_name(), "hashed_first_name", data.hashed_first_name(), "fn", &name),
            ("last_name", data.last_name(), "hashed_last_name", data.hashed_last_name(), "ln", &name),
            ("date_of_birth", data.date_of_birth(), "hashed_date_of_birth", data.hashed_date_of_birth(), "db", &date_of_birth),
            ("gender", data.gender(), "hashed_gender", data.hashed_gender(), "ge", &normal::meta_gender),
            ("city", data.city(), "hashed_city", data.hashed_city(), "ct", &normal::meta_city),
            ("state", data.state(), "hashed_state", data.hashed_state(), "st", &normal::meta_state),
            ("zip_code", data.zip_code(), "hashed_zip_code", data.hashed_zip_code(), "zp", &zip_code),
            ("country", data.country(), "hashed_country", data.hashed_country(), "country", &normal::meta_country),
        ];
        for single in singles {
            self.single(single);
        }
        let ready = ("hashed_external_ids", data.hashed_external_ids());
        self.list("external_id", ("external_ids", data.external_ids()), ready, &external_id);
    }

    /// Appends a list of plain values, which `form` makes ready, and a list of digests.
    fn list(&mut self, key: &'static str, plain: Field<'_>, ready: Field<'_>, form: &dyn Fn(&str) -> Normal) {
        if plain.1.is_none() && ready.1.is_none() {
            return;
        }
        let report = &mut *self.report;
        let mut values = Vec::new();
        let mut add = |(field, list): Field<'_>, form: &dyn Fn(&str) -> Normal| {
            let Some(list) = list else { return };
            rules::not_empty_list(report, field, list.len());
            report.each(field, list, |report, value| values.extend(checked(report, "", form(value))));
        };
        add(plain, &|plain| own(plain, form));
        add(ready, &normal::meta_digest);
        json::array(self.key(key), &values, |out, value| json::string(out, value));
    }

    fn single(&mut self, (plain, value, ready, digest, key, form): Single<'_>) {
        let of_plain = value.and_then(|value| checked(self.report, plain, own(value, form))).map(hashed);
        let given = digest.and_then(|digest| checked(self.report, ready, normal::meta_digest(digest)));
        rules::exclusive(self.report, (plain, value.is_some()), (ready, digest.is_some()));
        if let Some(digest) = of_plain.or(given) {
            self.text(key, &digest);
        }
    }

    /// Appends what the browser says.
    fn client(&mut self, data: &dyn MetaUserDataFields) {
        if let Some(address) = text::optional(self.report, "client_ip_address", Kind::Free, data.client_ip_address()) {
            if address.parse::<IpAddr>().is_err() {
                self.report.issue("client_ip_address", Code::InvalidIp, "must be an IPv4 or IPv6 address");
            }
            self.text("client_ip_address", address);
        }
        if let Some(agent) = rules::user_agent(self.report, "client_user_agent", data.client_user_agent()) {
            self.text("client_user_agent", agent);
        }
        for (field, given) in [("fbc", data.fbc()), ("fbp", data.fbp())] {
            let Some(given) = text::optional(self.report, field, Kind::Identifier, given) else { continue };
            if !is_cookie(given) {
                self.report.issue(field, Code::InvalidShape, "must be `fb`, a number, a time in milliseconds and a text, with points");
            }
            self.text(field, given);
        }
    }

    /// Appends the identifiers of the device. Returns whether one of zeros was left out.
    fn device(&mut self, data: &dyn MetaUserDataFields, source: Option<&str>) -> bool {
        let mut is_zero = false;
        if let Some(given) = text::optional(self.report, "madid", Kind::Free, data.madid()) {
            // The shape has also the form without hyphens.
            match Shape::UuidLower.normalise(given).filter(|_| given.contains('-')) {
                None => self.report.issue("madid", Code::InvalidDeviceId, "must be a UUID: 32 hexadecimal digits with hyphens"),
                Some(normal) if normal.is_zero() => is_zero = true,
                Some(_) => match self.settings.madid_case {
                    MadidCase::Lower => self.text("madid", &given.to_ascii_lowercase()),
                    MadidCase::Keep => self.text("madid", given),
                },
            }
        }
        if data.anon_id().is_some() && source.is_some_and(|source| source != "app") {
            self.report.issue("anon_id", Code::Conflict, "only with `action_source` `app`");
        }
        self.identifier("anon_id", data.anon_id());
        is_zero
    }

    fn ids(&mut self, data: &dyn MetaUserDataFields) {
        self.identifier("subscription_id", data.subscription_id());
        for (field, given) in [("fb_login_id", data.fb_login_id()), ("lead_id", data.lead_id())] {
            if given.is_some() {
                super::members::natural(self.report, field, given, &mut self.object);
                self.keys.push(field);
            }
        }
        let ids = [
            ("page_id", data.page_id()),
            ("page_scoped_user_id", data.page_scoped_user_id()),
            ("ctwa_clid", data.ctwa_clid()),
            ("ig_account_id", data.ig_account_id()),
            ("ig_sid", data.ig_sid()),
        ];
        for (field, given) in ids {
            self.identifier(field, given);
        }
    }

    fn identifier(&mut self, field: &'static str, given: Option<&str>) {
        if let Some(text) = text::optional(self.report, field, Kind::Identifier, given) {
            self.text(field, text);
        }
    }

    fn text(&mut self, key: &'static str, value: &str) {
        json::string(self.key(key), value);
    }

    fn key(&mut self, key: &'static str) -> &mut Vec<u8> {
        self.keys.push(key);
        self.object.key(key)
    }
}

/// Checks that the members say who the user is.
fn check(report: &mut Report, keys: &[&str], is_zero: bool) {
    match is_zero {
        true if keys.is_empty() && !report.has("") => {
            report.issue("madid", Code::ZeroDeviceId, "is all zeros, which means that tracking is not allowed; it is the only identifier");
        }
        true => report.warning("madid", Code::ZeroDeviceIdOmitted, "left out: it is all zeros, which means that tracking is not allowed"),
        false => {}
    }
    if report.has("") {
        return;
    }
    if keys.is_empty() {
        report.issue("", Code::MissingOneOf, "at least one identifier of the user is required");
    } else if TOO_WEAK.iter().any(|group| keys.iter().all(|key| group.contains(key))) {
        report.issue("", Code::MissingOneOf, "Meta refuses these without another identifier, such as an email address");
    }
}

/// The normal form of a plain value that is not a digest of Meta's libraries.
fn own(plain: &str, form: &dyn Fn(&str) -> Normal) -> Normal {
    if normal::is_meta_digest(plain) { Err(normal::ALREADY_HASHED) } else { form(plain) }
}

fn hashed(normal: String) -> String {
    hash::sha256(&normal)
}

fn checked(report: &mut Report, field: &str, normal: Normal) -> Option<String> {
    normal.map_err(|(code, message)| report.issue(field, code, message)).ok()
}

/// `fb.`, the index of a subdomain, a time in milliseconds and a text, with points.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
fn is_cookie(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match *text.splitn(4, '.').collect::<Vec<_>>() {
        ["fb", index, millis, rest] => is_digits(index) && is_digits(millis) && !rest.is_empty(),
        _ => false,
    }
}
