//! The events that every contender gets: alike in shape and size, different in every value.

use std::fmt::Write;

use s2s_core::adjust;
use s2s_core::bench_support::Value;
use s2s_core::value::Pairs;

/// The clock of every build.
pub(crate) const NOW: &str = "2026-11-20T12:00:00Z";
/// The address of the API.
pub(crate) const URL: &str = "https://s2s.adjust.com/event";
/// The documentation's example app.
pub(crate) const APP_TOKEN: &str = "4w565xzmb54d";
/// The documentation's example token.
pub(crate) const AUTH_TOKEN: &str = "v8s5opi0zs45607l8h8c48wak2vxb5oe";

/// Enough that no contender lives from a branch predictor that knows the bytes by heart.
const COUNT: u64 = 64;

/// One event in the forms in which the contenders take it.
pub(crate) struct Sample {
    /// For `json_line`, `handwritten` and `cli`.
    pub(crate) line: String,
    /// For `typed`.
    pub(crate) event: adjust::Event,
    /// For `floor`: the parameters as they are sent.
    pub(crate) parameters: Vec<(&'static str, Value)>,
}

/// The samples, the same in every run.
pub(crate) fn samples() -> Vec<Sample> {
    (0..COUNT).map(sample).collect()
}

const EVENT_TOKENS: [&str; 4] = ["f0ob4r", "abc123", "k9x2mz", "p4qw7e"];
const DEVICES: [(&str, &str, &str); 4] = [
    (
        "SM-G991B",
        "13",
        "Mozilla/5.0 (Linux; Android 13; SM-G991B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
    ),
    (
        "Pixel 8 Pro",
        "14",
        "Mozilla/5.0 (Linux; Android 14; Pixel 8 Pro) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.6533.64 Mobile Safari/537.36",
    ),
    (
        "M2101K6G",
        "12",
        "Mozilla/5.0 (Linux; Android 12; M2101K6G; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.6422.165 Mobile",
    ),
    (
        "CPH2447",
        "13.1",
        "Dalvik/2.1.0 (Linux; U; Android 13; CPH2447 Build/TP1A.220905.001) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36",
    ),
];
const PLANS: [&str; 4] = ["gold", "pro yearly", "familia ñ", "starter"];
const CURRENCIES: [&str; 4] = ["USD", "EUR", "GBP", "TRY"];

fn sample(number: u64) -> Sample {
    let mut random = number + 1;
    let mut next = move || {
        // The output function of SplitMix64: any well-mixed bits will do.
        random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (random ^ (random >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    let one_of = |choices: [&'static str; 4], bits: u64| choices.into_iter().cycle().nth(bits as usize % 4).unwrap_or_default();

    let (high, low) = (next(), next());
    let adid = format!("{high:016x}{low:016x}");
    let gps_adid =
        format!("{:08x}-{:04x}-4{:03x}-9{:03x}-{:012x}", next() as u32, next() as u16, next() & 0xfff, next() & 0xfff, next() >> 16);
    let event_token = one_of(EVENT_TOKENS, next());
    let (device_name, os_version, user_agent) = DEVICES.into_iter().cycle().nth(next() as usize % 4).unwrap_or_default();
    let ip_address = format!("{}.{}.{}.{}", 11 + next() % 180, next() % 256, next() % 256, 1 + next() % 254);
    let (day, hour, minute, second) = (1 + next() % 19, next() % 24, next() % 60, next() % 60);
    let created_at = format!("2026-11-{day:02}T{hour:02}:{minute:02}:{second:02}Z");
    let unix_seconds = 1_793_491_200 + (((day - 1) * 24 + hour) * 60 + minute) * 60 + second;
    // The last digit is never a zero, so the text is in the form in which it is sent.
    let revenue = format!("{}.{}{}", 1 + next() % 500, next() % 10, 1 + next() % 9);
    let currency = one_of(CURRENCIES, next());
    let callback_params = [
        ("order", format!("A-{}", next() % 1_000_000)),
        ("plan", one_of(PLANS, next()).to_owned()),
        ("user", format!("u{:010x}", next() >> 24)),
    ];
    let item = next() % 100_000;
    // Documented by Adjust: a text that holds JSON.
    let items = if number.is_multiple_of(8) { format!("[\"{item}\"]") } else { format!("{item}") };
    let partner_params = [("campaign", format!("autumn {}", next() % 100)), ("item_id", items)];

    let texts = [
        ("event_token", event_token),
        ("gps_adid", &gps_adid),
        ("adid", &adid),
        ("os_name", "android"),
        ("os_version", os_version),
        ("device_name", device_name),
        ("ip_address", &ip_address),
        ("user_agent", user_agent),
        ("created_at", &created_at),
        ("revenue", &revenue),
        ("currency", currency),
    ];
    let mut line = r#"{"provider":"adjust","kind":"event""#.to_owned();
    for (name, value) in texts {
        // Writing to memory does not fail.
        let _ = write!(line, ",\"{name}\":\"{value}\"");
    }
    for (name, pairs) in [("callback_params", &callback_params[..]), ("partner_params", &partner_params[..])] {
        let members: Vec<String> = pairs.iter().map(|(key, value)| format!("\"{key}\":\"{}\"", value.replace('"', "\\\""))).collect();
        let _ = write!(line, ",\"{name}\":{{{}}}", members.join(","));
    }
    line.push('}');

    let event = adjust::Event::builder()
        .event_token(event_token)
        .gps_adid(&*gps_adid)
        .adid(&*adid)
        .os_name("android")
        .os_version(os_version)
        .device_name(device_name)
        .ip_address(&*ip_address)
        .user_agent(user_agent)
        .created_at(created_at)
        .callback_params(callback_params.clone())
        .partner_params(partner_params.clone())
        .currency(currency)
        .revenue(&*revenue)
        .build();

    let text = |value: &str| Value::Text(value.to_owned());
    let parameters = vec![
        ("s2s", text("1")),
        ("event_token", text(event_token)),
        ("app_token", text(APP_TOKEN)),
        ("gps_adid", text(&gps_adid)),
        ("adid", text(&adid)),
        ("os_name", text("android")),
        ("os_version", text(os_version)),
        ("device_name", text(device_name)),
        ("ip_address", text(&ip_address)),
        ("user_agent", text(user_agent)),
        ("created_at_unix", Value::Text(unix_seconds.to_string())),
        ("callback_params", Value::Object(Pairs::from(callback_params))),
        ("partner_params", Value::Object(Pairs::from(partner_params))),
        ("currency", text(currency)),
        ("revenue", text(&revenue)),
        ("environment", text("sandbox")),
    ];
    Sample { line, event, parameters }
}
