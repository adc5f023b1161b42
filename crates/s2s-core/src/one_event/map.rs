//! From a neutral event to a provider's own: what goes where, and what has no place.

use crate::issue::{Code, Found, Issue, Issues};
use crate::request::Request;
use crate::value::decimal::{self, Decimal};
use crate::value::{Number, Text};

use super::Name;
use super::event::{Event, EventAd, EventClick, EventConsent, EventDevice, EventIds, EventItem, EventPage, EventSubscription, EventUser};
use super::place::{Place, Places};
use super::settings::{NoConsent, Opened, Target, Unmapped, Value};

/// Where a field of an event goes at a destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// The field: a JSON Pointer into the neutral event, in which `*` is the position of an item.
    pub from: &'static str,
    /// The field of the provider's own event: a JSON Pointer, in which `*` is a position.
    pub to: &'static str,
    /// How its value gets there.
    pub how: How,
    /// Whether the event has it.
    pub is_given: bool,
}

/// How a value gets to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum How {
    /// As it is, or in the provider's form of it.
    Plain,
    /// As a digest of its normal form.
    Hashed,
    /// In the provider's word for it.
    Named,
    /// Not at all: the user has not consented.
    Withheld,
}

impl How {
    /// The name: `plain`, `hashed`, `named` or `withheld`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Hashed => "hashed",
            Self::Named => "named",
            Self::Withheld => "withheld",
        }
    }
}

/// The parts of an event, empty ones where it has none.
pub(crate) struct Parts<'e> {
    pub(crate) event: &'e Event,
    pub(crate) user: &'e EventUser,
    pub(crate) device: &'e EventDevice,
    pub(crate) ids: &'e EventIds,
    pub(crate) click: &'e EventClick,
    pub(crate) page: &'e EventPage,
    pub(crate) consent: &'e EventConsent,
    pub(crate) ad: &'e EventAd,
    pub(crate) subscription: &'e EventSubscription,
    pub(crate) name: Name,
    given: Places,
}

/// What an event without a part has in its place.
#[derive(Default)]
pub(crate) struct Nothing {
    user: EventUser,
    device: EventDevice,
    ids: EventIds,
    click: EventClick,
    page: EventPage,
    consent: EventConsent,
    ad: EventAd,
    subscription: EventSubscription,
}

impl<'e> Parts<'e> {
    /// Checks what is the same for all destinations.
    ///
    /// # Errors
    /// The issues of the event itself.
    pub(crate) fn read(event: &'e Event, nothing: &'e Nothing, mut found: Found) -> Result<Self, Issues> {
        let given = Places::of(event);
        let mut issue = |place: Place, code, message: &'static str| {
            if !found.has(place.path()) {
                found.push(Issue::new(place.path(), code, message));
            }
        };
        let name = event.event;
        if name.is_none() {
            issue(Place::Event, Code::Missing, "is required");
        }
        match (name, given.has(Place::Name)) {
            (Some(Name::Custom), false) => issue(Place::Name, Code::Missing, "is required for a `custom` event"),
            (Some(own), true) if own != Name::Custom => issue(Place::Name, Code::Conflict, "is for a `custom` event alone"),
            _ => {}
        }
        let has_money = [Place::Value, Place::Tax, Place::Shipping, Place::Discount, Place::ItemPrice, Place::ItemDiscount];
        if has_money.iter().any(|place| given.has(*place)) && !given.has(Place::Currency) {
            issue(Place::Currency, Code::Missing, "is required with an amount of money");
        }
        for (plain, ready) in [
            (Place::UserEmail, Place::UserSha256Email),
            (Place::UserPhone, Place::UserPhoneSha256Digits),
            (Place::UserPhone, Place::UserPhoneSha256E164),
            (Place::Fbc, Place::Fbclid),
        ] {
            if given.has(plain) && given.has(ready) {
                issue(ready, Code::Conflict, "excludes the other form of the same value");
            }
        }
        if given.has(Place::Fbclid) != given.has(Place::FbclidTime) {
            let (place, message) = if given.has(Place::Fbclid) {
                (Place::FbclidTime, "is required with `fbclid`")
            } else {
                (Place::Fbclid, "is required with `fbclid_time`")
            };
            issue(place, Code::Missing, message);
        }
        let Some(name) = name.filter(|_| found.is_empty()) else { return Err(found.into_issues()) };
        Ok(Self {
            event,
            user: event.user.as_ref().unwrap_or(&nothing.user),
            device: event.device.as_ref().unwrap_or(&nothing.device),
            ids: event.ids.as_ref().unwrap_or(&nothing.ids),
            click: event.click.as_ref().unwrap_or(&nothing.click),
            page: event.page.as_ref().unwrap_or(&nothing.page),
            consent: event.consent.as_ref().unwrap_or(&nothing.consent),
            ad: event.ad.as_ref().unwrap_or(&nothing.ad),
            subscription: event.subscription.as_ref().unwrap_or(&nothing.subscription),
            name,
            given,
        })
    }
}

/// The mapping of one event to one destination.
pub(crate) struct Map<'e> {
    pub(crate) parts: &'e Parts<'e>,
    pub(crate) settings: &'e Opened,
    taken: Places,
    rows: Vec<Row>,
    issues: Found,
    warnings: Vec<Issue>,
}

/// What decides how an event is mapped, and so is never without a place.
const DECIDING: [Place; 4] = [Place::Event, Place::Name, Place::Source, Place::DevicePlatform];

impl<'e> Map<'e> {
    pub(crate) fn new(parts: &'e Parts<'e>, settings: &'e Opened) -> Self {
        let mut taken = settings.ignored;
        // The IDs of a provider's SDK are for that provider alone.
        for place in DECIDING.iter().chain(Place::in_record("ids")) {
            taken.add(*place);
        }
        Self { parts, settings, taken, rows: Vec::with_capacity(48), issues: Found::default(), warnings: Vec::new() }
    }

    /// The value of a place, which goes to the field `to` of the provider's event as it is, or in the provider's form.
    pub(crate) fn plain<T: Clone>(&mut self, place: Place, to: &'static str, value: Option<&T>) -> Option<T> {
        self.row(place, to, How::Plain);
        value.cloned()
    }

    /// Like [`Map::plain`], for a value in another form.
    pub(crate) fn formed<T, U>(&mut self, place: Place, to: &'static str, value: Option<T>, form: impl FnOnce(T) -> U) -> Option<U> {
        self.row(place, to, How::Plain);
        value.map(form)
    }

    /// The value of a place that says something personal: withheld where the user has not consented and the settings ask for that.
    pub(crate) fn personal<T: Clone>(&mut self, place: Place, to: &'static str, how: How, value: Option<&T>) -> Option<T> {
        if self.withholds() {
            self.row(place, to, How::Withheld);
            if value.is_some() {
                self.warnings.push(Issue::new(place.path(), Code::UserDataWithheld, "was left out, as the user has not consented"));
            }
            return None;
        }
        self.row(place, to, how);
        value.cloned()
    }

    fn withholds(&self) -> bool {
        let consent = self.parts.consent;
        let is_refused = consent.ad_user_data == Some(false) || consent.limited_data_use == Some(true);
        is_refused && self.settings.no_consent == NoConsent::WithholdUserData
    }

    /// Like [`Map::personal`], for the one item of a list.
    pub(crate) fn personal_list(&mut self, place: Place, to: &'static str, how: How, value: Option<&Text>) -> Option<Vec<Text>> {
        self.personal(place, to, how, value).map(|value| vec![value])
    }

    /// Records where a place goes.
    pub(crate) fn row(&mut self, place: Place, to: &'static str, how: How) {
        self.taken.add(place);
        self.rows.push(Row { from: place.path(), to, how, is_given: self.parts.given.has(place) });
    }

    /// The value, or what is left of it without tax and shipping where the settings ask for that.
    pub(crate) fn value(&mut self, to: &'static str) -> Option<Number> {
        let event = self.parts.event;
        let value = self.plain(Place::Value, to, event.value.as_ref());
        if self.settings.value == Value::AsGiven {
            return value;
        }
        for (place, part) in [(Place::Tax, &event.tax), (Place::Shipping, &event.shipping)] {
            if value.is_some() && part.is_none() {
                self.issue(place, Code::Missing, "is required, as the value is to be sent without it");
            }
        }
        let value = value?;
        // They go into the value.
        self.row(Place::Tax, to, How::Plain);
        self.row(Place::Shipping, to, How::Plain);
        let parts = [&event.tax, &event.shipping].map(|part| part.as_ref().map_or("0", Number::as_str));
        let net = decimal::difference(value.as_str(), &parts);
        if net.is_none() {
            self.not_computable();
        }
        Some(net.map_or(value, |net| Number::decimal(&net)))
    }

    /// The currency, at a provider that takes it for the value alone. Without a value it has no place there.
    pub(crate) fn currency_of_value(&mut self, to: &'static str) -> Option<Text> {
        let event = self.parts.event;
        if event.value.is_none() && event.currency.is_some() {
            return None;
        }
        self.plain(Place::Currency, to, event.currency.as_ref())
    }

    /// Says why a value without tax and shipping cannot be computed.
    fn not_computable(&mut self) {
        let event = self.parts.event;
        let amounts = [(Place::Value, &event.value), (Place::Tax, &event.tax), (Place::Shipping, &event.shipping)];
        let unreadable: Vec<_> =
            amounts.into_iter().filter_map(|(place, amount)| Some((place, Decimal::parse(amount.as_ref()?.as_str()).err()?))).collect();
        for (place, code) in &unreadable {
            self.issue(*place, *code, "must be a decimal");
        }
        if unreadable.is_empty() {
            self.issue(Place::Value, Code::TooManyDigits, "has too many digits to be sent without tax and shipping");
        }
    }

    /// Like [`Map::value`], at a provider that takes no negative one.
    pub(crate) fn value_from_zero(&mut self, to: &'static str) -> Option<Number> {
        let value = self.value(to);
        if value.as_ref().and_then(|value| Decimal::parse(value.as_str()).ok()).is_some_and(|value| value.is_negative()) {
            self.issue(Place::Value, Code::OutOfRange, "must not be negative");
        }
        value
    }

    /// The parameters that the settings name for what has no field at the provider.
    pub(crate) fn named_params(&mut self, to: &'static str) -> Vec<(Text, Text)> {
        let (settings, parts) = (self.settings, self.parts);
        let own = [(Place::OrderId, &settings.order_id, &parts.event.order_id), (Place::UserId, &settings.user_id, &parts.user.id)];
        let mut params = Vec::new();
        for (place, name, value) in own {
            let Some(name) = name else { continue };
            let value = self.plain(place, to, value.as_ref());
            params.extend(value.map(|value| (name.clone(), value)));
        }
        params
    }

    /// The items, each mapped.
    pub(crate) fn items<T>(&mut self, mut item: impl FnMut(&mut Self, &'e EventItem) -> T) -> Option<Vec<T>> {
        let items = self.parts.event.items.as_deref()?;
        let mut mapped = Vec::with_capacity(items.len());
        for own in items {
            let rows = self.rows.len();
            mapped.push(item(self, own));
            // The rows are those of the first item.
            if mapped.len() > 1 {
                self.rows.truncate(rows);
            }
        }
        Some(mapped)
    }

    /// The provider's name for the event: the one of the settings, `known`, or that of a custom event.
    pub(crate) fn name(&mut self, to: &'static str, known: Option<&'static str>) -> Option<Text> {
        let own = match self.parts.name {
            Name::Custom => self.parts.event.name.clone(),
            _ => known.map(Text::from),
        };
        self.named(to, own)
    }

    /// Like [`Map::name`], for a provider that has tokens in place of names: the one of the settings alone.
    pub(crate) fn token(&mut self, to: &'static str) -> Option<Text> {
        self.named(to, None)
    }

    fn named(&mut self, to: &'static str, own: Option<Text>) -> Option<Text> {
        self.row(Place::Event, to, How::Named);
        let target = match self.settings.target(self.parts.name) {
            Some(Target::Name { name, .. }) => Some(name.clone()),
            _ => None,
        };
        if self.parts.name == Name::Custom {
            self.row(Place::Name, to, if target.is_some() { How::Named } else { How::Plain });
        }
        let name = target.or(own);
        if name.is_none() {
            const MESSAGE: &str = "has no name at this destination; its `events` can name it, or say `skip`";
            self.issue(Place::Event, Code::UnmappedEvent, MESSAGE);
        }
        name
    }

    /// Adds an issue at a place.
    pub(crate) fn issue(&mut self, place: Place, code: Code, message: &'static str) {
        self.issues.push(Issue::new(place.path(), code, message));
    }

    /// Adds a warning at a place.
    pub(crate) fn warning(&mut self, place: Place, code: Code, message: &'static str) {
        self.warnings.push(Issue::new(place.path(), code, message));
    }

    /// Builds the request of the provider's event, unless the mapping has an issue of its own. Paths become those of the neutral event.
    pub(crate) fn build(&mut self, build: impl FnOnce() -> Result<Request, Issues>) -> Result<Request, Issues> {
        const MESSAGE: &str = "has no place at this destination; `ignore` can name it";
        for place in self.parts.given.without(self.taken) {
            for path in place.paths_in(self.parts.event) {
                match self.settings.unmapped {
                    Unmapped::Issue => self.issues.push(Issue::new(path, Code::UnmappedField, MESSAGE)),
                    Unmapped::Warn => self.warnings.push(Issue::new(path, Code::FieldNotSent, MESSAGE)),
                }
            }
        }
        let built = build().map(|mut request| {
            self.respell(request.warnings_mut());
            request.warnings_mut().append(&mut self.warnings);
            request
        });
        let own = std::mem::take(&mut self.issues);
        match built {
            Ok(request) if own.is_empty() => Ok(request),
            Ok(_) => Err(own.into_issues()),
            Err(issues) => {
                let mut issues = issues.into_vec();
                self.respell(&mut issues);
                // What has no name has an issue already.
                let is_new = |issue: &Issue| !own.has(issue.path());
                let mut all = own.clone();
                for issue in issues.into_iter().filter(is_new) {
                    all.push(issue);
                }
                Err(all.into_issues())
            }
        }
    }

    /// Where the fields of the event go.
    pub(crate) fn into_rows(self) -> Vec<Row> {
        self.rows
    }

    /// Gives issues the paths of the neutral event; where the provider requires what no neutral field has, the path is the event's.
    fn respell(&self, issues: &mut [Issue]) {
        for issue in issues {
            match self.rows.iter().find_map(|row| respelled(issue.path(), row)) {
                Some(path) => issue.set_path(path),
                None if issue.path().is_empty() => {}
                None => {
                    let message = format!("`{}` of the destination's event {}", issue.path().trim_start_matches('/'), issue.message());
                    issue.set_message(message);
                    issue.set_path(String::new());
                }
            }
        }
    }
}

/// A path of the provider's event as one of the neutral event, if the row is about it.
fn respelled(path: &str, row: &Row) -> Option<String> {
    // The name of a kind has no field.
    if row.to.is_empty() {
        return None;
    }
    let (mut keys, mut position) = (path.split('/'), None);
    for wanted in row.to.split('/') {
        let key = keys.next()?;
        if wanted == "*" {
            position = Some(key);
        } else if wanted != key {
            return None;
        }
    }
    let mut respelled = match position {
        Some(position) => row.from.replacen('*', position, 1),
        None => row.from.to_owned(),
    };
    for rest in keys {
        respelled.push('/');
        respelled.push_str(rest);
    }
    Some(respelled)
}
