//! What can go wrong between a sender and a provider, on request or by chance.

use std::{fmt, str::FromStr, time::Duration};

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize, Serializer};

/// The header that asks for faults.
const HEADER: &str = "x-sandbox-fault";
/// The query parameter that asks for faults.
pub(crate) const PARAMETER: &str = "sandbox_fault";

/// Something that goes wrong. Each variant gives its text form for the header `x-sandbox-fault`, the
/// query parameter `sandbox_fault` and the configuration; a header or parameter may name several,
/// separated by commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[non_exhaustive]
pub enum Fault {
    /// `latency=MS`: the request waits before it is processed; it is not processed if the sender
    /// goes away in the meantime.
    Latency(Duration),
    /// `429` or `429;retry-after=SECONDS`: not processed, responds with 429 and a `Retry-After` if
    /// it is named.
    TooManyRequests {
        /// The header `Retry-After`, in seconds.
        retry_after: Option<u64>,
    },
    /// `500`: not processed, responds with 500.
    InternalError,
    /// `500-after`: processed, then responds with 500.
    InternalErrorAfter,
    /// `drop`: not processed, the connection is closed without a response.
    Drop,
    /// `drop-after`: processed, then the connection is closed without a response.
    DropAfter,
}

impl FromStr for Fault {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number = |digits: &str| digits.parse().map_err(|_| "a fault's number must be a whole number");
        match text.trim() {
            "429" => Ok(Self::TooManyRequests { retry_after: None }),
            "500" => Ok(Self::InternalError),
            "500-after" => Ok(Self::InternalErrorAfter),
            "drop" => Ok(Self::Drop),
            "drop-after" => Ok(Self::DropAfter),
            text => {
                if let Some(milliseconds) = text.strip_prefix("latency=") {
                    Ok(Self::Latency(Duration::from_millis(number(milliseconds)?)))
                } else if let Some(seconds) = text.strip_prefix("429;retry-after=") {
                    Ok(Self::TooManyRequests { retry_after: Some(number(seconds)?) })
                } else {
                    Err("a fault is one of `latency=MS`, `429`, `429;retry-after=SECONDS`, `500`, `500-after`, `drop`, `drop-after`")
                }
            }
        }
    }
}

/// The text form, as it is read.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latency(wait) => write!(f, "latency={}", wait.as_millis()),
            Self::TooManyRequests { retry_after: None } => f.write_str("429"),
            Self::TooManyRequests { retry_after: Some(seconds) } => write!(f, "429;retry-after={seconds}"),
            Self::InternalError => f.write_str("500"),
            Self::InternalErrorAfter => f.write_str("500-after"),
            Self::Drop => f.write_str("drop"),
            Self::DropAfter => f.write_str("drop-after"),
        }
    }
}

impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl TryFrom<String> for Fault {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// Faults that happen by chance, to requests that ask for none: `[faults]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct FaultConfig {
    /// Where the chance begins: the same seed and the same order of requests give the same faults.
    pub seed: u64,
    /// The faults and how often each happens.
    pub rates: Vec<FaultRate>,
}

/// A fault that happens by chance.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FaultRate {
    /// The fault.
    pub fault: Fault,
    /// The share of requests that it happens to, from 0 to 1.
    #[serde(deserialize_with = "share")]
    pub rate: f64,
}

fn share<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let rate = f64::deserialize(deserializer)?;
    if (0.0..=1.0).contains(&rate) { Ok(rate) } else { Err(serde::de::Error::custom("`rate` must be from 0 to 1")) }
}

/// What goes wrong with one request, in the order in which it happens.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) latency: Duration,
    pub(crate) before: Option<Before>,
    pub(crate) after: Option<After>,
}

/// What happens instead of processing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Before {
    TooManyRequests { retry_after: Option<u64> },
    InternalError,
    Drop,
}

/// What happens instead of the response, after processing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum After {
    InternalError,
    Drop,
}

impl Before {
    pub(crate) fn fault(&self) -> Fault {
        match self {
            Self::TooManyRequests { retry_after } => Fault::TooManyRequests { retry_after: *retry_after },
            Self::InternalError => Fault::InternalError,
            Self::Drop => Fault::Drop,
        }
    }
}

impl After {
    pub(crate) fn fault(&self) -> Fault {
        match self {
            Self::InternalError => Fault::InternalErrorAfter,
            Self::Drop => Fault::DropAfter,
        }
    }
}

impl FromIterator<Fault> for Plan {
    fn from_iter<I: IntoIterator<Item = Fault>>(faults: I) -> Self {
        let mut plan = Self::default();
        for fault in faults {
            match fault {
                Fault::Latency(wait) => plan.latency = plan.latency.saturating_add(wait),
                Fault::TooManyRequests { retry_after } => {
                    plan.before.get_or_insert(Before::TooManyRequests { retry_after });
                }
                Fault::InternalError => {
                    plan.before.get_or_insert(Before::InternalError);
                }
                Fault::Drop => {
                    plan.before.get_or_insert(Before::Drop);
                }
                Fault::InternalErrorAfter => {
                    plan.after.get_or_insert(After::InternalError);
                }
                Fault::DropAfter => {
                    plan.after.get_or_insert(After::Drop);
                }
            }
        }
        plan
    }
}

/// The faults that a request asks for itself, by header and by query parameter.
pub(crate) fn requested(headers: &HeaderMap, query: &[(String, String)]) -> Result<Vec<Fault>, &'static str> {
    let parameters = query.iter().filter(|(name, _)| name == PARAMETER).map(|(_, value)| Ok(value.as_str()));
    let headers = headers.get_all(HEADER).iter().map(|value| value.to_str().map_err(|_| "a fault is ASCII text"));
    let mut faults = Vec::new();
    for list in headers.chain(parameters) {
        for fault in list?.split(',') {
            faults.push(fault.parse()?);
        }
    }
    Ok(faults)
}

/// Draws the faults that happen by chance.
pub(crate) struct Chance {
    state: u64,
    rates: Vec<FaultRate>,
}

impl Chance {
    pub(crate) fn new(config: &FaultConfig) -> Self {
        Self { state: config.seed, rates: config.rates.clone() }
    }

    pub(crate) fn draw(&mut self) -> Vec<Fault> {
        let Self { state, rates } = self;
        rates.iter().filter(|fault| next(state) < fault.rate).map(|fault| fault.fault).collect()
    }
}

/// The next number of SplitMix64 (Steele, Lea and Flood, 2014), from 0 to below 1: any seed will
/// do, and it is the same everywhere.
fn next(state: &mut u64) -> f64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^= mixed >> 31;
    // The upper 53 bits fill a double exactly.
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}
