//! The time of an event, and what becomes of it.

use jiff::Timestamp;

/// Reads `yyyy-mm-dd hh:mm:ss.sss`, in UTC.
pub(super) fn read(text: &str) -> Option<Timestamp> {
    let is_shaped = text.len() == 23
        && text.bytes().enumerate().all(|(position, byte)| match position {
            4 | 7 => byte == b'-',
            10 => byte == b' ',
            13 | 16 => byte == b':',
            19 => byte == b'.',
            _ => byte.is_ascii_digit(),
        });
    is_shaped.then(|| format!("{}Z", text.replace(' ', "T")).parse().ok())?
}

/// Writes an instant as AppsFlyer does, down to the millisecond.
pub(super) fn write(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M:%S.%3f").to_string()
}

/// Whether an event keeps its time: it must arrive by 02:00 UTC of the next day. Older copies of the
/// article "Server-to-server events API for mobile" say so, newer ones only that the recorded time
/// depends on both.
pub(super) fn is_kept(time: Timestamp, arrival: Timestamp) -> bool {
    const HOUR: i64 = 60 * 60 * 1_000;
    const DAY: i64 = 24 * HOUR;
    let midnight = time.as_millisecond().div_euclid(DAY) * DAY;
    arrival.as_millisecond() <= midnight + DAY + 2 * HOUR
}
