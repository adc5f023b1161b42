//! A purchase as an application has it, and the neutral event of it.

use s2s_core::one_event::{AttStatus, Device, Event, Ids, Item, Name, Platform, Source, User};
use serde_json::{Value, json};

/// The clock of every build.
pub(crate) const NOW: &str = "2026-11-20T12:00:00Z";

/// A purchase in an app.
pub(crate) struct Purchase {
    pub(crate) id: String,
    pub(crate) time: String,
    pub(crate) order_id: String,
    pub(crate) value: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) user_id: String,
    pub(crate) email: String,
    pub(crate) idfa: String,
    pub(crate) idfv: String,
    pub(crate) ip: String,
    pub(crate) session_id: String,
    pub(crate) adid: String,
    pub(crate) appsflyer_id: String,
    pub(crate) metrix_user_id: String,
    pub(crate) app_instance_id: String,
    pub(crate) singular_device_id: String,
}

/// A line of the order.
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) price: String,
    pub(crate) quantity: i64,
}

pub(crate) const CURRENCY: &str = "USD";
pub(crate) const NAME: &str = "Earl Grey, 100 g";
pub(crate) const CATEGORY: &str = "Tea";
pub(crate) const BRAND: &str = "Example";
pub(crate) const USER_AGENT: &str = "ExampleShop/4.2 (iPhone16,2; iOS 17.5.1; Scale/3.00)";
pub(crate) const OS_VERSION: &str = "17.5.1";
pub(crate) const APP_ID: &str = "343200656";
pub(crate) const APP_VERSION: &str = "4.2.0";
pub(crate) const MODEL: &str = "iPhone16,2";
pub(crate) const LOCALE: &str = "en_US";

/// Enough that no contender lives from a branch predictor that knows the bytes by heart.
const COUNT: u64 = 64;

/// The purchases, the same in every run.
pub(crate) fn purchases() -> Vec<Purchase> {
    (0..COUNT).map(purchase).collect()
}

fn purchase(number: u64) -> Purchase {
    let digits = (number + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let hex = format!("{digits:016x}{:016x}", digits.rotate_left(29));
    let (first, second) = (digits % 90 + 10, digits % 7 + 1);
    let line = |number, price| Line { id: format!("tea-{number:04}"), price: format!("{price}.90"), quantity: 1 };
    Purchase {
        id: format!("order-{number}-{:08x}", digits >> 32),
        time: format!("2026-11-20T11:{:02}:{:02}Z", number % 60, digits % 60),
        order_id: format!("A-{:07}", digits % 10_000_000),
        value: format!("{}.80", first + second + 1),
        lines: vec![line(digits % 10_000, first), line(digits % 9_973, second)],
        user_id: format!("user-{:06}", digits % 1_000_000),
        email: format!("Customer.{number}@example.com"),
        idfa: device_id(&hex),
        idfv: device_id(&hex.chars().rev().collect::<String>()),
        ip: format!("203.0.113.{}", digits % 250 + 1),
        session_id: format!("16877{:05}", digits % 100_000),
        adid: hex.clone(),
        appsflyer_id: format!("1665148898336-{:019}", digits % 10_000_000_000),
        metrix_user_id: format!("1415211453000-{:07}", digits % 10_000_000),
        app_instance_id: hex.clone(),
        singular_device_id: device_id(&hex).to_lowercase(),
    }
}

fn device_id(hex: &str) -> String {
    let hex = hex.to_uppercase();
    let parts = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)].map(|(from, to)| hex.get(from..to).unwrap_or_default().to_owned());
    parts.join("-")
}

/// The neutral event.
pub(crate) fn neutral(purchase: &Purchase) -> Event {
    let item = |line: &Line| {
        Item::builder().id(&line.id).name(NAME).category(CATEGORY).brand(BRAND).price(line.price.as_str()).quantity(line.quantity).build()
    };
    Event::builder()
        .event(Name::Purchase)
        .id(&purchase.id)
        .time(purchase.time.as_str())
        .source(Source::App)
        .value(purchase.value.as_str())
        .currency(CURRENCY)
        .order_id(&purchase.order_id)
        .items(purchase.lines.iter().map(item).collect::<Vec<_>>())
        .user(User::builder().id(&purchase.user_id).email(&purchase.email).build())
        .device(
            Device::builder()
                .platform(Platform::Ios)
                .idfa(&purchase.idfa)
                .idfv(&purchase.idfv)
                .ip(&purchase.ip)
                .user_agent(USER_AGENT)
                .os_version(OS_VERSION)
                .app_id(APP_ID)
                .app_version(APP_VERSION)
                .model(MODEL)
                .locale(LOCALE)
                .att_status(AttStatus::Authorized)
                .build(),
        )
        .ids(
            Ids::builder()
                .adjust_adid(&purchase.adid)
                .appsflyer_id(&purchase.appsflyer_id)
                .metrix_user_id(&purchase.metrix_user_id)
                .metrix_session_id(&purchase.session_id)
                .app_instance_id(&purchase.app_instance_id)
                .session_id(&purchase.session_id)
                .singular_device_id(&purchase.singular_device_id)
                .build(),
        )
        .build()
}

/// The configuration of a destination of each provider. What a provider has no place for is ignored.
pub(crate) fn config() -> Vec<(&'static str, Value)> {
    let of = |mut config: Value, token: Option<&str>| {
        config["mapping"] = json!({"ignore": IGNORED});
        if let Some(token) = token {
            config["events"] = json!({"purchase": token});
        }
        config
    };
    vec![
        ("adjust", of(json!({"app_token": "4w565xzmb54d"}), Some("f0ob4r"))),
        ("metrix", of(json!({"app_id": "app", "api_key": "key"}), None)),
        ("metrix_inapp", of(json!({"app_id": "app", "dev_key": "key", "base_url": "https://analytics.metrix.ir"}), Some("slug"))),
        (
            "ga4",
            of(json!({"firebase_app_id": "1:98765432109:ios:fedcba9876543210", "api_secret": "secret", "missing_session": "ignore"}), None),
        ),
        ("meta", of(json!({"dataset_id": "1234567890", "access_token": "token"}), None)),
        ("tiktok", of(json!({"event_source": "app", "event_source_id": "7012345", "access_token": "token"}), None)),
        ("appsflyer", of(json!({"app_id": "id343200656", "s2s_key": "key", "max_body_bytes": 8192}), None)),
        ("branch", of(json!({"branch_key": "key_live_abc"}), None)),
        ("singular", of(json!({"sdk_key": "key", "app_id": "com.example.shop", "platform": "iOS"}), None)),
    ]
}

const IGNORED: [&str; 20] = [
    "/id",
    "/order_id",
    "/items/*/id",
    "/items/*/name",
    "/items/*/category",
    "/items/*/brand",
    "/items/*/price",
    "/items/*/quantity",
    "/user/id",
    "/user/email",
    "/device/idfa",
    "/device/idfv",
    "/device/ip",
    "/device/user_agent",
    "/device/os_version",
    "/device/app_id",
    "/device/app_version",
    "/device/model",
    "/device/locale",
    "/device/att_status",
];
