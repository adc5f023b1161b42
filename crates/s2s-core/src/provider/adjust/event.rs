//! The declaration of an event.

use crate::provider::record::record;
use crate::value::device_id::Shape;
use crate::value::{Number, Pairs, Text, Time};

record! {
    /// An event of Adjust's `/event` endpoint. Required are `event_token` and at least one device identifier.
    ///
    /// The parameters are sent in this order: `s2s=1`, `event_token`, `app_token`, the device identifiers (`idfa`, `gps_adid`, `fire_adid`, `oaid`,
    /// `web_uuid`, `win_adid`, `adid`, `idfv`, `android_id` and the others as they are declared), `os_name`, `os_version`, `device_name`, `device_type`,
    /// `ip_address`, `user_agent`, `att_status`, `tracking_enabled`, `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `currency`,
    /// `revenue`, `environment`, `extra`.
    pub struct AdjustEvent lends AdjustEventFields, AdjustEventRead {
        /// The event token from the dashboard: visible ASCII, such as `f0ob4r`. Required.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        event_token: Text, required;
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
        /// When the event happened: RFC 3339, or an integer of Unix milliseconds. At most 58 days ago. Without it Adjust takes the time of
        /// receipt.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        created_at: Time;
        /// The revenue in full currency units (`149.99` is $149.99): a decimal from 0.001 to 100,000,000,000. Required with `currency`. The
        /// maximum stands in the error table of <https://dev.adjust.com/en/api/s2s-api/>.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        revenue: Number;
        /// The currency of `revenue`: three letters, sent in upper case. Required with `revenue`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        currency: Text;
        /// Parameters for your callbacks and raw data exports: texts, in your order, not nested.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        callback_params: Pairs<Text>;
        /// Parameters for your network partners: texts, in your order, not nested.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        partner_params: Pairs<Text>;
        /// The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        ip_address: Text;
        /// The device's user agent, as the device sent it; it is encoded here.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        user_agent: Text;
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
        /// When the event happened, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        created_at_unix: i64;
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
        /// Further parameters, sent as they are after all others. It must not name a parameter that has a field here, `s2s`, `app_token` or
        /// `environment`.
        extra: Pairs<Text>;
    }
}

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
        /// The names of the device identifiers in the order in which they are sent.
        pub(super) const DEVICE_IDS: &[&str] = &[$(stringify!($field)),*];

        /// Calls `visit` with each device identifier of an event, in the order of [`DEVICE_IDS`].
        pub(super) fn each_device_id(event: &impl AdjustEventFields, visit: &mut dyn FnMut(&DeviceId, &str)) {
            $(if let Some(given) = event.$field() {
                let id = DeviceId { name: stringify!($field), shape: $shape, is_zero_when_limited: $is_zero_when_limited };
                visit(&id, given);
            })*
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
