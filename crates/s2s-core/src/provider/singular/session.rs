//! Sessions: `/v1/launch`.

use crate::issue::{Found, Issues, Report};
use crate::provider::client::Provider as _;
use crate::provider::rules;
use crate::provider::spec::{KindRules, RequestKind};
use crate::request::Request;
use crate::value::text::Kind;
use crate::value::{Json, Pairs, Text, Time, Timestamp};

use super::build::{self, Draft, text, truth};
use super::common::{SingularDataSharingOptions, common, with_common};
use super::device::{Of, Way, only};
use super::{Session, Singular};

/// A session must precede the first event of its device, so both share a lane.
/// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
pub(super) const RULES: KindRules = KindRules { endpoint: "POST https://s2s.singular.net/api/v1/launch", ..Singular::RULES };

with_common! {
    /// A session of a device: Singular's `/v1/launch` endpoint, whatever the setting `event_api` is. It has to arrive before the first event of its
    /// device. Where the app has Singular's SDK, the SDK sends the sessions.
    ///
    /// Required are `platform` (here or in the configuration), the identifiers of the device, one of `ip`, `country` and `use_request_ip`,
    /// `app_version` and `install`; on Android and iOS also `os_version`, `device_make`, `device_model`, `locale`, `os_build`, `install_time` and
    /// `update_time`, and on iOS `att_authorization_status`.
    ///
    /// The identifiers are those of an event of V1. `sdid` can be in addition to them, or in their place: then the session is in the lane of
    /// the device's events of V2.
    ///
    /// The parameters are sent in the order of an event up to `partner`, then `install`, `install_time`, `update_time`, `n` and the others as
    /// they are declared, `extra`.
    pub struct SingularSession lends SingularSessionFields, SingularSessionRead {} {
        /// Whether it is the first session after an install. Required.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        install: bool, required;
        /// When the app was installed: RFC 3339, or an integer of Unix milliseconds; sent in seconds. Required on Android and iOS.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        install_time: Time;
        /// When the app was last updated: RFC 3339, or an integer of Unix milliseconds; sent in seconds. Required on Android and iOS.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        update_time: Time;
        /// The name of the app, such as `Go Go Magnet!`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        app_name: Text => "n";
        /// The receipt of the install, in base64. iOS only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        install_receipt: Text;
        /// The install referrer of Google Play, sent as JSON. Android only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        install_referrer: Pairs<Json> => "install_ref";
        /// The install referrer of Meta, sent as JSON. Android only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        meta_referrer: Pairs<Json> => "meta_ref";
        /// The attribution token of Apple Ads. iOS only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        attribution_token: Text;
        /// The link that opened the app, such as `myapp://home/page?queryparam1=value1`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        open_uri: Text => "openuri";
        /// Whether the app has deferred deep links.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        ddl_enabled: bool;
        /// Whether Singular has to resolve a short link.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        singular_link_resolve_required: bool;
        /// The token of Apple's push service, for the tracking of uninstalls.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        apns_token: Text;
        /// The token of Firebase Cloud Messaging, for the tracking of uninstalls.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        fcm_token: Text => "fcm";
        /// What Google's on-device measurement has returned.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        odm_info: Text;
        /// The error of Google's on-device measurement.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        odm_error: Text;
    }
}

impl Singular {
    /// Builds the request of one session. `now` is the caller's clock; only the checks of its time use it.
    ///
    /// # Errors
    /// All issues of the session.
    pub fn session(&self, session: &Session, now: Timestamp) -> Result<Request, Issues> {
        self.build_session(session, now, Found::default())
    }

    pub(super) fn build_session(&self, session: &impl SingularSessionFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        let endpoint = (&self.addresses.session, Way::Session);
        let mut draft = Draft::begin(self, RequestKind::of::<Session>(), endpoint, &common!(session), now, report);
        let (platform, form) = (draft.platform, &mut draft.form);
        rules::required(report, "app_version", session.app_version().is_some());
        rules::required(report, "install", session.install().is_some());
        truth("install", session.install(), form);
        build::seconds("install_time", session.install_time(), report, form);
        build::seconds("update_time", session.update_time(), report, form);
        if platform.is_some_and(|platform| platform.is(Of::Mobile)) {
            for (field, is_given) in [
                ("install_time", session.install_time().is_some()),
                ("update_time", session.update_time().is_some()),
                ("device_make", session.device_make().is_some()),
                ("device_model", session.device_model().is_some()),
                ("locale", session.locale().is_some()),
                ("os_build", session.os_build().is_some()),
            ] {
                rules::required(report, field, is_given);
            }
        }
        text("n", "app_name", Kind::Free, session.app_name(), report, form);
        text("install_receipt", "install_receipt", Kind::Free, session.install_receipt(), report, form);
        build::object("install_ref", "install_referrer", session.install_referrer(), report, form);
        build::object("meta_ref", "meta_referrer", session.meta_referrer(), report, form);
        text("attribution_token", "attribution_token", Kind::Free, session.attribution_token(), report, form);
        let of_ios = [
            ("install_receipt", session.install_receipt().is_some()),
            ("attribution_token", session.attribution_token().is_some()),
        ];
        let of_android = [
            ("install_referrer", session.install_referrer().is_some()),
            ("meta_referrer", session.meta_referrer().is_some()),
        ];
        only(report, platform, Of::Ios, &of_ios);
        only(report, platform, Of::Android, &of_android);
        text("openuri", "open_uri", Kind::Free, session.open_uri(), report, form);
        truth("ddl_enabled", session.ddl_enabled(), form);
        truth("singular_link_resolve_required", session.singular_link_resolve_required(), form);
        text("apns_token", "apns_token", Kind::Identifier, session.apns_token(), report, form);
        text("fcm", "fcm_token", Kind::Identifier, session.fcm_token(), report, form);
        text("odm_info", "odm_info", Kind::Free, session.odm_info(), report, form);
        text("odm_error", "odm_error", Kind::Free, session.odm_error(), report, form);
        draft.finish::<Session>(session.extra(), report)
    }
}
