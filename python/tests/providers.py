# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The classes of the providers by their names, and their kinds of events."""

from s2s_events import Adjust, AppsFlyer, Ga4, Metrix, MetrixInApp

TypedClient = Adjust | AppsFlyer | Ga4 | Metrix | MetrixInApp

CLASSES: dict[str, type[TypedClient]] = {
    "adjust": Adjust,
    "appsflyer": AppsFlyer,
    "ga4": Ga4,
    "metrix": Metrix,
    "metrix_inapp": MetrixInApp,
}

# Whether events of a kind have ids.
HAS_IDS = {
    ("adjust", "event"): False,
    ("adjust", "ad_revenue"): False,
    ("adjust", "session"): False,
    ("adjust", "third_party_sharing"): False,
    ("adjust", "gdpr_forget_device"): False,
    ("appsflyer", "event"): False,
    ("ga4", "event"): False,
    ("metrix", "user"): True,
    ("metrix", "action"): True,
    ("metrix", "revenue"): True,
    ("metrix", "business_event"): True,
    ("metrix_inapp", "event"): False,
}

# The kind of each provider that counts where a case of a response has none.
MAIN_KINDS = {
    "adjust": "event",
    "appsflyer": "event",
    "ga4": "event",
    "metrix": "user",
    "metrix_inapp": "event",
}
