//! The declaration of an event.

use serde::Deserialize;

use crate::value::device_id::Shape;
use crate::value::{Number, Pairs, Text, Time};

/// An event of Adjust's `/event` endpoint. Required are `event_token` and at least one device identifier.
///
/// The parameters are sent in this order: `s2s=1`, `event_token`, `app_token`, the device identifiers (`idfa`, `gps_adid`, `fire_adid`, `oaid`,
/// `web_uuid`, `win_adid`, `adid`, `idfv`, `android_id` and the others as they are declared), `os_name`, `os_version`, `device_name`, `device_type`,
/// `ip_address`, `user_agent`, `att_status`, `tracking_enabled`, `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `currency`,
/// `revenue`, `environment`, `extra`.
#[derive(Clone, Default, Deserialize, bon::Builder)]
#[builder(on(_, into))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record), uniffi::export(Debug))]
#[non_exhaustive]
pub struct AdjustEvent {
    /// The event token from the dashboard: visible ASCII, such as `f0ob4r`. Required.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub event_token: Option<Text>,
    /// The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens, such as
    /// `660e1d86-6796-463a-be86-897993136018`. All zeros are never sent.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub gps_adid: Option<Text>,
    /// The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens, such as `D2CADB5F-410F-4963-AC0C-2A78534BDF1E`.
    /// All zeros mean that tracking is not allowed; they are never sent.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfa: Option<Text>,
    /// The Adjust device identifier, on all platforms: 32 hexadecimal digits, such as `18546f6171f67e29d1cb983322ad1329`. It finds iOS
    /// devices without an IDFA.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub adid: Option<Text>,
    /// The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfv: Option<Text>,
    /// When the event happened: RFC 3339, or an integer of Unix milliseconds. At most 58 days ago. Without it Adjust takes the time of
    /// receipt.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub created_at: Option<Time>,
    /// The revenue in full currency units (`149.99` is $149.99): a decimal from 0.001 to 100,000,000,000. Required with `currency`. The
    /// maximum stands in the error table of <https://dev.adjust.com/en/api/s2s-api/>.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub revenue: Option<Number>,
    /// The currency of `revenue`: three letters, sent in upper case. Required with `revenue`.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub currency: Option<Text>,
    /// Parameters for your callbacks and raw data exports: texts, in your order, not nested.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub callback_params: Option<Pairs<Text>>,
    /// Parameters for your network partners: texts, in your order, not nested.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub partner_params: Option<Pairs<Text>>,
    /// The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub ip_address: Option<Text>,
    /// The device's user agent, as the device sent it; it is encoded here.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub user_agent: Option<Text>,
    /// The operating system: `android`, `android-tv`, `apple-tv`, `bada`, `blackberry`, `fire-tv`, `ios`, `linux`, `macos`, `nintendo`,
    /// `playstation`, `roku-os`, `server`, `smart-cast`, `steamos`, `symbian`, `tizen`, `unknown`, `webos`, `windows`, `windows-phone` or
    /// `xbox`. The guide asks for it in every request, the events page does not; send it when it is known.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub os_name: Option<Text>,
    /// The version of the operating system, such as `17.5.1`; used for probabilistic modelling.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub os_version: Option<Text>,
    /// The device's model, such as `iPhone16,2`; used for probabilistic modelling.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub device_name: Option<Text>,
    /// The device's type, such as `iPhone`; used for probabilistic modelling.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub device_type: Option<Text>,
    /// The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. Not together with
    /// `tracking_enabled`.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub att_status: Option<i64>,
    /// Whether the user allows tracking (before iOS 14.5, and on Android); sent as `1` or `0`. Not together with `att_status`.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub tracking_enabled: Option<bool>,
    /// When the event happened, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub created_at_unix: Option<i64>,
    /// The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub fire_adid: Option<Text>,
    /// The open advertising identifier of Huawei and other Android devices: a UUID, sent in lower case with hyphens. All zeros are never
    /// sent.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub oaid: Option<Text>,
    /// The identifier that Adjust's Web SDK makes. No shape is documented by Adjust.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub web_uuid: Option<Text>,
    /// The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens, such as `107e8ea14329d4a2194ebbb6dc0c0fd7`.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub win_adid: Option<Text>,
    /// The Android ID: 1 to 16 hexadecimal digits, sent in lower case.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub android_id: Option<Text>,
    /// MD5 of the lower-case Android ID, in hex.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub android_id_lower_md5: Option<Text>,
    /// SHA-1 of the lower-case Android ID, in hex.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub android_id_lower_sha1: Option<Text>,
    /// MD5 of the upper-case Android ID, in hex.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub android_id_upper_md5: Option<Text>,
    /// SHA-1 of the upper-case Android ID, in hex.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub android_id_upper_sha1: Option<Text>,
    /// The IMEI: 14 to 16 digits, without hyphens.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub imei: Option<Text>,
    /// MD5 of the IMEI without hyphens, in hex.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub imei_lower_md5: Option<Text>,
    /// The MEID: 14 hexadecimal digits, sent in upper case without hyphens.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub meid: Option<Text>,
    /// The network adapter identifier of Windows: lower case, with hyphens. No other shape is documented by Adjust.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub win_naid: Option<Text>,
    /// The hardware identifier of the Windows Store, without hyphens. No other shape is documented by Adjust.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub win_hwid: Option<Text>,
    /// MD5 of the lower-case IDFA with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfa_lower_md5: Option<Text>,
    /// SHA-1 of the lower-case IDFA with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfa_lower_sha1: Option<Text>,
    /// MD5 of the upper-case IDFA with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfa_upper_md5: Option<Text>,
    /// SHA-1 of the upper-case IDFA with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfa_upper_sha1: Option<Text>,
    /// The IDFA without hyphens: 32 hexadecimal digits, sent in upper case as the IDFA is.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfa_short: Option<Text>,
    /// MD5 of the lower-case Google advertising identifier with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub gps_adid_lower_md5: Option<Text>,
    /// SHA-1 of the lower-case Google advertising identifier with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub gps_adid_lower_sha1: Option<Text>,
    /// MD5 of the upper-case Google advertising identifier with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub gps_adid_upper_md5: Option<Text>,
    /// SHA-1 of the upper-case Google advertising identifier with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub gps_adid_upper_sha1: Option<Text>,
    /// MD5 of the lower-case OAID with hyphens, in hex.
    /// Source: <https://help.adjust.com/en/article/device-identifiers>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub oaid_lower_md5: Option<Text>,
    /// The advertising identifier of Vizio televisions. Any text.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub vida: Option<Text>,
    /// The advertising identifier of Roku. Any text.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub rida: Option<Text>,
    /// The advertising identifier of Samsung Tizen televisions. Any text.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub tifa: Option<Text>,
    /// Any text that identifies a PC, console or connected television; case-sensitive.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub external_device_id: Option<Text>,
    /// A random UUID that an iOS app keeps in its keychain: documented in lower case with hyphens; taken as any text.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub primary_dedupe_token: Option<Text>,
    /// The name that the sessions page has for an identifier in the iOS keychain. Any text.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub persistent_ios_uuid: Option<Text>,
    /// Android's App Set ID. Any text.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub google_app_set_id: Option<Text>,
    /// Further parameters, sent as they are after all others. It must not name a parameter that has a field here, `s2s`, `app_token` or
    /// `environment`.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub extra: Option<Pairs<Text>>,
}

crate::redacted_debug!(AdjustEvent);

/// A field of [`AdjustEvent`] that identifies a device.
pub(super) struct DeviceId {
    pub(super) name: &'static str,
    /// `None` where no shape is documented.
    pub(super) shape: Option<Shape>,
    /// Whether the platform gives all zeros where tracking is not allowed.
    pub(super) is_zero_when_limited: bool,
}

macro_rules! device_ids {
    ($($field:ident: $shape:expr, $is_zero_when_limited:literal;)*) => {
        /// The device identifiers in the order in which they are sent.
        pub(super) const DEVICE_IDS: &[DeviceId] = &[
            $(DeviceId { name: stringify!($field), shape: $shape, is_zero_when_limited: $is_zero_when_limited },)*
        ];

        impl AdjustEvent {
            /// The values of [`DEVICE_IDS`].
            pub(super) fn device_ids(&self) -> [&Option<Text>; DEVICE_IDS.len()] {
                [$(&self.$field),*]
            }
        }
    };
}

device_ids! {
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
