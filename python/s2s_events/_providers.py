# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The clients of the providers."""

from ._native import Adjust, AppsFlyer, Ga4, Metrix, MetrixInApp

__all__ = ["Adjust", "AppsFlyer", "Ga4", "Metrix", "MetrixInApp"]
