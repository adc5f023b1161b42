//! The sandbox of `s2s send --sandbox`, and the destinations that are in it.

use s2s_core::dynamic::Destinations;
use s2s_core::value::Json;
use s2s_sandbox::Sandbox;

use crate::args::Instant;
use crate::config;
use crate::error::Error;

/// Starts a sandbox on a free port; its clock stands still at `now`.
pub(crate) async fn start(now: Option<&Instant>) -> Result<Sandbox, Error> {
    let mut config = s2s_sandbox::Config::default();
    if let Some(now) = now {
        config = config.with_now(&now.text).map_err(|error| Error::usage(error.to_string()))?;
    }
    Ok(Sandbox::start(config, 0).await?)
}

/// The demo destinations, at the sandbox's address. Their credentials are those that the sandbox knows by default, but for one.
pub(crate) fn destinations(base_url: &str) -> Result<Destinations, Error> {
    let base_url = ("base_url", base_url);
    let secured = [("provider", "adjust"), ("app_token", "s3cur3dapp12"), base_url];
    let named = Json::Object(vec![
        ("secured".into(), table(secured.into_iter().chain([("auth_token", "v8s5opi0zs45607l8h8c48wak2vxb5oe")]))),
        // Wrong on purpose: Adjust answers it with 202.
        ("wrong_token".into(), table(secured.into_iter().chain([("auth_token", "not-the-token-of-this-app")]))),
    ]);
    let config = Json::Object(vec![
        ("adjust".into(), table([("app_token", "4w565xzmb54d"), base_url])),
        ("metrix".into(), table([("app_id", "metrix-demo-app"), ("api_key", "metrix-demo-api-key"), base_url])),
        ("metrix_inapp".into(), table([("app_id", "metrix-demo-app"), ("dev_key", "metrix-demo-dev-key"), base_url])),
        ("destination".into(), named),
    ]);
    Destinations::from_config(&config).map_err(|issues| Error::usage(config::describe(issues.as_slice(), "")))
}

fn table<'a>(settings: impl IntoIterator<Item = (&'a str, &'a str)>) -> Json {
    Json::Object(settings.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
}
