//! The app and its device.

use crate::encode::json::{self, Array, Object};
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::Text;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};

use super::event::{MetaAppDataFields, MetaExtinfoFields};
use super::members;

/// The number of texts in `extinfo`, and the positions of those that are required.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
const EXTINFO: usize = 16;
const VERSION: usize = 0;
const OS_VERSION: usize = 4;

const VERSIONS: &[&str] = &["a2", "i2"];

/// Appends the app of an event.
pub(super) fn write(report: &mut Report, data: &dyn MetaAppDataFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    rules::required(report, "advertiser_tracking_enabled", data.advertiser_tracking_enabled().is_some());
    members::flag("advertiser_tracking_enabled", data.advertiser_tracking_enabled(), &mut object);
    members::flag("application_tracking_enabled", data.application_tracking_enabled(), &mut object);
    let (record, list) = (data.extinfo(), data.extinfo_list());
    if !rules::is_given(report, "extinfo", record) && !rules::is_given(report, "extinfo_list", list) {
        report.issue("", Code::MissingOneOf, "`extinfo` or `extinfo_list` is required");
    }
    match (record, list) {
        (Some(record), _) => report.inside("extinfo", |report| extinfo(report, record, object.key("extinfo"))),
        (None, Some(list)) => extinfo_list(report, list, object.key("extinfo")),
        (None, None) => {}
    }
    rules::exclusive(report, ("extinfo", record.is_some()), ("extinfo_list", list.is_some()));
    let texts = [
        ("campaign_ids", data.campaign_ids()),
        ("install_referrer", data.install_referrer()),
        ("installer_package", data.installer_package()),
        ("vendor_id", data.vendor_id()),
        ("windows_attribution_id", data.windows_attribution_id()),
    ];
    for (field, given) in texts {
        members::identifier(report, field, given, &mut object);
    }
    members::texts(report, "url_schemes", data.url_schemes(), &mut object);
    object.end();
}

fn extinfo(report: &mut Report, device: &dyn MetaExtinfoFields, out: &mut Vec<u8>) {
    rules::required(report, "version", device.version().is_some());
    rules::required(report, "os_version", device.os_version().is_some());
    members::choice(report, "version", device.version(), VERSIONS);
    let texts: [(&str, Option<&str>); EXTINFO] = [
        ("version", device.version()),
        ("package", device.package()),
        ("short_version", device.short_version()),
        ("long_version", device.long_version()),
        ("os_version", device.os_version()),
        ("model", device.model()),
        ("locale", device.locale()),
        ("timezone_abbreviation", device.timezone_abbreviation()),
        ("carrier", device.carrier()),
        ("screen_width", device.screen_width()),
        ("screen_height", device.screen_height()),
        ("screen_density", device.screen_density()),
        ("cpu_cores", device.cpu_cores()),
        ("storage_gb", device.storage_gb()),
        ("free_storage_gb", device.free_storage_gb()),
        ("timezone", device.timezone()),
    ];
    let mut array = Array::begin(out);
    for (field, given) in texts {
        // That of the version was checked already.
        let text = if field == "version" { given } else { text::optional(report, field, Kind::Identifier, given) };
        json::string(array.item(), text.unwrap_or_default());
    }
    array.end();
}

fn extinfo_list(report: &mut Report, list: ListRef<'_, Text>, out: &mut Vec<u8>) {
    const FIELD: &str = "extinfo_list";
    if list.len() != EXTINFO {
        report.issue(FIELD, Code::InvalidShape, "must have exactly 16 texts; those that are not known are empty");
    }
    let mut array = Array::begin(out);
    for (position, item) in list.iter().enumerate() {
        let is_empty = item.is_empty();
        let issue = match position {
            VERSION if !VERSIONS.contains(&item) => Some((Code::InvalidChoice, "must be one of `a2`, `i2`")),
            OS_VERSION if is_empty => Some((Code::Empty, "is empty, but the version of the operating system is required")),
            _ => text::check(Kind::Identifier, item).filter(|_| !is_empty),
        };
        let inside = format!("/{position}");
        if let Some((code, message)) = issue.filter(|_| !report.has_inside(FIELD, &inside)) {
            report.issue_inside(FIELD, &inside, code, message);
        }
        json::string(array.item(), item);
    }
    array.end();
}
