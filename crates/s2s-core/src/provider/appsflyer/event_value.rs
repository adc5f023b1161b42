//! The parameters of an event, and its currency: JSON inside a JSON string.

use std::borrow::Cow;

use crate::encode;
use crate::encode::json::{self, Object};
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::text::{self, Kind};
use crate::value::{Decimal, Json, NumberRef, Text, currency, repeated};

use super::body::Body;
use super::event::AppsFlyerEventFields;
use super::{EmptyEventValue, MissingCurrency, MoneyAs, Settings, UnlistedCurrency};

const FIELD: &str = "event_value";

/// Parameters that are amounts of money. Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
const MONEY: [&str; 4] = ["af_revenue", "af_price", "af_net_revenue", "af_projected_revenue"];

/// "Up to 5 decimals." Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
const MOST_DECIMALS: usize = 5;

/// The codes of `eventCurrency`, in the order of the alphabet. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
const CURRENCIES: [&str; 179] = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BOV", "BRL",
    "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF", "CHW", "CLF", "CLP", "CNY", "COP", "COU", "CRC", "CUC", "CUP", "CVE", "CZK", "DJF",
    "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG",
    "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP",
    "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD", "NGN",
    "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG",
    "SEK", "SGD", "SHP", "SLL", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH",
    "UGX", "USD", "USN", "UYI", "UYU", "UYW", "UZS", "VES", "VND", "VUV", "WST", "XAF", "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XCD", "XDR", "XOF",
    "XPD", "XPF", "XPT", "XSU", "XTS", "XUA", "XXX", "YER", "ZAR", "ZMW", "ZWL",
];

/// Appends `eventValue` and `eventCurrency`.
pub(super) fn write(settings: &Settings, event: &impl AppsFlyerEventFields, report: &mut Report, body: &mut Body<'_>) {
    let currency = currency(settings, event, report);
    let value = event.event_value().filter(|value| !matches!(value, Json::Null) && value.as_str() != Some(""));
    let value = value.and_then(|value| ObjectValue::read(report, FIELD, value));
    let mut text = Vec::new();
    match &value {
        Some(value) if !value.members().is_empty() => {
            value.write(settings, report, &mut text);
            value.agrees(settings, event, currency.as_deref(), report);
        }
        _ if settings.empty_event_value == EmptyEventValue::Space => text.push(b' '),
        _ => {}
    }
    body.text_of(FIELD, "eventValue", &encode::text(&text));
    if let Some(currency) = currency {
        body.text_of("event_currency", "eventCurrency", &currency);
    }
}

fn currency(settings: &Settings, event: &impl AppsFlyerEventFields, report: &mut Report) -> Option<String> {
    const FIELD: &str = "event_currency";
    let given = text::optional(report, FIELD, Kind::Free, event.event_currency())?;
    let Some(code) = currency::parse(given) else {
        report.issue(FIELD, Code::InvalidCurrency, "must be three letters (ISO 4217)");
        return None;
    };
    let code = encode::text(&code).into_owned();
    if CURRENCIES.binary_search(&&*code).is_err() {
        match settings.unlisted_currency {
            UnlistedCurrency::Warn => report.warning(FIELD, Code::CurrencyNotListed, "is not among the currencies that AppsFlyer lists"),
            UnlistedCurrency::Refuse => report.issue(FIELD, Code::InvalidChoice, "must be one of the currencies that AppsFlyer lists"),
        }
    }
    Some(code)
}

/// A JSON object that a field was given as it is, or as a text that holds it.
pub(super) struct ObjectValue<'e> {
    field: &'static str,
    value: Cow<'e, Json>,
    /// Paths of issues do not lead into a text.
    is_text: bool,
}

impl<'e> ObjectValue<'e> {
    pub(super) fn read(report: &mut Report, field: &'static str, given: &'e Json) -> Option<Self> {
        let (value, is_text) = match given {
            Json::String(text) => {
                let value = Json::parse_or_code(text).map_err(|code| {
                    let message = match code {
                        Code::TooDeep => "holds JSON that is nested too deep",
                        Code::InvalidUnicode => "holds JSON with half of a surrogate pair",
                        _ => "must be a JSON object, or a text that holds one",
                    };
                    report.issue(field, code, message);
                });
                (Cow::Owned(value.ok()?), true)
            }
            value => (Cow::Borrowed(value), false),
        };
        if !matches!(&*value, Json::Object(_)) {
            report.issue(field, Code::WrongType, "must be a JSON object, or a text that holds one");
            return None;
        }
        Some(Self { field, value, is_text })
    }

    /// Checks the value as free JSON.
    pub(super) fn check(&self, report: &mut Report) {
        self.check_value(report, report.levels(), String::new, &self.value);
    }

    pub(super) fn compact(&self) -> String {
        let mut out = Vec::new();
        json::value(&mut out, &self.value);
        encode::text(&out).into_owned()
    }

    fn members(&self) -> &[(Text, Json)] {
        match &*self.value {
            Json::Object(members) => members,
            _ => &[],
        }
    }

    /// Appends the parameters of an event.
    fn write(&self, settings: &Settings, report: &mut Report, out: &mut Vec<u8>) {
        for key in repeated(self.members(), |key| key) {
            self.issue(report, &pointer(key), Code::DuplicateKey, "appears more than once");
        }
        let mut object = Object::begin(out);
        for (key, value) in self.members() {
            let out = object.key(key);
            match value {
                Json::Null => self.issue(report, &pointer(key), Code::NullValue, "must not be null; leave it out instead"),
                Json::Array(items) if MONEY.contains(&key.as_str()) => {
                    out.push(b'[');
                    for (position, item) in items.iter().enumerate() {
                        if position > 0 {
                            out.push(b',');
                        }
                        self.money(settings, report, || format!("{}/{position}", pointer(key)), item, out);
                    }
                    out.push(b']');
                }
                value if MONEY.contains(&key.as_str()) => self.money(settings, report, || pointer(key), value, out),
                value => {
                    self.check_value(report, report.levels() + 1, || pointer(key), value);
                    json::value(out, value);
                }
            }
        }
        object.end();
    }

    /// Appends an amount of money, which may be negative.
    fn money(&self, settings: &Settings, report: &mut Report, at: impl Fn() -> String, given: &Json, out: &mut Vec<u8>) {
        let number = match given {
            Json::Number(number) => number.lend_amount(),
            Json::String(text) => NumberRef::of_text(text),
            _ => return self.issue(report, &at(), Code::WrongType, "must be a decimal: a number or a text"),
        };
        let amount = match rules::amount(number) {
            Ok(amount) => amount,
            Err((code, message)) => return self.issue(report, &at(), code, message),
        };
        if number.is_noisy() {
            self.warning(report, &at(), Code::FloatNoise, rules::FLOAT_NOISE);
        }
        if amount.fraction_digits().is_none_or(|digits| digits > MOST_DECIMALS) {
            self.warning(report, &at(), Code::MayBeRounded, "has more than the five decimals that AppsFlyer documents");
        }
        self.write_amount(settings, &amount, out);
    }

    fn write_amount(&self, settings: &Settings, amount: &Decimal<'_>, out: &mut Vec<u8>) {
        let mut digits = Vec::new();
        amount.write(&mut digits);
        match settings.money_as {
            MoneyAs::String => json::string(out, &encode::text(&digits)),
            MoneyAs::Number => out.append(&mut digits),
        }
    }

    /// Checks that revenue has a currency, and that there is one currency. The SDKs take it from `af_currency`, the S2S API from `eventCurrency`.
    fn agrees(&self, settings: &Settings, event: &impl AppsFlyerEventFields, currency: Option<&str>, report: &mut Report) {
        const OF_SDK: &str = "af_currency";
        let member = |name: &str| self.members().iter().find(|(key, _)| key.as_str() == name).map(|(_, value)| value);
        if report.has("event_currency") {
            return;
        }
        if let Some(of_sdk) = member(OF_SDK) {
            let is_same = of_sdk.as_str().zip(currency).is_some_and(|(given, currency)| given.eq_ignore_ascii_case(currency));
            if !is_same && !matches!(of_sdk, Json::Null) {
                let message = if currency.is_some() { "is not the same as `event_currency`" } else { "belongs into `event_currency`" };
                self.issue(report, &pointer(OF_SDK), Code::Conflict, message);
            }
        } else if let Some(revenue) = member("af_revenue")
            && event.event_currency().is_none()
            && settings.missing_currency == MissingCurrency::Refuse
            && !matches!(revenue, Json::Null)
            && !report.has(FIELD)
        {
            report.issue("event_currency", Code::Missing, "is required with `af_revenue`");
        }
    }

    fn check_value(&self, report: &mut Report, levels: usize, at: impl Fn() -> String, value: &Json) {
        value.check(levels, &mut |inside, code, message| match code {
            Code::TooDeep => report.too_deep(self.field, message),
            _ => self.issue(report, &(at() + inside), code, message),
        });
    }

    fn issue(&self, report: &mut Report, at: &str, code: Code, message: &'static str) {
        match code {
            // It is no key of the event that appears more than once.
            Code::DuplicateKey if self.is_text => report.issue(self.field, Code::InvalidJson, "holds a key more than once"),
            _ => report.issue_inside(self.field, if self.is_text { "" } else { at }, code, message),
        }
    }

    fn warning(&self, report: &mut Report, at: &str, code: Code, message: &'static str) {
        report.warning_inside(self.field, if self.is_text { "" } else { at }, code, message);
    }
}

fn pointer(key: &str) -> String {
    let mut pointer = String::new();
    crate::issue::push_key(&mut pointer, key);
    pointer
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_currencies_are_in_the_order_that_a_search_by_halves_needs() {
        assert!(super::CURRENCIES.is_sorted());
    }
}
