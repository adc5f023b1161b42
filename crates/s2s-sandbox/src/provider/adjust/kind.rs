//! The kinds of requests: their paths, and how each is refused.

use axum::routing::MethodFilter;

use super::config::SecurityToken;
use crate::provider::Route;

/// A kind of request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Event,
    AdRevenue,
    Session,
    ThirdPartySharing,
    Erasure,
}

const GET_OR_POST: MethodFilter = MethodFilter::GET.or(MethodFilter::POST);

/// The paths. `/gdpr` is the host of erasures, `gdpr.adjust.com`.
pub(super) const ROUTES: &[Route] = &[
    Route { methods: GET_OR_POST, path: "/event" },
    Route { methods: GET_OR_POST, path: "/ad_revenue" },
    Route { methods: MethodFilter::POST, path: "/session" },
    Route { methods: MethodFilter::POST, path: "/third_party_sharing" },
    Route { methods: MethodFilter::POST, path: "/gdpr/gdpr_forget_device" },
];

impl Kind {
    /// The kind of a path. There is no other path.
    pub(super) fn of(path: &str) -> Self {
        match path {
            "/ad_revenue" => Self::AdRevenue,
            "/session" => Self::Session,
            "/third_party_sharing" => Self::ThirdPartySharing,
            "/gdpr/gdpr_forget_device" => Self::Erasure,
            _ => Self::Event,
        }
    }

    /// What is around the text of an error; `None` where no body is documented.
    pub(super) fn wrapper(self) -> Option<&'static str> {
        match self {
            Self::Event => Some("Event request failed"),
            Self::AdRevenue => Some("Ad revenue request failed"),
            Self::Session => Some("Session request failed"),
            Self::ThirdPartySharing => Some("Third party sharing failed"),
            Self::Erasure => None,
        }
    }

    /// The text for what is refused without a documented one. That of events means that "request
    /// details don't meet expectations"; the other one is the sandbox's own.
    pub(super) fn unnamed_error(self) -> &'static str {
        if self == Self::Event { "Bad event state" } else { "Bad request" }
    }

    /// Whether a token of S2S Security is for such requests. No scope is named for third-party
    /// sharing: any token is.
    pub(super) fn is_in_scope(self, token: &SecurityToken) -> bool {
        match self {
            Self::Event => token.events,
            Self::AdRevenue => token.ad_revenue,
            Self::Session => token.sessions,
            Self::ThirdPartySharing => true,
            Self::Erasure => token.gdpr,
        }
    }

    /// The rule of a token without the scope.
    pub(super) fn missing_scope(self) -> &'static str {
        match self {
            Self::Event | Self::ThirdPartySharing => "missing_events_scope",
            Self::AdRevenue => "missing_ad_revenue_scope",
            Self::Session => "missing_sessions_scope",
            Self::Erasure => "missing_gdpr_scope",
        }
    }
}
