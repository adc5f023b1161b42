//! The rules of a request, in the order in which they are checked.

use std::collections::btree_map::Entry;

use axum::http::Method;

use super::{
    Kind,
    config::{App, Config, UnknownApp},
    errors::Refusal,
    fields::{self, Parameters},
    platform::{self, Platform},
};
use crate::exchange::Incoming;

/// Why a request is lost although the response is a success.
pub(super) type Lost = &'static str;

/// The parameters that the session page requires of phones.
const OF_PHONES: &[(&str, &str)] = &[
    ("ve", "missing_ve"),
    ("install_time", "missing_install_time"),
    ("update_time", "missing_update_time"),
    ("ma", "missing_ma"),
    ("mo", "missing_mo"),
    ("lc", "missing_lc"),
    ("bd", "missing_bd"),
];

/// Reads the parameters of the query of a GET, or of the form of a POST, and checks that they can be read at all.
pub(super) fn read(kind: Kind, config: &Config, request: &Incoming) -> (Parameters, Result<(), Refusal>) {
    let is_get = request.method == Method::GET;
    let form: &[u8] = if is_get { &[] } else { &request.body };
    // What is not where it belongs is not there.
    let nothing = |rule| Err(Refusal::missing(if kind == Kind::Session { "a" } else { "n" }, rule));
    let mut result = if is_get && request.query_length > config.max_query_length {
        Err(Refusal::own("invalid request: query too long", "query_too_long"))
    } else if !is_get && !request.query.is_empty() {
        nothing("parameters_in_query")
    } else if !form.is_empty() && !request.is_of_type("application/x-www-form-urlencoded") {
        // "Do not send JSON."
        nothing("unsupported_content_type")
    } else {
        Ok(())
    };
    let mut parameters = Parameters::new();
    for (name, value) in request.query.iter().cloned().chain(form_urlencoded::parse(form).into_owned()) {
        match parameters.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(value);
            }
            Entry::Occupied(entry) if result.is_ok() => result = Err(Refusal::invalid(entry.key(), "repeated_parameter")),
            Entry::Occupied(_) => {}
        }
    }
    (parameters, result)
}

/// Checks a request. The app is `None`, with why, where Singular does not know it.
pub(super) fn request<'c>(kind: Kind, config: &'c Config, parameters: &Parameters) -> Result<Result<&'c App, Lost>, Refusal> {
    // Of an event without a name and a key, the response names the name.
    if kind != Kind::Session {
        required(parameters, "n", "missing_n")?;
    }
    required(parameters, "a", "missing_a")?;
    let text = required(parameters, "p", "missing_p")?;
    let id = required(parameters, "i", "missing_i")?;
    if let Some((name, _)) = parameters.iter().find(|(_, value)| value.is_empty()) {
        return Err(Refusal::missing(name, "empty_parameter"));
    }
    let platform = Platform::read(text)?;
    fields::common(parameters)?;
    let has_country = parameters.contains_key("country");
    match (parameters.contains_key("ip"), fields::is_true(parameters, "use_ip")) {
        (true, true) => return Err(Refusal::invalid("use_ip", "ip_with_use_ip")),
        (false, true) if !has_country => return Err(Refusal::missing("country", "use_ip_without_country")),
        (false, false) if !has_country => return Err(Refusal::missing("ip", "missing_ip")),
        _ => {}
    }
    match kind {
        Kind::Session => {
            required(parameters, if parameters.contains_key("av") && !platform.is_mobile() { "av" } else { "app_v" }, "missing_app_v")?;
            required(parameters, "install", "missing_install")?;
            if platform.is_mobile() {
                for (name, rule) in OF_PHONES {
                    required(parameters, name, rule)?;
                }
            }
            platform.check_ids(text, parameters, true)?;
            fields::session(parameters)?;
        }
        Kind::EventV1 => {
            if platform.is_mobile() {
                required(parameters, "ve", "missing_ve")?;
            }
            platform.check_ids(text, parameters, false)?;
            fields::event(parameters)?;
        }
        Kind::EventV2 => {
            platform::check_sdid(platform, text, parameters)?;
            fields::event(parameters)?;
        }
    }
    app(kind, config, parameters, id)
}

/// The app of a request. A wrong key is seen after everything else.
fn app<'c>(kind: Kind, config: &'c Config, parameters: &Parameters, id: &str) -> Result<Result<&'c App, Lost>, Refusal> {
    let key = parameters.get("a").map(String::as_str).unwrap_or_default();
    let mut apps = config.apps.iter().filter(|app| app.sdk_key.reveal() == key).peekable();
    let unknown = |reason, rule| match config.unknown_app {
        UnknownApp::Queued => Ok(Err(rule)),
        UnknownApp::Error => Err(Refusal::own(reason, rule)),
    };
    if apps.peek().is_none() {
        return unknown("invalid SDK key", "unknown_sdk_key");
    }
    let Some(app) = apps.find(|app| app.app_id == *id) else { return unknown("invalid app", "unknown_app") };
    if app.only_v2 && kind == Kind::EventV1 {
        return Ok(Err("event_v1_of_new_account"));
    }
    if app.requires_receipt && kind != Kind::Session && fields::is_revenue(parameters) && !parameters.contains_key("purchase_receipt") {
        return Ok(Err("revenue_without_receipt"));
    }
    Ok(Ok(app))
}

/// A parameter with something in it.
fn required<'p>(parameters: &'p Parameters, name: &str, rule: &'static str) -> Result<&'p str, Refusal> {
    parameters.get(name).map(String::as_str).filter(|text| !text.is_empty()).ok_or_else(|| Refusal::missing(name, rule))
}
