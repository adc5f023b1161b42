//! The quick start: send a purchase, report the problems of an event, and deliver events.

// --8<-- [start:client]
use s2s_core::{Adjust, Issues, Outcome, Request, Timestamp, adjust};

/// A client for one app. For a sandbox, `base_url` is `http://127.0.0.1:8080/adjust`; without it, events go to Adjust.
pub fn client(base_url: &str) -> Result<Adjust, Issues> {
    let config = adjust::Config::builder().app_token("4w565xzmb54d").environment(adjust::Environment::Sandbox).base_url(base_url);
    Adjust::new(config.build())
}
// --8<-- [end:client]

// --8<-- [start:send]
/// Builds the request of a purchase. `now` is `Timestamp::try_from(SystemTime::now())`.
pub fn purchase(adjust: &Adjust, gps_adid: &str, now: Timestamp) -> Result<Request, Issues> {
    let event = adjust::Event::builder().event_token("f0ob4r").gps_adid(gps_adid).revenue("19.99").currency("USD").build();
    adjust.event(&event, now)
}

/// Sends a request once. `http` is `s2s_reqwest::client()`, which does not follow redirects.
pub async fn send(adjust: &Adjust, request: &Request, http: &reqwest::Client) -> Outcome {
    match s2s_reqwest::send(http, request).await {
        Ok(response) => adjust.interpret(request, &response),
        Err(error) => adjust.interpret_no_response(error.kind()),
    }
}
// --8<-- [end:send]

// --8<-- [start:problems]
/// Returns a line for each problem of an event.
pub fn problems(adjust: &Adjust, now: Timestamp) -> Vec<String> {
    let event = adjust::Event::builder().event_token("f0ob4r").gps_adid("660e1d86").revenue("19.99").build();
    let issues = adjust.event(&event, now).err();
    issues.iter().flatten().map(|issue| format!("{} {} {}", issue.path(), issue.code(), issue.message())).collect()
}
// --8<-- [end:problems]

// --8<-- [start:deliver]
use s2s_core::delivery::{Config, Delivery, Report, Submission};
use s2s_reqwest::{Driver, Until};

/// Delivers a request, and returns the reports. `seed` is a random number.
pub async fn deliver(request: Request, http: reqwest::Client, seed: u64) -> Result<Vec<Report>, Box<dyn std::error::Error>> {
    let driver = Driver::new(Delivery::new(&Config::default(), seed)?, http);
    driver.submit(Submission::new("order-1", request))?;
    let mut reports = Vec::new();
    driver.run(Until::Idle, |report| reports.push(report)).await?;
    Ok(reports)
}
// --8<-- [end:deliver]
