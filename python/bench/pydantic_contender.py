"""What a careful user writes by hand: a pydantic model with the core's checks of the samples' fields, and the request.

Checks run inside pydantic-core wherever it has one that is as strict. One is missing: pydantic shows only the
last value of a repeated key of a JSON object.
"""

import math
import re
from datetime import datetime
from decimal import Decimal
from ipaddress import IPv6Address
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import quote, urlencode

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import to_json

URL = "https://s2s.adjust.com/event"
MAX_REQUEST = 1024 * 1024
MAX_AGE_SECONDS = 58 * 24 * 60 * 60
MAX_FUTURE_SECONDS = 24 * 60 * 60
AHEAD_SECONDS = 5 * 60
MAX_DIGITS = 28
ZERO_UUID = "00000000-0000-0000-0000-000000000000"

# pydantic takes more than RFC 3339 and plain decimals, such as `2026-11-20T10:00Z` and `1_000`.
RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
PERCENT_ENCODED = re.compile("%[0-9A-Fa-f]{2}")


def with_hyphens(uuid: str) -> str:
    if len(uuid) == 36:
        return uuid
    return f"{uuid[:8]}-{uuid[8:12]}-{uuid[12:16]}-{uuid[16:20]}-{uuid[20:]}"


def mapped_ipv4(address: str) -> str:
    mapped = IPv6Address(address).ipv4_mapped
    if mapped is None:
        raise ValueError("must be an IPv4 address")
    return str(mapped)


def rfc_3339(value: Any) -> Any:
    if isinstance(value, datetime) or (isinstance(value, str) and RFC_3339.fullmatch(value)):
        return value
    raise ValueError("must be RFC 3339 with an offset, or a datetime")


def within_window(time: datetime, info: ValidationInfo[float]) -> datetime:
    age = info.context - time.timestamp()
    if age > MAX_AGE_SECONDS:
        raise ValueError("is older than 58 days")
    if -age > MAX_FUTURE_SECONDS:
        raise ValueError("is more than a day ahead of now")
    return time


def plain_decimal(value: Any) -> Any:
    if isinstance(value, Decimal) or (isinstance(value, str) and DECIMAL.fullmatch(value)):
        return value
    raise ValueError("must be a decimal number, as a text or a Decimal")


def canonical(amount: Decimal) -> str:
    text = format(amount, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if len(text) > MAX_DIGITS and len(text.lstrip("0").replace(".", "")) > MAX_DIGITS:
        raise ValueError("has more than 28 digits")
    return text


HEX = "[0-9A-Fa-f]"
OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"

Token = Annotated[str, StringConstraints(pattern="^[!-~]+$")]
Text = Annotated[str, StringConstraints(min_length=1)]
HeaderValue = Annotated[str, StringConstraints(pattern=r"^\P{Cc}+$")]
Uuid = Annotated[
    str,
    StringConstraints(pattern=f"^(?:{HEX}{{8}}(?:-{HEX}{{4}}){{3}}-{HEX}{{12}}|{HEX}{{32}})$", to_lower=True),
    AfterValidator(with_hyphens),
]
HexDigits = Annotated[str, StringConstraints(pattern=f"^{HEX}{{32}}$", to_lower=True)]
IpV4 = Annotated[str, StringConstraints(pattern=rf"^{OCTET}(?:\.{OCTET}){{3}}$")]
# The pattern refuses a zone (`%eth0`), which `IPv6Address` takes.
MappedIpV4 = Annotated[str, StringConstraints(pattern="^[^%]+$"), AfterValidator(mapped_ipv4)]
IpAddress = Annotated[IpV4 | MappedIpV4, Field(union_mode="left_to_right")]
Time = Annotated[AwareDatetime, BeforeValidator(rfc_3339), AfterValidator(within_window)]
# What stays of an amount is its text.
Amount = Annotated[
    Decimal,
    BeforeValidator(plain_decimal),
    Field(ge=Decimal("0.001"), le=Decimal(100_000_000_000)),
    AfterValidator(canonical),
]
Currency = Annotated[str, StringConstraints(pattern="^[A-Za-z]{3}$", to_upper=True)]
OsName = Literal[
    "android",
    "android-tv",
    "apple-tv",
    "bada",
    "blackberry",
    "fire-tv",
    "ios",
    "linux",
    "macos",
    "nintendo",
    "playstation",
    "roku-os",
    "server",
    "smart-cast",
    "steamos",
    "symbian",
    "tizen",
    "unknown",
    "webos",
    "windows",
    "windows-phone",
    "xbox",
]


class Event(BaseModel):
    model_config = ConfigDict(extra="forbid")

    provider: Literal["adjust"] = "adjust"
    kind: Literal["event"] = "event"
    event_token: Token
    gps_adid: Uuid | None = None
    adid: HexDigits | None = None
    os_name: OsName | None = None
    os_version: Text | None = None
    device_name: Text | None = None
    ip_address: IpAddress | None = None
    user_agent: HeaderValue | None = None
    created_at: Time | None = None
    revenue: Amount | None = None
    currency: Currency | None = None
    callback_params: dict[str, str] | None = None
    partner_params: dict[str, str] | None = None

    @model_validator(mode="after")
    def fits_together(self) -> "Event":
        if self.adid is None and (self.gps_adid is None or self.gps_adid == ZERO_UUID):
            raise ValueError("at least one device identifier is required that is not all zeros")
        if (self.revenue is None) != (self.currency is None):
            raise ValueError("`revenue` and `currency` need each other")
        return self


class Request(NamedTuple):
    method: str
    url: str
    headers: list[tuple[str, str]]
    body: bytes
    warnings: list[str]


class Client:
    def __init__(self, app_token: str, auth_token: str, environment: str) -> None:
        self.app_token = app_token
        self.authorization = f"Bearer {auth_token}"
        self.environment = environment

    def build(self, event: dict[str, Any], now: datetime) -> Request:
        seconds = now.timestamp()
        return self.request(Event.model_validate(event, context=seconds), seconds)

    def build_json(self, line: str, now: datetime) -> Request:
        seconds = now.timestamp()
        return self.request(Event.model_validate_json(line, context=seconds), seconds)

    def request(self, event: Event, now: float) -> Request:
        warnings = []
        gps_adid = event.gps_adid
        if gps_adid == ZERO_UUID:
            gps_adid = None
            warnings.append("gps_adid: left out, all zeros mean that tracking is not allowed")
        user_agent = event.user_agent
        if user_agent is not None and PERCENT_ENCODED.search(user_agent):
            warnings.append("user_agent: looks percent-encoded already")
        created_at = None
        if event.created_at is not None:
            created_at = event.created_at.timestamp()
            if created_at - now > AHEAD_SECONDS:
                warnings.append("created_at: is over five minutes ahead of now")
        parameters = [
            ("s2s", "1"),
            ("event_token", event.event_token),
            ("app_token", self.app_token),
            ("gps_adid", gps_adid),
            ("adid", event.adid),
            ("os_name", event.os_name),
            ("os_version", event.os_version),
            ("device_name", event.device_name),
            ("ip_address", event.ip_address),
            ("user_agent", user_agent),
            ("created_at_unix", None if created_at is None else str(math.floor(created_at))),
            ("callback_params", None if event.callback_params is None else to_json(event.callback_params)),
            ("partner_params", None if event.partner_params is None else to_json(event.partner_params)),
            ("currency", event.currency),
            ("revenue", event.revenue),
            ("environment", self.environment),
        ]
        body = urlencode([pair for pair in parameters if pair[1] is not None], quote_via=quote).encode()
        if len(URL) + len(body) > MAX_REQUEST:
            raise ValueError("the request is larger than 1 MiB")
        headers = [("content-type", "application/x-www-form-urlencoded"), ("authorization", self.authorization)]
        return Request("POST", URL, headers, body, warnings)
