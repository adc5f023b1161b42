//! Ad revenue: `/ad_revenue`.

use crate::issue::{Code, Found, Issues, Report};
use crate::provider::client::Provider as _;
use crate::provider::facts::Facts;
use crate::provider::rules;
use crate::provider::spec::{KindRules, RequestKind};
use crate::request::Request;
use crate::value::{Number, Pairs, Text, Time, Timestamp};

use super::build::{self, Draft, Given};
use super::device::{Described, identify, of_device};
use super::{AdRevenue, Adjust, interpret};

/// "Ad revenue should be sent no later than 28 days after the `created_at` date." Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
const MAX_AGE_DAYS: i64 = 28;

/// "It doesn't need to be sent chronologically."
pub(super) const RULES: KindRules = KindRules {
    endpoint: "POST https://s2s.adjust.com/ad_revenue",
    lane: "app and device",
    is_ordered: false,
    refuses_older: false,
    max_age: Some(build::millis(MAX_AGE_DAYS)),
    responses: interpret::AD_REVENUE,
    facts: build::timed_facts,
    ..Adjust::RULES
};

of_device! {
    /// The revenue of ads that a device has seen: Adjust's `/ad_revenue` endpoint, which needs Adjust's ad revenue package. Required are `revenue` or
    /// `amount`, `currency`, `ad_impressions_count` and at least one device identifier. The scope of the S2S security token is *Ad revenue*.
    /// Adjust documents one error of it, and no table: the texts of the events' table are understood here, too.
    ///
    /// The parameters are sent in this order: `s2s=1`, `app_token`, the device identifiers and the description of the device as those of an event,
    /// `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `currency`, `revenue` or `amount`, `ad_impressions_count`,
    /// `source=publisher`, `ad_revenue_network`, `ad_revenue_unit`, `ad_revenue_placement`, `environment`, `extra`.
    pub struct AdjustAdRevenue lends AdjustAdRevenueFields, AdjustAdRevenueRead {} {
        /// When the ad was shown: RFC 3339, or an integer of Unix milliseconds. At most 28 days ago.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        created_at: Time;
        /// When the ad was shown, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        created_at_unix: i64;
        /// The ad revenue in full currency units: a decimal that is not negative. Exactly one of `revenue` and `amount` is required. No limits are
        /// documented by Adjust for it.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        revenue: Number;
        /// Adjust's other name for `revenue`. Exactly one of the two is required.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        amount: Number;
        /// The currency of the revenue: three letters, sent in upper case. Required.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        currency: Text, required;
        /// The number of impressions that the revenue is of: not negative. Required.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        ad_impressions_count: i64, required;
        /// The ad network, such as `Admob`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        ad_revenue_network: Text;
        /// The unit of the ad, such as `rewarded_video`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        ad_revenue_unit: Text;
        /// The placement of the ad, such as `home_screen`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        ad_revenue_placement: Text;
        /// Parameters for your callbacks and raw data exports: texts, in your order, not nested.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
        callback_params: Pairs<Text>;
        /// Parameters for your network partners: texts, in your order, not nested. The guide has them for all requests, the page of ad revenue
        /// does not list them.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
        partner_params: Pairs<Text>;
    }
}

impl Adjust {
    /// Builds the request of ad revenue. `now` is the caller's clock; only the checks of its age use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn ad_revenue(&self, event: &AdRevenue, now: Timestamp) -> Result<Request, Issues> {
        self.build_ad_revenue(event, now, Found::default())
    }

    pub(super) fn build_ad_revenue(
        &self,
        event: &(impl AdjustAdRevenueFields + Described),
        now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut draft = Draft::begin(RequestKind::of::<AdRevenue>(), &self.addresses.ad_revenue, self.style);
        draft.app_token(self);
        let form = &mut draft.form;
        let lane = identify(event, report, form);
        self.describe(&event.description(), report, form);
        let given = Given { created_at: event.created_at(), created_at_unix: event.created_at_unix() };
        let time = self.time(&given, Some(MAX_AGE_DAYS), now, report, form);
        build::maps(event.callback_params(), event.partner_params(), report, form);
        rules::required(report, "currency", event.currency().is_some());
        build::currency(event.currency(), report, form);
        let amounts = [("revenue", event.revenue()), ("amount", event.amount())];
        for (field, given) in amounts {
            build::amount(field, given, (|amount| !amount.is_negative(), "must not be negative"), report, form);
        }
        let [revenue, amount] = amounts.map(|(field, given)| (field, given.is_some()));
        if !rules::is_given(report, "revenue", event.revenue()) && !rules::is_given(report, "amount", event.amount()) {
            report.issue("", Code::MissingOneOf, "`revenue` or `amount` is required");
        }
        rules::exclusive(report, revenue, amount);
        rules::required(report, "ad_impressions_count", event.ad_impressions_count().is_some());
        build::count("ad_impressions_count", event.ad_impressions_count(), report, form);
        form.plain("source", b"publisher");
        let names = [
            ("ad_revenue_network", event.ad_revenue_network()),
            ("ad_revenue_unit", event.ad_revenue_unit()),
            ("ad_revenue_placement", event.ad_revenue_placement()),
        ];
        build::texts(names, report, form);
        draft.end::<AdRevenue>(self, event.extra(), &["source"], report);
        draft.finish(self, Facts::new(lane, 0, Some(time)), report)
    }
}
