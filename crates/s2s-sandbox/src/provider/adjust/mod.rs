//! Adjust's [S2S APIs](https://dev.adjust.com/en/api/s2s-api/): `GET` and `POST /event` and `/ad_revenue`, `POST /session`,
//! `/third_party_sharing` and `/gdpr/gdpr_forget_device`. `/gdpr` is the host of erasures, `gdpr.adjust.com`.
//!
//! What Adjust refuses without naming the error is 400 `Bad event state` here for an event; for other kinds it is 400 `Bad request`,
//! which no page documents. Adjust documents a table of errors for events alone; other kinds get it, too. An erasure is
//! responded to with a status and no body.
//!
//! | rule | response |
//! |---|---|
//! | `request_too_large` (1,048,576 bytes of query and body) | 413 `Request size too large` |
//! | `unsupported_content_type`, `repeated_parameter`, `missing_s2s` | 400 |
//! | `parameters_in_query` (of a session), `parameters_in_body` (of an erasure) | 400 |
//! | `too_many_erasures` (ten a minute) | 429 |
//! | `missing_app_token`, `invalid_app_token` | 400 `Invalid app token` |
//! | `unknown_app_token` | 404 `App token not found`; 400 `App not found` for sharing; 400 for an erasure |
//! | `missing_security_token` | 202 `Missing authentication token`, or 401 `Failed to authorize request` |
//! | `wrong_security_token` | 202 `Wrong authentication token`, or 401 `Failed to authorize request` |
//! | `missing_events_scope`, `missing_ad_revenue_scope`, `missing_sessions_scope`, `missing_gdpr_scope` | 401 `Session failed` |
//! | `app_inactive` | 403 `App is inactive` |
//! | `tracking_disabled` | 403 `Tracking disabled` |
//! | `missing_event_token`, `unknown_event_token` | 400 `Invalid event token` |
//! | `event_token_blocklisted` | 403 `Event token blocklisted` |
//! | `missing_device_identifier`, `invalid_device_identifier` | 400 |
//! | `created_at_twice`, `invalid_created_at_unix`, `invalid_created_at` | 400 |
//! | `invalid_callback_parameters` (also for `partner_params`) | 400 `Invalid callback parameters` |
//! | `invalid_environment`, `invalid_os_name`, `invalid_att_status`, `invalid_tracking_enabled`, `att_status_with_tracking_enabled`, `invalid_ip_address` | 400 |
//! | `invalid_revenue`, `revenue_out_of_range` (of an event), `missing_revenue`, `revenue_with_amount` (of ad revenue), `missing_currency`, `invalid_currency` | 400 `Invalid revenue` |
//! | `missing_ad_impressions_count`, `invalid_ad_impressions_count`, `source_is_not_publisher` | 400 |
//! | `missing_os_name`, `invalid_session_number`, `invalid_consent`, `invalid_sent_at` (of a session) | 400 |
//! | `missing_sharing`, `invalid_sharing`, `invalid_partner_sharing_settings`, `invalid_granular_options` | 400 |
//! | `device_opted_out`, `device_forgotten` (after an erasure) | 451 `Device is opted out` |
//! | `device_not_found` (not for a session, and not after one) | 404 `Device not found` |
//! | `earlier_unique_event` | 400 `Ignoring event, earlier unique event tracked` |
//! | `older_than_58_days`, `earlier_than_previous_event` | 400 `Bad event state` |
//! | `older_than_28_days` (ad revenue) | 400 |
//! | `too_soon_after_previous_session` (`session_gap`) | 400 |

mod ad_revenue;
mod amount;
mod check;
mod config;
mod erasure;
mod errors;
mod event;
mod fields;
mod identifiers;
mod kind;
mod memory;
mod session;
mod sharing;

use std::fmt::{self, Write as _};

use axum::http::StatusCode;
use jiff::Timestamp;

pub use self::config::{App, Config, Device, DeviceState, Event, SecurityToken, UnauthorizedStatus};
use self::{
    errors::{INTERNAL_ERROR, Refusal, TOO_MANY_REQUESTS},
    fields::Parameters,
    identifiers::IDENTIFIERS,
    kind::{Kind, ROUTES},
    memory::Memory,
};
use super::api::{Api, Demo, Route};
use crate::exchange::{Answer, Content, Fate, Incoming, Processed};

pub(super) struct Adjust {
    config: Config,
    memory: Memory,
}

impl Adjust {
    pub(super) fn new(config: Config) -> Self {
        Self { config, memory: Memory::default() }
    }

    /// Checks a request that can be read, remembers it, and returns the response.
    fn accept(&mut self, kind: Kind, request: &Incoming, parameters: &Parameters, now: Timestamp) -> Result<Answer, Refusal> {
        let Self { config, memory } = self;
        if kind == Kind::Erasure && !memory.takes_erasure(now) {
            return Err(TOO_MANY_REQUESTS.because("too_many_erasures"));
        }
        let app = check::app(kind, config, request, parameters)?;
        if kind == Kind::Erasure {
            let fields = erasure::check(parameters)?;
            // A repetition says the same again.
            memory.forget(app, &fields.identifiers);
            return Ok(Answer::empty(StatusCode::OK));
        }
        // An event's token is checked before everything else of it.
        let event = if kind == Kind::Event { Some(event::named(app, parameters)?) } else { None };
        let fields = fields::check(parameters)?;
        match kind {
            Kind::Event => event::check(parameters)?,
            Kind::AdRevenue => ad_revenue::check(parameters)?,
            Kind::Session => session::check(parameters)?,
            Kind::ThirdPartySharing => sharing::check(parameters)?,
            Kind::Erasure => {}
        }
        check::device(kind, config, memory, app, &fields)?;
        if let Some(event) = event {
            event::remember(memory, app, event, &fields, now)?;
            return Ok(event::answer(event));
        }
        match kind {
            Kind::AdRevenue => ad_revenue::check_age(&fields, now)?,
            Kind::Session => {
                let is_first = session::remember(config, memory, app, &fields, now)?;
                return Ok(session::answer(app, &fields, is_first, now));
            }
            Kind::Event | Kind::ThirdPartySharing | Kind::Erasure => {}
        }
        Ok(Answer { status: StatusCode::OK, body: r#"{"status":"OK"}"#.to_owned() })
    }
}

impl Api for Adjust {
    fn title(&self) -> &'static str {
        "Adjust"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn hosts(&self) -> &'static [(&'static str, &'static str)] {
        &[("gdpr_base_url", "/gdpr")]
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        let kind = Kind::of(request.path);
        let (parameters, readable) = check::read(kind, request);
        let result = readable.and_then(|()| self.accept(kind, request, &parameters, now));
        let (answer, fate) = match result {
            Ok(answer) => (answer, Fate::Accepted),
            Err(refusal) => (refusal.error.answer(kind), Fate::Rejected(refusal.rule)),
        };
        Processed { answer, items: vec![(Content::Parameters(parameters), fate)] }
    }

    fn internal_error(&self) -> Answer {
        INTERNAL_ERROR.answer(Kind::Event)
    }

    fn summary(&self) -> &'static [&'static str] {
        &["event_token", "sharing", "session_count", "ad_revenue_network", "revenue", "amount", "currency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        let others = ["app_token", "ip_address", "install_receipt"];
        others.into_iter().chain(IDENTIFIERS.iter().map(|(name, _)| *name)).collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        for app in &self.config.apps {
            write!(text, "  app_token {}", app.token)?;
            if app.inactive {
                write!(text, " (inactive)")?;
            }
            for token in &app.security_tokens {
                write!(text, " (S2S security, token {})", token.token.reveal())?;
            }
            writeln!(text)?;
            for event in &app.events {
                let unique = if event.unique { " (unique)" } else { "" };
                let blocklisted = if event.blocklisted { " (blocklisted)" } else { "" };
                writeln!(text, "    event_token {}{unique}{blocklisted}", event.token)?;
            }
        }
        for device in &self.config.devices {
            let state = match device.state {
                DeviceState::OptedOut => "opted out",
                DeviceState::NotFound => "not found",
            };
            writeln!(text, "  {} {} ({state})", device.parameter, device.value)?;
        }
        Ok(())
    }

    fn demo(&self) -> &'static [Demo] {
        &[
            Demo { name: None, settings: &[("app_token", "4w565xzmb54d")] },
            Demo {
                name: Some("secured"),
                settings: &[("app_token", "s3cur3dapp12"), ("auth_token", "v8s5opi0zs45607l8h8c48wak2vxb5oe")],
            },
            // Wrong on purpose: Adjust responds with 202.
            Demo { name: Some("wrong_token"), settings: &[("app_token", "s3cur3dapp12"), ("auth_token", "not-the-token-of-this-app")] },
        ]
    }

    fn demo_events(&self, name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        match name {
            None => &[
                ("purchase", "p4rc8s"),
                ("renew", "p4rc8s"),
                ("sign_up", "f0ob4r"),
                ("login", "f0ob4r"),
                ("search", "f0ob4r"),
                ("custom", "f0ob4r"),
            ],
            Some(_) => &[
                ("purchase", "s3ct0k"),
                ("renew", "s3ct0k"),
                ("sign_up", "s3ct0k"),
                ("login", "s3ct0k"),
                ("search", "s3ct0k"),
                ("custom", "s3ct0k"),
            ],
        }
    }

    fn demo_mapping(&self) -> &'static [(&'static str, &'static str)] {
        &[("order_id", "order_id"), ("user_id", "user_id")]
    }
}
