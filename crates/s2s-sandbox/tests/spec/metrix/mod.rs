//! Metrix's REST API.

mod messages;
mod requests;

use s2s_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{Answer, JSON, last_rule, send};

const APP: (&str, &str) = ("X-Application-Id", "metrix-demo-app");
const KEY: (&str, &str) = ("X-API-Key", "metrix-demo-api-key");

fn action(id: &str, time: &str) -> Value {
    json!({"type": "action", "id": id, "time": time, "name": "aewqd"})
}

fn envelope(messages: &[Value]) -> Value {
    json!({"customUserId": "+989120000000", "metrixUserId": "m-1", "messages": messages})
}

async fn post(sandbox: &Sandbox, body: &Value) -> Answer {
    send(sandbox, "POST", "/metrix/", &[APP, KEY, JSON], &body.to_string()).await
}

async fn refuses(sandbox: &Sandbox, body: &Value, rule: &str) {
    let answer = post(sandbox, body).await;
    assert_eq!((answer.status, answer.body.as_str()), (400, ""), "{body}");
    assert_eq!(last_rule(&sandbox.account()), rule, "{body}");
}
