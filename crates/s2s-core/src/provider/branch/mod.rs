//! Branch's Events API: `POST https://api2.branch.io/v2/event/standard` and `…/v2/event/custom`.
//!
//! Sources: [reference](https://help.branch.io/apidocs/events), [overview](https://help.branch.io/apidocs/events/overview),
//! [track Branch events](https://help.branch.io/developer-hub/track-branch-events),
//! [older reference](https://github.com/BranchMetrics/branch-deep-linking-public-api).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{Branch, OutcomeKind, Response, Timestamp, branch};
//!
//! let branch = Branch::new(branch::Config::builder().branch_key("key_live_demo").build())?;
//! let event = branch::Standard::builder()
//!     .name("PURCHASE")
//!     .time("2026-11-20T11:59:00Z")
//!     .user_data(branch::UserData::builder().developer_identity("user-1034").os("Android").os_version("14").build())
//!     .event_data(branch::EventData::builder().transaction_id("A-1034").revenue("149.99").currency("EUR").build())
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = branch.standard(&event, now)?;
//! assert_eq!(request.url(), "https://api2.branch.io/v2/event/standard");
//! assert!(request.redacted_body().ends_with(r#""branch_key":"[redacted]"}"#));
//!
//! let outcome = branch.interpret(&request, &Response::new(200, [("content-type", "application/json")], r#"{"branch_view_enabled":false}"#));
//! assert_eq!(outcome.kind(), OutcomeKind::Delivered);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod build;
mod config;
mod content_items;
mod event;
mod event_data;
mod interpret;
mod members;
mod names;
mod neutral;
mod user_data;

pub use config::{
    BranchConfig as Config, CustomFieldsAs, Late, MissingCurrency, NegativeRevenue, ProductCategory, RequireOsVersion, UndocumentedParts,
};
pub use event::{
    BranchContentItem as ContentItem, BranchCustom as Custom, BranchEventData as EventData, BranchStandard as Standard,
    BranchUserData as UserData,
};

use std::sync::Arc;

use crate::issue::{Code, Found, Issue, Issues, Report};
use crate::one_event::map::Map;
use crate::outcome::Outcome;
use crate::request::{Header, Request};
use crate::response::{NoResponse, Response};
use crate::secret::Secret;
use crate::value::lend::{Lend as _, ListRef};
use crate::value::{Text, Timestamp, text};

use super::base_url::BaseUrl;
use super::client::{Kind, NewId, Provider};
use super::facts;
use super::record::{Declared, Defaults};
use super::rules;
use super::spec::{KindRules, KindSpec, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "branch";

/// One app of Branch: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct Branch {
    base: BaseUrl,
    standard_url: Arc<str>,
    custom_url: Arc<str>,
    headers: Arc<[Header]>,
    branch_key: Secret,
    settings: Settings,
}

/// The sort of an event: its name decides which one Branch takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Standard,
    Custom,
}

/// How events are checked and written.
#[derive(Clone)]
struct Settings {
    extra_standard_names: Vec<Text>,
    require_os_version: RequireOsVersion,
    negative_revenue: NegativeRevenue,
    missing_currency: MissingCurrency,
    undocumented_parts: UndocumentedParts,
    custom_fields_as: CustomFieldsAs,
    product_category: ProductCategory,
    late: Late,
    max_delay_millis: i64,
    max_future_millis: i64,
    ip_override: bool,
}

impl Branch {
    /// Checks the configuration.
    ///
    /// # Errors
    /// All issues of the configuration; their paths are its fields.
    pub fn new(config: Config) -> Result<Self, Issues> {
        Self::open(config, Found::default())
    }

    /// Interprets the response to `request`, by the rules of the request's provider: see [`crate::interpret`].
    pub fn interpret(&self, request: &Request, response: &Response) -> Outcome {
        crate::interpret(request, response)
    }

    /// Interprets the lack of a response: the same for every provider, see [`crate::interpret_no_response`].
    pub fn interpret_no_response(&self, kind: NoResponse) -> Outcome {
        kind.into()
    }
}

impl Provider for Branch {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "Branch",
        title: "Branch's Events API",
        sources: &[
            ("reference", "https://help.branch.io/apidocs/events"),
            ("overview", "https://help.branch.io/apidocs/events/overview"),
            ("track Branch events", "https://help.branch.io/developer-hub/track-branch-events"),
            ("older reference", "https://github.com/BranchMetrics/branch-deep-linking-public-api"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Standard>(), KindSpec::of::<Custom>()],
        batch: None,
        words: &[],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://api2.branch.io/v2/event/standard",
        lane: "user: the first identifier of `user_data`",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: false,
        max_age: None,
        deadline: None,
        repeated: Repeated::MayCount,
        responses: interpret::RESPONSES,
        interpret: interpret::interpret,
        lane_name: facts::whole,
        facts: build::facts,
        date: None,
    };
    type Config = Config;

    fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        neutral::build(self, map, now, new_id)
    }

    fn open(config: Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        let branch_key = branch_key(report, &config);
        if let Some(names) = &config.extra_standard_names {
            extra_names(report, names.lend());
        }
        let max_delay_millis = max_delay(report, config.max_delay.unwrap_or(Defaults::<Config>::max_delay));
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        report.finish()?;
        let (Some(branch_key), Some(max_delay_millis), Some(max_future_millis), Some(base)) =
            (branch_key, max_delay_millis, max_future_millis, base)
        else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let settings = Settings {
            extra_standard_names: config.extra_standard_names.unwrap_or_default(),
            require_os_version: config.require_os_version.unwrap_or_default(),
            negative_revenue: config.negative_revenue.unwrap_or_default(),
            missing_currency: config.missing_currency.unwrap_or_default(),
            undocumented_parts: config.undocumented_parts.unwrap_or_default(),
            custom_fields_as: config.custom_fields_as.unwrap_or_default(),
            product_category: config.product_category.unwrap_or_default(),
            late: config.late.unwrap_or_default(),
            max_delay_millis,
            max_future_millis,
            ip_override: config.ip_override.unwrap_or_default(),
        };
        Ok(Self {
            standard_url: base.join("/v2/event/standard").into(),
            custom_url: base.join("/v2/event/custom").into(),
            base,
            headers: [Header::public("content-type", "application/json"), Header::public("accept", "application/json")].into(),
            branch_key,
            settings,
        })
    }
}

/// The key: `key_live_` or `key_test_`, and more.
fn branch_key(report: &mut Report, config: &Config) -> Option<Secret> {
    const FIELD: &str = "branch_key";
    let key = text::required(report, FIELD, text::Kind::Token, config.branch_key.as_ref().map(Secret::expose))?;
    let rest = key.strip_prefix("key_live_").or_else(|| key.strip_prefix("key_test_"));
    if rest.is_none_or(str::is_empty) {
        report.issue(FIELD, Code::InvalidShape, "must begin with `key_live_` or `key_test_`; it is not Branch's secret");
        return None;
    }
    config.branch_key.clone()
}

fn extra_names(report: &mut Report, names: ListRef<'_, Text>) {
    report.each("extra_standard_names", names, |report, name| {
        if let Some((code, message)) = text::check(text::Kind::Token, name) {
            report.issue("", code, message);
        }
    });
}

/// The setting `max_delay`, in milliseconds.
fn max_delay(report: &mut Report, seconds: i64) -> Option<i64> {
    let millis = seconds.checked_mul(1_000).filter(|millis| *millis >= 0);
    if millis.is_none() {
        report.issue("max_delay", Code::OutOfRange, "must be a number of seconds, not negative");
    }
    millis
}

impl Kind for Standard {
    const NAME: &'static str = "standard";
    const NOUN: &'static str = "a standard event";
    type Client = Branch;
    type Read<'t> = event::BranchStandardRead<'t>;

    fn build(&self, client: &Branch, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build_standard(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &Branch, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build_standard(event, now, found)
    }
}

impl Kind for Custom {
    const NAME: &'static str = "custom";
    const NOUN: &'static str = "a custom event";
    const RULES: KindRules = KindRules { endpoint: "POST https://api2.branch.io/v2/event/custom", ..Branch::RULES };
    type Client = Branch;
    type Read<'t> = event::BranchCustomRead<'t>;

    fn build(&self, client: &Branch, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build_custom(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &Branch, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build_custom(event, now, found)
    }
}

crate::redacted_debug!(Branch);
