//! Hashed forms of identifiers.

use md5::{Digest, Md5};
use sha1::Sha1;

/// The MD5 digest of a text in lower-case hex, for the `…_md5` identifiers of Adjust.
///
/// Bring the identifier into the case that the field names first: `android_id_lower_md5` is the digest of the lower-case Android ID,
/// `idfa_upper_md5` that of the upper-case IDFA with hyphens.
///
/// ```
/// let android_id = "E11A8C233EFB29F3";
/// assert_eq!(s2s_core::value::md5_hex(&android_id.to_lowercase()), "52a9c861f7ace2eab8d6f8e41992ffc8");
/// ```
pub fn md5_hex(text: &str) -> String {
    hex(&Md5::digest(text))
}

/// The SHA-1 digest of a text in lower-case hex, for the `…_sha1` identifiers of Adjust. See [`md5_hex`] on the case of the text.
///
/// ```
/// assert_eq!(s2s_core::value::sha1_hex("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
/// ```
pub fn sha1_hex(text: &str) -> String {
    hex(&Sha1::digest(text))
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
