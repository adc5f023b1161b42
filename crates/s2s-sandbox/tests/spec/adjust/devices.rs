//! Device identifiers.

use crate::client::{EVENT, adjust, adjust_refuses, last_rule, sandbox};

const TOKENS: &str = "s2s=1&app_token=4w565xzmb54d&event_token=f0ob4r";

#[tokio::test]
async fn an_event_needs_a_device_identifier() {
    adjust_refuses(&sandbox().await, TOKENS, 400, "Bad event state", "missing_device_identifier").await;
}

#[tokio::test]
async fn every_documented_identifier_is_accepted_in_its_documented_shape() {
    let sandbox = sandbox().await;
    let md5 = "d41d8cd98f00b204e9800998ecf8427e";
    let sha1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
    for (name, value) in [
        ("idfa", "D2CADB5F-410F-4963-AC0C-2A78534BDF1E"),
        ("gps_adid", "660e1d86-6796-463a-be86-897993136018"),
        ("fire_adid", "63c5519b-7e66-7ee6-aa5d-3b290743811f"),
        ("oaid", "ed799bac-2537-6122-377a-edebce5db5a5"),
        ("web_uuid", "any"),
        ("adid", "18546f6171f67e29d1cb983322ad1329"),
        ("idfv", "59E27F41-A86B-4560-B585-63161F871C4B"),
        ("android_id", "e11a8c233efb29f3"),
        ("android_id_lower_md5", md5),
        ("android_id_lower_sha1", sha1),
        ("android_id_upper_md5", md5),
        ("android_id_upper_sha1", sha1),
        ("imei", "490154203237518"),
        ("imei_lower_md5", md5),
        ("meid", "A0000000002329"),
        ("win_naid", "any"),
        ("win_hwid", "any"),
        ("win_adid", "107e8ea14329d4a2194ebbb6dc0c0fd7"),
        ("idfa_lower_md5", md5),
        ("idfa_lower_sha1", sha1),
        ("idfa_upper_md5", md5),
        ("idfa_upper_sha1", sha1),
        ("idfa_short", "D2CADB5F410F4963AC0C2A78534BDF1E"),
        ("gps_adid_upper_md5", md5),
        ("gps_adid_upper_sha1", sha1),
        ("gps_adid_lower_md5", md5),
        ("gps_adid_lower_sha1", sha1),
        ("oaid_lower_md5", md5),
        ("vida", "dca2365e-0d78-47c6-aaac-9567846c6c9e"),
        ("rida", "099aa0bc-d123-4567-8999-a1b7c50767b1"),
        ("tifa", "099aa0bc-d123-4567-8999-a1b7c50767b1"),
        ("external_device_id", "any"),
        ("primary_dedupe_token", "3b35fcfb-6115-4cff-830f-e32a248c487d"),
        ("persistent_ios_uuid", "3b35fcfb-6115-4cff-830f-e32a248c487d"),
        ("google_app_set_id", "any"),
    ] {
        assert_eq!(adjust(&sandbox, &format!("{TOKENS}&{name}={value}")).await.status, 200, "{name}");
    }
}

#[tokio::test]
async fn an_identifier_in_another_shape_is_refused() {
    let sandbox = sandbox().await;
    for (name, value) in [
        ("idfa", "d2cadb5f-410f-4963-ac0c-2a78534bdf1e"),
        ("idfa", "D2CADB5F410F4963AC0C2A78534BDF1E"),
        ("idfa", ""),
        ("gps_adid", "660E1D86-6796-463A-BE86-897993136018"),
        ("gps_adid", "660e1d86-6796-463a-be86-89799313601"),
        ("gps_adid", "660e1d8g-6796-463a-be86-897993136018"),
        ("adid", "18546f61"),
        ("idfv", "59e27f41-a86b-4560-b585-63161f871c4b"),
        ("android_id", "E11A8C233EFB29F3"),
        ("android_id", "e11a8c233efb29f30"),
        ("android_id_lower_sha1", "d41d8cd98f00b204e9800998ecf8427e"),
        ("imei", "49-015420-323751-8"),
        ("meid", "a0000000002329"),
        ("external_device_id", ""),
    ] {
        let form = format!("{TOKENS}&{name}={value}");
        adjust_refuses(&sandbox, &form, 400, "Bad event state", "invalid_device_identifier").await;
    }
}

#[tokio::test]
async fn a_good_identifier_does_not_excuse_a_bad_one_beside_it() {
    let sandbox = sandbox().await;
    assert_eq!(adjust(&sandbox, &format!("{EVENT}&adid=x")).await.status, 400);
    assert_eq!(last_rule(&sandbox.account()), "invalid_device_identifier");
}

#[tokio::test]
async fn an_opted_out_device_is_unavailable_for_legal_reasons() {
    let form = format!("{TOKENS}&gps_adid=00000000-0000-4000-8000-000000000451");
    adjust_refuses(&sandbox().await, &form, 451, "Device is opted out", "device_opted_out").await;
}

#[tokio::test]
async fn a_device_without_an_install_is_not_found() {
    let form = format!("{TOKENS}&gps_adid=00000000-0000-4000-8000-000000000404");
    adjust_refuses(&sandbox().await, &form, 404, "Device not found", "device_not_found").await;
}

#[tokio::test]
async fn a_device_is_recognised_by_any_of_its_identifiers() {
    let idfa = "idfa=D2CADB5F-410F-4963-AC0C-2A78534BDF1E";
    let form = format!("{TOKENS}&{idfa}&gps_adid=00000000-0000-4000-8000-000000000451");
    adjust_refuses(&sandbox().await, &form, 451, "Device is opted out", "device_opted_out").await;
}
