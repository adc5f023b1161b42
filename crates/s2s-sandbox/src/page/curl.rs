//! A request as a command of curl.

use std::fmt::Write as _;

/// What curl writes itself.
const OWN_HEADERS: [&str; 4] = ["host", "content-length", "connection", "transfer-encoding"];

/// The command, for a POSIX shell; a body that is not text is quoted as bash, zsh and ksh do it.
pub(super) fn command(method: &str, target: &str, headers: &[(String, String)], body: &[u8]) -> String {
    let header = |name: &str| headers.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
    let url = if target.starts_with('/') { format!("http://{}{target}", header("host").unwrap_or("localhost")) } else { target.to_owned() };
    let mut command = "curl".to_owned();
    // Writing to a `String` cannot fail.
    if url.contains(['[', ']', '{', '}']) {
        command.push_str(" --globoff");
    }
    let expected = if body.is_empty() { "GET" } else { "POST" };
    if method != expected {
        let _ = write!(command, " --request {method}");
    }
    let _ = write!(command, " {}", quoted(url.as_bytes()));
    for (name, value) in headers.iter().filter(|(name, _)| !OWN_HEADERS.contains(&name.as_str())) {
        // Curl takes a header without a value for one to leave out, unless it ends with a semicolon.
        let line = if value.is_empty() { format!("{name};") } else { format!("{name}: {value}") };
        let _ = write!(command, " \\\n  --header {}", quoted(line.as_bytes()));
    }
    if !body.is_empty() {
        if header("content-type").is_none() {
            command.push_str(" \\\n  --header 'content-type:'");
        }
        let _ = write!(command, " \\\n  --data-raw {}", quoted(body));
    }
    command
}

fn quoted(bytes: &[u8]) -> String {
    let is_plain = |text: &&str| !text.contains(|char: char| char.is_control() && char != '\n' && char != '\t');
    if let Some(text) = std::str::from_utf8(bytes).ok().filter(is_plain) {
        return format!("'{}'", text.replace('\'', r"'\''"));
    }
    let mut text = "$'".to_owned();
    for byte in bytes {
        match byte {
            b'\'' | b'\\' => text.extend(['\\', char::from(*byte)]),
            b' '..=b'~' => text.push(char::from(*byte)),
            byte => {
                let _ = write!(text, "\\x{byte:02x}");
            }
        }
    }
    text + "'"
}

#[cfg(test)]
mod tests {
    use super::command;

    fn headers(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_get_is_its_url_and_headers() {
        let headers = headers(&[("host", "127.0.0.1:8080"), ("accept", "*/*"), ("x-empty", "")]);
        let expected = "curl 'http://127.0.0.1:8080/adjust/event?s2s=1' \\\n  --header 'accept: */*' \\\n  --header 'x-empty;'";
        assert_eq!(command("GET", "/adjust/event?s2s=1", &headers, b""), expected);
    }

    #[test]
    fn a_body_is_sent_as_it_is_and_under_no_other_type() {
        let expected = "curl 'http://localhost/metrix' \\\n  --header 'content-type:' \\\n  --data-raw '{\"it'\\''s\": 1}'";
        assert_eq!(command("POST", "/metrix", &[], b"{\"it's\": 1}"), expected);
    }

    #[test]
    fn bytes_that_are_no_text_are_escaped() {
        let headers = headers(&[("content-type", "x"), ("content-length", "5")]);
        let expected = "curl --request PUT 'http://localhost/' \\\n  --header 'content-type: x' \\\n  --data-raw $'a\\xff\\x00\\'\\\\'";
        assert_eq!(command("PUT", "/", &headers, b"a\xff\0'\\"), expected);
    }

    #[test]
    fn brackets_in_a_url_are_no_patterns() {
        assert_eq!(command("GET", "/?a[0]=1", &[], b""), "curl --globoff 'http://localhost/?a[0]=1'");
    }
}
