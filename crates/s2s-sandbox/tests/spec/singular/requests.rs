//! The ways of sending, keys and apps, and the response.

use s2s_sandbox::Config;
use serde_json::json;

use super::{EVENT, EVENT_V1, KEY, SESSION, SESSION_PATH, V1, V2, post, queues, refuses, refuses_each};
use crate::client::{FORM, JSON, last_rule, sandbox, sandbox_with, send, try_send};

#[tokio::test]
async fn a_posted_form_and_a_query_are_queued() {
    let sandbox = sandbox().await;
    for (path, parameters) in [(V2, EVENT), (V1, EVENT_V1), (SESSION_PATH, SESSION)] {
        queues(&sandbox, path, parameters).await;
        let answer = send(&sandbox, "GET", &format!("/singular{path}?{parameters}"), &[], "").await;
        assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"status":"ok"}"#), "{path}");
        assert!(answer.headers.contains("content-type: application/json"));
    }
    assert_eq!(sandbox.account().accepted.len(), 6);
}

#[tokio::test]
async fn other_methods_and_paths_are_not_served() {
    let sandbox = sandbox().await;
    for (method, path, status) in [("PUT", V2, 405), ("HEAD", V2, 405), ("POST", "/v2/launch", 404), ("POST", "/v3/evt", 404)] {
        assert_eq!(send(&sandbox, method, &format!("/singular{path}"), &[FORM], EVENT).await.status, status, "{method} {path}");
    }
}

#[tokio::test]
async fn json_and_a_query_of_a_post_are_not_read() {
    let sandbox = sandbox().await;
    let body = json!({"a": "your_org_name_sh868sdjv", "n": "sng_login"}).to_string();
    for (path, headers, query, body, name, rule) in [
        (V2, JSON, "", body.as_str(), "n", "unsupported_content_type"),
        (SESSION_PATH, JSON, "", body.as_str(), "a", "unsupported_content_type"),
        (V2, FORM, EVENT, "", "n", "parameters_in_query"),
        (V2, FORM, KEY, EVENT, "n", "parameters_in_query"),
        (SESSION_PATH, FORM, SESSION, "", "a", "parameters_in_query"),
    ] {
        let target = if query.is_empty() { format!("/singular{path}") } else { format!("/singular{path}?{query}") };
        let answer = send(&sandbox, "POST", &target, &[headers], body).await;
        assert_eq!((answer.status, answer.json()), (200, json!({"status": "error", "reason": format!("missing argument: {name}")})));
        assert_eq!(last_rule(&sandbox.account()), rule);
    }
}

#[tokio::test]
async fn what_is_missing_is_named() {
    refuses_each(
        V2,
        EVENT,
        &[
            ("n=sng_add_to_cart", "x=1", "missing argument: n", "missing_n"),
            ("n=sng_add_to_cart", "n=", "missing argument: n", "missing_n"),
            (KEY, "x=1", "missing argument: a", "missing_a"),
            (KEY, "a=", "missing argument: a", "missing_a"),
            ("p=Android", "x=1", "missing argument: p", "missing_p"),
            ("i=com.singular.app", "x=1", "missing argument: i", "missing_i"),
            ("ip=172.58.29.235", "x=1", "missing argument: ip", "missing_ip"),
            ("ip=172.58.29.235", "use_ip=false", "missing argument: ip", "missing_ip"),
            ("ip=172.58.29.235", "use_ip=true", "missing argument: country", "use_ip_without_country"),
            ("", "&idfa=", "missing argument: idfa", "empty_parameter"),
            ("", "&e=", "missing argument: e", "empty_parameter"),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_missing_name_is_seen_before_a_missing_key() {
    refuses(&sandbox().await, V2, "p=Android", "missing argument: n", "missing_n").await;
}

#[tokio::test]
async fn the_address_may_be_a_country_or_the_servers_own() {
    let sandbox = sandbox().await;
    for address in ["country=US", "use_ip=true&country=US", "ip=172.58.29.235&country=US", "ip=2001:db8::1", "ip=1.2.3.4&use_ip=false"] {
        queues(&sandbox, V2, &EVENT.replace("ip=172.58.29.235", address)).await;
    }
    refuses_each(
        V2,
        EVENT,
        &[
            ("", "&use_ip=true", "invalid argument: use_ip", "ip_with_use_ip"),
            ("172.58.29.235", "172.58.29.256", "invalid argument: ip", "invalid_ip"),
            ("", "&use_ip=1", "invalid argument: use_ip", "invalid_use_ip"),
            ("", "&country=us", "invalid argument: country", "invalid_country"),
            ("", "&country=USA", "invalid argument: country", "invalid_country"),
        ],
    )
    .await;
}

#[tokio::test]
async fn formats_of_both_kinds_are_checked() {
    let sandbox = sandbox().await;
    let all = "&custom_user_id=user_42&data_sharing_options=%7B%22limit_data_sharing%22%3Atrue%7D&global_properties=%7B%22plan%22%3A%22gold%22%7D\
        &c=carrier&cn=Comcast&dnt=0&dntoff=1&umilisec=1483228800000&partner=x&unknown=y";
    queues(&sandbox, V2, &format!("{EVENT}{all}")).await;
    queues(&sandbox, V2, &format!("{EVENT}&utime=1483228801")).await;
    let of_properties = |count: usize, length: usize| {
        let pairs = (0..count).map(|number| (number.to_string(), json!("x".repeat(length))));
        format!("&global_properties={}", serde_json::Value::Object(pairs.collect()))
    };
    queues(&sandbox, V2, &format!("{EVENT}{}", of_properties(5, 200))).await;
    refuses_each(
        V2,
        EVENT,
        &[
            ("", "&utime=1483228800000", "invalid argument: utime", "invalid_utime"),
            ("", "&umilisec=1483228800", "invalid argument: umilisec", "invalid_umilisec"),
            ("", "&utime=1483228800&umilisec=1483228800000", "invalid argument: umilisec", "time_twice"),
            ("", "&data_sharing_options=true", "invalid argument: data_sharing_options", "invalid_data_sharing_options"),
            (
                "",
                "&data_sharing_options=%7B%22limit_data_sharing%22%3A1%7D",
                "invalid argument: data_sharing_options",
                "invalid_data_sharing_options",
            ),
            ("", "&global_properties=x", "invalid argument: global_properties", "invalid_global_properties"),
            ("", &of_properties(6, 1), "invalid argument: global_properties", "invalid_global_properties"),
            ("", &of_properties(1, 201), "invalid argument: global_properties", "invalid_global_properties"),
            ("", "&c=WiFi", "invalid argument: c", "invalid_connection"),
            ("", "&dnt=true", "invalid argument: dnt", "invalid_dnt"),
            ("", "&dntoff=2", "invalid argument: dntoff", "invalid_dntoff"),
            ("", "&n=again", "invalid argument: n", "repeated_parameter"),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_query_has_at_most_4_000_characters() {
    let sandbox = sandbox().await;
    let full = format!("{EVENT}&partner={}", "x".repeat(4_000 - EVENT.len() - "&partner=".len()));
    for (query, status) in [(full.clone(), "ok"), (format!("{full}x"), "error")] {
        let answer = send(&sandbox, "GET", &format!("/singular{V2}?{query}"), &[], "").await;
        assert_eq!((answer.status, &answer.json()["status"]), (200, &json!(status)));
    }
    assert_eq!(last_rule(&sandbox.account()), "query_too_long");
    queues(&sandbox, V2, &format!("{full}x")).await;
    let wide = sandbox_with("singular.max_query_length = 8_000").await;
    let answer = send(&wide, "GET", &format!("/singular{V2}?{full}x"), &[], "").await;
    assert_eq!(answer.json()["status"], "ok");
}

#[tokio::test]
async fn a_wrong_key_or_app_is_queued_and_lost() {
    let sandbox = sandbox().await;
    let told = sandbox_with("singular.unknown_app = 'error'").await;
    for (from, to, reason, rule) in [
        (KEY, "a=wrong", "invalid SDK key", "unknown_sdk_key"),
        (KEY, "a=YOUR_ORG_NAME_SH868SDJV", "invalid SDK key", "unknown_sdk_key"),
        ("com.singular.app", "com.Singular.app", "invalid app", "unknown_app"),
    ] {
        for (path, form) in [(V2, EVENT), (V1, EVENT_V1), (SESSION_PATH, SESSION)] {
            let form = form.replace(from, to);
            let answer = post(&sandbox, path, &form).await;
            assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"status":"ok"}"#), "{form}");
            assert_eq!(last_rule(&sandbox.account()), rule);
            refuses(&told, path, &form, reason, rule).await;
        }
    }
    assert!(sandbox.account().accepted.is_empty());
}

#[tokio::test]
async fn revenue_without_a_receipt_is_lost_where_the_app_rejects_it() {
    let sandbox = sandbox().await;
    let event = EVENT.replace("com.singular.app", "com.example.receipts");
    for revenue in ["&amt=2.51&cur=USD", "&is_revenue_event=true"] {
        let answer = post(&sandbox, V2, &format!("{event}{revenue}")).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"status":"ok"}"#));
        assert_eq!(last_rule(&sandbox.account()), "revenue_without_receipt");
        queues(&sandbox, V2, &format!("{event}{revenue}&purchase_receipt=r")).await;
    }
    post(&sandbox, V2, &event.replace("sng_add_to_cart", "__iap__")).await;
    assert_eq!(last_rule(&sandbox.account()), "revenue_without_receipt");
    for other in ["", "&amt=0.00&cur=USD", "&is_revenue_event=false"] {
        queues(&sandbox, V2, &format!("{event}{other}")).await;
    }
}

#[tokio::test]
async fn a_new_account_has_no_first_version_of_events() {
    let sandbox = sandbox().await;
    let of_new = |form: &str| form.replace("com.singular.app", "com.example.v2");
    queues(&sandbox, SESSION_PATH, &of_new(SESSION)).await;
    queues(&sandbox, V2, &of_new(EVENT)).await;
    assert_eq!(post(&sandbox, V1, &of_new(EVENT_V1)).await.body, r#"{"status":"ok"}"#);
    assert_eq!(last_rule(&sandbox.account()), "event_v1_of_new_account");
}

#[tokio::test]
async fn it_has_the_faults_of_the_others() {
    let sandbox = sandbox().await;
    let headers = |fault| [FORM, ("x-sandbox-fault", fault)];
    for (fault, status, count) in [("500", 500, 0), ("429;retry-after=2", 429, 0), ("500-after", 500, 1)] {
        assert_eq!(send(&sandbox, "POST", "/singular/v2/evt", &headers(fault), EVENT).await.status, status, "{fault}");
        assert_eq!(sandbox.account().accepted.len(), count, "{fault}");
    }
    for (fault, count) in [("drop", 1), ("drop-after", 2)] {
        assert!(try_send(sandbox.address(), "POST", "/singular/v2/evt", &headers(fault), EVENT).await.is_err(), "{fault}");
        assert_eq!(sandbox.account().accepted.len(), count, "{fault}");
    }
    assert!(sandbox.account().accepted[1].answer_lost);
}

#[tokio::test]
async fn the_key_and_everything_personal_is_masked() {
    let sandbox = sandbox().await;
    let digest = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";
    let event =
        format!("{EVENT}&custom_user_id=secret-user&purchase_receipt=secret-receipt&e=%7B%22ehash%22%3A%22{digest}%22%7D&amt=1&cur=USD");
    queues(&sandbox, V2, &event).await;
    queues(&sandbox, SESSION_PATH, &format!("{SESSION}&fcm=secret-token")).await;
    send(&sandbox, "GET", &format!("/singular{V1}?{EVENT_V1}"), &[], "").await;
    let mut masked = String::new();
    let mut shown = String::new();
    for number in [0, 1, 2] {
        masked += &send(&sandbox, "GET", &format!("/_sandbox/requests/{number}/0"), &[], "").await.body;
        shown += &send(&sandbox, "GET", &format!("/_sandbox/requests/{number}/0?secrets"), &[], "").await.body;
    }
    for secret in [
        "your_org_name_sh868sdjv",
        "40009df0-d618-4d81-9da1-cbb3337b8dec",
        "4012358e-69e6-49a8-a3f3-57b743751cb8",
        "6f8375c3-a326-b31f-e19a-d691af54012b",
        "fc8d449516de0dfb",
        "172.58.29.235",
        "10.1.2.3",
        "secret-user",
        "secret-receipt",
        "secret-token",
        digest,
    ] {
        assert!(!masked.contains(secret) && shown.contains(secret), "{secret}");
    }
    let row = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await.json();
    assert_eq!(row["summary"], json!(["sng_add_to_cart", "1", "USD"]));
}

#[tokio::test]
async fn the_defaults_are_the_documented_app_and_two_others() {
    let text = Config::describe_defaults();
    for line in [
        "Singular (/singular/v1/launch, /singular/v1/evt, /singular/v2/evt)",
        "  app_id com.singular.app, sdk_key your_org_name_sh868sdjv\n",
        "  app_id com.example.receipts, sdk_key your_org_name_sh868sdjv (rejects revenue without a receipt)",
        "  app_id com.example.v2, sdk_key your_org_name_sh868sdjv (second version of events only)",
    ] {
        assert!(text.contains(line), "{line}");
    }
    assert!(!format!("{:?}", Config::default()).contains("your_org_name_sh868sdjv"));
    let sandbox = sandbox().await;
    let destinations = sandbox.demo_destinations();
    let own = destinations.iter().filter(|destination| destination.provider == "singular");
    assert_eq!(own.map(|destination| destination.name).collect::<Vec<_>>(), [None, Some("singular_v1")]);
}
