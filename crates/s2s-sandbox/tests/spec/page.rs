//! What the page is made of: its files, its stream, the details of a request, and the faults that
//! are switched on by hand.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot talk to its sandbox has failed")]

use s2s_sandbox::Sandbox;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::{Duration, timeout},
};

use crate::client::{EVENT, FORM, JSON, adjust, sandbox, sandbox_with, send, try_send};

const METRIX: [(&str, &str); 3] = [("X-Application-Id", "metrix-demo-app"), ("X-API-Key", "metrix-demo-api-key"), JSON];
const MASK: &str = "••••••••";

/// An open stream.
struct Stream {
    connection: TcpStream,
    received: String,
}

impl Stream {
    async fn open(sandbox: &Sandbox, query: &str) -> Self {
        let mut connection = TcpStream::connect(sandbox.address()).await.unwrap();
        connection.write_all(format!("GET /_sandbox/stream{query} HTTP/1.0\r\n\r\n").as_bytes()).await.unwrap();
        let mut stream = Self { connection, received: String::new() };
        let head = stream.until("\r\n\r\n").await.unwrap().to_ascii_lowercase();
        assert!(head.contains("content-type: text/event-stream"), "{head}");
        stream
    }

    /// What comes before a text; `None` at the end of the stream.
    async fn until(&mut self, text: &str) -> Option<String> {
        loop {
            if let Some((before, after)) = self.received.split_once(text) {
                let before = before.to_owned();
                self.received = after.to_owned();
                return Some(before);
            }
            let mut bytes = [0; 65_536];
            let count = timeout(Duration::from_secs(10), self.connection.read(&mut bytes)).await.unwrap().unwrap();
            if count == 0 {
                return None;
            }
            // Everything sent in these tests is ASCII but the mask, which a read may cut in two.
            self.received.push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
    }

    async fn message(&mut self) -> Option<Value> {
        let text = self.until("\n\n").await?;
        Some(serde_json::from_str(text.strip_prefix("data: ").unwrap()).unwrap())
    }

    /// The rows of the messages, until there are as many.
    async fn rows(&mut self, count: usize) -> Vec<Value> {
        let mut rows = Vec::new();
        while rows.len() < count {
            rows.extend(self.message().await.unwrap()["rows"].as_array().unwrap().clone());
        }
        rows
    }
}

/// The details of an event, by the numbers of its request and in it.
async fn detail(sandbox: &Sandbox, number: u64, item: u64, query: &str) -> Value {
    let answer = send(sandbox, "GET", &format!("/_sandbox/requests/{number}/{item}{query}"), &[], "").await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

async fn switch(sandbox: &Sandbox, faults: &str) -> u16 {
    send(sandbox, "PUT", "/_sandbox/faults", &[JSON], &format!(r#"{{"faults":{faults}}}"#)).await.status
}

#[tokio::test]
async fn the_page_is_html_that_needs_nothing_from_elsewhere() {
    let sandbox = sandbox().await;
    for (path, media_type) in [("/", "text/html"), ("/_sandbox/page.css", "text/css"), ("/_sandbox/page.js", "text/javascript")] {
        let answer = send(&sandbox, "GET", path, &[], "").await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.headers.contains(&format!("content-type: {media_type}; charset=utf-8")), "{}", answer.headers);
        for header in
            ["content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';", "x-content-type-options: nosniff"]
        {
            assert!(answer.headers.contains(header), "{path}: {}", answer.headers);
        }
        // The namespace of SVG is a name, not an address that anything is loaded from.
        let own = answer.body.replace("http://www.w3.org/2000/svg", "");
        assert!(!own.contains("http://") && !own.contains("https://"), "{path}");
    }
}

#[tokio::test]
async fn a_stream_begins_with_what_there_is_and_goes_on_with_what_arrives() {
    let sandbox = sandbox().await;
    adjust(&sandbox, &format!("{EVENT}&revenue=1.5&currency=EUR&callback_params={{}}")).await;
    let mut stream = Stream::open(&sandbox, "").await;
    let first = stream.message().await.unwrap();
    assert_eq!(first["start"]["providers"][0], json!({"name": "adjust", "title": "Adjust"}));
    assert_eq!(first["totals"], json!({"accepted": 1, "rejected": 0, "duplicate": 0, "unprocessed": 0, "forgotten": 0}));
    let expected = json!({
        "id": [0, 0], "time": 1_795_176_000_000_i64, "provider": "adjust", "kind": "accepted", "status": 200, "rule": null, "fault": null,
        "summary": ["f0ob4r", "1.5", "EUR"], "text": "callback_params={} currency=EUR event_token=f0ob4r revenue=1.5 s2s=1 ",
    });
    assert_eq!((&first["rows"], &first["more"]), (&json!([expected]), &json!(false)));

    adjust(&sandbox, "s2s=1").await;
    let second = stream.message().await.unwrap();
    assert!(second.get("start").is_none());
    let row = &second["rows"][0];
    assert_eq!((&row["kind"], &row["rule"], &row["status"]), (&json!("rejected"), &json!("missing_app_token"), &json!(400)));
    assert_eq!(row["id"], json!([1, 0]));
}

#[tokio::test]
async fn every_message_of_a_request_is_a_row() {
    let sandbox = sandbox().await;
    let message = json!({"type": "action", "name": "aewqd", "id": "a", "time": 1_795_176_000_000_i64});
    let body = json!({"customUserId": "u", "messages": [message, message]});
    send(&sandbox, "POST", "/metrix/", &METRIX, &body.to_string()).await;
    let rows = Stream::open(&sandbox, "").await.rows(2).await;
    assert_eq!((&rows[0]["kind"], &rows[1]["kind"]), (&json!("accepted"), &json!("duplicate")));
    assert_eq!(rows[1]["rule"], "duplicate_id");
    assert_eq!(rows[0]["summary"], json!(["aewqd", "action"]));
}

#[tokio::test]
async fn many_events_arrive_complete_and_in_order() {
    let sandbox = sandbox().await;
    let mut stream = Stream::open(&sandbox, "").await;
    for batch in 0..4 {
        let message = |id: usize| json!({"type": "user", "id": format!("{batch}-{id}"), "time": "1733830178"});
        let messages: Vec<Value> = (0..700).map(message).collect();
        send(&sandbox, "POST", "/metrix/", &METRIX, &json!({"customUserId": "u", "messages": messages}).to_string()).await;
    }
    let ids: Vec<Value> = stream.rows(2_800).await.iter().map(|row| row["id"].clone()).collect();
    assert_eq!(Stream::open(&sandbox, "").await.message().await.unwrap()["more"], true, "two messages at least");
    let expected: Vec<Value> = (0..4).flat_map(|request| (0..700).map(move |item| json!([request, item]))).collect();
    assert_eq!(ids, expected);
}

#[tokio::test]
async fn a_stream_begins_again_when_the_account_is_emptied() {
    let sandbox = sandbox().await;
    adjust(&sandbox, EVENT).await;
    let mut stream = Stream::open(&sandbox, "").await;
    stream.rows(1).await;
    send(&sandbox, "DELETE", "/_sandbox/events", &[], "").await;
    let message = stream.message().await.unwrap();
    assert!(message["start"].is_object());
    assert_eq!((&message["rows"], &message["totals"]["accepted"]), (&json!([]), &json!(0)));
    adjust(&sandbox, EVENT).await;
    assert_eq!(stream.rows(1).await[0]["id"], json!([1, 0]), "no number means two requests");
}

#[tokio::test]
async fn stopping_ends_open_streams() {
    let sandbox = sandbox().await;
    let mut stream = Stream::open(&sandbox, "").await;
    stream.message().await.unwrap();
    timeout(Duration::from_secs(2), sandbox.stop()).await.unwrap();
    assert_eq!(stream.message().await, None);
}

#[tokio::test]
async fn details_have_the_fields_the_request_the_response_and_the_command() {
    let sandbox = sandbox().await;
    let address = sandbox.address();
    send(&sandbox, "POST", "/adjust/event", &[FORM], "s2s=1&app_token=4w565xzmb54d&event_token=it%27s").await;
    let shown = detail(&sandbox, 0, 0, "?secrets").await;
    let fields = json!([
        {"name": "app_token", "value": "4w565xzmb54d", "is_masked": false},
        {"name": "event_token", "value": "it's", "is_masked": false},
        {"name": "s2s", "value": "1", "is_masked": false},
    ]);
    assert_eq!(shown["fields"], fields);
    assert_eq!((&shown["kind"], &shown["rule"], &shown["sequence"]), (&json!("rejected"), &json!("unknown_event_token"), &json!(1)));
    assert_eq!((&shown["request"]["method"], &shown["request"]["target"]), (&json!("POST"), &json!("/adjust/event")));
    assert_eq!(shown["request"]["body"], "s2s=1&app_token=4w565xzmb54d&event_token=it%27s");
    assert!(shown["request"]["headers"].as_array().unwrap().contains(&json!(["content-type", "application/x-www-form-urlencoded"])));
    assert_eq!(shown["response"], json!({"status": 400, "body": r#"{"error":"Event request failed (Invalid event token)"}"#}));
    let curl = format!(
        "curl 'http://{address}/adjust/event' \\\n  --header 'content-type: application/x-www-form-urlencoded' \\\n  \
         --data-raw 's2s=1&app_token=4w565xzmb54d&event_token=it%27s'"
    );
    assert_eq!(shown["curl"], curl);
}

#[tokio::test]
async fn secrets_of_parameters_and_headers_are_masked_until_they_are_asked_for() {
    let sandbox = sandbox().await;
    let headers = [FORM, ("authorization", "Bearer v8s5opi0zs45607l8h8c48wak2vxb5oe")];
    let secured = EVENT.replace("4w565xzmb54d", "s3cur3dapp12").replace("f0ob4r", "s3ct0k");
    send(&sandbox, "POST", "/adjust/event", &headers, &secured).await;
    send(&sandbox, "GET", &format!("/adjust/event?{secured}"), &headers[1..], "").await;
    let secrets = ["v8s5opi0zs45607l8h8c48wak2vxb5oe", "s3cur3dapp12", "660e1d86-6796-463a-be86-897993136018"];
    for number in [0, 1] {
        let masked = detail(&sandbox, number, 0, "").await;
        assert!(masked["fields"].as_array().unwrap().contains(&json!({"name": "gps_adid", "value": MASK, "is_masked": true})));
        assert!(masked["curl"].as_str().unwrap().contains(&format!("app_token={MASK}&event_token=s3ct0k&gps_adid={MASK}")));
        let shown = detail(&sandbox, number, 0, "?secrets").await.to_string();
        for secret in secrets {
            assert!(!masked.to_string().contains(secret), "{masked}");
            assert!(shown.contains(secret), "{shown}");
        }
    }
    let masked = Stream::open(&sandbox, "").await.message().await.unwrap().to_string();
    let shown = Stream::open(&sandbox, "?secrets").await.message().await.unwrap().to_string();
    assert!(secrets.iter().all(|secret| !masked.contains(secret)), "{masked}");
    assert!(shown.contains("660e1d86-6796-463a-be86-897993136018"), "{shown}");
}

#[tokio::test]
async fn secrets_of_messages_and_paths_are_masked_and_everything_else_stays_as_it_was_sent() {
    let sandbox = sandbox().await;
    let body = concat!(
        r#"{"customUserId" : "+989120000000", "messages": [{"type":"user","id":"a\"email\":","time":"1733830178","#,
        r#""email":"a\"b@example.com","birthday": -5,"customAttributes":{"plan":"gold","city":["x"]}}]}"#,
    );
    send(&sandbox, "POST", "/metrix/", &METRIX, body).await;
    let masked = detail(&sandbox, 0, 0, "").await;
    let expected = concat!(
        r#"{"customUserId": "••••••••", "messages": [{"type":"user","id":"a\"email\":","time":"1733830178","#,
        r#""email": "••••••••","birthday": "••••••••","customAttributes":{"plan":"gold","city": "••••••••"}}]}"#,
    );
    assert_eq!(masked["request"]["body"], expected);
    let fields = masked["fields"].as_array().unwrap();
    assert!(fields.contains(&json!({"name": "customUserId", "value": MASK, "is_masked": true})));
    assert!(fields.contains(&json!({"name": "customAttributes.plan", "value": "\"gold\"", "is_masked": false})));
    assert!(fields.contains(&json!({"name": "customAttributes.city.0", "value": MASK, "is_masked": true})));
    assert!(!masked.to_string().contains("metrix-demo-api-key"));
    assert_eq!(detail(&sandbox, 0, 0, "?secrets").await["request"]["body"], body);

    send(&sandbox, "POST", "/metrix_inapp/inappevent/metrix-demo-app?a=1", &[JSON, ("authorization", "metrix-demo-dev-key")], "{}").await;
    let masked = detail(&sandbox, 1, 0, "").await;
    assert_eq!(masked["request"]["target"], format!("/metrix_inapp/inappevent/{MASK}?a=1"));
    assert!(!masked.to_string().contains("metrix-demo"), "{masked}");
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_masked_whole() {
    let sandbox = sandbox().await;
    for (path, body) in [
        ("/metrix/", r#"{"customUserId":"secret-7","#),
        ("/metrix/", r#"["secret-7"]"#),
        ("/metrix/", r#""secret-7""#),
        ("/metrix_inapp/inappevent/x", "secret-7"),
        ("/adjust/event", r#"{"app_token":"secret-7"}"#),
        ("/adjust/event", "adid: secret-7"),
    ] {
        let number = sandbox.account().rejected.len() as u64;
        send(&sandbox, "POST", path, &[("content-type", "text/plain")], body).await;
        let masked = detail(&sandbox, number, 0, "").await.to_string();
        assert!(!masked.contains("secret-7") && masked.contains(MASK), "{masked}");
        assert!(detail(&sandbox, number, 0, "?secrets").await.to_string().contains("secret-7"));
        let mut stream = Stream::open(&sandbox, "").await;
        assert!(!stream.message().await.unwrap().to_string().contains("secret-7"));
    }
}

#[tokio::test]
async fn credentials_that_another_api_takes_are_masked_as_well() {
    let sandbox = sandbox().await;
    for header in ["authorization", "x-api-key", "cookie"] {
        send(&sandbox, "POST", "/metrix/", &[JSON, (header, "secret-7")], "{}").await;
        send(&sandbox, "POST", "/adjust/event", &[FORM, (header, "secret-7")], "s2s=1").await;
    }
    for number in 0..6 {
        assert!(!detail(&sandbox, number, 0, "").await.to_string().contains("secret-7"));
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let sandbox = sandbox().await;
    adjust(&sandbox, EVENT).await;
    for path in ["1/0", "0/1", "0/18446744073709551615"] {
        assert_eq!(send(&sandbox, "GET", &format!("/_sandbox/requests/{path}"), &[], "").await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_fault_that_is_switched_on_happens_until_it_is_switched_off() {
    let sandbox = sandbox().await;
    assert_eq!(switch(&sandbox, r#"["429;retry-after=7","latency=1"]"#).await, 204);
    for _ in 0..2 {
        let answer = adjust(&sandbox, EVENT).await;
        assert_eq!(answer.status, 429);
        assert!(answer.headers.contains("retry-after: 7"));
    }
    assert_eq!(switch(&sandbox, "[]").await, 204);
    assert_eq!(adjust(&sandbox, EVENT).await.status, 200);
    assert_eq!(sandbox.account().accepted.len(), 1);
}

#[tokio::test]
async fn a_request_that_names_its_fault_meets_no_switched_one_and_chance_rests_meanwhile() {
    let sandbox = sandbox_with("faults.rates = [{ fault = 'drop', rate = 1 }]").await;
    switch(&sandbox, r#"["500"]"#).await;
    assert_eq!(adjust(&sandbox, EVENT).await.status, 500);
    let headers = [FORM, ("x-sandbox-fault", "latency=0")];
    assert_eq!(send(&sandbox, "POST", "/adjust/event", &headers, EVENT).await.status, 200);
    switch(&sandbox, "[]").await;
    assert!(try_send(sandbox.address(), "POST", "/adjust/event", &[FORM], EVENT).await.is_err());
}

#[tokio::test]
async fn faults_that_are_switched_are_told_to_every_page() {
    let sandbox = sandbox().await;
    let mut stream = Stream::open(&sandbox, "").await;
    assert_eq!(stream.message().await.unwrap()["faults"], json!([]));
    let faults = json!(["latency=250", "429", "429;retry-after=2", "500", "500-after", "drop", "drop-after"]);
    switch(&sandbox, &faults.to_string()).await;
    assert_eq!(stream.message().await.unwrap()["faults"], faults);
}

#[tokio::test]
async fn a_fault_that_is_none_changes_nothing() {
    let sandbox = sandbox().await;
    switch(&sandbox, r#"["500"]"#).await;
    for body in ["", "{}", r#"{"faults":["explode"]}"#, r#"{"faults":["500"],"more":1}"#] {
        assert_eq!(send(&sandbox, "PUT", "/_sandbox/faults", &[JSON], body).await.status, 400, "{body}");
    }
    assert_eq!(adjust(&sandbox, EVENT).await.status, 500);
}

#[tokio::test]
async fn a_request_that_a_fault_kept_from_being_processed_is_shown_and_is_in_no_account() {
    let sandbox = sandbox().await;
    for (fault, status) in [("429", json!(429)), ("500", json!(500)), ("drop", Value::Null)] {
        let answer = try_send(sandbox.address(), "POST", "/adjust/event", &[FORM, ("x-sandbox-fault", fault)], EVENT).await;
        assert_eq!(answer.is_err(), fault == "drop");
        let mut stream = Stream::open(&sandbox, "").await;
        let message = stream.message().await.unwrap();
        let row = message["rows"].as_array().unwrap().last().unwrap();
        assert_eq!((&row["kind"], &row["fault"], &row["status"]), (&json!("unprocessed"), &json!(fault), &status));
    }
    assert_eq!(detail(&sandbox, 0, 0, "?secrets").await["request"]["body"], EVENT);
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.body;
    assert_eq!(account, r#"{"accepted":[],"rejected":[],"duplicates":[]}"#);
}

#[tokio::test]
async fn a_response_that_was_lost_is_shown_with_its_fault() {
    let sandbox = sandbox().await;
    send(&sandbox, "POST", "/adjust/event", &[FORM, ("x-sandbox-fault", "500-after")], EVENT).await;
    let shown = detail(&sandbox, 0, 0, "").await;
    assert_eq!((&shown["kind"], &shown["fault"], &shown["response"]["status"]), (&json!("accepted"), &json!("500-after"), &json!(200)));
}
