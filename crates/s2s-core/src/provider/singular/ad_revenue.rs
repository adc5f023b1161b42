//! Ad revenue: an event of one name, with its own attributes.

use crate::encode::json::Object;
use crate::issue::{Found, Issues, Report};
use crate::provider::rules;
use crate::provider::spec::RequestKind;
use crate::request::Request;
use crate::value::{Json, Number, Pairs, Text, Time, Timestamp};

use super::build::{self, Draft};
use super::common::{SingularDataSharingOptions, common, with_common};
use super::{AdRevenue, Singular, attributes, names};

with_common! {
    /// The revenue of one impression of an ad: an event `__ADMON_USER_LEVEL_REVENUE__` of Singular's `/v2/evt` endpoint, or of `/v1/evt` with the
    /// setting `event_api`. Required are `ad_platform`, `amount`, `currency`, and what an event requires but its name.
    ///
    /// The parameters are sent in the order of an event up to `partner`, then `n`, `is_admon_revenue=true`, `is_revenue_event=true`, `amt`,
    /// `cur`, `e`, `extra`. The fields that begin with `ad_` are members of `e`.
    pub struct SingularAdRevenue lends SingularAdRevenueFields, SingularAdRevenueRead {
        /// The platform that sold the ad, such as `AdMob`: up to 500 ASCII characters. Required.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_platform: Text, required;
    } {
        /// The revenue in full currency units, such as `0.0012`. For negative amounts see the setting `negative_revenue`. Required.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        amount: Number, required => "amt";
        /// The currency of `amount`: three letters of ISO 4217, sent in upper case. Required.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        currency: Text, required => "cur";
        /// The platform that mediated the ad: up to 500 ASCII characters, as the texts that follow.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_mediation_platform: Text;
        /// The type of the ad.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_type: Text;
        /// The type of the ad's group.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_group_type: Text;
        /// The impression.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_impression_id: Text;
        /// The name of the placement.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_placement_name: Text;
        /// The ad unit.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_unit_id: Text;
        /// The name of the ad unit.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_unit_name: Text;
        /// The ad's group.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_group_id: Text;
        /// The name of the ad's group.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_group_name: Text;
        /// The placement.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        ad_placement_id: Text;
        /// Further members of `e`, sent in your order after those with a field here, such as `ad_group_priority`, which is a text in some of
        /// Singular's SDKs and a number in others. Limits as those of an event.
        /// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
        attributes: Pairs<Json> => "e";
    }
}

impl Singular {
    /// Builds the request of the revenue of one impression. `now` is the caller's clock; only the checks of its time use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn ad_revenue(&self, event: &AdRevenue, now: Timestamp) -> Result<Request, Issues> {
        self.build_ad_revenue(event, now, Found::default())
    }

    pub(super) fn build_ad_revenue(
        &self,
        event: &impl SingularAdRevenueFields,
        now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        let endpoint = (&self.addresses.event, self.event_way());
        let mut draft = Draft::begin(self, RequestKind::of::<AdRevenue>(), endpoint, &common!(event), now, report);
        let form = &mut draft.form;
        form.text("n", names::AD_REVENUE);
        form.plain("is_admon_revenue", b"true");
        form.plain("is_revenue_event", b"true");
        rules::required(report, "amount", event.amount().is_some());
        rules::required(report, "currency", event.currency().is_some());
        self.money(event.amount(), event.currency(), report, form);
        rules::required(report, "ad_platform", event.ad_platform().is_some());
        let members = [
            ("ad_platform", event.ad_platform()),
            ("ad_mediation_platform", event.ad_mediation_platform()),
            ("ad_type", event.ad_type()),
            ("ad_group_type", event.ad_group_type()),
            ("ad_impression_id", event.ad_impression_id()),
            ("ad_placement_name", event.ad_placement_name()),
            ("ad_unit_id", event.ad_unit_id()),
            ("ad_unit_name", event.ad_unit_name()),
            ("ad_group_id", event.ad_group_id()),
            ("ad_group_name", event.ad_group_name()),
            ("ad_placement_id", event.ad_placement_id()),
        ];
        let mut json = Vec::new();
        let mut object = Object::begin(&mut json);
        for (field, given) in members {
            attributes::text(report, field, given, &mut object);
        }
        if let Some(pairs) = event.attributes() {
            attributes::write(report, pairs, |key| members.iter().any(|(own, _)| *own == key), &mut object);
        }
        object.end();
        build::append_json("e", &json, form);
        draft.finish::<AdRevenue>(event.extra(), report)
    }
}
