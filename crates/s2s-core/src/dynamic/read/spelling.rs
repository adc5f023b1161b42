//! How the caller spells the names of fields: issues and warnings speak of the caller's spelling.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::issue::{Code, Found, Issue, Issues, below, is_at_or_below};
use crate::provider::record::Record;
use crate::provider::{camel_case, snake_case};

use crate::dynamic::kinds::is_field;

use super::place::Place;

/// How the fields of an object, and of records inside of it, are spelled.
///
/// If fields have names in camelCase, all names of fields are reported in it. Otherwise a field that is present is reported as its key is
/// spelled, and every other one in snake_case.
pub(in crate::dynamic) struct Spelling {
    at: String,
    is_camel_case: bool,
    /// What the object may be.
    records: Vec<&'static Record>,
    /// The caller's reference tokens, where they are not the names of fields, by the JSON Pointers that name fields.
    keys: BTreeMap<String, String>,
}

impl Spelling {
    /// Spelling of the object at `at`, whose keys are given with their fields. `is_camel_case` if fields have such names.
    pub(in crate::dynamic) fn of_keys<'k>(at: &str, is_camel_case: bool, keys: impl Iterator<Item = (&'k str, &'k str)>) -> Self {
        let respelled = keys.filter(|(key, field)| key != field && !(is_camel_case && is_field(field)));
        let keys = respelled.map(|(key, field)| (below(at, field), token(key))).collect();
        Self { at: at.to_owned(), is_camel_case, records: Vec::new(), keys }
    }

    /// All names in camelCase, in an object that is one of `records`.
    pub(in crate::dynamic) fn camel_case(at: &str, records: impl IntoIterator<Item = &'static Record>) -> Self {
        Self { at: at.to_owned(), is_camel_case: true, records: records.into_iter().collect(), keys: BTreeMap::new() }
    }

    /// Says what the object is. Issues inside of its fields were found before that was known: they get the names of fields, too.
    pub(super) fn set_record(&mut self, record: &'static Record, found: &mut Found) {
        self.records = vec![record];
        for issue in found.iter_mut() {
            if !is_at_or_below(issue.path(), &self.at) {
                continue;
            }
            let mut tokens = issue.path().get(self.at.len()..).unwrap_or_default().split('/').skip(1);
            let Some(first) = tokens.next() else { continue };
            let mut place = Place::Record(record).below(first);
            let mut path = [&self.at, "/", first].concat();
            for key in tokens {
                let field = self.name(place, &path, key);
                path.push('/');
                path.push_str(&field);
                place = place.below(&field);
            }
            issue.set_path(path);
        }
    }

    /// The name of the field that a key inside of a field means; the key itself in another place. `path` leads to the object that has it.
    pub(super) fn name<'k>(&mut self, place: Place, path: &str, key: &'k str) -> Cow<'k, str> {
        let Place::Record(record) = place else { return key.into() };
        let field = snake_case(key);
        let is_told_as_it_is = match self.is_camel_case && record.field(&field).is_some() {
            true => camel_case(&field) == key,
            false => *field == *key,
        };
        if !is_told_as_it_is {
            self.keys.insert(below(path, &field), token(key));
        }
        field
    }

    /// Puts the caller's spelling in place of the names of fields.
    pub(in crate::dynamic) fn apply(&self, issues: &mut [Issue]) {
        for issue in issues {
            if is_at_or_below(issue.path(), &self.at) {
                self.apply_to(issue);
            }
        }
    }

    /// The same for all issues of an event.
    pub(in crate::dynamic) fn applied(&self, issues: Issues) -> Issues {
        let mut issues = issues.into_vec();
        self.apply(&mut issues);
        Issues::new(issues)
    }

    fn apply_to(&self, issue: &mut Issue) {
        let mut tokens = issue.path().get(self.at.len()..).unwrap_or_default().split('/').skip(1).peekable();
        let (mut path, mut told) = (self.at.clone(), self.at.clone());
        let mut place = None;
        while let Some(field) = tokens.next() {
            path.push('/');
            path.push_str(field);
            // A repeated key is reported as it is spelled the second time.
            let is_the_key = tokens.peek().is_none() && issue.code() == Code::DuplicateKey;
            let key = self.key(place, &path, field).filter(|_| !is_the_key);
            told.push('/');
            told.push_str(key.as_deref().unwrap_or(field));
            place = Some(place.map_or_else(|| self.place(field), |place| place.below(field)));
        }
        issue.set_path(told);
        if self.is_camel_case
            && let Some(message) = message_in_camel_case(issue.message())
        {
            issue.set_message(message);
        }
    }

    /// The place of the value of one of the object's own fields.
    fn place(&self, field: &str) -> Place {
        let mut places = self.records.iter().map(|record| Place::Record(record).below(field));
        places.find(|place| place.has_fields()).unwrap_or(Place::Other)
    }

    /// The caller's reference token of a field, where it is not the name of the field. `path` leads to the field, `place` is that of the object
    /// that has it, if that is inside of a field itself.
    fn key(&self, place: Option<Place>, path: &str, field: &str) -> Option<Cow<'_, str>> {
        if let Some(key) = self.keys.get(path) {
            return Some(Cow::Borrowed(key));
        }
        let is_name = || match place {
            None => is_field(field),
            Some(Place::Record(record)) => record.field(field).is_some(),
            Some(_) => false,
        };
        (self.is_camel_case && is_name()).then(|| camel_case(field).into())
    }
}

/// Returns a message with the names of fields, which are in backticks, in camelCase; `None` if it names none.
fn message_in_camel_case(message: &str) -> Option<String> {
    let mut is_quoted = true;
    let mut is_changed = false;
    let parts: Vec<Cow<'_, str>> = message
        .split('`')
        .map(|part| {
            is_quoted = !is_quoted;
            let is_respelled = is_quoted && part.contains('_') && is_field(part);
            is_changed |= is_respelled;
            if is_respelled { camel_case(part).into() } else { Cow::Borrowed(part) }
        })
        .collect();
    is_changed.then(|| parts.join("`"))
}

/// A reference token of a JSON Pointer, without the `/` before it.
fn token(key: &str) -> String {
    below("", key).split_off(1)
}

#[cfg(test)]
mod tests {
    use super::message_in_camel_case;
    use crate::binding::{DELIVERY, JsonText, NEUTRAL};
    use crate::dynamic::settings::delivery_config_from_object;
    use crate::dynamic::{AnyClient, Destinations, Verdict, from_json};
    use crate::provider::fields::{const_camel_case, is_camel_case};
    use crate::provider::{camel_case, snake_case};
    use crate::{Issue, Issues, Timestamp};

    fn destination(config: &str) -> AnyClient {
        AnyClient::from_object(None, &from_json(config).unwrap()).unwrap()
    }

    fn told(issues: &Issues) -> Vec<String> {
        issues.into_iter().map(ToString::to_string).collect()
    }

    fn told_of(event: &str) -> Vec<String> {
        let adjust = destination(r#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#);
        told(&adjust.build(event.as_bytes(), Timestamp::MAX, None).unwrap_err())
    }

    #[test]
    fn a_field_is_told_as_its_key_stands_there_and_a_missing_one_in_snake_case() {
        assert_eq!(
            told_of(r#"{"provider":"adjust","kind":"event","deviceName":"","user_agent":""}"#),
            [
                "/event_token: is required [missing]",
                "(event): at least one device identifier is required, such as `gps_adid`, `idfa` or `adid` [missing_one_of]",
                "/deviceName: is empty; leave it out instead [empty]",
                "/user_agent: is empty; leave it out instead [empty]",
            ]
        );
    }

    #[test]
    fn fields_with_names_in_camel_case_are_told_so_and_keys_of_maps_as_they_are() {
        let adjust = destination(r#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#);
        let event = JsonText::new(r#"{"gps_adid":"x","callbackParams":{"a_b":null},"foo_bar":1,"fooBar":1}"#).with_camel_case();
        let issues = adjust.build_object(Some("event"), event, Timestamp::MAX, None).unwrap_err();
        let paths: Vec<_> = issues.into_iter().map(|issue| (issue.path(), issue.code().as_str())).collect();
        assert_eq!(
            paths,
            [
                ("/fooBar", "duplicate_key"),
                ("/callbackParams/a_b", "null_value"),
                ("/foo_bar", "unknown_field"),
                ("/eventToken", "missing"),
                ("/gpsAdid", "invalid_device_id"),
            ]
        );
    }

    #[test]
    fn warnings_name_fields_in_camel_case_too() {
        let config = r#"{"provider":"metrix_inapp","app_id":"a","dev_key":"k"}"#;
        let event = r#"{"metrixUserId":"1-2","metrixSessionId":"s","eventSlug":"taqsq","advertisingId":"00-00"}"#;
        let built = destination(config).build_object(Some("event"), JsonText::new(event).with_camel_case(), Timestamp::MAX, None);
        let warnings: Vec<_> = built.unwrap().warnings().iter().map(ToString::to_string).collect();
        assert_eq!(
            warnings,
            [
                "(event): plain http: credentials travel in clear; set `baseUrl` to an https address [insecure_transport]",
                "/advertisingId: all zeros mean that tracking is not allowed [zero_advertising_id]",
            ]
        );
    }

    #[test]
    fn requests_of_several_messages_name_fields_in_camel_case_too() {
        let metrix = destination(r#"{"provider":"metrix","app_id":"a","api_key":"k","max_events":1}"#);
        let typed = |text| JsonText::new(text).with_camel_case();
        let one = typed(r#"{"kind":"action","id":"1","time":"2026-11-20T10:00:00Z"}"#);
        let missing = metrix.messages_of(typed("{}"), &[one], Timestamp::MAX, None).unwrap_err();
        assert_eq!(
            told(&missing),
            [
                "/identity: `customUserId` or `metrixUserId` is required [missing_one_of]",
                "/messages/0: `name` or `customName` is required [missing_one_of]",
            ]
        );
        let too_many = metrix.messages_of(typed("{}"), &[one, one], Timestamp::MAX, None).unwrap_err();
        assert_eq!(told(&too_many), ["/messages: holds more messages than `maxEvents` [too_many_messages]"]);
    }

    #[test]
    fn settings_of_deliveries_are_told_as_they_are_spelled_also_those_of_providers() {
        let told_of = |settings| told(&delivery_config_from_object(JsonText::new(settings).with_camel_case()).unwrap_err());
        assert_eq!(
            told_of(r#"{"maxPendng":1,"providers":{"adjust":{"maxInFlight":"x","perSecnd":1}}}"#),
            [
                "/maxPendng: there is no such field; did you mean `maxPending`? [unknown_field]",
                "/providers/adjust/maxInFlight: must be an integer [wrong_type]",
                "/providers/adjust/perSecnd: there is no such field; did you mean `perSecond`? [unknown_field]",
            ]
        );
        assert_eq!(told_of(r#"{"providers":{"adjust":[1,2,"at_most_once"]}}"#), ["/providers/adjust: must be an object [wrong_type]"]);
        assert_eq!(
            told_of(r#"{"maxLanes":0,"providers":{"adjust":{"maxInFlight":0},"metrix":{"max_in_flight":0,"maxInFlight":1}}}"#),
            [
                "/providers/metrix/maxInFlight: appears more than once [duplicate_key]",
                "/maxLanes: must be from 1 to 1000000000 [out_of_range]",
                "/providers/adjust/maxInFlight: must be from 1 to 1000000000 [out_of_range]",
                "/providers/metrix/max_in_flight: must be from 1 to 1000000000 [out_of_range]",
            ]
        );
        assert_eq!(
            told_of(r#"{"maxLanes":0,"providers":{"adjust":{"maxInFlight":0},"metrix":{"per_second":0}}}"#),
            [
                "/maxLanes: must be from 1 to 1000000000 [out_of_range]",
                "/providers/adjust/maxInFlight: must be from 1 to 1000000000 [out_of_range]",
                "/providers/metrix/per_second: must be from 1 to 1000000 [out_of_range]",
            ]
        );
    }

    #[test]
    fn destinations_and_neutral_events_name_fields_in_camel_case_too() {
        let open = |config| Destinations::from_object(JsonText::new(config).with_camel_case());
        assert_eq!(
            told(
                &open(
                    r#"{
                        "adjust":{"enviroment":"x","mapping":{"noConsent":1,"unmaped":"warn","ignore":["/orderId","/order"]}},
                        "ga4":{"measurement_id":5,"mapping":{"orderId":"order"}},
                        "destination":{"eu":{"provider":"metrix","appId":"a"}}
                    }"#
                )
                .unwrap_err()
            ),
            [
                "/adjust/mapping/noConsent: must be a text [wrong_type]",
                "/adjust/mapping/unmaped: there is no such field; did you mean `unmapped`? [unknown_field]",
                "/adjust/mapping/ignore/1: is not the path of a field of an event [unknown_field]",
                "/adjust/enviroment: there is no such field; did you mean `environment`? [unknown_field]",
                "/adjust/appToken: is required [missing]",
                "/ga4/measurementId: must be a text [wrong_type]",
                "/ga4/apiSecret: is required [missing]",
                "/destination/eu/apiKey: is required [missing]",
            ]
        );
        let own = open(r#"{"ga4":{"measurementId":"G-PSW1MY7HB4","apiSecret":"s","mapping":{"ignore":["/user/sha256Email"]}}}"#).unwrap();
        let event = JsonText::new(r#"{"event":"sign_up","ids":{"client_id":"1.2"},"device":{"attStatus":"denied","os_version":"17"}}"#);
        let explained = own.explain_object(event.with_camel_case(), Timestamp::MAX, None).unwrap();
        let Verdict::Refused(issues) = &explained[0].part.verdict else { panic!("{explained:?}") };
        let paths: Vec<_> = issues.into_iter().map(Issue::path).filter(|path| path.starts_with("/device")).collect();
        assert_eq!(paths, ["/device/os_version", "/device/attStatus"]);
    }

    #[test]
    fn both_spellings_of_every_field_name_it() {
        for field in crate::provider::records().chain(NEUTRAL).chain(DELIVERY).flat_map(|record| record.fields) {
            let camel = camel_case(field.name);
            assert_eq!(snake_case(&camel), field.name);
            let (again, length) = const_camel_case(field.name.as_bytes());
            assert_eq!(again[..length], *camel.as_bytes());
            assert!(is_camel_case(camel.as_bytes(), field.name.as_bytes()), "{camel}");
        }
    }

    #[test]
    fn only_names_of_fields_are_respelled_in_messages() {
        assert_eq!(
            message_in_camel_case("not with `_currency` in `custom_attributes`").as_deref(),
            Some("not with `_currency` in `customAttributes`")
        );
        assert_eq!(message_in_camel_case("must be one of `post_form`, `get_query`"), None);
        assert_eq!(message_in_camel_case("custom_attributes"), None);
    }
}
