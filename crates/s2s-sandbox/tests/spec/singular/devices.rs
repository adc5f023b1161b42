//! Platforms and their identifiers.

use super::{EVENT, EVENT_V1, SESSION, SESSION_PATH, V1, V2, queues, refuses, refuses_each};
use crate::client::sandbox;

const AIFA: &str = "&aifa=4012358e-69e6-49a8-a3f3-57b743751cb8";
const ASID: &str = "&asid=6f8375c3-a326-b31f-e19a-d691af54012b";
const SDID: &str = "&sdid=40009df0-d618-4d81-9da1-cbb3337b8dec";
const IOS: &str = "a=your_org_name_sh868sdjv&p=iOS&i=com.singular.app&idfv=59E27F41-A86B-4560-B585-63161F871C4B\
    &idfa=D2CADB5F-410F-4963-AC0C-2A78534BDF1E&att_authorization_status=3&ip=172.58.29.235&ve=17.5&n=sng_login";

#[tokio::test]
async fn every_documented_spelling_of_a_platform_is_accepted() {
    let sandbox = sandbox().await;
    let current = ["Android", "iOS", "Web", "PC", "Xbox", "Playstation", "Nintendo", "MetaQuest", "CTV"];
    let older = ["pc", "xbox", "playstation", "nintendo", "metaquest"];
    for platform in current.into_iter().chain(older) {
        queues(&sandbox, V2, &EVENT.replace("p=Android", &format!("p={platform}"))).await;
    }
    for platform in ["android", "ios", "IOS", "web", "Desktop", "PS5"] {
        let form = EVENT.replace("p=Android", &format!("p={platform}"));
        refuses(&sandbox, V2, &form, &format!("invalid platform: {platform}"), "invalid_platform").await;
    }
}

#[tokio::test]
async fn an_event_of_the_second_version_has_the_sdks_identifier() {
    let sandbox = sandbox().await;
    let without = EVENT.replace(SDID, "");
    for ids in ["", AIFA] {
        refuses(&sandbox, V2, &format!("{without}{ids}"), "no device ID supplied", "no_device_id").await;
    }
    let of_pc = without.replace("p=Android", "p=PC");
    refuses(&sandbox, V2, &of_pc, "platform: PC should have an sdid param", "missing_sdid").await;
    assert_eq!(queues(&sandbox, V2, &format!("{EVENT}{AIFA}")).await, Some("platform_ids_ignored"));
    assert_eq!(queues(&sandbox, V2, EVENT).await, None);
}

#[tokio::test]
async fn an_event_of_the_first_version_has_those_of_its_platform() {
    let sandbox = sandbox().await;
    let none = EVENT_V1.replace(ASID, "").replace(AIFA, "");
    for id in [
        "asid=any",
        "aifa=4012358e-69e6-49a8-a3f3-57b743751cb8",
        "amid=4012358e-69e6-49a8-a3f3-57b743751cb8",
        "oaid=9d1f5f0e",
        "andi=fc8d449516de0dfb",
    ] {
        queues(&sandbox, V1, &format!("{none}&{id}")).await;
    }
    for ids in ["", SDID, "&idfv=59E27F41-A86B-4560-B585-63161F871C4B"] {
        refuses(&sandbox, V1, &format!("{none}{ids}"), "no device ID supplied", "no_device_id").await;
    }
    queues(&sandbox, V1, IOS).await;
    queues(&sandbox, V1, &IOS.replace("&idfa=D2CADB5F-410F-4963-AC0C-2A78534BDF1E", "")).await;
    let web = format!("{none}{SDID}").replace("p=Android", "p=Web").replace("&ve=9.2", "");
    queues(&sandbox, V1, &web).await;
    refuses(&sandbox, V1, &web.replace(SDID, ""), "platform: Web should have an sdid param", "missing_sdid").await;
}

#[tokio::test]
async fn ios_needs_idfv_and_the_status_of_its_permission() {
    refuses_each(
        V1,
        IOS,
        &[
            ("&idfv=59E27F41-A86B-4560-B585-63161F871C4B", "", "platform: iOS should have an idfv param", "missing_idfv"),
            (
                "&idfv=59E27F41-A86B-4560-B585-63161F871C4B&idfa=D2CADB5F-410F-4963-AC0C-2A78534BDF1E",
                "",
                "no device ID supplied",
                "no_device_id",
            ),
            (
                "&att_authorization_status=3",
                "",
                "platform: iOS should have an att_authorization_status param",
                "missing_att_authorization_status",
            ),
            ("status=3", "status=4", "invalid argument: att_authorization_status", "invalid_att_authorization_status"),
            ("&ve=17.5", "", "missing argument: ve", "missing_ve"),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_session_may_have_the_sdks_identifier_instead() {
    let sandbox = sandbox().await;
    let none = SESSION.replace(ASID, "").replace(AIFA, "").replace("&andi=fc8d449516de0dfb", "");
    refuses(&sandbox, SESSION_PATH, &none, "no device ID supplied", "no_device_id").await;
    queues(&sandbox, SESSION_PATH, &format!("{none}{SDID}")).await;
    queues(&sandbox, SESSION_PATH, &format!("{SESSION}{SDID}")).await;
}

#[tokio::test]
async fn identifiers_have_the_shapes_of_the_samples() {
    let sandbox = sandbox().await;
    let uuid = "40009df0-d618-4d81-9da1-cbb3337b8dec";
    for (path, form, name, from, to) in [
        (V2, EVENT, "sdid", uuid, "40009DF0-D618-4D81-9DA1-CBB3337B8DEC"),
        (V2, EVENT, "sdid", uuid, "40009df0d6184d819da1cbb3337b8dec"),
        (V1, EVENT_V1, "aifa", "4012358e", "4012358E"),
        (V1, IOS, "idfa", "D2CADB5F", "d2cadb5f"),
        (V1, IOS, "idfv", "63161F871C4B", "63161F871C4"),
        (SESSION_PATH, SESSION, "andi", "fc8d449516de0dfb", "fc8d449516de0dfb0"),
        (SESSION_PATH, SESSION, "andi", "fc8d449516de0dfb", "xyz"),
    ] {
        assert!(form.contains(from), "{from}");
        refuses(&sandbox, path, &form.replace(from, to), &format!("invalid argument: {name}"), "invalid_device_id").await;
    }
}
