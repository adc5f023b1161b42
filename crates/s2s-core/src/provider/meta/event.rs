//! The declarations of an event and of the records inside of it.

use crate::provider::record::record;
use crate::value::{Json, Number, Pairs, Text, Time};

record! {
    /// An event. Required are `event_name`, `time`, `action_source` and `user_data`; others as `action_source` and `event_name` are: see there.
    ///
    /// Members are sent in the order of the fields, and then those of `extra`.
    pub struct MetaEvent lends MetaEventFields, MetaEventRead {
        /// The event's name: a standard one, such as `Purchase`, or one of your own. App events have the names of the web, too: `Purchase`, not
        /// `fb_mobile_purchase`. `Purchase` requires `value` and `currency` in `custom_data`. Required.
        /// Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
        /// <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
        event_name: Text, required;
        /// When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in whole seconds, truncated toward the past. Up to 7 days
        /// ago, of a `physical_store` up to 62 days. One older event refuses all events of its request. Required.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        time: Time, required => "event_time";
        /// The ID of the event, of your own: any text. Meta compares it, together with `event_name`, with events of the pixel or the app's SDK
        /// within 48 hours. Whether two equal events of a server are merged is not documented.
        /// Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
        /// <https://developers.facebook.com/documentation/ads-commerce/conversions-api/deduplicate-pixel-and-server-events>
        event_id: Text;
        /// Where the event happened: `email`, `website`, `app`, `phone_call`, `chat`, `physical_store`, `system_generated`, `business_messaging`
        /// or `other`, in this case. `website` requires `event_source_url` and `client_user_agent` in `user_data`; `app` requires `app_data`.
        /// Renewals that a server bills are `system_generated`. Required.
        /// Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
        /// <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
        action_source: Text, required;
        /// The address of the page, beginning with `http://` or `https://`. Its domain is a verified one of yours. Required for a `website`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        event_source_url: Text;
        /// The address of the page before.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        referrer_url: Text;
        /// Whether the event is used for attribution alone, and not for the optimization of ads.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        opt_out: bool;
        /// How the data may be processed: a list of `LDU` (limited data use), or an empty list, which says explicitly that it is not limited.
        /// Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>,
        /// <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
        data_processing_options: Vec<Text>;
        /// The country of `data_processing_options`: 1 (the United States), or 0 (Meta locates the event). Required with
        /// `data_processing_options_state`, and with `LDU` unless `user_data` has a `client_ip_address`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
        data_processing_options_country: i64;
        /// The state of `data_processing_options`: 1000 (California) to 1013 (Rhode Island), or 0 (Meta locates the event). Required with
        /// `data_processing_options_country`, and with `LDU` unless `user_data` has a `client_ip_address`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
        data_processing_options_state: i64;
        /// The segment of the customer, such as `new_customer_to_business`. Any text: the list of values is known in part. Meta's table has it
        /// as a member of the event, its example as one of `custom_data`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        customer_segmentation: Text;
        /// The earlier event that this one is about.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        original_event_data: MetaOriginalEvent;
        /// The user. Required, with at least one identifier.
        /// Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
        /// <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        user_data: MetaUserData, required;
        /// The app and its device. Required for an `app`.
        /// Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>,
        /// <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        app_data: MetaAppData;
        /// What happened, and what it is worth. Required for `Purchase`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        custom_data: MetaCustomData;
        /// Further members of the event, sent as they are after the others. It must not name a member that has a field here.
        extra: Pairs<Json>;
    }
}

record! {
    /// The earlier event that an event is about. At least one field is required.
    pub struct MetaOriginalEvent lends MetaOriginalEventFields, MetaOriginalEventRead {
        /// The name of that event.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        event_name: Text;
        /// When that event happened: RFC 3339, or an integer of Unix milliseconds, of any age; sent in whole seconds.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        time: Time => "event_time";
        /// The ID of its order.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        order_id: Text;
        /// The ID of that event.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        event_id: Text;
    }
}

record! {
    /// The user. Plain values are normalized and hashed here; of lists, ready digests are sent in addition to them. At least one identifier is
    /// required.
    ///
    /// Meta refuses events that have nothing but identifiers of one of these groups: `city`, `country`, `state`, `zip_code`, `gender` and
    /// `client_user_agent`; `date_of_birth` and `client_user_agent`; `first_name` and `gender`; `last_name` and `gender`.
    /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/best-practices>
    pub struct MetaUserData lends MetaUserDataFields, MetaUserDataRead {
        /// Email addresses, plain. Hashed in lower case, without white space around them.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        emails: Vec<Text> => "em";
        /// SHA-256 digests of email addresses in the form that `emails` are hashed in: 64 hexadecimal digits, sent in lower case after those of
        /// `emails`. The appendix of Meta's libraries, a point with two or eight characters, may follow.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_emails: Vec<Text> => "em";
        /// Phone numbers, plain, beginning with `+` or `00`. Hashed as their digits with the calling code. A number that begins otherwise needs
        /// the setting `default_calling_code`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        phones: Vec<Text> => "ph";
        /// SHA-256 digests of phone numbers in the form that `phones` are hashed in: 64 hexadecimal digits, sent in lower case after those of
        /// `phones`. The appendix of Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_phones: Vec<Text> => "ph";
        /// The first name, plain. Hashed in lower case, without punctuation and white space around it; see also the setting `name_spaces`. Not
        /// together with `hashed_first_name`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        first_name: Text => "fn";
        /// The SHA-256 digest of the first name in the form that `first_name` is hashed in: 64 hexadecimal digits, sent in lower case. The
        /// appendix of Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_first_name: Text => "fn";
        /// The last name, plain. Hashed as `first_name` is. Not together with `hashed_last_name`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        last_name: Text => "ln";
        /// The SHA-256 digest of the last name in the form that `last_name` is hashed in: 64 hexadecimal digits, sent in lower case. The
        /// appendix of Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_last_name: Text => "ln";
        /// The date of birth, plain. `YYYY-MM-DD` or `YYYYMMDD`, from 1900 on; hashed as `YYYYMMDD`. Not together with `hashed_date_of_birth`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        date_of_birth: Text => "db";
        /// The SHA-256 digest of the date of birth in the form that `date_of_birth` is hashed in: 64 hexadecimal digits, sent in lower case. The
        /// appendix of Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_date_of_birth: Text => "db";
        /// The gender, plain. `f`, `m`, `female` or `male`, in any case; hashed as `f` or `m`. Not together with `hashed_gender`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        gender: Text => "ge";
        /// The SHA-256 digest of the gender in the form that `gender` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
        /// Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_gender: Text => "ge";
        /// The city, plain. Hashed as its letters in lower case, of any script. Not together with `hashed_city`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        city: Text => "ct";
        /// The SHA-256 digest of the city in the form that `city` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
        /// Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_city: Text => "ct";
        /// The state or province, plain. In the United States its code of two letters, such as `ca`. Hashed as its letters in lower case and its
        /// digits. Not together with `hashed_state`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        state: Text => "st";
        /// The SHA-256 digest of the state in the form that `state` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
        /// Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_state: Text => "st";
        /// The postal code, plain. Hashed in lower case, without white space and dashes; with a `country` `us`, or in the form `98121-4892`, as
        /// its first five digits. Not together with `hashed_zip_code`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        zip_code: Text => "zp";
        /// The SHA-256 digest of the postal code in the form that `zip_code` is hashed in: 64 hexadecimal digits, sent in lower case. The
        /// appendix of Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_zip_code: Text => "zp";
        /// The country, plain. Two letters (ISO 3166-1), hashed in lower case. Not together with `hashed_country`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        country: Text;
        /// The SHA-256 digest of the country in the form that `country` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
        /// Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_country: Text => "country";
        /// Your own IDs of the user, plain, such as those of a loyalty program. Hashed without white space around them, in their case; see also
        /// the setting `external_id`. Every channel has to use the same form.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        external_ids: Vec<Text> => "external_id";
        /// SHA-256 digests of your own IDs of the user in the form that `external_ids` are hashed in: 64 hexadecimal digits, sent in lower case
        /// after those of `external_ids`. The appendix of Meta's libraries may follow, as in `hashed_emails`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        hashed_external_ids: Vec<Text> => "external_id";
        /// The IP address of the user: IPv4 or IPv6, sent as it is given.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        client_ip_address: Text;
        /// The user agent of the user's browser, as the browser sent it. Required for a `website`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        client_user_agent: Text;
        /// The click, as in the cookie `_fbc`: `fb.`, the index of the subdomain (1 where a server makes it), a point, Unix milliseconds, a
        /// point and the parameter `fbclid` in its case, such as `fb.1.1554763741205.AbCdEfGhIjKlMnOpQrStUvWxYz1234567890`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        fbc: Text;
        /// The browser, as in the cookie `_fbp`: `fb.`, the index of the subdomain, a point, Unix milliseconds, a point and a random number,
        /// such as `fb.1.1596403881668.1116446470`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        fbp: Text;
        /// The advertising ID of the device, IDFA or GAID: a UUID with hyphens, sent in lower case; see also the setting `madid_case`. One of
        /// zeros, which means that tracking is not allowed, is never sent.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        madid: Text;
        /// The ID of the app's installation. Only with `action_source` `app`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        anon_id: Text;
        /// The ID of the user's subscription.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        subscription_id: Text;
        /// The ID that Facebook Login has given the user: not negative.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        fb_login_id: i64;
        /// The ID of a lead of Meta's lead ads: not negative.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        lead_id: i64;
        /// The ID of the page.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        page_id: Text;
        /// The user's ID for the page.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        page_scoped_user_id: Text;
        /// The click on an ad that leads to WhatsApp.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        ctwa_clid: Text;
        /// The ID of the Instagram account.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        ig_account_id: Text;
        /// The user's ID for the Instagram account.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        ig_sid: Text;
    }
}

record! {
    /// The app and its device. `advertiser_tracking_enabled` is required, and `extinfo` or `extinfo_list`.
    pub struct MetaAppData lends MetaAppDataFields, MetaAppDataRead {
        /// Whether the user allows tracking (App Tracking Transparency of iOS 14.5 and later); sent as 0 or 1. Required.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        advertiser_tracking_enabled: bool, required;
        /// Whether the user allows tracking inside of the app; sent as 0 or 1.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        application_tracking_enabled: bool;
        /// The device, by names: sent as a list of 16 texts.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        extinfo: MetaExtinfo;
        /// The device as the list that is sent: exactly 16 texts, empty where they are not known. The first one is `a2` or `i2`,
        /// and the fifth one is not empty. Not together with `extinfo`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        extinfo_list: Vec<Text> => "extinfo";
        /// The IDs of the campaign, from the deep link.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        campaign_ids: Text;
        /// The referrer of the installation.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        install_referrer: Text;
        /// The package that has installed the app.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        installer_package: Text;
        /// The vendor's ID.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        vendor_id: Text;
        /// The attribution ID of Windows.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        windows_attribution_id: Text;
        /// The URL schemes of the app.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        url_schemes: Vec<Text>;
    }
}

record! {
    /// The device of an app event: the 16 texts of `extinfo`, in their order. What is absent is sent as an empty text, as Meta documents it.
    pub struct MetaExtinfo lends MetaExtinfoFields, MetaExtinfoRead {
        /// The version of the list: `a2` (Android) or `i2` (iOS). Required.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        version: Text, required;
        /// The package of the app, such as `com.some.app`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        package: Text;
        /// The short version of the app, such as `771`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        short_version: Text;
        /// The long version of the app, such as `Version 7.7.1`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        long_version: Text;
        /// The version of the operating system, such as `10.1.1`. Required.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        os_version: Text, required;
        /// The model of the device, such as `OnePlus6`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        model: Text;
        /// The locale, such as `en_US`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        locale: Text;
        /// The abbreviation of the time zone, such as `PDT`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        timezone_abbreviation: Text;
        /// The carrier, such as `TMobile`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        carrier: Text;
        /// The width of the screen, such as `1920`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        screen_width: Text;
        /// The height of the screen, such as `1080`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        screen_height: Text;
        /// The density of the screen, such as `2.00`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        screen_density: Text;
        /// The number of cores, such as `2`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        cpu_cores: Text;
        /// The size of the external storage in GB, such as `128`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        storage_gb: Text;
        /// The free space of the external storage in GB, such as `8`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        free_storage_gb: Text;
        /// The time zone, such as `USA/New York`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
        timezone: Text;
    }
}

record! {
    /// What happened, and what it is worth. At least one field is required. Members are sent in the order of the fields, and then those of
    /// `properties`.
    pub struct MetaCustomData lends MetaCustomDataFields, MetaCustomDataRead {
        /// The value in full units of `currency`: a decimal, sent as a number. Required for `Purchase`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        value: Number;
        /// The currency: three letters (ISO 4217), sent in upper case. Required for `Purchase`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        currency: Text;
        /// The ID of the order. Meta drops purchases with the same one for selected partners alone.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        order_id: Text;
        /// The products.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        contents: Vec<MetaContent>;
        /// The IDs of the products.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        content_ids: Vec<Text>;
        /// What `content_ids` and `contents` name: `product` or `product_group`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        content_type: Text;
        /// The name of the page or the product.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        content_name: Text;
        /// The category of the page or the product.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        content_category: Text;
        /// The number of items, not negative. Only for `InitiateCheckout`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        num_items: i64;
        /// The text that the user has searched for. Only for `Search`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        search_string: Text;
        /// The predicted value of the user in full units of the currency: a decimal, sent as a number.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        predicted_ltv: Number;
        /// The net revenue in full units of the currency: a decimal, sent as a number.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        net_revenue: Number;
        /// How the goods are handed over: `in_store`, `curbside` or `home_delivery`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        delivery_category: Text;
        /// The status. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        status: Text;
        /// The method of the registration. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        registration_method: Text;
        /// A description. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        description: Text;
        /// The level that was reached. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        level: Text;
        /// The largest rating there is: a decimal, sent as a number. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        max_rating_value: Number;
        /// Whether it was a success; sent as 0 or 1. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        success: bool;
        /// Whether payment information is there; sent as 0 or 1. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        payment_info_available: bool;
        /// The type of an ad. For app events.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        ad_type: Text;
        /// Properties of your own: texts and numbers, in your order. None has the name of a field here.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        properties: Pairs<Json>;
    }
}

record! {
    /// A product. `id` and `quantity` are required.
    pub struct MetaContent lends MetaContentFields, MetaContentRead {
        /// The ID of the product. Required.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        id: Text, required;
        /// The number of units, not negative. Required.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        quantity: i64, required;
        /// The price of one unit, in full units of the currency: a decimal, sent as a number.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        item_price: Number;
        /// The title.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        title: Text;
        /// The description.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        description: Text;
        /// The brand.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        brand: Text;
        /// The category.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        category: Text;
        /// How it is handed over: `in_store`, `curbside` or `home_delivery`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
        delivery_category: Text;
    }
}

/// One event of a request of several.
#[derive(Clone)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi::export(Debug))]
#[non_exhaustive]
pub enum MetaMessage {
    /// An event.
    Event(MetaEvent),
}

crate::redacted_debug!(MetaMessage);
