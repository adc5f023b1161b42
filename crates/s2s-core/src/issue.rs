//! The problems of an event or a configuration, as data.

use std::borrow::Cow;
use std::fmt;

use crate::value::lend::{Lend, ListRef};

/// One problem of an event or a configuration, or one warning about it.
///
/// An issue never holds the value it complains about: that may be personal data or a secret.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Issue {
    path: String,
    code: Code,
    message: Cow<'static, str>,
}

impl Issue {
    /// An issue at `path`, a JSON Pointer (RFC 6901) into what the caller gave; the empty path is the whole of it.
    pub fn new(path: impl Into<String>, code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { path: path.into(), code, message: message.into() }
    }

    /// Where: a JSON Pointer (RFC 6901) into what the caller gave, such as `/callback_params/order`; `""` is the event itself.
    /// A key of more than 100 characters is cut, with `…` at its end.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What: the stable code, for programs.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Why: a sentence for people. It may change between versions.
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn set_path(&mut self, path: String) {
        self.path = path;
    }

    pub(crate) fn set_message(&mut self, message: String) {
        self.message = message.into();
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "(event)" } else { &self.path };
        write!(f, "{path}: {} [{}]", self.message, self.code)
    }
}

impl fmt::Debug for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Issue {}

/// Every problem found at once: at least one.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Issues(Vec<Issue>);

impl Issues {
    /// Maximum number of issues that are listed; where there are more, the last one is [`Code::TooManyIssues`].
    pub const MAX: usize = 100;

    pub(crate) fn new(mut issues: Vec<Issue>) -> Self {
        if issues.len() > Self::MAX {
            issues.truncate(Self::MAX - 1);
            issues.push(Issue::new("", Code::TooManyIssues, "there are more issues than are listed"));
        }
        Self(issues)
    }

    /// The issues, in the order in which they were found.
    pub fn as_slice(&self) -> &[Issue] {
        &self.0
    }

    /// The issues, owned.
    pub fn into_vec(self) -> Vec<Issue> {
        self.0
    }
}

impl From<Issue> for Issues {
    fn from(issue: Issue) -> Self {
        Self(vec![issue])
    }
}

impl<'a> IntoIterator for &'a Issues {
    type Item = &'a Issue;
    type IntoIter = std::slice::Iter<'a, Issue>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Display for Issues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, issue) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str("; ")?;
            }
            fmt::Display::fmt(issue, f)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Issues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}

impl std::error::Error for Issues {}

macro_rules! codes {
    ($($variant:ident $name:literal $kind:ident $meaning:literal $example:literal)*) => {
        /// The stable name of a kind of issue or warning. `docs/issue-codes.md` lists them all.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $meaning] $variant,)*
        }

        impl Code {
            /// Every code there is, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The code as it is written in JSON and in `docs/issue-codes.md`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// What the code means.
            pub const fn meaning(self) -> &'static str {
                match self { $(Code::$variant => $meaning,)* }
            }

            /// Something that gets this code.
            pub const fn example(self) -> &'static str {
                match self { $(Code::$variant => $example,)* }
            }

            /// Whether the code is that of an issue (nothing is built) or of a warning (the request is built).
            pub const fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$kind,)* }
            }
        }
    };
}

/// Whether a code stops a request from being built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Nothing is built.
    Issue,
    /// The request is built and carries the warning.
    Warning,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for Code {}

codes! {
    InvalidJson "invalid_json" Issue
        "the text is not JSON (RFC 8259)" "`{\"provider\":`"
    TrailingData "trailing_data" Issue
        "something follows the JSON value" "`{} {}`"
    InvalidUnicode "invalid_unicode" Issue
        "a string or key is not Unicode: not UTF-8, or half of a surrogate pair" "`\"\\ud800\"`"
    TooDeep "too_deep" Issue
        "values are nested deeper than 32 levels" "33 `[`, one inside the other"
    TooLarge "too_large" Issue
        "the input or the request is larger than its limit" "an event over 1 MiB"
    DuplicateKey "duplicate_key" Issue
        "a key appears more than once in one object or parameter map" "`{\"currency\":\"EUR\",\"currency\":\"USD\"}`"
    UnknownField "unknown_field" Issue
        "there is no such field or setting" "`{\"curency\":\"EUR\"}`"
    WrongType "wrong_type" Issue
        "the value is of another JSON type than the field takes" "`{\"currency\":978}`"
    NullValue "null_value" Issue
        "null is given where a map takes only values" "`{\"callback_params\":{\"order\":null}}`"
    UnknownProvider "unknown_provider" Issue
        "there is no such provider" "`{\"provider\":\"adjst\"}`"
    UnknownKind "unknown_kind" Issue
        "the provider has no such kind of event" "`{\"provider\":\"adjust\",\"kind\":\"purchase\"}`"
    UnknownDestination "unknown_destination" Issue
        "no destination of that name, or none for that provider, is configured" "`{\"destination\":\"second-app\"}`"
    Missing "missing" Issue
        "a required field is absent" "an event without `event_token`"
    MissingOneOf "missing_one_of" Issue
        "one of several fields is required, and none is there" "an event without a device identifier"
    Conflict "conflict" Issue
        "two fields exclude each other" "`idfa` together with `advertising_id`"
    Empty "empty" Issue
        "a text is empty: leave the field out instead" "`{\"event_token\":\"\"}`"
    ControlCharacter "control_character" Issue
        "a text holds a control character" "a line break in `user_agent`"
    InvalidToken "invalid_token" Issue
        "a token or key holds something else than visible ASCII without spaces" "`{\"event_token\":\"f0 ob4r\"}`"
    InvalidAppId "invalid_app_id" Issue
        "the app ID has not the form of its platform" "an iOS app ID without `id` in front: `{\"app_id\":\"123456789\"}`"
    InvalidStreamId "invalid_stream_id" Issue
        "the ID of a data stream has not its documented form" "the stream's number: `{\"measurement_id\":\"1234567890\"}`"
    InvalidId "invalid_id" Issue
        "the ID has not its documented form" "the name of a dataset: `{\"dataset_id\":\"my-dataset\"}`"
    InvalidSegment "invalid_segment" Issue
        "a text cannot be a segment of a URL path: `.` or `..`" "`{\"app_id\":\"..\"}`"
    InvalidChoice "invalid_choice" Issue
        "the value is none of the documented ones" "`{\"gender\":\"F\"}`"
    TooLong "too_long" Issue
        "a text has more characters than the provider takes" "an `event_name` of 101 characters"
    InvalidName "invalid_name" Issue
        "a name holds something else than letters, digits and `_`, or does not begin with a letter" "`{\"name\":\"add-to-cart\"}`"
    UnknownEventName "unknown_event_name" Issue
        "the provider documents no event of this name for the source of the events" "`{\"event_name\":\"Checkout\"}` of a website"
    UnmappedEvent "unmapped_event" Issue
        "a neutral event has no name at the destination, or an event of another format is not a neutral one"
        "`{\"event\":\"renew\"}` for Google Analytics"
    UnmappedField "unmapped_field" Issue
        "a field of a neutral event has no place at the destination, or one of another format none in the neutral event"
        "`{\"coupon\":\"SPRING\"}` for Adjust"
    ReservedName "reserved_name" Issue
        "the provider keeps the name, or names that begin so, for itself" "`{\"name\":\"session_start\"}`"
    InvalidShape "invalid_shape" Issue
        "the text has not the documented form" "`{\"user_location\":{\"country_id\":\"USA\"}}`"
    TooManyParams "too_many_params" Issue
        "an event has more parameters than the provider takes" "26 parameters"
    TooManyItems "too_many_items" Issue
        "an event has more items than the provider takes" "201 items"
    TooManyItemParams "too_many_item_params" Issue
        "an item has more parameters of your own than the provider takes" "11 members of an item's `params`"
    TooManyUserProperties "too_many_user_properties" Issue
        "there are more user properties than the provider takes" "26 user properties"
    InvalidEmail "invalid_email" Issue
        "the text is not an email address" "`{\"email\":\"name\"}`"
    InvalidPhone "invalid_phone" Issue
        "the text is not a phone number with its calling code" "`{\"phone\":\"0171 1234567\"}`"
    AlreadyHashed "already_hashed" Issue
        "a field that is hashed holds 64 hexadecimal digits: it looks like a digest already" "a digest in `email` instead of `email_hashed`"
    InvalidHash "invalid_hash" Issue
        "the text is not a SHA-256 digest: 64 hexadecimal digits" "`{\"email_hashed\":\"name@example.com\"}`"
    HashOfEmpty "hash_of_empty" Issue
        "the digest is that of the empty text" "`{\"email_hashed\":\"e3b0c442…\"}`"
    InvalidNumber "invalid_number" Issue
        "the text is not a decimal number" "`{\"revenue\":\"19,99\"}`"
    NotFinite "not_finite" Issue
        "the number is infinite or not a number" "`{\"revenue\":\"NaN\"}`"
    TooManyDigits "too_many_digits" Issue
        "the decimal has more than 28 digits" "`{\"revenue\":\"1e40\"}`"
    NotRepresentable "not_representable" Issue
        "the wire's type is a double, and no double has these digits" "`{\"revenue\":\"9007199254740993\"}`"
    OutOfRange "out_of_range" Issue
        "the number is outside what the provider takes" "`{\"revenue\":\"0.0001\"}`"
    InvalidCurrency "invalid_currency" Issue
        "the currency is not three letters" "`{\"currency\":\"EURO\"}`"
    InvalidTime "invalid_time" Issue
        "the time is not RFC 3339" "`{\"created_at\":\"yesterday\"}`"
    TimeWithoutOffset "time_without_offset" Issue
        "the time does not say its offset from UTC" "`{\"created_at\":\"2026-11-20T10:00:00\"}`"
    NotAnInteger "not_an_integer" Issue
        "the number has a fraction where an integer is taken" "`{\"created_at\":1763632800.5}`"
    TimeUnit "time_unit" Issue
        "the number looks like seconds where milliseconds are taken, or the other way round" "`{\"created_at\":1763632800}`"
    TooOld "too_old" Issue
        "the event is older than the provider takes" "an event of 59 days ago"
    InTheFuture "in_the_future" Issue
        "the event is further ahead of `now` than `max_future` allows" "an event of the day after tomorrow"
    InvalidDeviceId "invalid_device_id" Issue
        "the identifier has not the documented shape" "`{\"idfa\":\"123\"}`"
    ZeroDeviceId "zero_device_id" Issue
        "the only device identifier is all zeros, which means that tracking is not allowed" "`{\"idfa\":\"00000000-0000-0000-0000-000000000000\"}`"
    InvalidIp "invalid_ip" Issue
        "the text is not an IP address" "`{\"ip_address\":\"192.0.2.256\"}`"
    Ipv6NotSupported "ipv6_not_supported" Issue
        "the provider takes IPv4 addresses only" "`{\"ip_address\":\"2001:db8::1\"}`"
    ReservedField "reserved_field" Issue
        "`extra`, or a map of parameters, names a field that the provider's API already has here" "`{\"extra\":{\"app_token\":\"…\"}}`"
    IdentityMismatch "identity_mismatch" Issue
        "a message names another user than the request that it is part of, or differs in what else the request has once" "two users' messages in one request"
    DuplicateId "duplicate_id" Issue
        "two messages of one request have the same id; the provider would drop one of them" "two messages with the id `A-1`"
    TooManyMessages "too_many_messages" Issue
        "there are more messages in one request than `max_events`" "101 messages in one request"
    InvalidUrl "invalid_url" Issue
        "the base URL is not an http or https origin with an optional path" "`{\"base_url\":\"s2s.example\"}`"
    TooManyIssues "too_many_issues" Issue
        "there are more issues than are listed" "an event with a thousand unknown fields"
    InsecureTransport "insecure_transport" Warning
        "credentials travel in clear, because the base URL is plain http" "`base_url` is an http address"
    AheadOfNow "ahead_of_now" Warning
        "the event is over five minutes ahead of `now`" "a server whose clock is wrong"
    Ipv6Omitted "ipv6_omitted" Warning
        "the IPv6 address was left out, as the setting `ipv6` asks" "`{\"ip_address\":\"2001:db8::1\"}`"
    ZeroDeviceIdOmitted "zero_device_id_omitted" Warning
        "an identifier of zeros was left out; another one is there" "an `idfa` of zeros next to an `idfv`"
    ZeroAdvertisingId "zero_advertising_id" Warning
        "the advertising identifier is all zeros, which means that tracking is not allowed; it is sent as it is" "an `advertising_id` of zeros"
    UndocumentedName "undocumented_name" Warning
        "the name is none that the provider documents where it lists them; it is sent as it is" "`{\"partner_sharing_settings\":{\"all\":{\"instal\":false}}}`"
    AlreadyEncoded "already_encoded" Warning
        "the text looks percent-encoded already; it is encoded once more, as every value is" "`{\"user_agent\":\"Mozilla%2F5.0\"}`"
    FloatNoise "float_noise" Warning
        "an amount of money was given as a number with more than 12 significant digits, as binary floats leave them; a decimal or a text has none"
        "`{\"revenue\":0.30000000000000004}`"
    MayBeRounded "may_be_rounded" Warning
        "an amount of money has more decimals than the provider documents" "`{\"event_value\":{\"af_revenue\":\"0.123456\"}}`"
    CurrencyNotListed "currency_not_listed" Warning
        "the provider does not list this currency" "`{\"event_currency\":\"XYZ\"}`"
    WillBeRedated "will_be_redated" Warning
        "the provider will record the event at another time, as it is sent too late for its own" "an event of the day before yesterday"
    NearSizeLimit "near_size_limit" Warning
        "the body is so large that the provider may not take it, or that no time can be filled in" "a body of 1,010 bytes"
    CountsAsIos145 "counts_as_ios_14_5" Warning
        "without `os`, the provider takes the event of an iOS app for one of iOS 14.5" "an event of an iOS app without `os`"
    UnknownPredefinedName "unknown_predefined_name" Warning
        "the event's name begins as the provider's predefined names do, and is none of them" "`{\"event_name\":\"af_purchased\"}`"
    UndocumentedSpelling "undocumented_spelling" Warning
        "the provider documents another spelling of the value" "`{\"sharing_filter\":[\"twitter_int\"]}`"
    ReportsIncomplete "reports_incomplete" Warning
        "without the field, reports of the provider miss the event or its user" "an event without `session_id`"
    MissingRecommended "missing_recommended" Warning
        "the provider's documentation asks for the field with such an event" "`add_to_cart` without `items`"
    NoIp "no_ip" Warning
        "the event has no IP address; the provider locates and matches users by it" "an event with `country` alone"
    PrivateIp "private_ip" Warning
        "the IP address is none of the public internet: private, loopback or link-local" "`{\"ip\":\"10.1.2.3\"}`"
    UnexpectedShape "unexpected_shape" Warning
        "an identifier is not of the form that such identifiers have; it is sent as it is" "`{\"oaid\":\"device-1\"}`"
    NotAscii "not_ascii" Warning
        "a text is not ASCII, and the provider documents its limit for ASCII" "`{\"attributes\":{\"city\":\"Köln\"}}`"
    MissingUserId "missing_user_id" Warning
        "the provider's documentation asks for `user_id` with `user_data`" "`user_data` without `user_id`"
    IgnoredField "ignored_field" Warning
        "the provider ignores the field because of another one" "`user_agent` in addition to `device`"
    UnusualClientId "unusual_client_id" Warning
        "the client ID has none of the documented forms" "`{\"client_id\":\"c0ffee\"}`"
    FieldNotSent "field_not_sent" Warning
        "a field of a neutral event has no place at the destination, and was left out, as its settings ask" "`unmapped = \"warn\"`"
    UserDataWithheld "user_data_withheld" Warning
        "a field of a neutral event was left out, as the user has not consented and the settings ask for that" "`no_consent = \"withhold_user_data\"`"
    HashNotChecked "hash_not_checked" Warning
        "a digest that the caller has made cannot be checked against the provider's own rule" "`sha256_email` of a Gmail address with dots"
    DeprecatedName "deprecated_name" Warning
        "the provider documents a newer name for the event" "`{\"event_name\":\"CompletePayment\"}`"
    TestEventsCount "test_events_count" Warning
        "the request carries a test code, and the provider counts its events all the same" "a configuration with `test_event_code`"
    OlderThanMaxAge "older_than_max_age" Warning
        "the event is older than the setting `max_age`; the provider documents no limit" "an event of eight days ago"
    NotDocumentedForApi "not_documented_for_api" Warning
        "the provider documents the event's name for its SDKs, and not for this API" "`{\"name\":\"OPT_IN\"}`"
    UsedByProvider "used_by_provider" Warning
        "the name is that of an event which the provider records itself" "a custom event `install`"
    CountsAsUsd "counts_as_usd" Warning
        "without a currency, the provider counts US dollars" "`revenue` without `currency`"
    MayBeIgnored "may_be_ignored" Warning
        "the provider's pages do not agree whether it takes the field with such an event" "`content_items` of a custom event"
    ImplausibleValue "implausible_value" Warning
        "the number is beyond what it can mean; the provider documents no range, and it is sent as it is" "`{\"latitude\":-151.67}`"
    NotFlat "not_flat" Warning
        "the provider documents flat data here, and the value is an array or an object" "`{\"custom_data\":{\"sizes\":[1,2]}}`"
    SameTimeMayBeDropped "same_time_may_be_dropped" Warning
        "two messages of one user have the same time on the wire; the provider may drop one of them" "two actions within one second"
}

/// What reading an input has found: one issue more than are listed at the most, so that hostile input costs no memory.
#[derive(Debug, Clone, Default)]
pub struct Found(Vec<Issue>);

impl Found {
    /// Adds an issue, unless there are more than are listed already.
    #[cold]
    pub fn push(&mut self, issue: Issue) {
        if !self.is_full() {
            self.0.push(issue);
        }
    }

    /// Whether further issues would not be listed.
    pub fn is_full(&self) -> bool {
        self.0.len() > Issues::MAX
    }

    /// The issues so far.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Issue> {
        self.0.iter_mut()
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there is an issue at `path` or below it.
    pub fn has(&self, path: &str) -> bool {
        self.0.iter().any(|issue| is_at_or_below(&issue.path, path))
    }

    /// Whether there is an issue at `path` itself.
    pub(crate) fn has_exactly(&self, path: &str) -> bool {
        self.0.iter().any(|issue| issue.path == path)
    }

    /// The issues: call it where something was found.
    pub fn into_issues(self) -> Issues {
        Issues::new(self.0)
    }
}

/// Collects the issues while an event is checked.
#[derive(Default)]
pub(crate) struct Report {
    issues: Found,
    warnings: Vec<Issue>,
    /// Where the checked fields are: empty for a single event, `/messages/3` in a batch, and further inside of it.
    at: String,
    /// The length of `at` where the event itself is.
    event: usize,
    /// The number of lists and records of the event that the checked fields are inside of.
    levels: usize,
}

impl Report {
    /// A report that knows already what reading the input found.
    pub(crate) fn with(found: Found) -> Self {
        Self { issues: found, ..Self::default() }
    }

    /// Where the fields that are named from here on are; returns where they were.
    pub(crate) fn set_at(&mut self, at: String) -> String {
        self.event = at.len();
        std::mem::replace(&mut self.at, at)
    }

    /// Checks the value of a field: a record, whose own fields are named meanwhile.
    pub(crate) fn inside<T>(&mut self, field: &str, check: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.at.len();
        push_key(&mut self.at, field);
        self.levels += 1;
        let checked = check(self);
        self.levels -= 1;
        self.at.truncate(length);
        checked
    }

    /// Checks the items of a list, but for those of a wrong type, which have an issue. Meanwhile the empty name is the item, and other names are
    /// those of its fields.
    pub(crate) fn each<'e, T: Lend>(&mut self, field: &str, list: ListRef<'e, T>, mut check: impl FnMut(&mut Self, T::Ref<'e>)) {
        self.inside(field, |report| {
            for (position, item) in list.iter().enumerate() {
                report.inside(&position.to_string(), |report| {
                    if !report.issues.has_exactly(&report.at) {
                        check(report, item);
                    }
                });
            }
        });
    }

    /// The number of levels around the value of a field: the event, and what the field is inside of.
    pub(crate) fn levels(&self) -> usize {
        1 + self.levels
    }

    /// An issue about one field; the empty name is the event itself.
    #[cold]
    pub(crate) fn issue(&mut self, field: &str, code: Code, message: impl Into<Cow<'static, str>>) {
        let path = self.path(field);
        self.issues.push(Issue::new(path, code, message));
    }

    /// An issue about an entry of a map.
    #[cold]
    pub(crate) fn entry_issue(&mut self, field: &str, key: &str, code: Code, message: impl Into<Cow<'static, str>>) {
        let mut path = self.path(field);
        push_key(&mut path, key);
        self.issues.push(Issue::new(path, code, message));
    }

    /// An issue inside the value of a field; `inside` is a JSON Pointer from there on.
    #[cold]
    pub(crate) fn issue_inside(&mut self, field: &str, inside: &str, code: Code, message: &'static str) {
        let mut path = self.path(field);
        path.push_str(inside);
        self.issues.push(Issue::new(path, code, message));
    }

    /// The issue of a field that holds something nested too deep: of the event's field, since a path to it would be long.
    #[cold]
    pub(crate) fn too_deep(&mut self, field: &str, message: &'static str) {
        let path = self.path(field);
        let inside = path.get(self.event..).unwrap_or_default();
        let length = inside.match_indices('/').nth(1).map_or(inside.len(), |(end, _)| end);
        let path = path.get(..self.event + length).unwrap_or_default().to_owned();
        if !self.issues.has_exactly(&path) {
            self.issues.push(Issue::new(path, Code::TooDeep, message));
        }
    }

    /// An issue inside the value of a map's entry; `inside` is a JSON Pointer from there on.
    #[cold]
    pub(crate) fn nested_issue(&mut self, field: &str, key: &str, inside: &str, code: Code, message: &'static str) {
        let mut path = self.path(field);
        push_key(&mut path, key);
        path.push_str(inside);
        self.issues.push(Issue::new(path, code, message));
    }

    /// A warning about one field; the empty name is the event itself.
    #[cold]
    pub(crate) fn warning(&mut self, field: &str, code: Code, message: impl Into<Cow<'static, str>>) {
        let path = self.path(field);
        self.warnings.push(Issue::new(path, code, message));
    }

    /// Like [`Report::nested_issue`], for a warning.
    #[cold]
    pub(crate) fn nested_warning(&mut self, field: &str, key: &str, inside: &str, code: Code, message: &'static str) {
        let mut path = self.path(field);
        push_key(&mut path, key);
        path.push_str(inside);
        self.warnings.push(Issue::new(path, code, message));
    }

    /// Whether the field, or something inside it, has an issue: rules about two fields are silent then.
    pub(crate) fn has(&self, field: &str) -> bool {
        !self.issues.is_empty() && self.issues.has(&self.path(field))
    }

    /// Like [`Report::has`], inside the value of a field; `inside` is a JSON Pointer from there on.
    pub(crate) fn has_inside(&self, field: &str, inside: &str) -> bool {
        !self.issues.is_empty() && self.issues.has(&[&*self.path(field), inside].concat())
    }

    /// A warning inside the value of a field; `inside` is a JSON Pointer from there on.
    #[cold]
    pub(crate) fn warning_inside(&mut self, field: &str, inside: &str, code: Code, message: impl Into<Cow<'static, str>>) {
        let mut path = self.path(field);
        path.push_str(inside);
        self.warnings.push(Issue::new(path, code, message));
    }

    /// Takes the warnings or, where there are some, the issues.
    pub(crate) fn finish(&mut self) -> Result<Vec<Issue>, Issues> {
        if self.issues.is_empty() { Ok(std::mem::take(&mut self.warnings)) } else { Err(std::mem::take(&mut self.issues).into_issues()) }
    }

    /// The issues, where there are some.
    pub(crate) fn into_issues(self) -> Issues {
        self.issues.into_issues()
    }

    fn path(&self, field: &str) -> String {
        let mut path = self.at.clone();
        if !field.is_empty() {
            push_key(&mut path, field);
        }
        path
    }
}

/// Whether a JSON Pointer leads to the same place as another or to one inside it.
pub(crate) fn is_at_or_below(path: &str, other: &str) -> bool {
    path.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The JSON Pointer of a member.
pub(crate) fn below(at: &str, key: &str) -> String {
    let mut path = at.to_owned();
    push_key(&mut path, key);
    path
}

/// Appends a reference token to a JSON Pointer (RFC 6901, section 3). A key of more than 100 characters, which no field has, is cut: issues
/// are for logs.
pub fn push_key(path: &mut String, key: &str) {
    const LONGEST: usize = 100;
    path.push('/');
    // As nearly every key is.
    if key.len() <= LONGEST && memchr::memchr2(b'~', b'/', key.as_bytes()).is_none() {
        path.push_str(key);
        return;
    }
    for character in key.chars().take(LONGEST) {
        match character {
            '~' => path.push_str("~0"),
            '/' => path.push_str("~1"),
            other => path.push(other),
        }
    }
    if key.chars().nth(LONGEST).is_some() {
        path.push('…');
    }
}
