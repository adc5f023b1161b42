//! Platforms, and the identifiers of their devices.

use crate::encode::form::Form;
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::device_id::Shape;
use crate::value::text::{self, Kind};

use super::ConsolePlatforms;

/// Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
const PLATFORMS: &[&str] = &["Android", "iOS", "Web", "PC", "Xbox", "Playstation", "Nintendo", "MetaQuest", "CTV"];

/// The platform of a device.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Platform(&'static str);

impl Platform {
    /// Reads a platform in any case.
    pub(super) fn read(report: &mut Report, given: Option<&str>) -> Option<Self> {
        rules::choice(report, "platform", given, PLATFORMS).map(Self)
    }

    /// The platform as it is sent.
    pub(super) fn sent_as(self, spelling: ConsolePlatforms) -> String {
        match spelling {
            ConsolePlatforms::Lower if self.is(Of::Console) => self.0.to_ascii_lowercase(),
            _ => self.0.to_owned(),
        }
    }

    pub(super) fn is(self, of: Of) -> bool {
        let is_console = || matches!(self.0, "PC" | "Xbox" | "Playstation" | "Nintendo" | "MetaQuest");
        match of {
            Of::Ios => self.0 == "iOS",
            Of::Android => self.0 == "Android",
            Of::Mobile => matches!(self.0, "Android" | "iOS"),
            Of::Web => self.0 == "Web",
            Of::Console => is_console(),
            Of::AndroidOrConsole => self.0 == "Android" || is_console(),
        }
    }
}

/// Some of the platforms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Ios,
    Android,
    Mobile,
    Web,
    /// PCs and consoles.
    Console,
    AndroidOrConsole,
}

impl Of {
    const fn message(self) -> &'static str {
        match self {
            Self::Ios => "is for iOS only",
            Self::Android => "is for Android only",
            Self::Mobile => "is for Android and iOS only",
            Self::Web => "is for the web only",
            Self::Console => "is for PCs and consoles only",
            Self::AndroidOrConsole => "is for Android, PCs and consoles only",
        }
    }
}

/// Fields that only some platforms have. Where the platform is not known, nothing is.
pub(super) fn only(report: &mut Report, platform: Option<Platform>, of: Of, fields: &[(&str, bool)]) {
    if platform.is_none_or(|platform| platform.is(of)) {
        return;
    }
    for (field, is_given) in fields {
        if *is_given && !report.has(field) {
            report.issue(field, Code::Conflict, of.message());
        }
    }
}

/// How a request identifies its device.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By `sdid` alone.
    V2,
    /// By the identifiers of the platform.
    V1,
    /// By the identifiers of the platform, by `sdid`, or by both.
    Session,
}

/// A parameter that identifies a device.
struct DeviceId {
    name: &'static str,
    shape: Shape,
    /// Whether another text is sent as it is, with a warning.
    is_loose: bool,
    /// The platform that has it; `None` for `sdid`.
    of: Option<Of>,
}

const fn id(name: &'static str, shape: Shape, is_loose: bool, of: Option<Of>) -> DeviceId {
    DeviceId { name, shape, is_loose, of }
}

/// The identifiers, in the order in which they are sent.
/// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
const IDS: [DeviceId; 8] = [
    id("sdid", Shape::UuidLower, false, None),
    id("idfv", Shape::UuidUpper, false, Some(Of::Ios)),
    id("asid", Shape::UuidLower, true, Some(Of::Android)),
    id("idfa", Shape::UuidUpper, false, Some(Of::Ios)),
    id("aifa", Shape::UuidLower, false, Some(Of::Android)),
    id("amid", Shape::UuidLower, false, Some(Of::Android)),
    id("oaid", Shape::UuidLower, true, Some(Of::Android)),
    id("andi", Shape::HexLower(1, 16), false, Some(Of::Android)),
];

/// Identifiers of Android before which `andi` is none.
const BEFORE_ANDI: [&str; 4] = ["asid", "aifa", "amid", "oaid"];

/// Whether this is the name of an identifier.
pub(super) fn is_id(name: &[u8]) -> bool {
    IDS.iter().any(|id| id.name.as_bytes() == name)
}

/// The identifiers of an event, in the order of [`IDS`].
pub(super) type Given<'e> = [Option<&'e str>; IDS.len()];

/// What has been found of the identifiers.
#[derive(Default)]
struct Seen {
    /// Those that are sent.
    sent: Vec<&'static str>,
    /// Those that are given: they are sent, or have an issue of their own.
    given: Vec<&'static str>,
    zeros: Vec<&'static str>,
    end_of_first: Option<usize>,
}

impl Seen {
    fn has(&self, name: &str) -> bool {
        self.given.contains(&name)
    }
}

/// Appends the identifiers; returns where the first one ends.
pub(super) fn identify(given: Given<'_>, way: Way, platform: Option<Platform>, report: &mut Report, form: &mut Form) -> usize {
    let mut seen = Seen::default();
    for (id, given) in IDS.iter().zip(given) {
        if given.is_none() && report.has(id.name) {
            seen.given.push(id.name);
        }
        let Some(given) = given else { continue };
        match conflict(id, way, platform) {
            Some(message) => report.issue(id.name, Code::Conflict, message),
            None => append(id, given, &mut seen, report, form),
        }
    }
    let required = required(&seen, way, platform);
    let has_zeros = zeros(&seen, required, report);
    if !has_zeros && let Some(required) = required.filter(|required| !seen.has(required)) {
        report.issue(required, Code::Missing, "is required");
    }
    if way != Way::V2 && platform.is_some_and(|platform| platform.is(Of::Android)) {
        android(&seen, has_zeros, report);
    }
    seen.end_of_first.unwrap_or_default()
}

/// Why an identifier is not one of such a request.
fn conflict(id: &DeviceId, way: Way, platform: Option<Platform>) -> Option<&'static str> {
    match (way, id.of) {
        (Way::V2, Some(_)) => Some("is ignored by version 2 of the API, which has `sdid` in place of the identifiers of a platform"),
        (Way::V1, None) if platform.is_some_and(|platform| platform.is(Of::Mobile)) => {
            Some("is of version 2 of the API; version 1 has the identifiers of the platform")
        }
        (_, Some(of)) if platform.is_some_and(|platform| !platform.is(of)) => Some(of.message()),
        _ => None,
    }
}

fn append(id: &DeviceId, given: &str, seen: &mut Seen, report: &mut Report, form: &mut Form) {
    if given.bytes().all(|byte| matches!(byte, b'0' | b'-')) && given.contains('0') && (id.is_loose || id.shape.normalise(given).is_some()) {
        seen.zeros.push(id.name);
        return;
    }
    seen.given.push(id.name);
    let kind = if id.is_loose { Kind::Identifier } else { Kind::Free };
    if let Some((code, message)) = text::check(kind, given) {
        report.issue(id.name, code, message);
        return;
    }
    match id.shape.normalise(given) {
        Some(normal) => {
            form.plain(id.name, normal.as_bytes());
        }
        None if id.is_loose => {
            report.warning(id.name, Code::UnexpectedShape, "is not a UUID, as such identifiers are; it is sent as it is");
            form.text(id.name, given);
        }
        None => {
            report.issue(id.name, Code::InvalidDeviceId, id.shape.describe());
            return;
        }
    }
    seen.sent.push(id.name);
    seen.end_of_first.get_or_insert(form.parameters_len());
}

/// The identifier without which there is no such request.
fn required(seen: &Seen, way: Way, platform: Option<Platform>) -> Option<&'static str> {
    match (way, platform) {
        (Way::V2, _) => Some("sdid"),
        (Way::V1 | Way::Session, None) => None,
        (Way::Session, Some(platform)) if platform.is(Of::Mobile) && seen.has("sdid") => None,
        (_, Some(platform)) if platform.is(Of::Ios) => Some("idfv"),
        (_, Some(platform)) if platform.is(Of::Android) => None,
        (_, Some(_)) => Some("sdid"),
    }
}

/// Identifiers of zeros are never sent. Returns whether one is an issue.
fn zeros(seen: &Seen, required: Option<&str>, report: &mut Report) -> bool {
    let mut has_issue = false;
    for name in &seen.zeros {
        if seen.given.is_empty() || required == Some(name) {
            report.issue(name, Code::ZeroDeviceId, "is required, and all zeros mean that the device has none or allows no tracking");
            has_issue = true;
        } else {
            report.warning(name, Code::ZeroDeviceIdOmitted, "left out: all zeros mean that tracking is not allowed");
        }
    }
    has_issue
}

/// The identifiers of Android. There is no single one that each device has.
fn android(seen: &Seen, has_zeros: bool, report: &mut Report) {
    if seen.given.is_empty() && !has_zeros {
        report.issue("", Code::MissingOneOf, "an identifier of the device is required, such as `asid` or `aifa`");
    }
    if seen.sent.contains(&"andi") && BEFORE_ANDI.iter().any(|name| seen.sent.contains(name)) {
        report.issue("andi", Code::Conflict, "is only for devices that have no other identifier");
    }
    let has_no_asid = !seen.has("asid") && !seen.has("sdid") && !seen.zeros.contains(&"asid");
    if seen.sent.contains(&"aifa") && has_no_asid {
        report.warning("asid", Code::MissingRecommended, "is absent: Singular asks for it on every device with Google Play");
    }
}
