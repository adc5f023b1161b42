//! Ad revenue: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>.

use jiff::{SignedDuration, Timestamp};

use super::{
    amount::Amount,
    errors::{BAD_REQUEST, INVALID_REVENUE, Refusal},
    fields::{self, Fields, Parameters},
};

/// "Ad revenue should be sent no later than 28 days after the `created_at` date."
const MAX_AGE: SignedDuration = SignedDuration::from_hours(28 * 24);

pub(super) fn check(parameters: &Parameters) -> Result<(), Refusal> {
    let amount = match (parameters.get("revenue"), parameters.get("amount")) {
        (Some(text), None) | (None, Some(text)) => text,
        (None, None) => return Err(INVALID_REVENUE.because("missing_revenue")),
        (Some(_), Some(_)) => return Err(INVALID_REVENUE.because("revenue_with_amount")),
    };
    // No limits are documented.
    Amount::read(amount).ok_or(INVALID_REVENUE.because("invalid_revenue"))?;
    // "If this parameter is missing, Adjust rejects the request."
    if !parameters.contains_key("currency") {
        return Err(INVALID_REVENUE.because("missing_currency"));
    }
    fields::currency(parameters)?;
    if !parameters.contains_key("ad_impressions_count") {
        return Err(BAD_REQUEST.because("missing_ad_impressions_count"));
    }
    fields::count(parameters, "ad_impressions_count", "invalid_ad_impressions_count")?;
    // "Always publisher."
    if parameters.get("source").is_none_or(|source| source != "publisher") {
        return Err(BAD_REQUEST.because("source_is_not_publisher"));
    }
    Ok(())
}

/// "It doesn't need to be sent chronologically."
pub(super) fn check_age(fields: &Fields<'_>, now: Timestamp) -> Result<(), Refusal> {
    match fields.time {
        Some(time) if now.duration_since(time) > MAX_AGE => Err(BAD_REQUEST.because("older_than_28_days")),
        _ => Ok(()),
    }
}
