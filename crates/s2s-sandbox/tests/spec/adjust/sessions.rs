//! `/session`.

use super::{post, refuses};
use crate::client::{EVENT, FORM, NOW, adjust, adjust_refuses, sandbox, sandbox_with, send};

const PATH: &str = "/session";
const SESSION: &str = "s2s=1&app_token=4w565xzmb54d&gps_adid=660e1d86-6796-463a-be86-897993136018&os_name=android";

fn at(seconds: i64) -> String {
    format!("{SESSION}&created_at_unix={seconds}")
}

#[tokio::test]
async fn the_first_session_of_a_device_is_its_install() {
    let sandbox = sandbox().await;
    let first = post(&sandbox, PATH, &at(NOW - 3600)).await;
    assert_eq!(first.status, 200);
    let first = first.json();
    assert_eq!((&first["message"], &first["ask_in"]), (&"Install tracked".into(), &2000.into()));
    assert_eq!((&first["app_token"], &first["timestamp"]), (&"4w565xzmb54d".into(), &"2026-11-20T12:00:00.000Z+0000".into()));
    let second = post(&sandbox, PATH, &at(NOW)).await.json();
    assert_eq!((&second["message"], &second["ask_in"]), (&"Session tracked".into(), &5000.into()));
    assert_eq!(second["adid"], first["adid"]);
    let adid = first["adid"].as_str().unwrap();
    assert!(adid.len() == 32 && adid.bytes().all(|byte| byte.is_ascii_hexdigit()), "{adid}");
}

#[tokio::test]
async fn the_adid_of_the_request_is_that_of_the_response() {
    let form = format!("{SESSION}&adid=18546f6171f67e29d1cb983322ad1329");
    assert_eq!(post(&sandbox().await, PATH, &form).await.json()["adid"], "18546f6171f67e29d1cb983322ad1329");
}

#[tokio::test]
async fn it_is_a_posted_form() {
    let sandbox = sandbox().await;
    let answer = send(&sandbox, "POST", &format!("/adjust/session?{SESSION}"), &[], "").await;
    assert_eq!((answer.status, answer.body.as_str()), (400, r#"{"error":"Session request failed (Bad request)"}"#));
    assert_eq!(crate::client::last_rule(&sandbox.account()), "parameters_in_query");
}

#[tokio::test]
async fn the_guides_example_is_accepted() {
    let example = "s2s=1&os_name=ios&app_token=4w565xzmb54d&idfa=29DDE430-CE81-4F00-A50C-689595AAD142&att_status=3\
        &idfv=59E27F41-A86B-4560-B585-63161F871C4B&primary_dedupe_token=3b35fcfb-6115-4cff-830f-e32a248c487d\
        &created_at_unix=1484085154&device_name=iPhone16%2C2&device_type=iPhone&os_version=17.5.1&ip_address=192.0.0.1&environment=sandbox\
        &callback_params=%7B%22user_id%22%3A%20%222696775149%22%7D";
    assert_eq!(post(&sandbox().await, PATH, example).await.status, 200);
}

#[tokio::test]
async fn what_is_documented_of_its_fields_is_checked() {
    let sandbox = sandbox().await;
    let others = "session_count=2&subsession_count=1&session_length=123&time_spent=123&eea=1&npa=0&sent_at=2026-11-20T12:00:00.000%2B0000";
    assert_eq!(post(&sandbox, PATH, &format!("{SESSION}&{others}")).await.status, 200);
    for (parameter, rule) in [
        ("session_count=-1", "invalid_session_number"),
        ("subsession_count=x", "invalid_session_number"),
        ("session_length=1.5", "invalid_session_number"),
        ("time_spent=", "invalid_session_number"),
        ("eea=true", "invalid_consent"),
        ("ad_user_data=2", "invalid_consent"),
        ("sent_at=now", "invalid_sent_at"),
        ("created_at=now", "invalid_created_at"),
    ] {
        refuses(&sandbox, PATH, &format!("{SESSION}&{parameter}"), (400, "Session request failed (Bad request)"), rule).await;
    }
    let form = SESSION.replace("&os_name=android", "");
    refuses(&sandbox, PATH, &form, (400, "Session request failed (Bad request)"), "missing_os_name").await;
}

#[tokio::test]
async fn an_earlier_session_is_refused_and_the_gap_is_a_setting() {
    for (setting, gap) in [("", 0), ("[adjust]\nsession_gap = 20", 20 * 60)] {
        let sandbox = sandbox_with(setting).await;
        assert_eq!(post(&sandbox, PATH, &at(NOW - 3600)).await.status, 200);
        let rule = "too_soon_after_previous_session";
        refuses(&sandbox, PATH, &at(NOW - 3600 + gap - 1), (400, "Session request failed (Bad request)"), rule).await;
        assert_eq!(post(&sandbox, PATH, &at(NOW - 3600 + gap)).await.status, 200, "{setting}");
    }
}

#[tokio::test]
async fn a_device_is_known_after_its_session() {
    let sandbox = sandbox().await;
    let unknown = |form: &str| form.replace("660e1d86-6796-463a-be86-897993136018", "00000000-0000-4000-8000-000000000404");
    adjust_refuses(&sandbox, &unknown(EVENT), 404, "Device not found", "device_not_found").await;
    assert_eq!(post(&sandbox, PATH, &unknown(SESSION)).await.status, 200);
    assert_eq!(adjust(&sandbox, &unknown(EVENT)).await.status, 200);
}

#[tokio::test]
async fn it_has_a_scope_of_its_own() {
    let sandbox = sandbox_with("[[adjust.apps]]\ntoken = '4w565xzmb54d'\nsecurity_tokens = [{ token = 't', sessions = false }]").await;
    let answer = send(&sandbox, "POST", "/adjust/session", &[FORM, ("authorization", "Bearer t")], SESSION).await;
    assert_eq!((answer.status, answer.body.as_str()), (401, r#"{"error":"Session request failed (Session failed)"}"#));
    assert_eq!(crate::client::last_rule(&sandbox.account()), "missing_sessions_scope");
}
