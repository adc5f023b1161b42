//! The order of events, their age, and unique events.

use s2s_sandbox::{Config, Sandbox};

use crate::client::{DAY, DEVICE, EVENT, NOW, adjust, adjust_refuses, sandbox};

fn at(seconds: i64) -> String {
    format!("{EVENT}&created_at_unix={seconds}")
}

#[tokio::test]
async fn an_event_earlier_than_one_already_accepted_is_refused() {
    let sandbox = sandbox().await;
    assert_eq!(adjust(&sandbox, &at(NOW - 10)).await.status, 200);
    adjust_refuses(&sandbox, &at(NOW - 11), 400, "Bad event state", "earlier_than_previous_event").await;
}

#[tokio::test]
async fn events_in_order_and_at_the_same_time_are_accepted() {
    let sandbox = sandbox().await;
    for time in [NOW - 10, NOW - 10, NOW - 9] {
        assert_eq!(adjust(&sandbox, &at(time)).await.status, 200);
    }
}

#[tokio::test]
async fn a_refused_event_does_not_move_the_order() {
    let sandbox = sandbox().await;
    let refused = format!("{}&environment=test", at(NOW));
    assert_eq!(adjust(&sandbox, &refused).await.status, 400);
    assert_eq!(adjust(&sandbox, &at(NOW - 10)).await.status, 200);
}

#[tokio::test]
async fn an_event_without_a_time_takes_that_of_its_arrival() {
    let sandbox = sandbox().await;
    assert_eq!(adjust(&sandbox, EVENT).await.status, 200);
    assert_eq!(adjust(&sandbox, &at(NOW)).await.status, 200);
    adjust_refuses(&sandbox, &at(NOW - 1), 400, "Bad event state", "earlier_than_previous_event").await;
}

#[tokio::test]
async fn the_order_is_one_per_device_and_event_token() {
    let sandbox = sandbox().await;
    assert_eq!(adjust(&sandbox, &at(NOW)).await.status, 200);
    let other_device = at(NOW - 10).replace(DEVICE, "10820328-872d-43a2-9786-0ccc748335d9");
    assert_eq!(adjust(&sandbox, &other_device).await.status, 200);
    let other_event = at(NOW - 10).replace("f0ob4r", "p4rc8s");
    assert_eq!(adjust(&sandbox, &other_event).await.status, 200);
}

#[tokio::test]
async fn the_first_documented_identifier_stands_for_the_device() {
    let sandbox = sandbox().await;
    let adid = "adid=18546f6171f67e29d1cb983322ad1329";
    assert_eq!(adjust(&sandbox, &format!("{adid}&{}", at(NOW))).await.status, 200);
    let same = format!("{}&adid=28546f6171f67e29d1cb983322ad1329", at(NOW - 10));
    adjust_refuses(&sandbox, &same, 400, "Bad event state", "earlier_than_previous_event").await;
}

#[tokio::test]
async fn an_event_is_accepted_until_it_is_58_days_old() {
    let sandbox = sandbox().await;
    adjust_refuses(&sandbox, &at(NOW - 58 * DAY - 1), 400, "Bad event state", "older_than_58_days").await;
    assert_eq!(adjust(&sandbox, &at(NOW - 58 * DAY)).await.status, 200);
}

#[tokio::test]
async fn age_is_measured_with_the_machines_clock_when_none_is_set() {
    let sandbox = Sandbox::start(Config::default(), 0).await.unwrap();
    adjust_refuses(&sandbox, &at(1_484_085_154), 400, "Bad event state", "older_than_58_days").await;
    assert_eq!(adjust(&sandbox, EVENT).await.status, 200);
}

#[tokio::test]
async fn a_unique_event_is_accepted_once_per_device() {
    let sandbox = sandbox().await;
    let unique = EVENT.replace("f0ob4r", "1a2b3c");
    assert_eq!(adjust(&sandbox, &unique).await.status, 200);
    let text = "Ignoring event, earlier unique event tracked";
    adjust_refuses(&sandbox, &unique, 400, text, "earlier_unique_event").await;
    let other_device = unique.replace(DEVICE, "10820328-872d-43a2-9786-0ccc748335d9");
    assert_eq!(adjust(&sandbox, &other_device).await.status, 200);
}

#[tokio::test]
async fn an_earlier_unique_event_is_a_duplicate_before_it_is_out_of_order() {
    let sandbox = sandbox().await;
    let unique = at(NOW).replace("f0ob4r", "1a2b3c");
    assert_eq!(adjust(&sandbox, &unique).await.status, 200);
    let text = "Ignoring event, earlier unique event tracked";
    let earlier = at(NOW - 1).replace("f0ob4r", "1a2b3c");
    adjust_refuses(&sandbox, &earlier, 400, text, "earlier_unique_event").await;
}
