//! Singular's sessions and events.

mod devices;
mod events;
mod requests;
mod sessions;

use s2s_sandbox::Sandbox;

use crate::client::{Answer, FORM, last_rule, sandbox, send};

const V1: &str = "/v1/evt";
const V2: &str = "/v2/evt";
const SESSION_PATH: &str = "/v1/launch";
const KEY: &str = "a=your_org_name_sh868sdjv";

/// An event of the second version.
const EVENT: &str = "a=your_org_name_sh868sdjv&p=Android&i=com.singular.app&sdid=40009df0-d618-4d81-9da1-cbb3337b8dec\
    &ip=172.58.29.235&ve=9.2&n=sng_add_to_cart";
/// An event of the first version.
const EVENT_V1: &str = "a=your_org_name_sh868sdjv&p=Android&i=com.singular.app&asid=6f8375c3-a326-b31f-e19a-d691af54012b\
    &aifa=4012358e-69e6-49a8-a3f3-57b743751cb8&ip=172.58.29.235&ve=9.2&n=sng_add_to_cart";
/// The session of the documentation.
const SESSION: &str = "a=your_org_name_sh868sdjv&p=Android&i=com.singular.app&ip=10.1.2.3&ve=9.2&ma=samsung&mo=SM-G935F&lc=en_US\
    &aifa=4012358e-69e6-49a8-a3f3-57b743751cb8&asid=6f8375c3-a326-b31f-e19a-d691af54012b&andi=fc8d449516de0dfb&utime=1483228800&dnt=1\
    &install=true&n=Go%20Go%20Magnet!&c=wifi&cn=Comcast&bd=Build/13D15&app_v=1.2.3&install_time=1510040127&update_time=1510090877";

async fn post(sandbox: &Sandbox, path: &str, form: &str) -> Answer {
    send(sandbox, "POST", &format!("/singular{path}"), &[FORM], form).await
}

/// Posts a form and expects it to be queued. Returns the note of its entry.
async fn queues(sandbox: &Sandbox, path: &str, form: &str) -> Option<&'static str> {
    let answer = post(sandbox, path, form).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"status":"ok"}"#), "{form}");
    sandbox.account().accepted.last().and_then(|entry| entry.note)
}

/// Posts a form and expects a reason in a response of 200, and a rule.
async fn refuses(sandbox: &Sandbox, path: &str, form: &str, reason: &str, rule: &str) {
    let answer = post(sandbox, path, form).await;
    assert_eq!((answer.status, answer.body), (200, format!(r#"{{"status":"error","reason":"{reason}"}}"#)), "{form}");
    assert_eq!(last_rule(&sandbox.account()), rule, "{form}");
}

/// Posts a form with another text in place of a part of it.
async fn refuses_each(path: &str, form: &str, cases: &[(&str, &str, &str, &str)]) {
    let sandbox = sandbox().await;
    for (from, to, reason, rule) in cases {
        assert!(from.is_empty() || form.contains(from), "{from}");
        let changed = if from.is_empty() { format!("{form}{to}") } else { form.replace(from, to) };
        refuses(&sandbox, path, &changed, reason, rule).await;
    }
}
