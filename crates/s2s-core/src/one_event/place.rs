//! The places of a neutral event: each field that holds a value.

use crate::provider::fields::snake_case;

use super::event::Event;

/// A set of places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Places(u128);

impl Places {
    pub(crate) fn add(&mut self, place: Place) {
        self.0 |= 1 << place as u32;
    }

    pub(crate) fn has(self, place: Place) -> bool {
        self.0 & (1 << place as u32) != 0
    }

    /// The places of this set that are not in another one.
    pub(crate) fn without(self, others: Self) -> impl Iterator<Item = Place> {
        let mut rest = self.0 & !others.0;
        std::iter::from_fn(move || {
            let place = Place::ALL.get(rest.trailing_zeros() as usize);
            rest &= rest.wrapping_sub(1);
            place.copied()
        })
    }
}

macro_rules! places {
    (
        event { $($variant:ident $field:ident;)* }
        $(in $record:ident { $($inner_variant:ident $inner:ident;)* })*
        each $list:ident { $($item_variant:ident $item:ident;)* }
    ) => {
        /// A field of a neutral event that holds a value, or of its items.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Place {
            $($variant,)*
            $($($inner_variant,)*)*
            $($item_variant,)*
        }

        impl Place {
            /// Each at the position of its number.
            const ALL: &'static [Self] = &[$(Self::$variant,)* $($(Self::$inner_variant,)*)* $(Self::$item_variant,)*];

            /// Its path: a JSON Pointer, in which `*` is the position of an item.
            pub(crate) const fn path(self) -> &'static str {
                match self {
                    $(Self::$variant => concat!("/", stringify!($field)),)*
                    $($(Self::$inner_variant => concat!("/", stringify!($record), "/", stringify!($inner)),)*)*
                    $(Self::$item_variant => concat!("/", stringify!($list), "/*/", stringify!($item)),)*
                }
            }

            /// The places in a record of the event.
            pub(crate) fn in_record(record: &str) -> &'static [Self] {
                match record {
                    $(stringify!($record) => &[$(Self::$inner_variant),*],)*
                    _ => &[],
                }
            }

            /// Its paths in an event: JSON Pointers, one for each item that has the field.
            pub(crate) fn paths_in(self, event: &Event) -> Vec<String> {
                if !self.path().contains('*') {
                    return vec![self.path().to_owned()];
                }
                let items = (0..).zip(event.$list.iter().flatten());
                let having = items.filter(|(_, own)| match self {
                    $(Self::$item_variant => own.$item.is_some(),)*
                    _ => false,
                });
                having.map(|(position, _): (u32, _)| self.path().replacen('*', &position.to_string(), 1)).collect()
            }

            /// The place of that path, in which fields may have names in camelCase, as they may in an event.
            pub(crate) fn of(path: &str) -> Option<Self> {
                let path = snake_case(path);
                Self::ALL.iter().copied().find(|place| place.path() == path)
            }
        }

        impl Places {
            /// The places where an event has values.
            pub(crate) fn of(event: &Event) -> Self {
                let mut places = Self::default();
                $(if event.$field.is_some() {
                    places.add(Place::$variant);
                })*
                $(if let Some(own) = &event.$record {
                    $(if own.$inner.is_some() {
                        places.add(Place::$inner_variant);
                    })*
                })*
                for own in event.$list.iter().flatten() {
                    $(if own.$item.is_some() {
                        places.add(Place::$item_variant);
                    })*
                }
                places
            }
        }
    };
}

/// A set has a bit for each.
const _: () = assert!(Place::ALL.len() <= u128::BITS as usize);

places! {
    event {
        Event event;
        Name name;
        Id id;
        Time time;
        Source source;
        Value value;
        Currency currency;
        Tax tax;
        Shipping shipping;
        Discount discount;
        Coupon coupon;
        OrderId order_id;
        ContentType content_type;
        SearchTerm search_term;
        Method method;
        Level level;
        Score score;
        AchievementId achievement_id;
        Rating rating;
        RatingMax rating_max;
        GroupId group_id;
        ContentId content_id;
        Params params;
    }
    in user {
        UserId id;
        UserEmail email;
        UserPhone phone;
        UserFirstName first_name;
        UserLastName last_name;
        UserDateOfBirth date_of_birth;
        UserGender gender;
        UserCity city;
        UserState state;
        UserPostalCode postal_code;
        UserCountry country;
        UserSha256Email sha256_email;
        UserPhoneSha256Digits phone_sha256_digits;
        UserPhoneSha256E164 phone_sha256_e164;
    }
    in device {
        DevicePlatform platform;
        DeviceIdfa idfa;
        DeviceGpsAdid gps_adid;
        DeviceIdfv idfv;
        DeviceAndroidId android_id;
        DeviceOaid oaid;
        DeviceIp ip;
        DeviceUserAgent user_agent;
        DeviceOsVersion os_version;
        DeviceAppId app_id;
        DeviceAppVersion app_version;
        DeviceModel model;
        DeviceLocale locale;
        DeviceAttStatus att_status;
    }
    in ids {
        AdjustAdid adjust_adid;
        AppsflyerId appsflyer_id;
        MetrixUserId metrix_user_id;
        MetrixSessionId metrix_session_id;
        AppInstanceId app_instance_id;
        ClientId client_id;
        SessionId session_id;
        MetaAnonId meta_anon_id;
        BranchBrowserId branch_browser_id;
        SingularDeviceId singular_device_id;
    }
    in click {
        Fbc fbc;
        Fbp fbp;
        Fbclid fbclid;
        FbclidTime fbclid_time;
        Ttclid ttclid;
        Ttp ttp;
        Gclid gclid;
    }
    in page {
        PageUrl url;
        PageReferrer referrer;
    }
    in consent {
        AdUserData ad_user_data;
        AdPersonalization ad_personalization;
        LimitedDataUse limited_data_use;
        LimitedCountry limited_country;
        LimitedState limited_state;
    }
    in ad {
        AdNetwork network;
        AdUnit unit;
        AdPlacement placement;
        AdFormat format;
        AdImpressions impressions;
    }
    in subscription {
        SubscriptionId id;
        SubscriptionProductId product_id;
        SubscriptionPeriod period;
        SubscriptionTrial trial;
    }
    each items {
        ItemId id;
        ItemName name;
        ItemCategory category;
        ItemBrand brand;
        ItemVariant variant;
        ItemPrice price;
        ItemQuantity quantity;
        ItemDiscount discount;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::record::{Declared as _, Record, Type};

    fn leaves(record: &Record, at: &str, found: &mut Vec<String>) {
        for field in record.fields {
            let path = format!("{at}/{}", field.name);
            match field.of {
                Type::Record(inner) => leaves(inner, &path, found),
                Type::List(Type::Record(inner)) => leaves(inner, &format!("{path}/*"), found),
                _ => found.push(path),
            }
        }
    }

    #[test]
    fn every_field_of_an_event_is_a_place_and_nothing_else() {
        let mut declared = Vec::new();
        leaves(&Event::RECORD, "", &mut declared);
        declared.sort();
        let mut places: Vec<_> = Place::ALL.iter().map(|place| place.path().to_owned()).collect();
        places.sort();
        assert_eq!(declared, places);
    }
}
