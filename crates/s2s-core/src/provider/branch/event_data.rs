//! Revenue and other data of an event.

use crate::encode::json::Object;
use crate::issue::{Code, Report};
use crate::provider::record::has_field;
use crate::provider::rules;
use crate::value::text::Kind;

use super::event::BranchEventDataFields;
use super::members::{Nested, Sign, is_without, write_amount, write_choice, write_currency, write_flat, write_text};
use super::{EventData, MissingCurrency, NegativeRevenue, Settings};

/// Known from Branch's SDKs.
const AD_TYPES: &[&str] = &["BANNER", "INTERSTITIAL", "REWARDED_VIDEO", "NATIVE"];

/// Appends the members.
pub(super) fn write(settings: &Settings, report: &mut Report, data: &dyn BranchEventDataFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    write_text(report, ("transaction_id", "transaction_id"), Kind::Identifier, data.transaction_id(), &mut object);
    let sign = match settings.negative_revenue {
        NegativeRevenue::Refuse => Sign::NotNegative("must not be negative, see the setting `negative_revenue`"),
        NegativeRevenue::Send => Sign::Any,
    };
    write_amount(report, ("revenue", "revenue"), data.revenue(), sign, &mut object);
    write_currency(report, ("currency", "currency"), data.currency(), &mut object);
    write_amount(report, ("shipping", "shipping"), data.shipping(), Sign::Any, &mut object);
    write_amount(report, ("tax", "tax"), data.tax(), Sign::Any, &mut object);
    for (field, value) in [
        ("coupon", data.coupon()),
        ("affiliation", data.affiliation()),
        ("description", data.description()),
        ("search_query", data.search_query()),
    ] {
        write_text(report, (field, field), Kind::Free, value, &mut object);
    }
    write_choice(report, ("ad_type", "ad_type"), data.ad_type(), AD_TYPES, &mut object);
    if let Some(pairs) = data.extra() {
        write_flat(report, "extra", pairs, Nested::Refused, |key| key != "extra" && has_field::<EventData>(key), &mut object);
    }
    object.end();
    currency(settings, report, data);
    rules::not_empty(report, !has_declared(data) && data.description().is_none() && is_without(data.extra()));
}

/// Whether there is any of the fields that Branch's pages do not agree to take with a custom event.
pub(super) fn has_declared(data: &dyn BranchEventDataFields) -> bool {
    let texts =
        [data.transaction_id(), data.currency(), data.coupon(), data.affiliation(), data.search_query(), data.ad_type()];
    texts.iter().any(Option::is_some) || amounts(data).iter().any(|(_, is_given)| *is_given)
}

fn amounts(data: &dyn BranchEventDataFields) -> [(&'static str, bool); 3] {
    [("revenue", data.revenue().is_some()), ("shipping", data.shipping().is_some()), ("tax", data.tax().is_some())]
}

/// Source: <https://help.branch.io/developer-hub/track-branch-events>
fn currency(settings: &Settings, report: &mut Report, data: &dyn BranchEventDataFields) {
    const FIELD: &str = "currency";
    let amount = amounts(data).into_iter().find(|(field, is_given)| *is_given && !report.has(field));
    let Some((field, _)) = amount.filter(|_| !rules::is_given(report, FIELD, data.currency())) else { return };
    match settings.missing_currency {
        MissingCurrency::Refuse => report.issue(FIELD, Code::Missing, format!("is required with `{field}`")),
        MissingCurrency::Send => report.warning(FIELD, Code::CountsAsUsd, "is absent: Branch counts US dollars"),
    }
}
