// Made by `cargo xtask generate` from `crates/s2s-core`.

//! Typed clients and events of cases, by the names of providers and kinds.

use s2s_core::{Adjust, AppsFlyer, Branch, Ga4, Meta, Metrix, MetrixInApp, Singular, TikTok, ga4, meta, metrix, tiktok};

use crate::common::Case;
use crate::{Check, identity, messages, read, typed};

pub(crate) fn typed_case(case: &Case) -> Check {
    match case.provider.as_str() {
        "adjust" => typed(case, Adjust::new, |client, kind, event| match kind {
            "event" => client.event(&read(event), case.now()),
            "ad_revenue" => client.ad_revenue(&read(event), case.now()),
            "session" => client.session(&read(event), case.now()),
            "third_party_sharing" => client.third_party_sharing(&read(event), case.now()),
            "gdpr_forget_device" => client.gdpr_forget_device(&read(event), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "appsflyer" => typed(case, AppsFlyer::new, |client, kind, event| match kind {
            "event" => client.event(&read(event), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "branch" => typed(case, Branch::new, |client, kind, event| match kind {
            "standard" => client.standard(&read(event), case.now()),
            "custom" => client.custom(&read(event), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "ga4" => typed(case, Ga4::new, |client, kind, event| match kind {
            "event" => client.event(&read(event), case.now()),
            "events" => client.events(&identity(case), &messages(case, ga4_message), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "meta" => typed(case, Meta::new, |client, kind, event| match kind {
            "event" => client.event(&read(event), case.now()),
            "events" => client.events(&messages(case, meta_message), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "metrix" => typed(case, Metrix::new, |client, kind, event| match kind {
            "user" => client.user(&read(event), case.now()),
            "action" => client.action(&read(event), case.now()),
            "revenue" => client.revenue(&read(event), case.now()),
            "business_event" => client.business_event(&read(event), case.now()),
            "messages" => client.messages(&identity(case), &messages(case, metrix_message), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "metrix_inapp" => typed(case, MetrixInApp::new, |client, kind, event| match kind {
            "event" => client.event(&read(event), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "singular" => typed(case, Singular::new, |client, kind, event| match kind {
            "event" => client.event(&read(event), case.now()),
            "ad_revenue" => client.ad_revenue(&read(event), case.now()),
            "session" => client.session(&read(event), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        "tiktok" => typed(case, TikTok::new, |client, kind, event| match kind {
            "event" => client.event(&read(event), case.now()),
            "events" => client.events(&messages(case, tiktok_message), case.now()),
            other => panic!("there is no kind {other}"),
        }),
        other => Err(format!("there is no typed client of {other}")),
    }
}

fn ga4_message(kind: &str, event: &str) -> ga4::Message {
    match kind {
        "event" => ga4::Message::Event(read(event)),
        other => panic!("there is no message {other}"),
    }
}

fn meta_message(kind: &str, event: &str) -> meta::Message {
    match kind {
        "event" => meta::Message::Event(read(event)),
        other => panic!("there is no message {other}"),
    }
}

fn metrix_message(kind: &str, event: &str) -> metrix::Message {
    match kind {
        "user" => metrix::Message::User(read(event)),
        "action" => metrix::Message::Action(read(event)),
        "revenue" => metrix::Message::Revenue(read(event)),
        "business_event" => metrix::Message::BusinessEvent(read(event)),
        other => panic!("there is no message {other}"),
    }
}

fn tiktok_message(kind: &str, event: &str) -> tiktok::Message {
    match kind {
        "event" => tiktok::Message::Event(read(event)),
        other => panic!("there is no message {other}"),
    }
}
