//! What an application without the neutral event writes: each provider's own event of a purchase, and its request.

use s2s_core::value::{Json, Number, Text};
use s2s_core::{
    Adjust, AppsFlyer, Branch, Ga4, Issues, Meta, Metrix, MetrixInApp, Request, Singular, TikTok, Timestamp, adjust, appsflyer, branch,
    ga4, meta, metrix, metrix_inapp, singular, tiktok,
};

use crate::purchase::{APP_ID, APP_VERSION, BRAND, CATEGORY, CURRENCY, LOCALE, Line, MODEL, NAME, OS_VERSION, Purchase, USER_AGENT};

/// A client of each provider.
pub(crate) struct Clients {
    now: Timestamp,
    adjust: Adjust,
    metrix: Metrix,
    metrix_inapp: MetrixInApp,
    ga4: Ga4,
    meta: Meta,
    tiktok: TikTok,
    appsflyer: AppsFlyer,
    branch: Branch,
    singular: Singular,
}

/// The ID of a second message.
pub(crate) const NEW_ID: &str = "0197a3f2-8c41-7d10-9b6e-3f5a1c2d4e6f";

type Built = Result<Request, Issues>;

impl Clients {
    pub(crate) fn new(now: Timestamp) -> Result<Self, Issues> {
        Ok(Self {
            now,
            adjust: Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build())?,
            metrix: Metrix::new(metrix::Config::builder().app_id("app").api_key("key").build())?,
            metrix_inapp: MetrixInApp::new(
                metrix_inapp::Config::builder().app_id("app").dev_key("key").base_url("https://analytics.metrix.ir").build(),
            )?,
            ga4: Ga4::new(
                ga4::Config::builder()
                    .firebase_app_id("1:98765432109:ios:fedcba9876543210")
                    .api_secret("secret")
                    .missing_session(ga4::MissingSession::Ignore)
                    .build(),
            )?,
            meta: Meta::new(meta::Config::builder().dataset_id("1234567890").access_token("token").build())?,
            tiktok: TikTok::new(
                tiktok::Config::builder().event_source(tiktok::EventSource::App).event_source_id("7012345").access_token("token").build(),
            )?,
            appsflyer: AppsFlyer::new(appsflyer::Config::builder().app_id("id343200656").s2s_key("key").max_body_bytes(8192).build())?,
            branch: Branch::new(branch::Config::builder().branch_key("key_live_abc").build())?,
            singular: Singular::new(singular::Config::builder().sdk_key("key").app_id("com.example.shop").platform("iOS").build())?,
        })
    }

    /// The request for each provider, in the order of the destinations.
    pub(crate) fn build(&self, purchase: &Purchase) -> [Built; 9] {
        ORDER.map(|of| of(self, purchase))
    }

    fn adjust(&self, purchase: &Purchase) -> Built {
        let event = adjust::Event::builder()
            .event_token("f0ob4r")
            .idfa(&purchase.idfa)
            .adid(&purchase.adid)
            .idfv(&purchase.idfv)
            .created_at(purchase.time.as_str())
            .revenue(purchase.value.as_str())
            .currency(CURRENCY)
            .user_agent(USER_AGENT)
            .ip_address(&purchase.ip)
            .os_version(OS_VERSION)
            .device_name(MODEL)
            .att_status(3)
            .build();
        self.adjust.event(&event, self.now)
    }

    fn metrix(&self, purchase: &Purchase) -> Built {
        let identity = metrix::Identity::builder().custom_user_id(&purchase.user_id).metrix_user_id(&purchase.metrix_user_id).build();
        let revenue = metrix::Revenue::builder()
            .id(&purchase.id)
            .time(purchase.time.as_str())
            .custom_name("purchase")
            .revenue(purchase.value.as_str())
            .currency(CURRENCY)
            .order_id(&purchase.order_id)
            .build();
        let user = metrix::User::builder().id(NEW_ID).time(purchase.time.as_str()).email(&purchase.email).build();
        let messages = [metrix::Message::Revenue(revenue), metrix::Message::User(user)];
        self.metrix.messages(&identity, &messages, self.now)
    }

    fn metrix_inapp(&self, purchase: &Purchase) -> Built {
        let event = metrix_inapp::Event::builder()
            .metrix_user_id(&purchase.metrix_user_id)
            .metrix_session_id(&purchase.session_id)
            .idfa(&purchase.idfa)
            .device_ip(&purchase.ip)
            .event_slug("slug")
            .event_time(purchase.time.as_str())
            .revenue(purchase.value.as_str())
            .currency(CURRENCY)
            .build();
        self.metrix_inapp.event(&event, self.now)
    }

    fn ga4(&self, purchase: &Purchase) -> Built {
        let item = |line: &Line| {
            ga4::Item::builder()
                .item_id(&line.id)
                .item_name(NAME)
                .item_category(CATEGORY)
                .item_brand(BRAND)
                .price(line.price.as_str())
                .quantity(line.quantity)
                .build()
        };
        let event = ga4::Event::builder()
            .name("purchase")
            .app_instance_id(&purchase.app_instance_id)
            .user_id(&purchase.user_id)
            .user_data(ga4::UserData::builder().email_addresses(vec![Text::from(&purchase.email)]).build())
            .ip_override(&purchase.ip)
            .user_agent(USER_AGENT)
            .time(purchase.time.as_str())
            .session_id(Json::String(Text::from(&purchase.session_id)))
            .transaction_id(&purchase.order_id)
            .value(purchase.value.as_str())
            .currency(CURRENCY)
            .items(purchase.lines.iter().map(item).collect::<Vec<_>>())
            .build();
        self.ga4.event(&event, self.now)
    }

    fn meta(&self, purchase: &Purchase) -> Built {
        let content = |line: &Line| {
            meta::Content::builder()
                .id(&line.id)
                .quantity(line.quantity)
                .item_price(line.price.as_str())
                .title(NAME)
                .brand(BRAND)
                .category(CATEGORY)
                .build()
        };
        let extinfo = meta::Extinfo::builder()
            .version("i2")
            .package(APP_ID)
            .short_version(APP_VERSION)
            .os_version(OS_VERSION)
            .model(MODEL)
            .locale(LOCALE)
            .build();
        let event = meta::Event::builder()
            .event_name("Purchase")
            .time(purchase.time.as_str())
            .event_id(&purchase.id)
            .action_source("app")
            .user_data(
                meta::UserData::builder()
                    .emails(vec![Text::from(&purchase.email)])
                    .external_ids(vec![Text::from(&purchase.user_id)])
                    .client_ip_address(&purchase.ip)
                    .client_user_agent(USER_AGENT)
                    .madid(&purchase.idfa)
                    .build(),
            )
            .app_data(meta::AppData::builder().advertiser_tracking_enabled(true).extinfo(extinfo).vendor_id(&purchase.idfv).build())
            .custom_data(
                meta::CustomData::builder()
                    .value(purchase.value.as_str())
                    .currency(CURRENCY)
                    .order_id(&purchase.order_id)
                    .contents(purchase.lines.iter().map(content).collect::<Vec<_>>())
                    .build(),
            )
            .build();
        self.meta.event(&event, self.now)
    }

    fn tiktok(&self, purchase: &Purchase) -> Built {
        let content = |line: &Line| {
            tiktok::Content::builder()
                .price(line.price.as_str())
                .quantity(line.quantity)
                .content_id(&line.id)
                .content_name(NAME)
                .content_category(CATEGORY)
                .brand(BRAND)
                .build()
        };
        let event = tiktok::Event::builder()
            .event_name("Purchase")
            .time(purchase.time.as_str())
            .event_id(&purchase.id)
            .user(
                tiktok::User::builder()
                    .emails(vec![Text::from(&purchase.email)])
                    .ip(&purchase.ip)
                    .user_agent(USER_AGENT)
                    .locale(LOCALE)
                    .idfa(&purchase.idfa)
                    .idfv(&purchase.idfv)
                    .att_status("AUTHORIZED")
                    .build(),
            )
            .properties(
                tiktok::Properties::builder()
                    .value(purchase.value.as_str())
                    .currency(CURRENCY)
                    .contents(purchase.lines.iter().map(content).collect::<Vec<_>>())
                    .order_id(&purchase.order_id)
                    .build(),
            )
            .app(tiktok::App::builder().app_id(APP_ID).app_version(APP_VERSION).build())
            .build();
        self.tiktok.event(&event, self.now)
    }

    fn appsflyer(&self, purchase: &Purchase) -> Built {
        let column = |of: &dyn Fn(&Line) -> Json| Json::Array(purchase.lines.iter().map(of).collect());
        let value = Json::Object(vec![
            ("af_revenue".into(), Json::Number(purchase.value.as_str().into())),
            ("af_order_id".into(), Json::String(Text::from(&purchase.order_id))),
            ("af_content_id".into(), column(&|line| Json::String(Text::from(&line.id)))),
            ("af_content".into(), column(&|_| Json::String(NAME.into()))),
            ("af_price".into(), column(&|line| Json::Number(line.price.as_str().into()))),
            ("af_quantity".into(), column(&|line| Json::Number(line.quantity.into()))),
        ]);
        let event = appsflyer::Event::builder()
            .appsflyer_id(&purchase.appsflyer_id)
            .event_name("af_purchase")
            .event_value(value)
            .event_currency(CURRENCY)
            .time(purchase.time.as_str())
            .customer_user_id(&purchase.user_id)
            .idfa(&purchase.idfa)
            .idfv(&purchase.idfv)
            .att(3)
            .email(&purchase.email)
            .ip(&purchase.ip)
            .ua(USER_AGENT)
            .os(OS_VERSION)
            .app_version_name(APP_VERSION)
            .bundle_identifier(APP_ID)
            .build();
        self.appsflyer.event(&event, self.now)
    }

    fn branch(&self, purchase: &Purchase) -> Built {
        let item = |line: &Line| {
            branch::ContentItem::builder()
                .canonical_identifier(&line.id)
                .price(line.price.as_str())
                .quantity(Number::from(line.quantity))
                .product_name(NAME)
                .product_brand(BRAND)
                .build()
        };
        let event = branch::Standard::builder()
            .name("PURCHASE")
            .time(purchase.time.as_str())
            .user_data(
                branch::UserData::builder()
                    .developer_identity(&purchase.user_id)
                    .idfa(&purchase.idfa)
                    .idfv(&purchase.idfv)
                    .os("iOS")
                    .os_version(Json::String(OS_VERSION.into()))
                    .model(MODEL)
                    .app_version(APP_VERSION)
                    .ip(&purchase.ip)
                    .user_agent(USER_AGENT)
                    .build(),
            )
            .event_data(
                branch::EventData::builder().transaction_id(&purchase.order_id).revenue(purchase.value.as_str()).currency(CURRENCY).build(),
            )
            .content_items(purchase.lines.iter().map(item).collect::<Vec<_>>())
            .build();
        self.branch.standard(&event, self.now)
    }

    fn singular(&self, purchase: &Purchase) -> Built {
        let event = singular::Event::builder()
            .name("sng_ecommerce_purchase")
            .amount(purchase.value.as_str())
            .currency(CURRENCY)
            .attributes([("sng_attr_transaction_id", Json::String(Text::from(&purchase.order_id)))])
            .platform("iOS")
            .time(purchase.time.as_str())
            .ip(&purchase.ip)
            .os_version(OS_VERSION)
            .att_authorization_status(3)
            .custom_user_id(&purchase.user_id)
            .locale(LOCALE)
            .app_version(APP_VERSION)
            .user_agent(USER_AGENT)
            .sdid(&purchase.singular_device_id)
            .build();
        self.singular.event(&event, self.now)
    }
}

/// How the request of each provider is built, in the order of the destinations.
pub(crate) const ORDER: [fn(&Clients, &Purchase) -> Built; 9] = [
    Clients::adjust,
    Clients::metrix,
    Clients::metrix_inapp,
    Clients::ga4,
    Clients::meta,
    Clients::tiktok,
    Clients::appsflyer,
    Clients::branch,
    Clients::singular,
];
