//! The user and the device.

use std::net::IpAddr;

use crate::encode::json::{self, Object};
use crate::hash;
use crate::hash::normal::{self, Normal};
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::Text;
use crate::value::device_id::Shape;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};

use super::event::TikTokUserFields;
use super::{EventSource, Settings};

/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, and for their numbers iOS's `ATTrackingManager.AuthorizationStatus`.
const ATT_STATUSES: &[&str] = &["NOT_DETERMINED", "RESTRICTED", "DENIED", "AUTHORIZED", "NOT_APPLICABLE"];

/// Fields that identify nobody by themselves.
const DESCRIPTIONS: [&str; 7] = ["city", "state", "country", "ip", "user_agent", "locale", "att_status"];

/// Appends what is known of the user.
pub(super) fn write(settings: &Settings, user: &dyn TikTokUserFields, report: &mut Report, out: &mut Vec<u8>) {
    let given = given(user);
    for (field, is_given) in given {
        if is_given && !takes(settings, field) && !report.has(field) {
            report.issue(field, Code::Conflict, "is not a field of this `event_source`");
        }
    }
    let mut writer = Writer { settings, report, object: Object::begin(out), zeros: Vec::new() };
    let calling_code = settings.default_calling_code.as_deref();
    writer.digests("email", ("emails", user.emails()), ("hashed_emails", user.hashed_emails()), &normal::email);
    let phone = |plain: &str| normal::phone_e164(plain, calling_code);
    writer.digests("phone", ("phones", user.phones()), ("hashed_phones", user.hashed_phones()), &phone);
    let external_ids = ("external_ids", user.external_ids());
    writer.digests("external_id", external_ids, ("hashed_external_ids", user.hashed_external_ids()), &normal::external_id);
    writer.digest(("first_name", user.first_name()), ("hashed_first_name", user.hashed_first_name()));
    writer.digest(("last_name", user.last_name()), ("hashed_last_name", user.hashed_last_name()));
    for (field, value) in [("city", user.city()), ("state", user.state()), ("country", user.country())] {
        writer.place(field, value);
    }
    writer.digest(("zip_code", user.zip_code()), ("hashed_zip_code", user.hashed_zip_code()));
    writer.text("ttclid", user.ttclid());
    writer.text("ttp", user.ttp());
    writer.ip(user.ip());
    writer.user_agent(user.user_agent());
    writer.maid(("idfa", user.idfa()), ("hashed_idfa", user.hashed_idfa()), Shape::UuidUpper);
    writer.maid(("gaid", user.gaid()), ("hashed_gaid", user.hashed_gaid()), Shape::UuidLower);
    writer.idfv(user.idfv());
    writer.text("locale", user.locale());
    writer.att_status(user.att_status());
    let Writer { object, zeros, .. } = writer;
    object.end();
    not_sent(report, &zeros, &given);
    let is_of_ios = user.idfa().is_some() || user.hashed_idfa().is_some() || user.idfv().is_some();
    if is_of_ios && !rules::is_given(report, "att_status", user.att_status()) {
        report.warning("att_status", Code::MissingRecommended, "TikTok asks for it with an event of iOS");
    }
    rules::not_empty(report, given.iter().all(|(_, is_given)| !is_given));
}

/// Every field, and whether it is there.
fn given(user: &dyn TikTokUserFields) -> [(&'static str, bool); 26] {
    [
        ("emails", user.emails().is_some()),
        ("hashed_emails", user.hashed_emails().is_some()),
        ("phones", user.phones().is_some()),
        ("hashed_phones", user.hashed_phones().is_some()),
        ("external_ids", user.external_ids().is_some()),
        ("hashed_external_ids", user.hashed_external_ids().is_some()),
        ("first_name", user.first_name().is_some()),
        ("hashed_first_name", user.hashed_first_name().is_some()),
        ("last_name", user.last_name().is_some()),
        ("hashed_last_name", user.hashed_last_name().is_some()),
        ("zip_code", user.zip_code().is_some()),
        ("hashed_zip_code", user.hashed_zip_code().is_some()),
        ("city", user.city().is_some()),
        ("state", user.state().is_some()),
        ("country", user.country().is_some()),
        ("ttclid", user.ttclid().is_some()),
        ("ttp", user.ttp().is_some()),
        ("ip", user.ip().is_some()),
        ("user_agent", user.user_agent().is_some()),
        ("idfa", user.idfa().is_some()),
        ("hashed_idfa", user.hashed_idfa().is_some()),
        ("gaid", user.gaid().is_some()),
        ("hashed_gaid", user.hashed_gaid().is_some()),
        ("idfv", user.idfv().is_some()),
        ("locale", user.locale().is_some()),
        ("att_status", user.att_status().is_some()),
    ]
}

/// Whether events of the configured source have a field.
/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
fn takes(settings: &Settings, field: &str) -> bool {
    use EventSource::{App, Crm, Web};
    let source = settings.source;
    match field {
        "emails" | "hashed_emails" | "phones" | "hashed_phones" => true,
        "external_ids" | "hashed_external_ids" => matches!(source, Web | Crm) || (source == App && settings.app_external_id),
        "ip" | "user_agent" | "locale" => matches!(source, Web | App),
        "idfa" | "hashed_idfa" | "gaid" | "hashed_gaid" | "idfv" | "att_status" => source == App,
        _ => source == Web,
    }
}

/// A list of a field.
type List<'e> = (&'static str, Option<ListRef<'e, Text>>);

/// A text of a field.
type Single<'e> = (&'static str, Option<&'e str>);

/// Appends the members. Fields of other sources are left out: they have an issue.
struct Writer<'w, 'o> {
    settings: &'w Settings,
    report: &'w mut Report,
    object: Object<'o>,
    /// The identifiers of zeros.
    zeros: Vec<&'static str>,
}

impl Writer<'_, '_> {
    /// Appends the digests of a list of plain values, and a list of digests.
    fn digests(&mut self, name: &str, plain: List<'_>, ready: List<'_>, form: &dyn Fn(&str) -> Normal) {
        if plain.1.is_none() && ready.1.is_none() {
            return;
        }
        let mut digests = Vec::new();
        let of_plain = |plain: &str| form(plain).map(|normal| hash::sha256(&normal));
        self.add_digests(plain, &of_plain, &mut digests);
        self.add_digests(ready, &normal::digest, &mut digests);
        json::array(self.object.key(name), &digests, |out, digest| json::string(out, digest));
    }

    fn add_digests(&mut self, (field, list): List<'_>, form: &dyn Fn(&str) -> Normal, digests: &mut Vec<String>) {
        let Some(list) = list.filter(|_| takes(self.settings, field)) else { return };
        if list.len() == 0 {
            self.report.issue(field, Code::Empty, "is empty; leave it out instead");
        }
        self.report.each(field, list, |report, value| match form(value) {
            Ok(digest) => digests.push(digest),
            Err((code, message)) => report.issue("", code, message),
        });
    }

    /// Appends the digest of a plain value, or a digest, under the name of the plain one.
    fn digest(&mut self, plain: Single<'_>, ready: Single<'_>) {
        let of_plain = self.own(plain).and_then(|value| self.checked(plain.0, normal::name(value)));
        self.digest_or(of_plain.map(|normal| hash::sha256(&normal)), plain, ready);
    }

    /// Appends what a plain value has become or, where there is none, a digest.
    fn digest_or(&mut self, of_plain: Option<String>, plain: Single<'_>, ready: Single<'_>) {
        let digest = self.own(ready).and_then(|digest| self.checked(ready.0, normal::digest(digest)));
        rules::exclusive(self.report, (plain.0, plain.1.is_some()), (ready.0, ready.1.is_some()));
        if let Some(value) = of_plain.or(digest) {
            self.object.text(plain.0, &value);
        }
    }

    /// Appends an advertising identifier as it is or hashed, or a digest.
    fn maid(&mut self, plain: Single<'_>, ready: Single<'_>, shape: Shape) {
        let id = self.own(plain).and_then(|given| self.checked(plain.0, shaped(given, shape)));
        if id.as_deref().is_some_and(is_zero) {
            self.zeros.push(plain.0);
        }
        let sent = id.filter(|id| !is_zero(id));
        let sent = sent.map(|id| if self.settings.hash_maids { hash::sha256(&id.to_ascii_lowercase()) } else { id });
        self.digest_or(sent, plain, ready);
    }

    fn idfv(&mut self, given: Option<&str>) {
        let Some(given) = self.own(("idfv", given)) else { return };
        if self.checked("idfv", shaped(given, Shape::UuidUpper)).is_some() {
            self.object.text("idfv", given);
        }
    }

    /// Appends a place: its letters and digits.
    fn place(&mut self, field: &'static str, given: Option<&str>) {
        let Some(given) = self.own((field, given)) else { return };
        let place: String = given.to_lowercase().chars().filter(|character| character.is_alphanumeric()).collect();
        if place.is_empty() {
            self.report.issue(field, Code::Empty, "has neither letters nor digits; leave it out instead");
        }
        self.object.text(field, &place);
    }

    fn text(&mut self, field: &'static str, given: Option<&str>) {
        let given = self.own((field, given));
        if let Some(value) = text::optional(self.report, field, Kind::Identifier, given) {
            self.object.text(field, value);
        }
    }

    fn ip(&mut self, given: Option<&str>) {
        let given = self.own(("ip", given));
        let Some(address) = text::optional(self.report, "ip", Kind::Free, given) else { return };
        if address.parse::<IpAddr>().is_err() {
            self.report.issue("ip", Code::InvalidIp, "must be an IPv4 or IPv6 address");
        }
        self.object.text("ip", address);
    }

    fn user_agent(&mut self, given: Option<&str>) {
        let given = self.own(("user_agent", given));
        if let Some(agent) = rules::user_agent(self.report, "user_agent", given) {
            self.object.text("user_agent", agent);
        }
    }

    fn att_status(&mut self, given: Option<&str>) {
        let given = self.own(("att_status", given));
        let of_number = given.and_then(|given| match given {
            "0" => ATT_STATUSES.first(),
            "1" => ATT_STATUSES.get(1),
            "2" => ATT_STATUSES.get(2),
            "3" => ATT_STATUSES.get(3),
            _ => None,
        });
        let status = of_number.copied().or_else(|| rules::choice(self.report, "att_status", given, ATT_STATUSES));
        if let Some(status) = status {
            self.object.text("att_status", status);
        }
    }

    /// The value of a field that events of the source have.
    fn own<'e>(&self, (field, given): Single<'e>) -> Option<&'e str> {
        given.filter(|_| takes(self.settings, field))
    }

    fn checked(&mut self, field: &str, normal: Normal) -> Option<String> {
        normal.map_err(|(code, message)| self.report.issue(field, code, message)).ok()
    }
}

fn shaped(given: &str, shape: Shape) -> Normal {
    if given.is_empty() {
        return Err((Code::Empty, "is empty; leave it out instead"));
    }
    // Without hyphens it would have another digest, and be another text.
    let id = Some(given).filter(|given| given.contains('-')).and_then(|given| shape.normalise(given));
    let id = id.ok_or((Code::InvalidDeviceId, "must be a UUID: 8, 4, 4, 4 and 12 hexadecimal digits with hyphens"))?;
    Ok(String::from_utf8_lossy(id.as_bytes()).into_owned())
}

fn is_zero(id: &str) -> bool {
    id.bytes().all(|byte| matches!(byte, b'0' | b'-'))
}

/// Reports identifiers of zeros, which are not sent.
fn not_sent(report: &mut Report, zeros: &[&'static str], given: &[(&'static str, bool)]) {
    let is_other = |field: &str| !zeros.contains(&field) && !DESCRIPTIONS.contains(&field);
    let is_known = given.iter().any(|(field, is_given)| is_other(field) && (*is_given || report.has(field)));
    for field in zeros {
        if is_known {
            report.warning(field, Code::ZeroDeviceIdOmitted, "left out: all zeros mean that tracking is not allowed");
        } else {
            report.issue(field, Code::ZeroDeviceId, "is the only identifier, and all zeros mean that tracking is not allowed");
        }
    }
}
