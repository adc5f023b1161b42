//! `/v1/launch`.

use super::{SESSION, SESSION_PATH, queues, refuses_each};
use crate::client::sandbox;

#[tokio::test]
async fn the_documented_session_is_queued() {
    let sandbox = sandbox().await;
    assert_eq!(queues(&sandbox, SESSION_PATH, SESSION).await, None);
    let others = "&openuri=myapp%3A%2F%2Fhome&ddl_enabled=true&singular_link_resolve_required=false&install_ref=%7B%7D&meta_ref=%7B%7D\
        &install_source=com.android.vending&fcm=t&odm_info=x&odm_error=y";
    queues(&sandbox, SESSION_PATH, &format!("{SESSION}{others}")).await;
    let web = "a=your_org_name_sh868sdjv&p=Web&i=com.singular.app&ip=172.58.29.235&install=false&sdid=40009df0-d618-4d81-9da1-cbb3337b8dec";
    for version in ["av", "app_v"] {
        queues(&sandbox, SESSION_PATH, &format!("{web}&{version}=1")).await;
    }
}

#[tokio::test]
async fn what_is_missing_is_named() {
    refuses_each(
        SESSION_PATH,
        SESSION,
        &[
            ("a=your_org_name_sh868sdjv", "x=1", "missing argument: a", "missing_a"),
            ("&app_v=1.2.3", "", "missing argument: app_v", "missing_app_v"),
            ("&app_v=1.2.3", "&av=1.2.3", "missing argument: app_v", "missing_app_v"),
            ("&install=true", "", "missing argument: install", "missing_install"),
            ("&ip=10.1.2.3", "", "missing argument: ip", "missing_ip"),
            ("&ve=9.2", "", "missing argument: ve", "missing_ve"),
            ("&install_time=1510040127", "", "missing argument: install_time", "missing_install_time"),
            ("&update_time=1510090877", "", "missing argument: update_time", "missing_update_time"),
            ("&ma=samsung", "", "missing argument: ma", "missing_ma"),
            ("&mo=SM-G935F", "", "missing argument: mo", "missing_mo"),
            ("&lc=en_US", "", "missing argument: lc", "missing_lc"),
            ("&bd=Build/13D15", "", "missing argument: bd", "missing_bd"),
            ("&cn=Comcast", "&cn=", "missing argument: cn", "empty_parameter"),
        ],
    )
    .await;
}

#[tokio::test]
async fn formats_are_checked() {
    refuses_each(
        SESSION_PATH,
        SESSION,
        &[
            ("install=true", "install=1", "invalid argument: install", "invalid_install"),
            ("install_time=1510040127", "install_time=1510040127000", "invalid argument: install_time", "invalid_install_time"),
            ("update_time=1510090877", "update_time=today", "invalid argument: update_time", "invalid_update_time"),
            ("", "&ddl_enabled=1", "invalid argument: ddl_enabled", "invalid_ddl_enabled"),
            (
                "",
                "&singular_link_resolve_required=x",
                "invalid argument: singular_link_resolve_required",
                "invalid_singular_link_resolve_required",
            ),
            ("", "&install_ref=x", "invalid argument: install_ref", "invalid_install_ref"),
            ("", "&meta_ref=[]", "invalid argument: meta_ref", "invalid_meta_ref"),
        ],
    )
    .await;
}
