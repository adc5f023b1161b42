"""The events that every contender gets: alike in shape and size, different in every value, and the same in every run.

They are like those of `crates/s2s-core/benches/core/events.rs`.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from random import Random
from typing import Any

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
"""The clock of every build."""
CONFIG: dict[str, Any] = {
    "app_token": "4w565xzmb54d",
    "auth_token": "v8s5opi0zs45607l8h8c48wak2vxb5oe",
    "environment": "sandbox",
}
"""The documentation's example app and token."""

COUNT = 64
"""Enough that no contender lives from a branch predictor that knows the bytes by heart."""

EVENT_TOKENS = ["f0ob4r", "abc123", "k9x2mz", "p4qw7e"]
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
# The user agent holds the name of the device.
DEVICES = [
    ("SM-G991B", "13", f"Mozilla/5.0 (Linux; Android 13; {{}}) {WEBKIT} Chrome/126.0.0.0 Mobile Safari/537.36"),
    ("Pixel 8 Pro", "14", f"Mozilla/5.0 (Linux; Android 14; {{}}) {WEBKIT} Chrome/127.0.6533.64 Mobile Safari/537.36"),
    ("M2101K6G", "12", f"Mozilla/5.0 (Linux; Android 12; {{}}; wv) {WEBKIT} Version/4.0 Chrome/125.0.6422.165 Mobile"),
    ("CPH2447", "13.1", f"Dalvik/2.1.0 (Linux; Android 13; {{}} Build/TP1A.220905.001) {WEBKIT} Mobile Safari/537.36"),
]
PLANS = ["gold", "pro yearly", "familia ñ", "starter"]
CURRENCIES = ["USD", "EUR", "GBP", "TRY"]


@dataclass(frozen=True)
class Sample:
    """One event in the forms in which the contenders take it."""

    fields: dict[str, Any]
    """As a backend holds them: texts, a `datetime`, a `Decimal`."""
    line: str
    """The event as a line of JSON."""

    @property
    def event(self) -> dict[str, Any]:
        """The fields together with what says which provider and kind they are for."""
        return {"provider": "adjust", "kind": "event", **self.fields}


def samples() -> list[Sample]:
    return [sample(number) for number in range(COUNT)]


def sample(number: int) -> Sample:
    random = Random(number)
    device_name, os_version, user_agent = random.choice(DEVICES)
    created_at = datetime(2026, 11, 1, tzinfo=timezone.utc) + timedelta(seconds=random.randrange(19 * 24 * 60 * 60))
    item = str(random.randrange(100_000))
    fields: dict[str, Any] = {
        "event_token": random.choice(EVENT_TOKENS),
        "gps_adid": uuid(f"{random.getrandbits(128):032x}"),
        "adid": f"{random.getrandbits(128):032x}",
        "os_name": "android",
        "os_version": os_version,
        "device_name": device_name,
        "ip_address": ".".join(str(random.randrange(11, 191)) for _ in range(4)),
        "user_agent": user_agent.format(device_name),
        "created_at": created_at,
        # The last digit is never a zero: `stdlib` knows no canonical form.
        "revenue": Decimal(f"{random.randrange(1, 501)}.{random.randrange(10)}{random.randrange(1, 10)}"),
        "currency": random.choice(CURRENCIES),
        "callback_params": {
            "order": f"A-{random.randrange(1_000_000)}",
            "plan": random.choice(PLANS),
            "user": f"u{random.getrandbits(40):010x}",
        },
        # Documented by Adjust: a text that holds JSON.
        "partner_params": {"item_id": json.dumps([item]) if number % 8 == 0 else item},
    }
    as_text = {"created_at": f"{created_at:%Y-%m-%dT%H:%M:%SZ}", "revenue": str(fields["revenue"])}
    event = {"provider": "adjust", "kind": "event", **fields, **as_text}
    return Sample(fields, json.dumps(event, ensure_ascii=False, separators=(",", ":")))


def uuid(digits: str) -> str:
    return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-9{digits[17:20]}-{digits[20:]}"
