# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The closed sets of words that requests and responses have."""

from enum import Enum


class NoResponse(str, Enum):
    """Why there is no response."""

    CONNECT = "connect"
    """No connection was established, so nothing was sent.

    Name resolution failed, the server refused or could not be reached, or connecting took too long.
    """
    TLS = "tls"
    """The TLS handshake failed, so nothing was sent."""
    TIMEOUT = "timeout"
    """The request was, or may have been, sent, and no response came in time."""
    CLOSED = "closed"
    """The connection was closed after sending began."""
    CANCELLED = "cancelled"
    """The caller gave up after sending began."""
    OTHER = "other"
    """Anything else; nothing is known of the request."""

    __str__ = str.__str__


class OutcomeKind(str, Enum):
    """The decision."""

    DELIVERED = "delivered"
    """The provider accepted the event."""
    DUPLICATE = "duplicate"
    """The provider already has the event. Nothing is left to do."""
    REJECTED = "rejected"
    """The provider will never accept the event as it is."""
    UNAUTHORIZED = "unauthorized"
    """The credentials are missing, wrong or lack a permission: stop sending to this destination and fix them.

    Then the event can be sent again.
    """
    RETRY_LATER = "retry_later"
    """The event was not accepted. Send it again later, a bounded number of times."""
    UNCLEAR = "unclear"
    """The event may or may not have been accepted.

    Sending it again delivers it at least once, and may count it twice where the provider does not deduplicate.
    """

    __str__ = str.__str__


class Scope(str, Enum):
    """What an outcome is about, and so what else it stops."""

    EVENT = "event"
    """This event only."""
    DEVICE = "device"
    """Every event of this device: it opted out, or the provider does not know it (yet)."""
    DESTINATION = "destination"
    """Every event for this destination: credentials, an inactive app, a wrong address."""

    __str__ = str.__str__


for _class in (NoResponse, OutcomeKind, Scope):
    _class.__module__ = "s2s_events"
