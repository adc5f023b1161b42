//! Platforms, and the identifiers that each has.
//!
//! Source: <https://support.singular.net/hc/en-us/articles/31496864868635>

use super::{errors::Refusal, fields::Parameters};

/// A platform, as far as its requests differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Platform {
    Android,
    Ios,
    /// Web, PC, consoles and CTV.
    Other,
}

/// The spellings of the page of events, and those of the pages of PC and consoles. Case matters.
const SPELLINGS: &[(&str, Platform)] = &[
    ("Android", Platform::Android),
    ("iOS", Platform::Ios),
    ("Web", Platform::Other),
    ("PC", Platform::Other),
    ("Xbox", Platform::Other),
    ("Playstation", Platform::Other),
    ("Nintendo", Platform::Other),
    ("MetaQuest", Platform::Other),
    ("CTV", Platform::Other),
    ("pc", Platform::Other),
    ("xbox", Platform::Other),
    ("playstation", Platform::Other),
    ("nintendo", Platform::Other),
    ("metaquest", Platform::Other),
];

/// The identifier of the SDK, on any platform.
pub(super) const SDID: &str = "sdid";
const IDFV: &str = "idfv";
const ATT: &str = "att_authorization_status";
const ANDROID: &[&str] = &["asid", "aifa", "amid", "oaid", "andi"];

/// Everything that identifies a device. The first one of a request represents the device.
pub(super) const IDENTIFIERS: &[&str] = &[SDID, IDFV, "asid", "idfa", "aifa", "amid", "oaid", "andi", "sing", "match_id"];

/// The identifiers of Apple's and Google's platforms.
const OF_PLATFORMS: &[&str] = &["idfa", IDFV, "aifa", "asid", "amid", "oaid", "andi"];

impl Platform {
    /// Reads the parameter `p`.
    pub(super) fn read(text: &str) -> Result<Self, Refusal> {
        SPELLINGS.iter().find(|(name, _)| *name == text).map(|(_, platform)| *platform).ok_or(Refusal::platform(text))
    }

    pub(super) fn is_mobile(self) -> bool {
        self != Self::Other
    }

    /// Checks the identifiers of a session or of an event of the first version. `text` is the platform's
    /// own name.
    pub(super) fn check_ids(self, text: &str, parameters: &Parameters, is_session: bool) -> Result<(), Refusal> {
        let has = |name: &str| parameters.contains_key(name);
        if is_session && has(SDID) {
            return shapes(parameters);
        }
        match self {
            Self::Other if !has(SDID) => return Err(Refusal::of_platform(text, SDID, "missing_sdid")),
            Self::Ios if !has(IDFV) && !has("idfa") => return Err(Refusal::no_device_id()),
            Self::Ios if !has(IDFV) => return Err(Refusal::of_platform(text, IDFV, "missing_idfv")),
            Self::Ios if !has(ATT) => return Err(Refusal::of_platform(text, ATT, "missing_att_authorization_status")),
            Self::Android if !ANDROID.iter().any(|name| has(name)) => return Err(Refusal::no_device_id()),
            Self::Android | Self::Ios | Self::Other => {}
        }
        shapes(parameters)
    }
}

/// Checks the identifier of an event of the second version.
pub(super) fn check_sdid(platform: Platform, text: &str, parameters: &Parameters) -> Result<(), Refusal> {
    if !parameters.contains_key(SDID) {
        return Err(if platform.is_mobile() { Refusal::no_device_id() } else { Refusal::of_platform(text, SDID, "missing_sdid") });
    }
    shapes(parameters)
}

/// Whether a request has identifiers that an event of the second version ignores.
pub(super) fn has_platform_ids(parameters: &Parameters) -> bool {
    OF_PLATFORMS.iter().any(|name| parameters.contains_key(*name))
}

/// The identifier that represents the device.
pub(super) fn device(parameters: &Parameters) -> Option<(&'static str, String)> {
    IDENTIFIERS.iter().find_map(|name| Some((*name, parameters.get(*name)?.clone())))
}

/// The shapes of the official samples. `asid` and `oaid` are any text: a printed `oaid` is no UUID.
fn shapes(parameters: &Parameters) -> Result<(), Refusal> {
    let is_upper = |byte: u8| matches!(byte, b'0'..=b'9' | b'A'..=b'F');
    let is_lower = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    for (name, text) in parameters {
        let is_valid = match name.as_str() {
            "idfa" | IDFV => is_uuid(text, is_upper),
            SDID | "aifa" | "amid" => is_uuid(text, is_lower),
            "andi" => (1..=16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit()),
            _ => true,
        };
        if !is_valid {
            return Err(Refusal::invalid(name, "invalid_device_id"));
        }
    }
    Ok(())
}

fn is_uuid(text: &str, is_digit: impl Fn(u8) -> bool) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(position, byte)| match position {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => is_digit(byte),
        })
}
