"""What a hurried user writes: the right bytes for a right event, and nothing is checked."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode

URL = "https://s2s.adjust.com/event"


class Client:
    def __init__(self, app_token: str, auth_token: str, environment: str) -> None:
        self.app_token = app_token
        self.auth_token = auth_token
        self.environment = environment

    def build(self, event: dict[str, Any]) -> tuple[str, dict[str, str], bytes]:
        parameters = {
            "s2s": 1,
            "event_token": event["event_token"],
            "app_token": self.app_token,
            "gps_adid": event["gps_adid"],
            "adid": event["adid"],
            "os_name": event["os_name"],
            "os_version": event["os_version"],
            "device_name": event["device_name"],
            "ip_address": event["ip_address"],
            "user_agent": event["user_agent"],
            "created_at_unix": int(event["created_at"].timestamp()),
            "callback_params": json.dumps(event["callback_params"], ensure_ascii=False, separators=(",", ":")),
            "partner_params": json.dumps(event["partner_params"], ensure_ascii=False, separators=(",", ":")),
            "currency": event["currency"],
            "revenue": event["revenue"],
            "environment": self.environment,
        }
        headers = {"content-type": "application/x-www-form-urlencoded", "authorization": f"Bearer {self.auth_token}"}
        return URL, headers, urlencode(parameters, quote_via=quote).encode()

    def build_json(self, line: str) -> tuple[str, dict[str, str], bytes]:
        event = json.loads(line)
        # Before 3.11 Python does not read `Z`.
        event["created_at"] = datetime.fromisoformat(event["created_at"].replace("Z", "+00:00"))
        return self.build(event)
