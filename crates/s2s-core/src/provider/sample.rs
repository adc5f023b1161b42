//! A kind of event that only tests have: with records inside of records, lists, and any JSON.

use crate::issue::{Code, Report};
use crate::value::{Json, Number, Pairs, Text};

use super::record::record;
use super::rules;

record! {
    /// An order.
    pub struct Order lends OrderFields, OrderRead {
        /// Its id.
        order_id: Text, required;
        /// The consent.
        consent_data: Consent;
        /// The ids of users.
        user_ids: Vec<Text>;
        /// The amounts.
        amounts: Vec<Number>;
        /// The items.
        items: Vec<Item>;
        /// Anything.
        free_value: Json;
        /// Names.
        name_map: Pairs<Text>;
    }
}

record! {
    /// A consent.
    pub struct Consent lends ConsentFields, ConsentRead {
        /// Whether it was given.
        is_given: bool;
        /// Its details.
        tcf_data: Tcf;
    }
}

record! {
    /// The details of a consent.
    pub struct Tcf lends TcfFields, TcfRead {
        /// The version.
        policy_version: i64, required;
        /// The text.
        tc_string: Text;
    }
}

record! {
    /// An item of an order.
    pub struct Item lends ItemFields, ItemRead {
        /// Its id.
        item_id: Text, required;
        /// The price.
        unit_price: Number;
        /// The details of its own consent.
        tcf_data: Tcf;
        /// Its labels.
        own_labels: Vec<Text>;
        /// Anything.
        free_params: Pairs<Json>;
    }
}

/// Checks an order as a provider does.
pub(crate) fn check(order: &dyn OrderFields, report: &mut Report) {
    fn missing<T>(report: &mut Report, field: &str, value: Option<T>) {
        if value.is_none() && !report.has(field) {
            report.issue(field, Code::Missing, "is required");
        }
    }
    fn tcf(report: &mut Report, tcf: &dyn TcfFields) {
        missing(report, "policy_version", tcf.policy_version());
    }
    fn empty(report: &mut Report, text: &str) {
        if text.is_empty() {
            report.issue("", Code::Empty, "is empty");
        }
    }
    missing(report, "order_id", order.order_id());
    if let Some(consent) = order.consent_data() {
        report.inside("consent_data", |report| {
            if let Some(own) = consent.tcf_data() {
                report.inside("tcf_data", |report| tcf(report, own));
            }
        });
    }
    if let Some(ids) = order.user_ids() {
        report.each("user_ids", ids, empty);
    }
    if let Some(amounts) = order.amounts() {
        report.each("amounts", amounts, |report, amount| {
            rules::decimal(report, "", amount);
        });
    }
    if let Some(items) = order.items() {
        report.each("items", items, |report, item| {
            missing(report, "item_id", item.item_id());
            if let Some(own) = item.tcf_data() {
                report.inside("tcf_data", |report| tcf(report, own));
            }
            if let Some(labels) = item.own_labels() {
                report.each("own_labels", labels, empty);
            }
            if let Some(free) = item.free_params() {
                rules::free_values(report, "free_params", free, &mut Vec::new());
            }
        });
    }
    if let Some(free) = order.free_value() {
        rules::any_json(report, "free_value", free, &mut Vec::new());
    }
}
