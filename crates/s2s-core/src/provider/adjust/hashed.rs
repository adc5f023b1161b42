//! The hashed forms of device identifiers that Adjust documents.
//!
//! Each takes the raw identifier in any case, brings it into the form that the field's name says, and gives the digest in lower-case hex:
//! the value of the [`Event`](super::Event) field of the same name. `None` if the text has not the identifier's shape,
//! or is all zeros.
//! Adjust's pages name the input's case ("lowercase, with hyphens, MD5 hash"), which is taken to be what `lower` and `upper` mean.
//! Sources: <https://dev.adjust.com/en/api/s2s-api/events/>, <https://help.adjust.com/en/article/device-identifiers>
//!
//! ```
//! use s2s_core::adjust::hashed;
//!
//! assert_eq!(hashed::android_id_lower_md5("E11A8C233EFB29F3").as_deref(), Some("52a9c861f7ace2eab8d6f8e41992ffc8"));
//! assert_eq!(hashed::android_id_lower_md5("not an Android ID"), None);
//! ```

use std::fmt::Write;

use md5::{Digest, Md5};
use sha1::Sha1;

use crate::value::device_id::Shape;

macro_rules! hashed {
    ($($name:ident $digest:ident $case:ident $shape:expr, $doc:literal)*) => {
        $(
            #[doc = $doc]
            pub fn $name(raw: &str) -> Option<String> {
                let normal = $shape.normalise(raw).filter(|normal| !normal.is_zero())?;
                Some(hex(&$digest::digest(normal.as_bytes().$case())))
            }
        )*
    };
}

const ANDROID_ID: Shape = Shape::HexLower(1, 16);
const IMEI: Shape = Shape::Digits(14, 16);
const UUID: Shape = Shape::UuidLower;

hashed! {
    android_id_lower_md5 Md5 to_ascii_lowercase ANDROID_ID, "MD5 of the lower-case Android ID."
    android_id_lower_sha1 Sha1 to_ascii_lowercase ANDROID_ID, "SHA-1 of the lower-case Android ID."
    android_id_upper_md5 Md5 to_ascii_uppercase ANDROID_ID, "MD5 of the upper-case Android ID."
    android_id_upper_sha1 Sha1 to_ascii_uppercase ANDROID_ID, "SHA-1 of the upper-case Android ID."
    imei_lower_md5 Md5 to_ascii_lowercase IMEI, "MD5 of the IMEI, which has no case."
    idfa_lower_md5 Md5 to_ascii_lowercase UUID, "MD5 of the lower-case IDFA with hyphens."
    idfa_lower_sha1 Sha1 to_ascii_lowercase UUID, "SHA-1 of the lower-case IDFA with hyphens."
    idfa_upper_md5 Md5 to_ascii_uppercase UUID, "MD5 of the upper-case IDFA with hyphens."
    idfa_upper_sha1 Sha1 to_ascii_uppercase UUID, "SHA-1 of the upper-case IDFA with hyphens."
    gps_adid_lower_md5 Md5 to_ascii_lowercase UUID, "MD5 of the lower-case Google advertising identifier with hyphens."
    gps_adid_lower_sha1 Sha1 to_ascii_lowercase UUID, "SHA-1 of the lower-case Google advertising identifier with hyphens."
    gps_adid_upper_md5 Md5 to_ascii_uppercase UUID, "MD5 of the upper-case Google advertising identifier with hyphens."
    gps_adid_upper_sha1 Sha1 to_ascii_uppercase UUID, "SHA-1 of the upper-case Google advertising identifier with hyphens."
    oaid_lower_md5 Md5 to_ascii_lowercase UUID, "MD5 of the lower-case OAID with hyphens."
}

fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::new(), |mut hex, byte| {
        // Writing to memory does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made with `md5sum` and `sha1sum`.
    #[test]
    fn the_case_is_that_of_the_input() {
        let idfa = "d2cadb5f410f4963ac0c2a78534bdf1e";
        assert_eq!(idfa_lower_md5(idfa).unwrap(), "06874200733f40d8deb53ac23f5efaa3");
        assert_eq!(idfa_upper_md5(idfa).unwrap(), "dc4920c26bcc478fbdd2e5bfd0dbe551");
        assert_eq!(idfa_upper_sha1(idfa).unwrap(), "8d7251e58123322736c01541234fb55812085669");
        assert_eq!(imei_lower_md5("490154203237518").unwrap(), "0eaed834a1e6f4b2bf0c024e0013dea1");
    }

    /// A digest is what the field of its name takes.
    #[test]
    fn every_hashed_form_has_a_field() {
        let uuid = "660e1d86-6796-463a-be86-897993136018";
        let event = crate::adjust::Event::builder()
            .event_token("f0ob4r")
            .maybe_android_id_lower_md5(android_id_lower_md5("1"))
            .maybe_android_id_lower_sha1(android_id_lower_sha1("1"))
            .maybe_android_id_upper_md5(android_id_upper_md5("1"))
            .maybe_android_id_upper_sha1(android_id_upper_sha1("1"))
            .maybe_imei_lower_md5(imei_lower_md5("49015420323751"))
            .maybe_idfa_lower_md5(idfa_lower_md5(uuid))
            .maybe_idfa_lower_sha1(idfa_lower_sha1(uuid))
            .maybe_idfa_upper_md5(idfa_upper_md5(uuid))
            .maybe_idfa_upper_sha1(idfa_upper_sha1(uuid))
            .maybe_gps_adid_lower_md5(gps_adid_lower_md5(uuid))
            .maybe_gps_adid_lower_sha1(gps_adid_lower_sha1(uuid))
            .maybe_gps_adid_upper_md5(gps_adid_upper_md5(uuid))
            .maybe_gps_adid_upper_sha1(gps_adid_upper_sha1(uuid))
            .maybe_oaid_lower_md5(oaid_lower_md5(uuid))
            .build();
        let adjust = crate::Adjust::new(crate::adjust::Config::builder().app_token("4w565xzmb54d").build()).unwrap();
        let request = adjust.event(&event, crate::Timestamp::from_unix_millis(0).unwrap()).unwrap();
        let body = String::from_utf8(request.body().to_vec()).unwrap();
        assert_eq!(body.matches("_md5=").count() + body.matches("_sha1=").count(), 14);
    }
}
