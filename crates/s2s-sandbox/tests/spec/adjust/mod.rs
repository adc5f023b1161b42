//! Adjust's `/event`, and its other kinds of requests.

mod ad_revenue;
mod devices;
mod erasures;
mod fields;
mod lanes;
mod requests;
mod sessions;
mod sharing;
mod tokens;

use s2s_sandbox::Sandbox;

use crate::client::{Answer, FORM, last_rule, send};

/// Posts a form to a path of Adjust.
async fn post(sandbox: &Sandbox, path: &str, form: &str) -> Answer {
    send(sandbox, "POST", &format!("/adjust{path}"), &[FORM], form).await
}

/// Posts a form and expects it to be refused with a status, an error and a rule.
async fn refuses(sandbox: &Sandbox, path: &str, form: &str, (status, error): (u16, &str), rule: &str) {
    let answer = post(sandbox, path, form).await;
    assert_eq!((answer.status, answer.body), (status, format!(r#"{{"error":"{error}"}}"#)), "{form}");
    assert_eq!(last_rule(&sandbox.account()), rule, "{form}");
}
