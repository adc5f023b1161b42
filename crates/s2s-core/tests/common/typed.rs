// Made by `cargo xtask generate` from `crates/s2s-core`.

//! Typed clients and events of cases, by the names of providers and kinds.

use s2s_core::{Adjust, AppsFlyer, Branch, Ga4, Meta, Metrix, MetrixInApp, Singular, TikTok, ga4, meta, metrix, tiktok};

use crate::common::Case;
use crate::{Check, identity, messages, of_one, read, typed};

pub(crate) fn typed_case(case: &Case) -> Check {
    match case.provider.as_str() {
        "adjust" => typed(case, Adjust::new, |client, kind, event| match kind {
            "event" => of_one(case, client, event, Adjust::event, Adjust::lane_key),
            "ad_revenue" => of_one(case, client, event, Adjust::ad_revenue, Adjust::lane_key),
            "session" => of_one(case, client, event, Adjust::session, Adjust::lane_key),
            "third_party_sharing" => of_one(case, client, event, Adjust::third_party_sharing, Adjust::lane_key),
            "gdpr_forget_device" => of_one(case, client, event, Adjust::gdpr_forget_device, Adjust::lane_key),
            other => panic!("there is no kind {other}"),
        }),
        "appsflyer" => typed(case, AppsFlyer::new, |client, kind, event| match kind {
            "event" => of_one(case, client, event, AppsFlyer::event, AppsFlyer::lane_key),
            other => panic!("there is no kind {other}"),
        }),
        "branch" => typed(case, Branch::new, |client, kind, event| match kind {
            "standard" => of_one(case, client, event, Branch::standard, Branch::lane_key),
            "custom" => of_one(case, client, event, Branch::custom, Branch::lane_key),
            other => panic!("there is no kind {other}"),
        }),
        "ga4" => typed(case, Ga4::new, |client, kind, event| match kind {
            "event" => of_one(case, client, event, Ga4::event, Ga4::lane_key),
            "events" => (client.events(&identity(case), &messages(case, ga4_message), case.now()), None),
            other => panic!("there is no kind {other}"),
        }),
        "meta" => typed(case, Meta::new, |client, kind, event| match kind {
            "event" => of_one(case, client, event, Meta::event, Meta::lane_key),
            "events" => (client.events(&messages(case, meta_message), case.now()), None),
            other => panic!("there is no kind {other}"),
        }),
        "metrix" => typed(case, Metrix::new, |client, kind, event| match kind {
            "user" => of_one(case, client, event, Metrix::user, Metrix::lane_key),
            "action" => of_one(case, client, event, Metrix::action, Metrix::lane_key),
            "revenue" => of_one(case, client, event, Metrix::revenue, Metrix::lane_key),
            "business_event" => of_one(case, client, event, Metrix::business_event, Metrix::lane_key),
            "messages" => (client.messages(&identity(case), &messages(case, metrix_message), case.now()), None),
            other => panic!("there is no kind {other}"),
        }),
        "metrix_inapp" => typed(case, MetrixInApp::new, |client, kind, event| match kind {
            "event" => of_one(case, client, event, MetrixInApp::event, MetrixInApp::lane_key),
            other => panic!("there is no kind {other}"),
        }),
        "singular" => typed(case, Singular::new, |client, kind, event| match kind {
            "event" => of_one(case, client, event, Singular::event, Singular::lane_key),
            "ad_revenue" => of_one(case, client, event, Singular::ad_revenue, Singular::lane_key),
            "session" => of_one(case, client, event, Singular::session, Singular::lane_key),
            other => panic!("there is no kind {other}"),
        }),
        "tiktok" => typed(case, TikTok::new, |client, kind, event| match kind {
            "event" => of_one(case, client, event, TikTok::event, TikTok::lane_key),
            "events" => (client.events(&messages(case, tiktok_message), case.now()), None),
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
