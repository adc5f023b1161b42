//! The declaration of the neutral event and of the records inside of it.

use crate::provider::record::{choice, record};
use crate::value::{Json, Number, Pairs, Text, Time};

choice! {
    /// What happened.
    pub enum Name("EventName") {
        /// A purchase. `value` and `currency` are what it cost.
        Purchase = "purchase";
        /// A purchase was paid back, in part or as a whole.
        Refund = "refund";
        /// The user registered.
        SignUp = "sign_up";
        /// The user logged in.
        Login = "login";
        /// A paid subscription began.
        Subscribe = "subscribe";
        /// A subscription was renewed.
        Renew = "renew";
        /// A free trial began.
        StartTrial = "start_trial";
        /// Revenue of an advertisement that was shown: see `ad`.
        AdRevenue = "ad_revenue";
        /// Items were put into the cart.
        AddToCart = "add_to_cart";
        /// Items were taken out of the cart.
        RemoveFromCart = "remove_from_cart";
        /// The cart was viewed.
        ViewCart = "view_cart";
        /// Items were put onto a wish list.
        AddToWishlist = "add_to_wishlist";
        /// A checkout began.
        BeginCheckout = "begin_checkout";
        /// Payment details were given.
        AddPaymentInfo = "add_payment_info";
        /// An item was viewed.
        ViewItem = "view_item";
        /// A list of items was viewed.
        ViewItemList = "view_item_list";
        /// A search: see `search_term`.
        Search = "search";
        /// A lead.
        GenerateLead = "generate_lead";
        /// A tutorial was finished.
        TutorialComplete = "tutorial_complete";
        /// A level was reached: see `level`.
        LevelUp = "level_up";
        /// An achievement was unlocked: see `achievement_id`.
        UnlockAchievement = "unlock_achievement";
        /// Credits, coins or points were spent.
        SpendCredits = "spend_credits";
        /// Something was rated: see `rating`.
        Rate = "rate";
        /// Something was shared.
        Share = "share";
        /// The app was installed.
        Install = "install";
        /// Anything else: see `name`.
        Custom = "custom";
    }
}

choice! {
    /// Where an event comes from.
    pub enum Source("EventSource") {
        /// An app.
        App = "app";
        /// A website.
        Web = "web";
        /// A server, such as that of billing: nobody was in the app or on the website.
        Server = "server";
    }
}

choice! {
    /// The platform of a device.
    pub enum Platform("EventPlatform") {
        /// iOS or iPadOS.
        Ios = "ios";
        /// Android.
        Android = "android";
        /// A browser.
        Web = "web";
    }
}

choice! {
    /// What the user has allowed in Apple's App Tracking Transparency.
    /// Source: <https://developer.apple.com/documentation/apptrackingtransparency/attrackingmanager/authorizationstatus>
    pub enum AttStatus("EventAttStatus") {
        /// The user was not asked (0).
        NotDetermined = "not_determined";
        /// The user cannot allow it (1).
        Restricted = "restricted";
        /// The user does not allow it (2).
        Denied = "denied";
        /// The user allows it (3).
        Authorized = "authorized";
    }
}

impl AttStatus {
    /// Apple's number.
    pub(crate) const fn number(self) -> i64 {
        match self {
            Self::NotDetermined => 0,
            Self::Restricted => 1,
            Self::Denied => 2,
            Self::Authorized => 3,
        }
    }
}

choice! {
    /// The gender of a user.
    pub enum Gender("EventGender") {
        /// Female.
        Female = "female";
        /// Male.
        Male = "male";
        /// Another one.
        Other = "other";
    }
}

record! {
    /// One event for every provider. `event` is required; what else is, the destinations say.
    pub struct Event {
        /// What happened. Required.
        event: Name, required;
        /// The name of a `custom` event. Required for it, and not for others.
        name: Text;
        /// The ID of this occurrence: the same as the SDK or pixel sends, if it sends the event, too. A provider that deduplicates does so by it.
        id: Text;
        /// When it happened: RFC 3339, or an integer of Unix milliseconds.
        time: Time;
        /// Where it comes from.
        source: Source;
        /// The amount of money that providers are to count, in full units of `currency`: a decimal.
        value: Number;
        /// The currency of all amounts of the event: three letters (ISO 4217).
        currency: Text;
        /// The part of `value` that is tax: a decimal.
        tax: Number;
        /// The part of `value` that is shipping: a decimal.
        shipping: Number;
        /// The discount of the order: a decimal.
        discount: Number;
        /// The coupon of the order.
        coupon: Text;
        /// The ID of the order.
        order_id: Text;
        /// The items.
        items: Vec<EventItem>;
        /// What the ids of the items are of: `product` or `product_group`.
        content_type: Text;
        /// The user, in plain values: each destination hashes them by its own rule.
        user: EventUser;
        /// The device.
        device: EventDevice;
        /// IDs that the SDK of a provider gave.
        ids: EventIds;
        /// What the click on an advertisement left.
        click: EventClick;
        /// The page, for events of a website.
        page: EventPage;
        /// What the user has consented to. An absent field is neither consent nor refusal.
        consent: EventConsent;
        /// What was searched for.
        search_term: Text;
        /// How: the method of a login, a registration or a share.
        method: Text;
        /// The level that was reached: a decimal.
        level: Number;
        /// The score: a decimal.
        score: Number;
        /// The achievement.
        achievement_id: Text;
        /// The rating: a decimal.
        rating: Number;
        /// The best rating there is: a decimal.
        rating_max: Number;
        /// The group.
        group_id: Text;
        /// What the event is about, where that is no item.
        content_id: Text;
        /// The advertisement, for `ad_revenue`.
        ad: EventAd;
        /// The subscription.
        subscription: EventSubscription;
        /// Parameters of your own: texts, numbers and truth values, under names that no provider renames.
        params: Pairs<Json>;
    }
}

record! {
    /// An item of an event.
    pub struct EventItem {
        /// The ID.
        id: Text;
        /// The name.
        name: Text;
        /// The category.
        category: Text;
        /// The brand.
        brand: Text;
        /// The variant, such as a size.
        variant: Text;
        /// The price of one piece: a decimal.
        price: Number;
        /// The number of pieces.
        quantity: i64;
        /// The discount of one piece: a decimal.
        discount: Number;
    }
}

record! {
    /// The user of an event, in plain values.
    pub struct EventUser {
        /// Your own ID of the user.
        id: Text;
        /// The email address.
        email: Text;
        /// The phone number, with `+` and the calling code.
        phone: Text;
        /// The first name.
        first_name: Text;
        /// The last name.
        last_name: Text;
        /// The date of birth: `YYYY-MM-DD`.
        date_of_birth: Text;
        /// The gender.
        gender: Gender;
        /// The city.
        city: Text;
        /// The state or region.
        state: Text;
        /// The postal code.
        postal_code: Text;
        /// The country: two letters (ISO 3166-1).
        country: Text;
        /// A ready digest of the email address: SHA-256 of the address without white space around it, in lower case. Not together with `email`.
        sha256_email: Text;
        /// A ready digest of the phone number: SHA-256 of its digits with the calling code, without `+`. Not together with `phone`.
        phone_sha256_digits: Text;
        /// A ready digest of the phone number: SHA-256 of its digits with the calling code and `+`. Not together with `phone`.
        phone_sha256_e164: Text;
    }
}

record! {
    /// The device of an event.
    pub struct EventDevice {
        /// The platform.
        platform: Platform;
        /// Apple's advertising identifier.
        idfa: Text;
        /// Google's advertising ID.
        gps_adid: Text;
        /// Apple's identifier for vendors.
        idfv: Text;
        /// Android's ID.
        android_id: Text;
        /// The open advertising ID of devices without Google's services.
        oaid: Text;
        /// The IP address.
        ip: Text;
        /// The user agent.
        user_agent: Text;
        /// The version of the operating system.
        os_version: Text;
        /// The app: the package name, or the number in Apple's store.
        app_id: Text;
        /// The version of the app.
        app_version: Text;
        /// The model.
        model: Text;
        /// The locale, such as `en-US`.
        locale: Text;
        /// What the user has allowed in Apple's App Tracking Transparency.
        att_status: AttStatus;
    }
}

record! {
    /// IDs that the SDK of a provider gave.
    pub struct EventIds {
        /// Adjust's ID of the device.
        adjust_adid: Text;
        /// AppsFlyer's ID of the installation.
        appsflyer_id: Text;
        /// Metrix's ID of the user.
        metrix_user_id: Text;
        /// Metrix's ID of the session.
        metrix_session_id: Text;
        /// The ID of the app's installation at Firebase, for app streams of Google Analytics.
        app_instance_id: Text;
        /// The ID of the client, for web streams of Google Analytics.
        client_id: Text;
        /// The session at Google Analytics.
        session_id: Text;
        /// Meta's ID of the installation.
        meta_anon_id: Text;
        /// Branch's ID of the browser.
        branch_browser_id: Text;
        /// Singular's ID of the device.
        singular_device_id: Text;
    }
}

record! {
    /// What the click on an advertisement left.
    pub struct EventClick {
        /// Meta's cookie `_fbc`.
        fbc: Text;
        /// Meta's cookie `_fbp`.
        fbp: Text;
        /// The parameter `fbclid` of the landing page. Meta takes it with `fbclid_time`. Not together with `fbc`.
        fbclid: Text;
        /// When the page was opened with `fbclid`: RFC 3339, or an integer of Unix milliseconds.
        fbclid_time: Time;
        /// The parameter `ttclid` of the landing page.
        ttclid: Text;
        /// TikTok's cookie `_ttp`.
        ttp: Text;
        /// The parameter `gclid` of the landing page.
        gclid: Text;
    }
}

record! {
    /// The page of an event.
    pub struct EventPage {
        /// The address.
        url: Text;
        /// The address of the page before it.
        referrer: Text;
    }
}

record! {
    /// What the user has consented to. An absent field is neither consent nor refusal.
    pub struct EventConsent {
        /// Consent to sending user data for advertising.
        ad_user_data: bool;
        /// Consent to personalized advertising.
        ad_personalization: bool;
        /// Whether the use of the data is to be limited.
        limited_data_use: bool;
        /// The country of the limited data use, in Meta's numbers.
        limited_country: i64;
        /// The state of the limited data use, in Meta's numbers.
        limited_state: i64;
    }
}

record! {
    /// The advertisement of an event.
    pub struct EventAd {
        /// The network.
        network: Text;
        /// The unit.
        unit: Text;
        /// The placement.
        placement: Text;
        /// The format.
        format: Text;
        /// The number of impressions.
        impressions: i64;
    }
}

record! {
    /// The subscription of an event.
    pub struct EventSubscription {
        /// The ID.
        id: Text;
        /// The product.
        product_id: Text;
        /// The period, such as `P1M` (ISO 8601).
        period: Text;
        /// Whether it is a trial.
        trial: bool;
    }
}
