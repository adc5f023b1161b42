//! The device identifiers of an Adjust request: their names and shapes.

type Check = fn(&str) -> bool;

/// Adjust's identifiers, in the order in which it documents them, and the check of each. The shapes are those of the events
/// page and of <https://help.adjust.com/en/article/device-identifiers>; one without a documented shape is any text.
pub(super) const IDENTIFIERS: &[(&str, Check)] = &[
    ("idfa", is_upper_uuid),
    ("gps_adid", is_lower_uuid),
    ("fire_adid", is_lower_uuid),
    ("oaid", is_lower_uuid),
    ("web_uuid", is_text),
    ("adid", is_32_hex),
    ("idfv", is_upper_uuid),
    ("android_id", is_android_id),
    ("android_id_lower_md5", is_32_hex),
    ("android_id_lower_sha1", is_40_hex),
    ("android_id_upper_md5", is_32_hex),
    ("android_id_upper_sha1", is_40_hex),
    ("imei", is_imei),
    ("imei_lower_md5", is_32_hex),
    ("meid", is_meid),
    ("win_naid", is_text),
    ("win_hwid", is_text),
    ("win_adid", is_32_hex),
    ("idfa_lower_md5", is_32_hex),
    ("idfa_lower_sha1", is_40_hex),
    ("idfa_upper_md5", is_32_hex),
    ("idfa_upper_sha1", is_40_hex),
    ("idfa_short", is_32_hex),
    ("gps_adid_upper_md5", is_32_hex),
    ("gps_adid_upper_sha1", is_40_hex),
    ("gps_adid_lower_md5", is_32_hex),
    ("gps_adid_lower_sha1", is_40_hex),
    ("oaid_lower_md5", is_32_hex),
    ("vida", is_text),
    ("rida", is_text),
    ("tifa", is_text),
    ("external_device_id", is_text),
    ("primary_dedupe_token", is_lower_uuid),
    ("persistent_ios_uuid", is_text),
    ("google_app_set_id", is_text),
];

fn is_text(value: &str) -> bool {
    !value.is_empty()
}

fn is_upper_uuid(value: &str) -> bool {
    is_uuid(value, is_upper_hex)
}

fn is_lower_uuid(value: &str) -> bool {
    is_uuid(value, is_lower_hex)
}

fn is_uuid(value: &str, is_digit: fn(u8) -> bool) -> bool {
    value.len() == 36
        && value.bytes().enumerate().all(|(position, byte)| match position {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => is_digit(byte),
        })
}

// The documented case of a digest, as of `adid` and `win_adid`, is that of their examples only: both are taken.
fn is_32_hex(value: &str) -> bool {
    value.len() == 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_40_hex(value: &str) -> bool {
    value.len() == 40 && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_android_id(value: &str) -> bool {
    (1..=16).contains(&value.len()) && value.bytes().all(is_lower_hex)
}

fn is_imei(value: &str) -> bool {
    (14..=16).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_meid(value: &str) -> bool {
    value.len() == 14 && value.bytes().all(is_upper_hex)
}

fn is_upper_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'A'..=b'F')
}

fn is_lower_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}
