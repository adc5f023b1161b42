//! Third-party sharing: `/third_party_sharing`.

use crate::encode;
use crate::encode::form::Form;
use crate::encode::json::{self, Object};
use crate::issue::{Code, Found, Issues, Report};
use crate::provider::client::Provider as _;
use crate::provider::facts::Facts;
use crate::provider::record::choice;
use crate::provider::rules;
use crate::provider::spec::{KindRules, Repeated, RequestKind};
use crate::request::Request;
use crate::value::{Json, Pairs, Text, Timestamp, repeated};

use super::build::{self, Draft};
use super::device::{Described, identify, of_device};
use super::{Adjust, RequestStyle, SharingFormat, ThirdPartySharing, interpret};

pub(super) const RULES: KindRules = KindRules {
    endpoint: "POST https://s2s.adjust.com/third_party_sharing",
    lane: "app and device",
    is_ordered: false,
    refuses_older: false,
    max_age: None,
    repeated: Repeated::SaysTheSame,
    responses: interpret::THIRD_PARTY_SHARING,
    facts: build::timeless_facts,
    date: None,
    ..Adjust::RULES
};

/// The keys of settings of partners. The page names them, but for the last two, which are those of Adjust's SDKs.
///
/// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
const KEYS: &[&str] = &[
    "ad_revenue",
    "all",
    "update",
    "att_update",
    "event",
    "install",
    "reattribution",
    "reattribution_reinstall",
    "reinstall",
    "rejected_install",
    "rejected_reattribution",
    "sdk_click",
    "sdk_info",
    "session",
    "subscription",
    "uninstall",
    "attribution",
    "cost_update",
];

of_device! {
    /// What a user has decided about sharing data with third parties: Adjust's `/third_party_sharing` endpoint. Required are `sharing` and at least one
    /// device identifier. No scope of the S2S security token is documented for it. A user who has opted out once is no longer included in audiences
    /// for retargeting, even after opting in again. Adjust documents one error of it, and no table: the texts of the events' table are understood here,
    /// too.
    ///
    /// It is always a `POST`; the setting `request_style` says whether the parameters are in the body (`post_form`) or in the URL (otherwise). They are
    /// sent in this order: `s2s=1`, `app_token`, the device identifiers and the description of the device as those of an event, `sharing`,
    /// `partner_sharing_settings`, `granular_third_party_sharing_options`, `environment`, `extra`.
    pub struct AdjustThirdPartySharing lends AdjustThirdPartySharingFields, AdjustThirdPartySharingRead {
        /// Whether data may be shared: `enable` or `disable`. Required.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
        sharing: Sharing, required;
    } {
        /// Settings of partners: a map by the partner's ID or name (`all` is every partner) of maps from a key to `true` (share) or `false`. The
        /// documented keys are `ad_revenue`, `all`, `update`, `att_update`, `event`, `install`, `reattribution`, `reattribution_reinstall`, `reinstall`,
        /// `rejected_install`, `rejected_reattribution`, `sdk_click`, `sdk_info`, `session`, `subscription` and `uninstall`, and in Adjust's SDKs
        /// `attribution` and `cost_update`; another one is sent with a warning. How it is encoded is not documented: see the setting `sharing_format`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
        partner_sharing_settings: Pairs<Json>;
        /// Options of partners: a map by the partner's name, such as `google_dma` or `facebook`, of maps from a key to a text. How it is encoded
        /// is not documented: see the setting `sharing_format`.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
        granular_third_party_sharing_options: Pairs<Json>;
    }
}

choice! {
    /// What a user has decided. Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
    pub enum Sharing("AdjustSharing") {
        /// Data may be shared.
        Enable = "enable";
        /// Data must not be shared.
        Disable = "disable";
    }
}

impl Adjust {
    /// Builds the request of a decision about third-party sharing.
    ///
    /// # Errors
    /// All issues of it.
    pub fn third_party_sharing(&self, sharing: &ThirdPartySharing, now: Timestamp) -> Result<Request, Issues> {
        self.build_third_party_sharing(sharing, now, Found::default())
    }

    pub(super) fn build_third_party_sharing(
        &self,
        sharing: &(impl AdjustThirdPartySharingFields + Described),
        _now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        // GET is not documented for it.
        let style = if self.style == RequestStyle::PostForm { RequestStyle::PostForm } else { RequestStyle::PostQuery };
        let mut draft = Draft::begin(RequestKind::of::<ThirdPartySharing>(), &self.addresses.third_party_sharing, style);
        draft.app_token(self);
        let form = &mut draft.form;
        let lane = identify(sharing, report, form);
        self.describe(&sharing.description(), report, form);
        rules::required(report, "sharing", sharing.sharing().is_some());
        if let Some(decision) = sharing.sharing() {
            form.plain("sharing", decision.as_str().as_bytes());
        }
        if let Some(settings) = sharing.partner_sharing_settings() {
            self.options("partner_sharing_settings", settings, &SETTING, report, form);
        }
        if let Some(options) = sharing.granular_third_party_sharing_options() {
            self.options("granular_third_party_sharing_options", options, &OPTION, report, form);
        }
        draft.end::<ThirdPartySharing>(self, sharing.extra(), &[], report);
        draft.finish(self, Facts::new(lane, 0, None), report)
    }

    /// Appends a map of partners.
    fn options(&self, field: &'static str, partners: &Pairs<Json>, of: &OfPartner, report: &mut Report, form: &mut Form) {
        rules::unique_keys(report, field, partners.repeated());
        rules::named(report, field, partners.as_slice().iter().map(|(partner, _)| partner.as_str()));
        for (partner, options) in partners.as_slice() {
            of.check(field, partner, options, report);
        }
        let mut text = Vec::new();
        match self.sharing_format {
            SharingFormat::ByPartner => {
                let mut object = Object::begin(&mut text);
                partners.as_slice().iter().for_each(|(partner, options)| object.value(partner, options));
                object.end();
            }
            SharingFormat::AsList => {
                let entries: Vec<(&str, &str, &Json)> = (partners.as_slice().iter())
                    .flat_map(|(partner, options)| members(options).iter().map(|(key, value)| (partner.as_str(), key.as_str(), value)))
                    .collect();
                json::array(&mut text, &entries, |out, (partner, key, value)| {
                    let mut object = Object::begin(out);
                    object.text("partnerName", partner);
                    object.text("key", key);
                    object.value("value", value);
                    object.end();
                });
            }
        }
        form.text(field, &encode::text(&text));
    }
}

/// What a partner's options hold.
struct OfPartner {
    is_value: fn(&Json) -> bool,
    message: &'static str,
    /// The documented keys, where a list of them is documented.
    keys: Option<&'static [&'static str]>,
}

const SETTING: OfPartner =
    OfPartner { is_value: |value| matches!(value, Json::Bool(_)), message: "must be `true` or `false`", keys: Some(KEYS) };
const OPTION: OfPartner = OfPartner { is_value: |value| matches!(value, Json::String(_)), message: "must be a text", keys: None };

impl OfPartner {
    fn check(&self, field: &str, partner: &str, options: &Json, report: &mut Report) {
        let Json::Object(options) = options else {
            let code = if matches!(options, Json::Null) { Code::NullValue } else { Code::WrongType };
            return report.entry_issue(field, partner, code, "must be a map");
        };
        for key in repeated(options, |key| key) {
            report.nested_issue(field, partner, &inside(key), Code::DuplicateKey, "appears more than once");
        }
        for (key, value) in options {
            if key.is_empty() {
                report.nested_issue(field, partner, &inside(key), Code::Empty, "a name is empty");
            } else if matches!(value, Json::Null) {
                report.nested_issue(field, partner, &inside(key), Code::NullValue, self.message);
            } else if !(self.is_value)(value) {
                report.nested_issue(field, partner, &inside(key), Code::WrongType, self.message);
            } else if self.keys.is_some_and(|keys| !keys.contains(&key.as_str())) {
                report.nested_warning(field, partner, &inside(key), Code::UndocumentedName, "is none of the documented keys; it is sent as it is");
            }
        }
    }
}

fn members(options: &Json) -> &[(Text, Json)] {
    match options {
        Json::Object(members) => members,
        _ => &[],
    }
}

/// The path of a member.
fn inside(key: &str) -> String {
    crate::issue::below("", key)
}
