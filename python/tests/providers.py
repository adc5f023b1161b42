# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The classes of the providers by their names, and their kinds of events."""

from s2s_events import Adjust, AppsFlyer, Metrix, MetrixInApp

TypedClient = Adjust | AppsFlyer | Metrix | MetrixInApp

CLASSES: dict[str, type[TypedClient]] = {
    "adjust": Adjust,
    "appsflyer": AppsFlyer,
    "metrix": Metrix,
    "metrix_inapp": MetrixInApp,
}

# Whether events of a kind have ids.
HAS_IDS = {
    ("adjust", "event"): False,
    ("appsflyer", "event"): False,
    ("metrix", "user"): True,
    ("metrix", "action"): True,
    ("metrix", "revenue"): True,
    ("metrix", "business_event"): True,
    ("metrix_inapp", "event"): False,
}
