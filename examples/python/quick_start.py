"""The quick start: send a purchase, report the problems of an event, and deliver events.

Needs httpx and a sandbox: `python -m s2s_events sandbox --port 8080`.
"""

# --8<-- [start:send]
import httpx

from s2s_events import Adjust

adjust = Adjust(
    app_token="4w565xzmb54d",
    environment="sandbox",
    base_url="http://127.0.0.1:8080/adjust",  # without this line, events go to Adjust
)
request = adjust.event(
    event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018", revenue="19.99", currency="USD"
)
response = httpx.request(request.method, request.url, headers=request.headers, content=request.body)
outcome = adjust.interpret(request, response.status_code, response.headers, response.content)
print(outcome.kind, outcome.reason)
# --8<-- [end:send]

# --8<-- [start:problems]
from s2s_events import ValidationError

try:
    adjust.event(event_token="f0ob4r", gps_adid="660e1d86", revenue="19.99")
except ValidationError as error:
    for issue in error.issues:
        print(issue.path, issue.code, issue.message)
# --8<-- [end:problems]

# --8<-- [start:deliver]
from s2s_events import Request
from s2s_events.delivery import Delivery, Driver, Report


def send(request: Request) -> tuple[int, httpx.Headers, bytes]:
    response = httpx.request(request.method, request.url, headers=request.headers, content=request.body)
    return response.status_code, response.headers, response.content


def on_report(report: Report) -> None:
    print(report.id, report.kind, report.reason)


driver = Driver(Delivery(), send, on_report=on_report)
driver.submit("order-1", adjust.event(event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136019"))
driver.run()
# --8<-- [end:deliver]
