//! Sends one event to the sandbox, with the crates from their archives.

use std::error::Error;
use std::time::SystemTime;

use s2s_core::{Adjust, OutcomeKind, Timestamp, adjust};
use s2s_sandbox::{Config, Sandbox};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start(Config::default(), 0).await?;
    let config = adjust::Config::builder().app_token("4w565xzmb54d").environment(adjust::Environment::Sandbox);
    let adjust = Adjust::new(config.base_url(sandbox.base_url("adjust")).build())?;
    let event = adjust::Event::builder().event_token("f0ob4r").gps_adid("660e1d86-6796-463a-be86-897993136018").build();
    let request = adjust.event(&event, Timestamp::try_from(SystemTime::now())?)?;
    // No TLS: the sandbox is on this machine.
    let http = s2s_reqwest::client_builder().build()?;
    let response = s2s_reqwest::send(&http, &request).await?;
    assert_eq!(adjust.interpret(&request, &response).kind(), OutcomeKind::Delivered);
    assert_eq!(sandbox.account().accepted.len(), 1);
    sandbox.stop().await;
    Ok(())
}
