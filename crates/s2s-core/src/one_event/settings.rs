//! How a destination takes neutral events.

use crate::issue::{Code, Found, Issue, Report, below};
use crate::provider::record::{choice, record};
use crate::value::{Json, Text};

use super::event::Name;
use super::place::{Place, Places};

record! {
    /// How a destination takes neutral events, in addition to the names of its events (`events`).
    pub struct EventMapping {
        /// What happens to a field that the destination has no place for: `issue` (default) or `warn`.
        unmapped: Unmapped;
        /// Fields for which nothing happens if the destination has no place for them: JSON Pointers into the event, such as `/shipping`, with
        /// `*` for the position of an item.
        ignore: Vec<Text>;
        /// What happens to the fields of `user` other than `id` where `consent.ad_user_data` is false or `consent.limited_data_use` is true:
        /// `send_flags` (default) or `withhold_user_data`.
        no_consent: NoConsent;
        /// What the provider gets as the value: `as_given` (default) or `net`.
        value: Value;
        /// The name of the parameter that `order_id` becomes, where the provider has no field for it.
        order_id: Text;
        /// The name of the parameter that `user.id` becomes, where the provider has no field for it.
        user_id: Text;
        /// Whether `params` become parameters, where the provider has no field for free values (default `false`).
        params: bool;
    }
}

choice! {
    /// What happens to a field that a destination has no place for.
    pub enum Unmapped("EventUnmapped") {
        /// It is an issue, and nothing is sent to the destination.
        Issue = "issue", default;
        /// It is a warning, and the event is sent without it.
        Warn = "warn";
    }
}

choice! {
    /// What happens to the fields of `user` other than `id` without consent. IDs of users and devices, and IP addresses, are sent in any case.
    pub enum NoConsent("EventNoConsent") {
        /// They are sent, with what the provider has to mark the lack of consent.
        SendFlags = "send_flags", default;
        /// They are left out, with a warning for each.
        WithholdUserData = "withhold_user_data";
    }
}

choice! {
    /// What a provider gets as the value of an event.
    pub enum Value("EventValue") {
        /// `value`.
        AsGiven = "as_given", default;
        /// `value` less `tax` and `shipping`, which are then required.
        Net = "net";
    }
}

/// What an event becomes at a destination.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// Nothing.
    Skip,
    /// An event of this name, and perhaps of this kind.
    Name { name: Text, kind: Option<Text> },
}

/// The settings, checked. The names of events may be tokens, so `Debug` shows nothing of them.
#[derive(Clone, Default)]
pub(crate) struct Opened {
    targets: Vec<(Name, Target)>,
    pub(crate) unmapped: Unmapped,
    pub(crate) ignored: Places,
    pub(crate) no_consent: NoConsent,
    pub(crate) value: Value,
    pub(crate) order_id: Option<Text>,
    pub(crate) user_id: Option<Text>,
    pub(crate) params: bool,
}

crate::redacted_debug!(Opened);

impl Opened {
    /// Checks the settings; paths are those of `mapping` and `events`.
    pub(crate) fn open(report: &mut Report, mapping: EventMapping, events: &[(Text, Json)]) -> Self {
        let mut ignored = Places::default();
        for (position, path) in mapping.ignore.iter().flatten().enumerate() {
            match Place::of(path) {
                Some(place) => ignored.add(place),
                None => report.inside("mapping", |report| {
                    let at = below("", &position.to_string());
                    if !report.has_inside("ignore", &at) {
                        report.issue_inside("ignore", &at, Code::UnknownField, "is not the path of a field of an event");
                    }
                }),
            }
        }
        let targets = events.iter().filter_map(|(name, target)| {
            let known = Name::ALL.iter().copied().find(|known| known.as_str() == name.as_str());
            if known.is_none() {
                report.entry_issue("events", name, Code::UnknownEventName, "is not the name of an event");
            }
            let target = Self::target_of(report, name, target);
            Some((known?, target?))
        });
        let targets = targets.collect();
        Self {
            targets,
            ignored,
            unmapped: mapping.unmapped.unwrap_or_default(),
            no_consent: mapping.no_consent.unwrap_or_default(),
            value: mapping.value.unwrap_or_default(),
            order_id: mapping.order_id,
            user_id: mapping.user_id,
            params: mapping.params.unwrap_or_default(),
        }
    }

    fn target_of(report: &mut Report, event: &str, target: &Json) -> Option<Target> {
        let text = |json: &Json| json.as_str().filter(|text| !text.is_empty()).map(Text::from);
        match target {
            Json::String(name) if name.as_str() == "skip" => Some(Target::Skip),
            Json::String(name) if !name.as_str().is_empty() => Some(Target::Name { name: name.clone(), kind: None }),
            Json::Object(members) => {
                let (mut name, mut kind) = (None, None);
                for (key, value) in members {
                    let slot = match key.as_str() {
                        "name" => &mut name,
                        "kind" => &mut kind,
                        _ => {
                            report.nested_issue("events", event, &below("", key), Code::UnknownField, "is neither `name` nor `kind`");
                            return None;
                        }
                    };
                    *slot = text(value);
                    if slot.is_none() {
                        report.nested_issue("events", event, &below("", key), Code::WrongType, "must be a text that is not empty");
                        return None;
                    }
                }
                if name.is_none() {
                    report.nested_issue("events", event, "/name", Code::Missing, "is required");
                }
                Some(Target::Name { name: name?, kind })
            }
            _ => {
                report.entry_issue("events", event, Code::WrongType, "must be a name, `skip`, or an object of `name` and `kind`");
                None
            }
        }
    }

    /// Checks the kinds that the settings choose; paths are those of `events`.
    pub(crate) fn check_kinds(&self, known: &[&str], found: &mut Found) {
        for (name, target) in &self.targets {
            if let Target::Name { kind: Some(kind), .. } = target
                && !known.contains(&kind.as_str())
            {
                found.push(Issue::new(format!("/events/{}/kind", name.as_str()), Code::UnknownKind, "is no kind that can be chosen here"));
            }
        }
    }

    /// Checks that settings which are for some providers alone have an effect; paths are those of `mapping`.
    pub(crate) fn check_params(&self, known: &[&str], found: &mut Found) {
        let given = [("order_id", self.order_id.is_some()), ("user_id", self.user_id.is_some()), ("params", self.params)];
        for (name, _) in given.into_iter().filter(|(name, is_given)| *is_given && !known.contains(name)) {
            let message = "has no effect at this provider, which has a field for it";
            found.push(Issue::new(["/mapping/", name].concat(), Code::Conflict, message));
        }
    }

    /// What an event becomes, where the settings say so.
    pub(crate) fn target(&self, name: Name) -> Option<&Target> {
        self.targets.iter().find(|(own, _)| *own == name).map(|(_, target)| target)
    }

    pub(crate) fn skips(&self, name: Name) -> bool {
        self.target(name) == Some(&Target::Skip)
    }
}
