//! The identifiers of a device, and what else a request of any kind can say of it.

use crate::encode::form::Form;
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::device_id::Shape;
use crate::value::text::{self, Kind};

use super::{Adjust, Ipv6};

/// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
const OS_NAMES: &[&str] = &[
    "android",
    "android-tv",
    "apple-tv",
    "bada",
    "blackberry",
    "fire-tv",
    "ios",
    "linux",
    "macos",
    "nintendo",
    "playstation",
    "roku-os",
    "server",
    "smart-cast",
    "steamos",
    "symbian",
    "tizen",
    "unknown",
    "webos",
    "windows",
    "windows-phone",
    "xbox",
];

/// A parameter that identifies a device.
pub(super) struct DeviceId {
    name: &'static str,
    /// `None` where no shape is documented.
    shape: Option<Shape>,
    /// Whether the platform gives all zeros where tracking is not allowed.
    is_zero_when_limited: bool,
}

/// Every identifier, by its name.
pub(super) mod ids {
    #![allow(non_upper_case_globals, reason = "an identifier has one name")]

    use super::{DeviceId, Shape};

    macro_rules! ids {
        ($($name:ident: $shape:expr, $is_zero_when_limited:literal;)*) => {
            $(pub(in super::super) const $name: DeviceId =
                DeviceId { name: stringify!($name), shape: $shape, is_zero_when_limited: $is_zero_when_limited };)*
        };
    }

    ids! {
        idfa: Some(Shape::UuidUpper), true;
        gps_adid: Some(Shape::UuidLower), true;
        fire_adid: Some(Shape::UuidLower), false;
        oaid: Some(Shape::UuidLower), true;
        web_uuid: None, false;
        win_adid: Some(Shape::UuidLowerPlain), false;
        adid: Some(Shape::HexLower(32, 32)), false;
        idfv: Some(Shape::UuidUpper), false;
        android_id: Some(Shape::HexLower(1, 16)), false;
        android_id_lower_md5: Some(Shape::HexLower(32, 32)), false;
        android_id_lower_sha1: Some(Shape::HexLower(40, 40)), false;
        android_id_upper_md5: Some(Shape::HexLower(32, 32)), false;
        android_id_upper_sha1: Some(Shape::HexLower(40, 40)), false;
        imei: Some(Shape::Digits(14, 16)), false;
        imei_lower_md5: Some(Shape::HexLower(32, 32)), false;
        meid: Some(Shape::HexUpper(14)), false;
        win_naid: None, false;
        win_hwid: None, false;
        idfa_lower_md5: Some(Shape::HexLower(32, 32)), false;
        idfa_lower_sha1: Some(Shape::HexLower(40, 40)), false;
        idfa_upper_md5: Some(Shape::HexLower(32, 32)), false;
        idfa_upper_sha1: Some(Shape::HexLower(40, 40)), false;
        idfa_short: Some(Shape::UuidUpperPlain), true;
        gps_adid_lower_md5: Some(Shape::HexLower(32, 32)), false;
        gps_adid_lower_sha1: Some(Shape::HexLower(40, 40)), false;
        gps_adid_upper_md5: Some(Shape::HexLower(32, 32)), false;
        gps_adid_upper_sha1: Some(Shape::HexLower(40, 40)), false;
        oaid_lower_md5: Some(Shape::HexLower(32, 32)), false;
        vida: None, false;
        rida: None, false;
        tifa: None, false;
        external_device_id: None, false;
        primary_dedupe_token: None, false;
        persistent_ios_uuid: None, false;
        google_app_set_id: None, false;
    }
}

/// A record that names a device.
pub(super) trait Device {
    /// The names of the identifiers that it can have, in the order in which they are sent.
    const IDS: &'static [&'static str];

    /// Calls `visit` with each identifier that it has, in the order of [`Device::IDS`].
    fn each_id(&self, visit: &mut dyn FnMut(&DeviceId, &str));
}

/// Implements [`Device`] for a record, and for it as it is read: by its fields, which have the names of the identifiers.
macro_rules! device {
    (@ [$($id:ident)*] $record:ty) => {
        impl $crate::provider::adjust::device::Device for $record {
            const IDS: &'static [&'static str] = &[$(stringify!($id)),*];

            fn each_id(&self, visit: &mut dyn FnMut(&$crate::provider::adjust::device::DeviceId, &str)) {
                $(if let Some(given) = self.$id() {
                    visit(&$crate::provider::adjust::device::ids::$id, given);
                })*
            }
        }
    };
    ($ids:tt $record:ty, $read:ty) => {
        $crate::provider::adjust::device::device! { @ $ids $record }
        $crate::provider::adjust::device::device! { @ $ids $read }
    };
}
pub(super) use device;

/// What is known of a device in addition to its identifiers.
#[derive(Default)]
pub(super) struct Description<'e> {
    pub(super) os_name: Option<&'e str>,
    pub(super) os_version: Option<&'e str>,
    pub(super) device_name: Option<&'e str>,
    pub(super) device_type: Option<&'e str>,
    pub(super) ip_address: Option<&'e str>,
    pub(super) user_agent: Option<&'e str>,
    pub(super) att_status: Option<i64>,
    pub(super) tracking_enabled: Option<bool>,
}

/// A record that describes a device.
pub(super) trait Described: Device {
    fn description(&self) -> Description<'_>;
}

/// Declares a kind of event that takes every identifier and description of a device, and `extra`. Its own fields are before and between those.
macro_rules! of_device {
    ($(#[doc = $doc:literal])* pub struct $record:ident lends $lent:ident, $read:ident { $($first:tt)* } { $($own:tt)* }) => {
        $crate::provider::record::record! {
            $(#[doc = $doc])*
            pub struct $record lends $lent, $read {
                $($first)*
                /// The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens, such as
                /// `660e1d86-6796-463a-be86-897993136018`. All zeros are never sent.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                gps_adid: Text;
                /// The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens, such as `D2CADB5F-410F-4963-AC0C-2A78534BDF1E`.
                /// All zeros mean that tracking is not allowed; they are never sent.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                idfa: Text;
                /// The Adjust device identifier, on all platforms: 32 hexadecimal digits, such as `18546f6171f67e29d1cb983322ad1329`. It finds iOS
                /// devices without an IDFA.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                adid: Text;
                /// The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                idfv: Text;
                $($own)*
                /// The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                ip_address: Text;
                /// The operating system: `android`, `android-tv`, `apple-tv`, `bada`, `blackberry`, `fire-tv`, `ios`, `linux`, `macos`, `nintendo`,
                /// `playstation`, `roku-os`, `server`, `smart-cast`, `steamos`, `symbian`, `tizen`, `unknown`, `webos`, `windows`, `windows-phone` or
                /// `xbox`. The guide asks for it in every request, the events page does not; send it when it is known.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                os_name: Text;
                /// The version of the operating system, such as `17.5.1`; used for probabilistic modelling.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                os_version: Text;
                /// The device's model, such as `iPhone16,2`; used for probabilistic modelling.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                device_name: Text;
                /// The device's type, such as `iPhone`; used for probabilistic modelling.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                device_type: Text;
                /// The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. Not together with
                /// `tracking_enabled`.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                att_status: i64;
                /// Whether the user allows tracking (before iOS 14.5, and on Android); sent as `1` or `0`. Not together with `att_status`.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                tracking_enabled: bool;
                /// The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                fire_adid: Text;
                /// The open advertising identifier of Huawei and other Android devices: a UUID, sent in lower case with hyphens. All zeros are never
                /// sent.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                oaid: Text;
                /// The identifier that Adjust's Web SDK makes. No shape is documented by Adjust. Adjust documents
                /// that it identifies a device by itself, but users report that events with no other identifier
                /// keep failing with `Device not found`: send another identifier with it where there is one.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/>
                web_uuid: Text;
                /// The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens, such as `107e8ea14329d4a2194ebbb6dc0c0fd7`.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                win_adid: Text;
                /// The Android ID: 1 to 16 hexadecimal digits, sent in lower case.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                android_id: Text;
                /// MD5 of the lower-case Android ID, in hex.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                android_id_lower_md5: Text;
                /// SHA-1 of the lower-case Android ID, in hex.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                android_id_lower_sha1: Text;
                /// MD5 of the upper-case Android ID, in hex.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                android_id_upper_md5: Text;
                /// SHA-1 of the upper-case Android ID, in hex.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                android_id_upper_sha1: Text;
                /// The IMEI: 14 to 16 digits, without hyphens.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                imei: Text;
                /// MD5 of the IMEI without hyphens, in hex.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                imei_lower_md5: Text;
                /// The MEID: 14 hexadecimal digits, sent in upper case without hyphens.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                meid: Text;
                /// The network adapter identifier of Windows: lower case, with hyphens. No other shape is documented by Adjust.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                win_naid: Text;
                /// The hardware identifier of the Windows Store, without hyphens. No other shape is documented by Adjust.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
                win_hwid: Text;
                /// MD5 of the lower-case IDFA with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                idfa_lower_md5: Text;
                /// SHA-1 of the lower-case IDFA with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                idfa_lower_sha1: Text;
                /// MD5 of the upper-case IDFA with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                idfa_upper_md5: Text;
                /// SHA-1 of the upper-case IDFA with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                idfa_upper_sha1: Text;
                /// The IDFA without hyphens: 32 hexadecimal digits, sent in upper case as the IDFA is.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                idfa_short: Text;
                /// MD5 of the lower-case Google advertising identifier with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                gps_adid_lower_md5: Text;
                /// SHA-1 of the lower-case Google advertising identifier with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                gps_adid_lower_sha1: Text;
                /// MD5 of the upper-case Google advertising identifier with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                gps_adid_upper_md5: Text;
                /// SHA-1 of the upper-case Google advertising identifier with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                gps_adid_upper_sha1: Text;
                /// MD5 of the lower-case OAID with hyphens, in hex.
                /// Source: <https://help.adjust.com/en/article/device-identifiers>
                oaid_lower_md5: Text;
                /// The advertising identifier of Vizio televisions. Any text.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
                vida: Text;
                /// The advertising identifier of Roku. Any text.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
                rida: Text;
                /// The advertising identifier of Samsung Tizen televisions. Any text.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
                tifa: Text;
                /// Any text that identifies a PC, console or connected television; case-sensitive.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                external_device_id: Text;
                /// A random UUID that an iOS app keeps in its keychain: documented in lower case with hyphens; taken as any text.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                primary_dedupe_token: Text;
                /// The name that the sessions page has for an identifier in the iOS keychain. Any text.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
                persistent_ios_uuid: Text;
                /// Android's App Set ID. Any text.
                /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
                google_app_set_id: Text;
                /// Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
                /// request of this kind has.
                extra: Pairs<Text>;
            }
        }

        $crate::provider::adjust::device::device! {
            [
                idfa gps_adid fire_adid oaid web_uuid win_adid adid idfv android_id
                android_id_lower_md5 android_id_lower_sha1 android_id_upper_md5 android_id_upper_sha1
                imei imei_lower_md5 meid win_naid win_hwid
                idfa_lower_md5 idfa_lower_sha1 idfa_upper_md5 idfa_upper_sha1 idfa_short
                gps_adid_lower_md5 gps_adid_lower_sha1 gps_adid_upper_md5 gps_adid_upper_sha1 oaid_lower_md5
                vida rida tifa external_device_id primary_dedupe_token persistent_ios_uuid google_app_set_id
            ]
            $record, $read<'_>
        }

        $crate::provider::adjust::device::of_device! { @ $record }
        $crate::provider::adjust::device::of_device! { @ $read<'_> }
    };
    (@ $record:ty) => {
        impl $crate::provider::adjust::device::Described for $record {
            fn description(&self) -> $crate::provider::adjust::device::Description<'_> {
                $crate::provider::adjust::device::Description {
                    os_name: self.os_name(),
                    os_version: self.os_version(),
                    device_name: self.device_name(),
                    device_type: self.device_type(),
                    ip_address: self.ip_address(),
                    user_agent: None,
                    att_status: self.att_status(),
                    tracking_enabled: self.tracking_enabled(),
                }
            }
        }
    };
}
pub(super) use of_device;

impl Adjust {
    /// Appends what is known of a device in addition to its identifiers.
    pub(super) fn describe(&self, device: &Description<'_>, report: &mut Report, form: &mut Form) {
        if let Some(name) = text::optional(report, "os_name", Kind::Free, device.os_name) {
            if !OS_NAMES.contains(&name) {
                report.issue("os_name", Code::InvalidChoice, format!("must be one of `{}`", OS_NAMES.join("`, `")));
            }
            form.text("os_name", name);
        }
        for (name, value) in [("os_version", device.os_version), ("device_name", device.device_name), ("device_type", device.device_type)] {
            if let Some(value) = text::optional(report, name, Kind::Free, value) {
                form.text(name, value);
            }
        }
        if let Some(address) = rules::ipv4(report, "ip_address", device.ip_address, self.ipv6 == Ipv6::Omit) {
            form.text("ip_address", &address);
        }
        if let Some(agent) = rules::user_agent(report, "user_agent", device.user_agent) {
            form.text("user_agent", agent);
        }
        if let Some(status) = device.att_status {
            match u8::try_from(status) {
                Ok(status @ 0..=3) => {
                    form.plain("att_status", &[b'0' + status]);
                }
                _ => report.issue("att_status", Code::InvalidChoice, "must be 0, 1, 2 or 3"),
            }
        }
        if let Some(enabled) = device.tracking_enabled {
            form.plain("tracking_enabled", if enabled { b"1" } else { b"0" });
        }
        rules::exclusive(report, ("att_status", device.att_status.is_some()), ("tracking_enabled", device.tracking_enabled.is_some()));
    }
}

/// Appends the identifiers; returns where the first one ends.
pub(super) fn identify<D: Device>(device: &D, report: &mut Report, form: &mut Form) -> usize {
    let mut is_any_given = false;
    let mut end_of_first = None;
    let mut zeros = Vec::new();
    device.each_id(&mut |id, given| {
        // A shape says more than that control characters are not allowed.
        let kind = if id.shape.is_some() { Kind::Free } else { Kind::Identifier };
        if let Some((code, message)) = text::check(kind, given) {
            report.issue(id.name, code, message);
            is_any_given = true;
            return;
        }
        let Some(shape) = id.shape else {
            form.text(id.name, given);
            end_of_first.get_or_insert(form.parameters_len());
            is_any_given = true;
            return;
        };
        match shape.normalise(given) {
            Some(id_of_zeros) if id.is_zero_when_limited && id_of_zeros.is_zero() => zeros.push(id.name),
            Some(normal) => {
                form.plain(id.name, normal.as_bytes());
                end_of_first.get_or_insert(form.parameters_len());
                is_any_given = true;
            }
            None => {
                report.issue(id.name, Code::InvalidDeviceId, shape.describe());
                is_any_given = true;
            }
        }
    });
    is_any_given = is_any_given || D::IDS.iter().any(|name| report.has(name));
    for name in &zeros {
        if is_any_given {
            report.warning(name, Code::ZeroDeviceIdOmitted, "left out: all zeros mean that tracking is not allowed");
        } else {
            report.issue(name, Code::ZeroDeviceId, "is the only device identifier, and all zeros mean that tracking is not allowed");
        }
    }
    if !is_any_given && zeros.is_empty() {
        report.issue("", Code::MissingOneOf, "at least one device identifier is required, such as `gps_adid`, `idfa` or `adid`");
    }
    end_of_first.unwrap_or_default()
}
