//! The provider APIs, one folder each: `mod.rs` (its page: paths and rules), `config.rs` and
//! `check.rs`. This file has the list of them, and is the only one that names them.

mod api;
mod json;

use serde::Deserialize;

use crate::{account::AccountConfig, clock::Clock, fault::FaultConfig};

pub(crate) use api::{Api, Demo, Route};

/// Makes everything that depends on which APIs there are. An API is mounted below the name of its
/// module, which is also its key in the configuration and its `provider` in the account.
macro_rules! apis {
    ($($(#[doc = $about:literal])+ $module:ident::$api:ident,)+) => {
        $(pub mod $module;)+

        /// Names of the provider APIs: the first segments of their paths.
        pub const PROVIDERS: &[&str] = &[$(stringify!($module)),+];

        /// Behaviour of a [`Sandbox`](crate::Sandbox), and what it knows. The default knows the
        /// examples of the providers' documentation ([`Config::describe_defaults`] lists them) and
        /// has no faults.
        ///
        /// ```
        /// let config = s2s_sandbox::Config::from_toml(r#"
        ///     now = "2026-11-20T12:00:00Z"
        ///
        ///     [[adjust.apps]]
        ///     token = "4w565xzmb54d"
        ///     security_tokens = [{ token = "v8s5opi0zs45607l8h8c48wak2vxb5oe" }]
        ///     events = [
        ///         { token = "f0ob4r", response = { skadn_conv_value = 12 } },
        ///         { token = "1a2b3c", unique = true },
        ///     ]
        ///
        ///     [metrix]
        ///     time_format = "millis_number"
        ///
        ///     [faults]
        ///     seed = 7
        ///     rates = [{ fault = "429;retry-after=2", rate = 0.05 }]
        /// "#)?;
        /// assert_eq!(config.adjust.apps.len(), 1);
        /// assert_eq!(config.metrix.apps.len(), 1, "what a file leaves out keeps its default");
        /// # Ok::<(), s2s_sandbox::ConfigError>(())
        /// ```
        #[derive(Clone, Debug, Default, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        #[non_exhaustive]
        pub struct Config {
            /// The machine's clock, unless `now` stops it at an instant: see [`Config::with_now`].
            #[serde(rename = "now")]
            pub(crate) clock: Clock,
            $($(#[doc = $about])+ pub $module: $module::Config,)+
            /// Faults that happen by chance.
            pub faults: FaultConfig,
            /// How much the account holds.
            pub account: AccountConfig,
            /// Names that the sandbox is reached by, apart from those of loopback: the name of its
            /// container, say. A request with another name in `Host` gets 403, whatever it
            /// is for, so that a web page cannot read the account through a name of its own. IP
            /// addresses get a response where the sandbox does not listen on loopback alone.
            pub allowed_hosts: Vec<String>,
        }

        impl Config {
            /// Every API with its name.
            pub(crate) fn apis(&self) -> Vec<(&'static str, Box<dyn Api>)> {
                vec![$((stringify!($module), Box::new($module::$api::new(self.$module.clone())))),+]
            }
        }
    };
}

apis! {
    /// Adjust's S2S events.
    adjust::Adjust,
    /// AppsFlyer's events for mobile.
    appsflyer::AppsFlyer,
    /// Branch's Events API.
    branch::Branch,
    /// Google Analytics' Measurement Protocol.
    ga4::Ga4,
    /// Meta's Conversions API.
    meta::Meta,
    /// Metrix's REST API.
    metrix::Metrix,
    /// Metrix's in-app events.
    metrix_inapp::MetrixInApp,
    /// Singular's sessions and events.
    singular::Singular,
    /// TikTok's Events API.
    tiktok::TikTok,
}
