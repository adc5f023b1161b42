//! What a request of any kind can say of a device, its user and the app.

use crate::provider::record::record;
use crate::value::lend::TextsRef;
use crate::value::TimeRef;

use super::device;

record! {
    /// What the user allows the app's maker to share.
    pub struct SingularDataSharingOptions lends SingularDataSharingOptionsFields, SingularDataSharingOptionsRead {
        /// Whether the sharing of data is limited.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        limit_data_sharing: bool;
    }
}

/// Declares a kind of event that has the fields of all kinds, and `extra`. Its own fields are before and between those.
macro_rules! with_common {
    ($(#[doc = $doc:literal])* pub struct $record:ident lends $lent:ident, $read:ident { $($first:tt)* } { $($own:tt)* }) => {
        $crate::provider::record::record! {
            $(#[doc = $doc])*
            pub struct $record lends $lent, $read {
                $($first)*
                /// The platform: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in any case. Required,
                /// unless the configuration has one.
                /// Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
                platform: Text => "p";
                /// The Singular Device ID, which the SDK makes: a UUID, sent in lower case with hyphens, such as
                /// `40009df0-d618-4d81-9da1-cbb3337b8dec`. V2 identifies every device by it, V1 those of the web, PCs, consoles and
                /// connected televisions.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                sdid: Text;
                /// The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens. V1 requires it of every iOS device.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                idfv: Text;
                /// The App Set ID of Android devices with Google Play. A UUID is sent in lower case with hyphens, any other text as it is,
                /// with a warning.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                asid: Text;
                /// The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                idfa: Text;
                /// The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                aifa: Text;
                /// The advertising identifier of Amazon devices: a UUID, sent in lower case with hyphens. All zeros are never sent.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                amid: Text;
                /// The open advertising identifier of Android devices in China. A UUID is sent in lower case with hyphens, any other text as
                /// it is, with a warning. All zeros are never sent.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                oaid: Text;
                /// The Android ID: 1 to 16 hexadecimal digits, sent in lower case. Only for devices that have no other identifier and whose app
                /// is not from Google Play.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                andi: Text;
                /// When it happened: RFC 3339, or an integer of Unix milliseconds. Sent as `umilisec` or `utime`. Without it Singular
                /// takes the time of receipt; a delivery fills in the time of submission.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                time: Time;
                /// The public IP address of the device: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the
                /// setting `ipv6`. One of `ip`, `country` and `use_request_ip` is required.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                ip: Text;
                /// Whether Singular takes the address of the connection (`use_ip`), which is the address of your server: every user is where
                /// that is. Never sent by default. `true` requires `country`, and is not possible together with `ip`.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                use_request_ip: bool;
                /// The country of the user: two letters of ISO 3166-1, such as `US`, sent in upper case.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                country: Text;
                /// The version of the operating system, such as `9.2`. V1 and sessions require it on Android and iOS.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                os_version: Text => "ve";
                /// The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. iOS only; V1 and sessions
                /// require it there. An app without App Tracking Transparency sends 0.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                att_authorization_status: i64;
                /// An identifier that matches users of PCs and consoles across devices. An email address or the like only as SHA-256. PCs and
                /// consoles only.
                /// Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
                match_id: Text;
                /// The operating system of a PC or console. PCs and consoles only.
                /// Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
                os: Text;
                /// The store that the app was installed from, such as `com.android.vending`. Android, PCs and consoles only.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                install_source: Text;
                /// Your own identifier of the user, such as `user_42`: no personal data.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                custom_user_id: Text;
                /// What the user allows to share, sent as JSON.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                data_sharing_options: SingularDataSharingOptions;
                /// Properties of your own, sent as JSON: at most 5, with keys and values of at most 200 characters.
                /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
                global_properties: Pairs<Text>;
                /// The maker of the device, such as `samsung`. Together with `device_model`. Sessions require it on Android and iOS.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                device_make: Text => "ma";
                /// The model of the device, such as `SM-G935F`. Together with `device_make`.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                device_model: Text => "mo";
                /// The locale of the device, a language and a country such as `en_US`; another form is sent with a warning. Sessions require it
                /// on Android and iOS.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                locale: Text => "lc";
                /// The build of the operating system, such as `Build/13D15`. Sessions require it on Android and iOS.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                os_build: Text => "bd";
                /// The version of the app, such as `1.2.3`. Sent as `app_v`, and as `av` on the web, PCs and consoles. Sessions require it.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                app_version: Text;
                /// The connection of the device: `wifi` or `carrier`.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                connection_type: Text => "c";
                /// The name of the carrier, such as `Comcast`.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                carrier: Text => "cn";
                /// The user agent, as the device sent it; it is encoded here.
                /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
                user_agent: Text => "ua";
                /// Whether the user limits ad tracking; sent as `1` (limited) or `0`.
                /// Source: <https://support.singular.net/hc/en-us/articles/360048588672>
                do_not_track: bool => "dnt";
                /// Singular's `dntoff`, sent as `1` or `0`. Singular does not document how it relates to `do_not_track`.
                /// Source: <https://support.singular.net/hc/en-us/articles/360048588672>
                do_not_track_off: bool => "dntoff";
                /// The name of a partner that forwards events, such as an attribution or subscription platform. No list is documented.
                partner: Text;
                $($own)*
                /// Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that
                /// every request has. Further attributes of an event belong in `attributes`.
                extra: Pairs<Text>;
            }
        }
    };
}
pub(super) use with_common;

/// The fields that all kinds have, in the order in which they are sent.
pub(super) struct Common<'e> {
    pub(super) platform: Option<&'e str>,
    pub(super) ids: device::Given<'e>,
    pub(super) time: Option<TimeRef<'e>>,
    pub(super) ip: Option<&'e str>,
    pub(super) use_request_ip: Option<bool>,
    pub(super) country: Option<&'e str>,
    pub(super) os_version: Option<&'e str>,
    pub(super) att_authorization_status: Option<i64>,
    pub(super) match_id: Option<&'e str>,
    pub(super) os: Option<&'e str>,
    pub(super) install_source: Option<&'e str>,
    pub(super) custom_user_id: Option<&'e str>,
    pub(super) data_sharing_options: Option<&'e (dyn SingularDataSharingOptionsFields + 'e)>,
    pub(super) global_properties: Option<TextsRef<'e>>,
    pub(super) device_make: Option<&'e str>,
    pub(super) device_model: Option<&'e str>,
    pub(super) locale: Option<&'e str>,
    pub(super) os_build: Option<&'e str>,
    pub(super) app_version: Option<&'e str>,
    pub(super) connection_type: Option<&'e str>,
    pub(super) carrier: Option<&'e str>,
    pub(super) user_agent: Option<&'e str>,
    pub(super) do_not_track: Option<bool>,
    pub(super) do_not_track_off: Option<bool>,
    pub(super) partner: Option<&'e str>,
}

/// The [`Common`] fields of an event.
macro_rules! common {
    ($event:expr) => {
        $crate::provider::singular::common::Common {
            platform: $event.platform(),
            ids: [
                $event.sdid(),
                $event.idfv(),
                $event.asid(),
                $event.idfa(),
                $event.aifa(),
                $event.amid(),
                $event.oaid(),
                $event.andi(),
            ],
            time: $event.time(),
            ip: $event.ip(),
            use_request_ip: $event.use_request_ip(),
            country: $event.country(),
            os_version: $event.os_version(),
            att_authorization_status: $event.att_authorization_status(),
            match_id: $event.match_id(),
            os: $event.os(),
            install_source: $event.install_source(),
            custom_user_id: $event.custom_user_id(),
            data_sharing_options: $event.data_sharing_options(),
            global_properties: $event.global_properties(),
            device_make: $event.device_make(),
            device_model: $event.device_model(),
            locale: $event.locale(),
            os_build: $event.os_build(),
            app_version: $event.app_version(),
            connection_type: $event.connection_type(),
            carrier: $event.carrier(),
            user_agent: $event.user_agent(),
            do_not_track: $event.do_not_track(),
            do_not_track_off: $event.do_not_track_off(),
            partner: $event.partner(),
        }
    };
}
pub(super) use common;
