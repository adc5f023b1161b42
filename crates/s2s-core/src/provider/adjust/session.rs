//! Sessions: `/session`.

use crate::issue::{Found, Issues, Report};
use crate::provider::client::Provider as _;
use crate::provider::facts::Facts;
use crate::provider::rules;
use crate::provider::spec::{KindRules, RequestKind};
use crate::request::Request;
use crate::value::text::{self, Kind};
use crate::value::{Pairs, Text, Time, Timestamp};

use super::build::{self, Draft, Given};
use super::device::{Described, identify, of_device};
use super::{Adjust, RequestStyle, Session, interpret};

/// A session "at least 20 minutes later" than the last one (guide), or after "a gap of at least 30 minutes" (sessions page), so none that is
/// earlier. No largest age is documented.
pub(super) const RULES: KindRules = KindRules {
    endpoint: "POST https://s2s.adjust.com/session",
    lane: "app and device",
    is_ordered: true,
    refuses_older: true,
    max_age: None,
    responses: interpret::SESSION,
    facts: build::timed_facts,
    ..Adjust::RULES
};

of_device! {
    /// A session of a device: Adjust's `/session` endpoint, which Adjust has to switch on for an app, except on connected televisions, PCs and consoles.
    /// Required are `os_name` and at least one device identifier. The scope of the S2S security token is *Sessions*.
    ///
    /// The first session of a device is its install. Adjust accepts a session no sooner than 20 minutes after the last one by its guide, 30 minutes
    /// by its page of sessions: that is not checked here. Adjust documents no errors of it but those of the security page: the texts of the
    /// events' table are understood here, too. The response has `ask_in`, the milliseconds to wait before asking for the attribution, and the
    /// device's `adid`.
    ///
    /// It is always a `POST` with a form. The parameters are sent in this order: `s2s=1`, `app_token`, the device identifiers and the description of
    /// the device as those of an event, `app_version`, `app_version_short`, `session_count`, `subsession_count`, `session_length`, `time_spent`,
    /// `bundle_id`, `package_name`, `country`, `language`, `cpu_type`, `hardware_name`, `install_receipt`, `eea`, `ad_personalization`, `ad_user_data`,
    /// `npa`, `sent_at`, `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `environment`, `extra`. Adjust also documents the
    /// header `X-Adjust-Forwarded-For` for the address that `ip_address` is; its guide sends the parameter alone, and so does this library.
    pub struct AdjustSession lends AdjustSessionFields, AdjustSessionRead {} {
        /// When the session began: RFC 3339, or an integer of Unix milliseconds.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        created_at: Time;
        /// When the session began, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
        created_at_unix: i64;
        /// When the device sent it: RFC 3339, or an integer of Unix milliseconds. Sent as `2017-01-02T15:04:05.000+0000`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        sent_at: Time;
        /// The version of the app (Android), or the number of its build (iOS), such as `1.0`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        app_version: Text;
        /// The version of the app on iOS, such as `1.0`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        app_version_short: Text;
        /// The number of sessions so far, this one included.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        session_count: i64;
        /// The number of subsessions of the previous session; absent for the first one.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        subsession_count: i64;
        /// The length of the previous session in seconds; absent for the first one.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        session_length: i64;
        /// The time that the user was active in the previous session. Its unit is not documented by Adjust.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        time_spent: i64;
        /// The identifier of the app's bundle (iOS), such as `com.adjust.example`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        bundle_id: Text;
        /// The name of the app's package (Android), such as `com.adjust.example`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        package_name: Text;
        /// The country code of the device's locale, such as `de`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        country: Text;
        /// The language code of the device's locale, such as `en`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        language: Text;
        /// The family of the processor, such as `arm64-v8a`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        cpu_type: Text;
        /// The board of the device, such as `N66AP`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        hardware_name: Text;
        /// The receipt of the install from the App Store.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        install_receipt: Text;
        /// Whether the user is in the European Economic Area, so that the Digital Markets Act applies; sent as `1` or `0`. Required by Google for
        /// its Ads and Marketing Platform.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        eea: bool;
        /// Whether the user consented to personalized ads of Google Ads; sent as `1` or `0`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        ad_personalization: bool;
        /// Whether the user consented to sharing personal data with Google; sent as `1` or `0`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        ad_user_data: bool;
        /// Whether the user consented to personalized ads of the Google Marketing Platform; sent as `1` (consented) or `0`, as Adjust documents it.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
        npa: bool;
        /// Parameters for your callbacks and raw data exports: texts, in your order, not nested.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
        callback_params: Pairs<Text>;
        /// Parameters for your network partners: texts, in your order, not nested.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
        partner_params: Pairs<Text>;
    }
}

impl Adjust {
    /// Builds the request of one session. `now` is the caller's clock; only the checks of its time use it.
    ///
    /// # Errors
    /// All issues of the session.
    pub fn session(&self, session: &Session, now: Timestamp) -> Result<Request, Issues> {
        self.build_session(session, now, Found::default())
    }

    pub(super) fn build_session(
        &self,
        session: &(impl AdjustSessionFields + Described),
        now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut draft = Draft::begin(RequestKind::of::<Session>(), &self.addresses.session, RequestStyle::PostForm);
        draft.app_token(self);
        let form = &mut draft.form;
        let lane = identify(session, report, form);
        let description = session.description();
        rules::required(report, "os_name", description.os_name.is_some());
        self.describe(&description, report, form);
        build::texts([("app_version", session.app_version()), ("app_version_short", session.app_version_short())], report, form);
        for (field, count) in [
            ("session_count", session.session_count()),
            ("subsession_count", session.subsession_count()),
            ("session_length", session.session_length()),
            ("time_spent", session.time_spent()),
        ] {
            build::count(field, count, report, form);
        }
        build::texts(
            [
                ("bundle_id", session.bundle_id()),
                ("package_name", session.package_name()),
                ("country", session.country()),
                ("language", session.language()),
                ("cpu_type", session.cpu_type()),
                ("hardware_name", session.hardware_name()),
            ],
            report,
            form,
        );
        if let Some(receipt) = text::optional(report, "install_receipt", Kind::Identifier, session.install_receipt()) {
            form.text("install_receipt", receipt);
        }
        for (name, consent) in [
            ("eea", session.eea()),
            ("ad_personalization", session.ad_personalization()),
            ("ad_user_data", session.ad_user_data()),
            ("npa", session.npa()),
        ] {
            if let Some(consent) = consent {
                form.plain(name, if consent { b"1" } else { b"0" });
            }
        }
        if let Some(time) = session.sent_at().and_then(|time| rules::time(report, "sent_at", time.check())) {
            form.text("sent_at", &time.iso8601());
        }
        let given = Given { created_at: session.created_at(), created_at_unix: session.created_at_unix() };
        let time = self.time(&given, None, now, report, form);
        build::maps(session.callback_params(), session.partner_params(), report, form);
        draft.end::<Session>(self, session.extra(), &[], report);
        draft.finish(self, Facts::new(lane, 0, Some(time)), report)
    }
}
