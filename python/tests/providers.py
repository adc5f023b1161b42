# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The classes of the providers by their names, and their kinds of events."""

from s2s_events import Adjust, AppsFlyer, Branch, Ga4, Meta, Metrix, MetrixInApp, Singular, TikTok

TypedClient = Adjust | AppsFlyer | Branch | Ga4 | Meta | Metrix | MetrixInApp | Singular | TikTok

CLASSES: dict[str, type[TypedClient]] = {
    "adjust": Adjust,
    "appsflyer": AppsFlyer,
    "branch": Branch,
    "ga4": Ga4,
    "meta": Meta,
    "metrix": Metrix,
    "metrix_inapp": MetrixInApp,
    "singular": Singular,
    "tiktok": TikTok,
}

# Whether events of a kind have ids.
HAS_IDS = {
    ("adjust", "event"): False,
    ("adjust", "ad_revenue"): False,
    ("adjust", "session"): False,
    ("adjust", "third_party_sharing"): False,
    ("adjust", "gdpr_forget_device"): False,
    ("appsflyer", "event"): False,
    ("branch", "standard"): False,
    ("branch", "custom"): False,
    ("ga4", "event"): False,
    ("meta", "event"): False,
    ("metrix", "user"): True,
    ("metrix", "action"): True,
    ("metrix", "revenue"): True,
    ("metrix", "business_event"): True,
    ("metrix_inapp", "event"): False,
    ("singular", "event"): False,
    ("singular", "ad_revenue"): False,
    ("singular", "session"): False,
    ("tiktok", "event"): False,
}

# The kind of each provider that counts where a case of a response has none.
MAIN_KINDS = {
    "adjust": "event",
    "appsflyer": "event",
    "branch": "standard",
    "ga4": "event",
    "meta": "event",
    "metrix": "user",
    "metrix_inapp": "event",
    "singular": "event",
    "tiktok": "event",
}
