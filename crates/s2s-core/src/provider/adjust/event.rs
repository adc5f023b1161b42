//! Events: `/event`.

use crate::issue::{Found, Issues, Report};
use crate::provider::facts::Facts;
use crate::provider::rules;
use crate::provider::spec::RequestKind;
use crate::request::Request;
use crate::value::text::{self, Kind};
use crate::value::{Number, Pairs, Text, Time, Timestamp};

use super::build::{self, Draft, Given};
use super::device::{Described, Description, identify, of_device};
use super::{Adjust, Event};

/// "All events must be submitted within 58 days." Source: <https://dev.adjust.com/en/api/s2s-api/events/>
pub(super) const MAX_AGE_DAYS: i64 = 58;

of_device! {
    /// An event of Adjust's `/event` endpoint. Required are `event_token` and at least one device identifier. The scope of the S2S security token
    /// is *Events*.
    ///
    /// The parameters are sent in this order: `s2s=1`, `event_token`, `app_token`, the device identifiers (`idfa`, `gps_adid`, `fire_adid`, `oaid`,
    /// `web_uuid`, `win_adid`, `adid`, `idfv`, `android_id` and the others as they are declared), `os_name`, `os_version`, `device_name`, `device_type`,
    /// `ip_address`, `user_agent`, `att_status`, `tracking_enabled`, `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `currency`,
    /// `revenue`, `environment`, `extra`.
    pub struct AdjustEvent lends AdjustEventFields, AdjustEventRead {
        /// The event token from the dashboard: visible ASCII, such as `f0ob4r`. Required.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        event_token: Text, required;
    } {
        /// When the event happened: RFC 3339, or an integer of Unix milliseconds. At most 58 days ago. Without it Adjust takes the time of
        /// receipt.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        created_at: Time;
        /// When the event happened, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        created_at_unix: i64;
        /// The revenue in full currency units (`149.99` is $149.99): a decimal from 0.001 to 100,000,000,000. Required with `currency`. The
        /// maximum is in the error table of <https://dev.adjust.com/en/api/s2s-api/>.
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
        /// The device's user agent, as the device sent it; it is encoded here.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
        user_agent: Text;
    }
}

impl Adjust {
    /// Builds the request of one event. `now` is the caller's clock; only the checks of the event's age use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build_event(event, now, Found::default())
    }

    pub(super) fn build_event(&self, event: &(impl AdjustEventFields + Described), now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut draft = Draft::begin(RequestKind::of::<Event>(), &self.addresses.event, self.style);
        if let Some(token) = text::required(report, "event_token", Kind::Token, event.event_token()) {
            draft.form.text("event_token", token);
        }
        // Adjust can blocklist a token.
        let group = draft.form.parameters_len();
        draft.app_token(self);
        let form = &mut draft.form;
        let lane = identify(event, report, form);
        self.describe(&Description { user_agent: event.user_agent(), ..event.description() }, report, form);
        let given = Given { created_at: event.created_at(), created_at_unix: event.created_at_unix() };
        let time = self.time(&given, Some(MAX_AGE_DAYS), now, report, form);
        build::maps(event.callback_params(), event.partner_params(), report, form);
        build::currency(event.currency(), report, form);
        // The minimum is documented on the events page, the maximum in the error table of the index page.
        let range = "must be from 0.001 to 100,000,000,000";
        build::amount("revenue", event.revenue(), (|amount| amount.is_at_least_ten_to(-3) && amount.is_at_most_ten_to(11), range), report, form);
        rules::together(report, ("revenue", event.revenue().is_some()), ("currency", event.currency().is_some()));
        draft.end::<Event>(self, event.extra(), &[], report);
        draft.finish(self, Facts::new(lane, group, Some(time)), report)
    }
}
