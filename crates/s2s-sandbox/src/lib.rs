//! A local server that behaves as the S2S event APIs of mobile measurement providers are documented, so that programs
//! and tests can send to it.
//!
//! ```
//! # async fn example() -> std::io::Result<()> {
//! use s2s_sandbox::{Config, Sandbox};
//!
//! let sandbox = Sandbox::start(Config::default(), 0).await?;
//! let base_url = sandbox.base_url(); // the `base_url` of all three provider APIs
//! // … send events …
//! for entry in sandbox.account().rejected {
//!     println!("{entry:?}");
//! }
//! sandbox.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! | path | provider API |
//! |---|---|
//! | `GET`, `POST /event` | [Adjust S2S events](https://dev.adjust.com/en/api/s2s-api/events/) |
//! | `POST /` | [Metrix REST API](https://docs.metrix.ir/en/technical/api/getting-started) |
//! | `POST /inappevent/{appId}` | [Metrix in-app events](https://docs.metrix.ir/faq/s2s-integration/) |
//! | `GET /_sandbox/events` | the [`Account`] of everything processed, as JSON |
//! | `DELETE /_sandbox/events` | empties the account; what a provider remembers (unique events, the order of events, message ids) stays |
//! | `GET /healthz` | 200, while it serves |
//!
//! It shares no code with what builds requests, so that it notices a fault there. Where a provider documents no answer, it
//! chooses one: what Adjust refuses without naming the error is 400 `Bad event state`, and Metrix's bodies are empty. A
//! parameter or field that no page documents is accepted. Requests whose URL is above 64 KiB are answered by the HTTP layer
//! with 414 and are not in the account.
//!
//! # Faults
//! The header `x-sandbox-fault`, or the query parameter `sandbox_fault`, makes a request go wrong; `[faults]` in the
//! [`Config`] does so by chance. [`Fault`] lists what there is. Everything that was processed is in the account, also when
//! its answer was lost; nothing else is.
//!
//! # Rules
//! An entry of the account that was not accepted names the rule that decided, the first one broken.
//!
//! **Adjust**
//!
//! | rule | answer |
//! |---|---|
//! | `request_too_large` (1,048,576 bytes of query and body) | 413 `Request size too large` |
//! | `unsupported_content_type`, `repeated_parameter`, `missing_s2s` | 400 `Bad event state` |
//! | `missing_app_token`, `invalid_app_token` | 400 `Invalid app token` |
//! | `unknown_app_token` | 404 `App token not found` |
//! | `missing_security_token` | 202 `Missing authentication token`, or 401 `Failed to authorize request` |
//! | `wrong_security_token` | 202 `Wrong authentication token`, or 401 `Failed to authorize request` |
//! | `missing_events_scope` | 401 `Session failed` |
//! | `app_inactive` | 403 `App is inactive` |
//! | `tracking_disabled` | 403 `Tracking disabled` |
//! | `missing_event_token`, `unknown_event_token` | 400 `Invalid event token` |
//! | `event_token_blocklisted` | 403 `Event token blocklisted` |
//! | `missing_device_identifier`, `invalid_device_identifier` | 400 `Bad event state` |
//! | `created_at_twice`, `invalid_created_at_unix`, `invalid_created_at` | 400 `Bad event state` |
//! | `invalid_revenue`, `revenue_out_of_range`, `missing_currency`, `invalid_currency` | 400 `Invalid revenue` |
//! | `invalid_callback_parameters` (also for `partner_params`) | 400 `Invalid callback parameters` |
//! | `invalid_environment`, `invalid_os_name`, `invalid_att_status`, `invalid_tracking_enabled`, `att_status_with_tracking_enabled`, `invalid_ip_address` | 400 `Bad event state` |
//! | `device_opted_out` | 451 `Device is opted out` |
//! | `device_not_found` | 404 `Device not found` |
//! | `earlier_unique_event` | 400 `Ignoring event, earlier unique event tracked` |
//! | `older_than_58_days`, `earlier_than_previous_event` | 400 `Bad event state` |
//!
//! **Metrix REST API**
//!
//! | rule | answer |
//! |---|---|
//! | `missing_application_id`, `unknown_application_id`, `missing_api_key`, `wrong_api_key`, `ip_not_allowed` | 403 |
//! | `unsupported_content_type`, `invalid_json`, `invalid_envelope`, `missing_user_id`, `invalid_user_id`, `missing_messages` | 400 |
//! | `invalid_message`, `invalid_id`, `missing_time`, `invalid_time`, `wrong_time_unit` (seconds for milliseconds or the other way round), `invalid_type` | 400 |
//! | `invalid_user_field`, `invalid_gender`, `invalid_birthday`, `name_or_custom_name`, `invalid_name`, `invalid_attributes`, `invalid_revenue`, `invalid_currency`, `invalid_order_id` | 400 |
//! | `duplicate_id`, `same_user_and_time` | 200, and dropped |
//!
//! A 400 refuses the whole request, so every message of it is in the account with the rule that one of them broke.
//!
//! **Metrix in-app events**
//!
//! | rule | answer |
//! |---|---|
//! | `unknown_app_id`, `missing_dev_key`, `wrong_dev_key`, `ip_not_allowed` | 403 |
//! | `invalid_json`, `invalid_event`, `invalid_metrix_user_id`, `invalid_metrix_session_id`, `idfa_or_advertising_id`, `invalid_advertising_id`, `invalid_event_slug`, `unknown_event_slug`, `invalid_event_time`, `invalid_custom_attributes`, `invalid_custom_metrics`, `invalid_device_ip` | 400 |

mod account;
mod adjust;
mod clock;
mod config;
mod exchange;
mod fault;
mod json;
mod metrix;
mod metrix_inapp;
mod server;
mod wire;

pub use account::{Account, Entry, Identity, Provider, Refusal};
pub use config::{
    AdjustApp, AdjustConfig, AdjustDevice, AdjustEvent, Config, ConfigError, DeviceState, MetrixApp, MetrixConfig, MetrixInappApp,
    MetrixInappConfig, MetrixTime, Secret, SecurityToken, UnauthorizedStatus,
};
pub use fault::{Fault, FaultConfig, FaultRate};
pub use server::Sandbox;
