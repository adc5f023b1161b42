//! The declarations of both kinds of events, and of the records inside of them.

use crate::provider::record::record;
use crate::value::{Json, Number, Pairs, Text, Time};

/// Declares a kind of event: its own fields are between `custom_data` and `extra`.
macro_rules! kind {
    (
        $(#[doc = $doc:literal])*
        pub struct $record:ident lends $lent:ident, $read:ident {
            $(#[doc = $name:literal])*
            name: Text, required;
            $($fields:tt)*
        }
    ) => {
        record! {
            $(#[doc = $doc])*
            pub struct $record lends $lent, $read {
                $(#[doc = $name])*
                name: Text, required;
                /// Your own name for the event, in addition to `name`.
                /// Source: <https://help.branch.io/apidocs/events>
                customer_event_alias: Text;
                /// When the event happened: RFC 3339, or an integer of Unix milliseconds. It is **not sent**: Branch has no field for it, and
                /// records the event when it arrives. It serves the check of the settings `late` and `max_delay` alone.
                /// Source: <https://help.branch.io/apidocs/events/overview>
                time: Time;
                /// Who the user is, and what is known of the device. Required.
                /// Source: <https://help.branch.io/apidocs/events>
                user_data: BranchUserData, required;
                /// Revenue and other data of the event. Branch's pages disagree whether a custom event may have more of it than `description`
                /// and members of your own, see the setting `undocumented_parts`.
                /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
                event_data: BranchEventData;
                /// The products or contents that the event is about. Branch documents them for commerce and content events alone, see the
                /// setting `undocumented_parts`. How many there may be is not documented.
                /// Source: <https://help.branch.io/apidocs/events>
                content_items: Vec<BranchContentItem>;
                /// Data of your own: texts, numbers and truth values, in your order. Arrays and objects are sent with a warning: the
                /// documentation has flat data.
                /// Source: <https://help.branch.io/apidocs/events>
                custom_data: Pairs<Json>;
                $($fields)*
                /// Further members of the body, such as `partner_data` of Branch's SDKs, sent as they are before `branch_key`. It must not name a
                /// member that has a field here, or `branch_key`, `meta_data` or `metadata`.
                extra: Pairs<Json>;
            }
        }
    };
}

kind! {
    /// A standard event. Required are `name` and `user_data`.
    ///
    /// Members are sent in the order of the fields, but for `user_data`, which is the first, and `time`, which is not sent.
    pub struct BranchStandard lends BranchStandardFields, BranchStandardRead {
        /// The event's name, exactly. Commerce: `ADD_TO_CART`, `ADD_TO_WISHLIST`, `VIEW_CART`, `INITIATE_PURCHASE`, `ADD_PAYMENT_INFO`,
        /// `CLICK_AD`, `PURCHASE`, `RESERVE`, `SPEND_CREDITS`, `VIEW_AD`. Content: `SEARCH`, `VIEW_ITEM`, `VIEW_ITEMS`, `RATE`, `SHARE`,
        /// `INITIATE_STREAM`, `COMPLETE_STREAM`. Lifecycle: `COMPLETE_REGISTRATION`, `COMPLETE_TUTORIAL`, `ACHIEVE_LEVEL`,
        /// `UNLOCK_ACHIEVEMENT`, `INVITE`, `LOGIN`, `START_TRIAL`, `SUBSCRIBE`. `OPT_IN` and `OPT_OUT` are sent with a warning. See also the
        /// setting `extra_standard_names`. Required.
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        name: Text, required;
    }
}

kind! {
    /// A custom event. Required are `name` and `user_data`.
    ///
    /// Members are sent in the order of the fields, but for `user_data`, which is the first, and `time`, which is not sent.
    pub struct BranchCustom lends BranchCustomFields, BranchCustomRead {
        /// The event's name, such as `picture swiped`. It must not be the name of a standard event, which Branch refuses, or `custom event`.
        /// `open`, `close`, `install` and `referred session` are Branch's own events, and sent with a warning. Required.
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        name: Text, required;
        /// More data of your own: values as those of `custom_data`. What Branch does with it is not documented.
        /// Source: <https://help.branch.io/apidocs/events>
        meta_data: Pairs<Json>;
    }
}

record! {
    /// Who the user is, and what is known of the device. At least one of `developer_identity`, `idfa`, `idfv`, `aaid`, `android_id` and
    /// `browser_fingerprint_id` is required. Members are sent in the order of the fields.
    pub struct BranchUserData lends BranchUserDataFields, BranchUserDataRead {
        /// Your own ID of the user, as the app gives it to Branch's SDK (`setIdentity`). Sent as it is; no hashing is documented. A number is
        /// refused, by Branch, too.
        /// Source: <https://help.branch.io/apidocs/events>
        developer_identity: Text;
        /// iOS: the advertising identifier, a UUID, sent in upper case with hyphens. One of zeros is not sent. Only with `os` `iOS`.
        /// Source: <https://help.branch.io/apidocs/events>
        idfa: Text;
        /// iOS: the identifier for vendors, a UUID, sent in upper case with hyphens. One of zeros is not sent. Only with `os` `iOS`.
        /// Source: <https://help.branch.io/apidocs/events>
        idfv: Text;
        /// Android: Google's advertising ID, a UUID, sent in lower case with hyphens. One of zeros is not sent. Only with `os` `Android`.
        /// Source: <https://help.branch.io/apidocs/events>
        aaid: Text;
        /// Android: the ID of the device, 1 to 16 hexadecimal digits, sent in lower case. One of zeros is not sent. Only with `os` `Android`.
        /// Source: <https://help.branch.io/apidocs/events>
        android_id: Text;
        /// Branch's ID of a browser, from its SDK.
        /// Source: <https://help.branch.io/apidocs/events>
        browser_fingerprint_id: Text;
        /// Branch's ID of a device, from its SDK. It does not identify a user.
        /// Source: <https://help.branch.io/apidocs/events>
        randomized_device_token: Text;
        /// iOS: Facebook's anonymous ID, needed for its aggregated event measurement. Only with `os` `iOS`.
        /// Source: <https://help.branch.io/apidocs/events>
        anon_id: Text;
        /// Other advertising identifiers by their names, such as `oaid`. Sent as they are; one of zeros is not sent. They do not identify a user.
        /// Source: <https://help.branch.io/apidocs/events>
        advertising_ids: Pairs<Text>;
        /// The operating system: `iOS` or `Android` in any case, or another one, such as `MAC_OS`, `LINUX` or `WINDOWS`. Required with a
        /// field of iOS or Android.
        /// Source: <https://help.branch.io/apidocs/events>
        os: Text;
        /// The version of the operating system: a text, such as `17.1`, or an integer, as Branch's Android SDK sends the API level. Branch
        /// asks for it with events of servers, see the setting `require_os_version`.
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        os_version: Json;
        /// The environment, usually `FULL_APP`. Any text; its values are not documented.
        /// Source: <https://help.branch.io/apidocs/events>
        environment: Text;
        /// The brand of the device, such as `LGE`.
        /// Source: <https://help.branch.io/apidocs/events>
        brand: Text;
        /// The model of the device, such as `Nexus 5X`.
        /// Source: <https://help.branch.io/apidocs/events>
        model: Text;
        /// The version of the app.
        /// Source: <https://help.branch.io/apidocs/events>
        app_version: Text;
        /// The country of the device, such as `US`. Any text.
        /// Source: <https://help.branch.io/apidocs/events>
        country: Text;
        /// The language of the device, such as `en`. Any text.
        /// Source: <https://help.branch.io/apidocs/events>
        language: Text;
        /// The density of the screen in dots per inch, not negative.
        /// Source: <https://help.branch.io/apidocs/events>
        screen_dpi: i64;
        /// The height of the screen in pixels, not negative.
        /// Source: <https://help.branch.io/apidocs/events>
        screen_height: i64;
        /// The width of the screen in pixels, not negative.
        /// Source: <https://help.branch.io/apidocs/events>
        screen_width: i64;
        /// Whether the user has limited ad tracking.
        /// Source: <https://help.branch.io/apidocs/events>
        limit_ad_tracking: bool;
        /// The IP address of the user, IPv4 or IPv6, sent as it is. Whether Branch takes IPv6 is not documented. See also the setting
        /// `ip_override`.
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        ip: Text;
        /// Android: the address of the device in its own network, IPv4 or IPv6, sent as it is. Only with `os` `Android`.
        /// Source: <https://help.branch.io/apidocs/events>
        local_ip: Text;
        /// The user agent of the browser or web view, as it sent it.
        /// Source: <https://help.branch.io/apidocs/events>
        user_agent: Text;
        /// The header `Origin` of the browser or web view.
        /// Source: <https://help.branch.io/apidocs/events>
        http_origin: Text;
        /// The header `Referer` of the browser or web view.
        /// Source: <https://help.branch.io/apidocs/events>
        http_referrer: Text;
        /// The user's ID in Google Analytics.
        /// Source: <https://help.branch.io/apidocs/events>
        google_analytics_id: Text;
        /// Whether the user is in the European Economic Area. If so, `dma_ad_personalization` and `dma_ad_user_data` are required.
        /// Source: <https://help.branch.io/apidocs/events>
        dma_eea: bool;
        /// Whether the user has consented to personalized advertising. Needs `dma_eea`.
        /// Source: <https://help.branch.io/apidocs/events>
        dma_ad_personalization: bool;
        /// Whether the user has consented to sending user data for advertising. Needs `dma_eea`.
        /// Source: <https://help.branch.io/apidocs/events>
        dma_ad_user_data: bool;
        /// Further members, sent as they are. It must not name a member that has a field here, or `device_fingerprint_id`, the older name of
        /// `randomized_device_token`.
        extra: Pairs<Json>;
    }
}

record! {
    /// Revenue and other data of an event. At least one field is required. Members are sent in the order of the fields.
    pub struct BranchEventData lends BranchEventDataFields, BranchEventDataRead {
        /// Your own ID of the transaction. No deduplication by it is documented.
        /// Source: <https://help.branch.io/apidocs/events>
        transaction_id: Text;
        /// The revenue in full units of `currency`: a decimal, sent as a number. For a negative one see the setting `negative_revenue`.
        /// Source: <https://help.branch.io/apidocs/events>
        revenue: Number;
        /// The currency of `revenue`, `shipping`, `tax` and the prices of items: three letters (ISO 4217), sent in upper case. Required with
        /// the first three, see the setting `missing_currency`: without it Branch counts US dollars.
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        currency: Text;
        /// The cost of shipping in `currency`: a decimal, sent as a number.
        /// Source: <https://help.branch.io/apidocs/events>
        shipping: Number;
        /// The tax in `currency`: a decimal, sent as a number.
        /// Source: <https://help.branch.io/apidocs/events>
        tax: Number;
        /// The coupon.
        /// Source: <https://help.branch.io/apidocs/events>
        coupon: Text;
        /// The affiliation, such as a store.
        /// Source: <https://help.branch.io/apidocs/events>
        affiliation: Text;
        /// A description of the event.
        /// Source: <https://help.branch.io/apidocs/events>
        description: Text;
        /// What the user searched for.
        /// Source: <https://help.branch.io/apidocs/events>
        search_query: Text;
        /// The sort of an ad, for `CLICK_AD` and `VIEW_AD`: `BANNER`, `INTERSTITIAL`, `REWARDED_VIDEO` or `NATIVE` in any case, sent in upper
        /// case. With other standard events it has a warning. Not documented for this API; it is known from Branch's SDKs.
        ad_type: Text;
        /// Members of your own: texts, numbers and truth values, in your order after the others. It must not name a member that has a
        /// field here.
        /// Source: <https://help.branch.io/developer-hub/track-branch-events>
        extra: Pairs<Json>;
    }
}

record! {
    /// A product or content that an event is about. At least one field is required. Members are sent in the order of the fields.
    pub struct BranchContentItem lends BranchContentItemFields, BranchContentItemRead {
        /// The sort of content, in any case: `COMMERCE_AUCTION`, `COMMERCE_BUSINESS`, `COMMERCE_OTHER`, `COMMERCE_PRODUCT`,
        /// `COMMERCE_RESTAURANT`, `COMMERCE_SERVICE`, `COMMERCE_TRAVEL_FLIGHT`, `COMMERCE_TRAVEL_HOTEL`, `COMMERCE_TRAVEL_OTHER`, `GAME_STATE`,
        /// `MEDIA_IMAGE`, `MEDIA_MIXED`, `MEDIA_MUSIC`, `MEDIA_OTHER`, `MEDIA_VIDEO`, `OTHER`, `TEXT_ARTICLE`, `TEXT_BLOG`, `TEXT_OTHER`,
        /// `TEXT_RECIPE`, `TEXT_REVIEW`, `TEXT_SEARCH_RESULTS`, `TEXT_STORY` or `TEXT_TECHNICAL_DOC`.
        /// Source: <https://help.branch.io/apidocs/events>
        content_schema: Text => "$content_schema";
        /// The title.
        /// Source: <https://help.branch.io/apidocs/events>
        og_title: Text => "$og_title";
        /// The description.
        /// Source: <https://help.branch.io/apidocs/events>
        og_description: Text => "$og_description";
        /// The address of an image. Any text.
        /// Source: <https://help.branch.io/apidocs/events>
        og_image_url: Text => "$og_image_url";
        /// The one ID of the content, such as `nike/5324`.
        /// Source: <https://help.branch.io/apidocs/events>
        canonical_identifier: Text => "$canonical_identifier";
        /// The one address of the content. Any text.
        /// Source: <https://help.branch.io/apidocs/events>
        canonical_url: Text => "$canonical_url";
        /// Whether others may find the content.
        /// Source: <https://help.branch.io/apidocs/events>
        publicly_indexable: bool => "$publicly_indexable";
        /// Whether the device may find the content.
        /// Source: <https://help.branch.io/apidocs/events>
        locally_indexable: bool => "$locally_indexable";
        /// The price of one unit: a decimal, sent as a number. Its currency is that of `event_data`, without which Branch counts US dollars.
        /// Source: <https://help.branch.io/apidocs/events>
        price: Number => "$price";
        /// The currency of `price`: three letters (ISO 4217), sent in upper case. Not documented for this API; it is known from Branch's SDKs.
        currency: Text => "$currency";
        /// The quantity: a decimal, not negative, sent as a number.
        /// Source: <https://help.branch.io/apidocs/events>
        quantity: Number => "$quantity";
        /// The stock keeping unit.
        /// Source: <https://help.branch.io/apidocs/events>
        sku: Text => "$sku";
        /// The product's name.
        /// Source: <https://help.branch.io/apidocs/events>
        product_name: Text => "$product_name";
        /// The product's brand.
        /// Source: <https://help.branch.io/apidocs/events>
        product_brand: Text => "$product_brand";
        /// The product's category, as a constant or as the name for display, in any case; for the form that is sent see the setting
        /// `product_category`. `ANIMALS_AND_PET_SUPPLIES` (`Animals & Pet Supplies`), `APPAREL_AND_ACCESSORIES` (`Apparel & Accessories`),
        /// `ARTS_AND_ENTERTAINMENT` (`Arts & Entertainment`), `BABY_AND_TODDLER` (`Baby & Toddler`), `BUSINESS_AND_INDUSTRIAL` (`Business &
        /// Industrial`), `CAMERAS_AND_OPTICS` (`Cameras & Optics`), `ELECTRONICS` (`Electronics`), `FOOD_BEVERAGES_AND_TOBACCO` (`Food,
        /// Beverages & Tobacco`), `FURNITURE` (`Furniture`), `HARDWARE` (`Hardware`), `HEALTH_AND_BEAUTY` (`Health & Beauty`),
        /// `HOME_AND_GARDEN` (`Home & Garden`), `LUGGAGE_AND_BAGS` (`Luggage & Bags`), `MATURE` (`Mature`), `MEDIA` (`Media`),
        /// `OFFICE_SUPPLIES` (`Office Supplies`), `RELIGIOUS_AND_CEREMONIAL` (`Religious & Ceremonial`), `SOFTWARE` (`Software`),
        /// `SPORTING_GOODS` (`Sporting Goods`), `TOYS_AND_GAMES` (`Toys & Games`) or `VEHICLES_AND_PARTS` (`Vehicles & Parts`).
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        product_category: Text => "$product_category";
        /// The product's variant, such as a size.
        /// Source: <https://help.branch.io/apidocs/events>
        product_variant: Text => "$product_variant";
        /// The product's condition, in any case: `OTHER`, `NEW`, `EXCELLENT`, `GOOD`, `FAIR`, `POOR`, `USED` or `REFURBISHED`.
        /// Source: <https://help.branch.io/apidocs/events>
        condition: Text => "$condition";
        /// The user's own rating: a decimal, not negative, sent as a number. Not documented for this API; it is known from Branch's SDKs.
        rating: Number => "$rating";
        /// The average rating: a decimal, not negative, sent as a number.
        /// Source: <https://help.branch.io/apidocs/events>
        rating_average: Number => "$rating_average";
        /// The number of ratings: a decimal, not negative, sent as a number.
        /// Source: <https://help.branch.io/apidocs/events>
        rating_count: Number => "$rating_count";
        /// The largest possible rating: a decimal, not negative, sent as a number.
        /// Source: <https://help.branch.io/apidocs/events>
        rating_max: Number => "$rating_max";
        /// The street of the content's place.
        /// Source: <https://help.branch.io/apidocs/events>
        address_street: Text => "$address_street";
        /// The city of the content's place.
        /// Source: <https://help.branch.io/apidocs/events>
        address_city: Text => "$address_city";
        /// The region of the content's place.
        /// Source: <https://help.branch.io/apidocs/events>
        address_region: Text => "$address_region";
        /// The country of the content's place. Any text.
        /// Source: <https://help.branch.io/apidocs/events>
        address_country: Text => "$address_country";
        /// The postal code of the content's place.
        /// Source: <https://help.branch.io/apidocs/events>
        address_postal_code: Text => "$address_postal_code";
        /// The latitude in degrees: a decimal, sent as a number. One beyond ±90 has a warning, as Branch documents no range.
        /// Source: <https://help.branch.io/apidocs/events>
        latitude: Number => "$latitude";
        /// The longitude in degrees: a decimal, sent as a number. One beyond ±180 has a warning, as Branch documents no range.
        /// Source: <https://help.branch.io/apidocs/events>
        longitude: Number => "$longitude";
        /// Keywords.
        /// Source: <https://help.branch.io/apidocs/events>
        keywords: Vec<Text> => "$keywords";
        /// Captions of images.
        /// Source: <https://help.branch.io/apidocs/events>
        image_captions: Vec<Text> => "$image_captions";
        /// When the content was created: RFC 3339, or an integer of Unix milliseconds; sent in milliseconds.
        /// Source: <https://help.branch.io/apidocs/events>
        creation_timestamp: Time => "$creation_timestamp";
        /// When the content expires: RFC 3339, or an integer of Unix milliseconds; sent in milliseconds. 0 is no limit.
        /// Source: <https://help.branch.io/apidocs/events>
        exp_date: Time => "$exp_date";
        /// Data of your own, of any JSON. For the form that is sent see the setting `custom_fields_as`.
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        custom_fields: Pairs<Json> => "$custom_fields";
        /// Further members of the item, sent as they are under the names that you give. Branch's SDKs write data of your own so; it is not
        /// documented for this API. It must not name a member that has a field here.
        extra: Pairs<Json>;
    }
}
