# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The clients of the providers."""

from ._native import Adjust, AppsFlyer, Branch, Ga4, Meta, Metrix, MetrixInApp, Singular, TikTok

__all__ = ["Adjust", "AppsFlyer", "Branch", "Ga4", "Meta", "Metrix", "MetrixInApp", "Singular", "TikTok"]
