//! Singular's [S2S API](https://support.singular.net/hc/en-us/articles/31496864868635): `GET` and `POST /v1/launch` (sessions),
//! `/v1/evt` and `/v2/evt` (events). The mount represents `https://s2s.singular.net/api`.
//!
//! Every response has the status 200; the body decides: `{"status":"ok"}`, which means "queued" and no more, or
//! `{"status":"error","reason":"…"}`.
//!
//! | rule | `reason` |
//! |---|---|
//! | `missing_n` (of an event), `missing_a`, `missing_p`, `missing_i`, `missing_ip`, `use_ip_without_country`, `missing_ve`, `empty_parameter` | `missing argument: …` |
//! | `missing_app_v`, `missing_install`, `missing_install_time`, `missing_update_time`, `missing_ma`, `missing_mo`, `missing_lc`, `missing_bd` (of a session) | `missing argument: …` |
//! | `unsupported_content_type` (JSON, above all), `parameters_in_query` (of a POST) | `missing argument: n`, or `a` of a session |
//! | `amt_without_cur`, `cur_without_amt`, `ad_revenue_without_amt`, `missing_ad_platform` | `missing argument: …` |
//! | `invalid_platform` | `invalid platform: …` |
//! | `no_device_id` | `no device ID supplied` |
//! | `missing_sdid`, `missing_idfv`, `missing_att_authorization_status` | `platform: … should have an … param` |
//! | `invalid_device_id`, `invalid_ip`, `invalid_use_ip`, `ip_with_use_ip`, `invalid_country`, `invalid_utime`, `invalid_umilisec`, `time_twice`, `repeated_parameter` | `invalid argument: …` |
//! | `invalid_data_sharing_options`, `invalid_global_properties`, `invalid_connection`, `invalid_dnt`, `invalid_dntoff`, `invalid_att_authorization_status` | `invalid argument: …` |
//! | `event_name_too_long`, `invalid_attributes`, `attribute_too_long`, `invalid_digest`, `invalid_is_revenue_event`, `invalid_is_admon_revenue`, `invalid_amt`, `invalid_cur`, `invalid_skan_conversion_value`, `invalid_skan_timestamp`, `invalid_conversion_event`, `invalid_attribution_data` (of an event) | `invalid argument: …` |
//! | `invalid_install`, `invalid_install_time`, `invalid_update_time`, `invalid_ddl_enabled`, `invalid_singular_link_resolve_required`, `invalid_install_ref`, `invalid_meta_ref` (of a session) | `invalid argument: …` |
//! | `query_too_long` (4,000 characters) | `invalid request: query too long` |
//! | `unknown_sdk_key`, `unknown_app` | none: `ok`, and lost. With `unknown_app = "error"`: `invalid SDK key`, `invalid app` |
//! | `event_v1_of_new_account` (`only_v2`), `revenue_without_receipt` (`requires_receipt`) | none: `ok`, and lost |
//! | `platform_ids_ignored` (of an event of the second version; a note) | none |
//! | `nested_attributes_ignored` (`e` as form fields such as `e[level]`; a note) | none |
//! | `no_session_before` (an event of the first version; a note), `earlier_than_previous` (a note) | none |
//!
//! Singular documents the texts `missing argument`, `invalid platform`, `no device ID supplied` and `should have an … param`,
//! and which parameters are required. It documents no text for a value of a wrong form: `invalid argument` is the sandbox's own.
//!
//! Not documented, and chosen so that the account shows the fault: a wrong key or app, an event of the first version of a new
//! account, identifiers of a platform in an event of the second version, and an event that arrives before the session or before
//! an earlier event of its device.

mod check;
mod config;
mod errors;
mod fields;
mod platform;

use std::{
    collections::HashMap,
    fmt::{self, Write as _},
};

use axum::routing::MethodFilter;
use jiff::Timestamp;

pub use self::config::{App, Config, UnknownApp};
use self::{errors::queued, fields::Parameters, platform::IDENTIFIERS};
use super::api::{Api, Demo, Route};
use crate::exchange::{Content, Fate, Incoming, Processed};

const GET_OR_POST: MethodFilter = MethodFilter::GET.or(MethodFilter::POST);
const SESSION: &str = "/v1/launch";
const EVENT_V1: &str = "/v1/evt";
const EVENT_V2: &str = "/v2/evt";
const ROUTES: &[Route] = &[
    Route { methods: GET_OR_POST, path: SESSION },
    Route { methods: GET_OR_POST, path: EVENT_V1 },
    Route { methods: GET_OR_POST, path: EVENT_V2 },
];

/// A kind of request.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Session,
    EventV1,
    EventV2,
}

pub(super) struct Singular {
    config: Config,
    devices: HashMap<Device, Known>,
}

/// An app ID, and the name and value of an identifier.
type Device = (String, &'static str, String);

/// What is known of a device.
#[derive(Default)]
struct Known {
    has_session: bool,
    latest: Option<Timestamp>,
}

impl Singular {
    pub(super) fn new(config: Config) -> Self {
        Self { config, devices: HashMap::new() }
    }

    /// Remembers an accepted request. Its order is the sender's duty: Singular documents that a wrong one makes the data
    /// inconsistent, and no error for it.
    fn record(&mut self, kind: Kind, parameters: &Parameters, now: Timestamp) -> Fate {
        let Some((name, value)) = platform::device(parameters) else { return Fate::Accepted };
        let app = parameters.get("i").cloned().unwrap_or_default();
        let known = self.devices.entry((app, name, value)).or_default();
        let time = fields::time(parameters).unwrap_or(now);
        let is_late = known.latest.is_some_and(|latest| time < latest);
        known.latest = known.latest.max(Some(time));
        known.has_session |= kind == Kind::Session;
        if kind == Kind::EventV2 && platform::has_platform_ids(parameters) {
            Fate::Changed("platform_ids_ignored")
        } else if kind != Kind::Session && parameters.keys().any(|name| name.starts_with("e[")) {
            Fate::Changed("nested_attributes_ignored")
        } else if is_late {
            Fate::Changed("earlier_than_previous")
        } else if kind == Kind::EventV1 && !known.has_session {
            // An event of the second version has the identifier of the SDK, which sends the sessions.
            Fate::Changed("no_session_before")
        } else {
            Fate::Accepted
        }
    }
}

impl Api for Singular {
    fn title(&self) -> &'static str {
        "Singular"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        let kind = match request.path {
            SESSION => Kind::Session,
            EVENT_V1 => Kind::EventV1,
            _ => Kind::EventV2,
        };
        let (parameters, readable) = check::read(kind, &self.config, request);
        let checked = readable.and_then(|()| check::request(kind, &self.config, &parameters));
        let (answer, fate) = match checked {
            Err(refusal) => (refusal.answer(), Fate::Rejected(refusal.rule)),
            Ok(Err(lost)) => (queued(), Fate::Rejected(lost)),
            Ok(Ok(_)) => (queued(), self.record(kind, &parameters, now)),
        };
        Processed { answer, items: vec![(Content::Parameters(parameters), fate)] }
    }

    fn summary(&self) -> &'static [&'static str] {
        &["n", "install", "amt", "cur"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        // `e` may hold the digests of an e-mail address, a phone number and a name.
        let others = ["a", "ip", "custom_user_id", "e", "purchase_receipt", "receipt_signature", "install_receipt"];
        let tokens = ["attribution_token", "apns_token", "fcm", "attribution_data"];
        others.into_iter().chain(tokens).chain(IDENTIFIERS.iter().copied()).collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        for app in &self.config.apps {
            let receipt = if app.requires_receipt { " (rejects revenue without a receipt)" } else { "" };
            let version = if app.only_v2 { " (second version of events only)" } else { "" };
            writeln!(text, "  app_id {}, sdk_key {}{receipt}{version}", app.app_id, app.sdk_key.reveal())?;
        }
        Ok(())
    }

    fn demo(&self) -> &'static [Demo] {
        DEMO
    }

    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[("renew", "subscription_renewed")]
    }
}

const DEMO: &[Demo] = &[
    Demo { name: None, settings: &[("sdk_key", "your_org_name_sh868sdjv"), ("app_id", "com.singular.app"), ("platform", "Android")] },
    Demo {
        name: Some("singular_v1"),
        settings: &[("sdk_key", "your_org_name_sh868sdjv"), ("app_id", "com.singular.app"), ("platform", "Android"), ("event_api", "v1")],
    },
];
