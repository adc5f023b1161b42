//! What is sent, and what is reported of it, over real sockets.
#![expect(clippy::unwrap_used, reason = "a test that cannot talk to its server has failed")]

use std::error::Error as _;
use std::time::Duration;

use s2s_core::{Adjust, MetrixInApp, NoResponse, OutcomeKind, Request, Timestamp, adjust, metrix_inapp};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

const APP_TOKEN: &str = "canaryapptoken";
const AUTH_TOKEN: &str = "canaryauthtoken";

fn adjust(base_url: &str) -> Adjust {
    let config = adjust::Config::builder().app_token(APP_TOKEN).auth_token(AUTH_TOKEN).base_url(base_url).build();
    Adjust::new(config).unwrap()
}

fn request(base_url: &str) -> Request {
    let event = adjust::Event::builder().event_token("f0ob4r").gps_adid("660e1d86-6796-463a-be86-897993136018").build();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    adjust(base_url).event(&event, now).unwrap()
}

fn client() -> reqwest::Client {
    build(s2s_reqwest::client_builder().timeout(Duration::from_millis(500)))
}

/// A client that depends on neither proxies nor certificates of the machine.
fn build(builder: reqwest::ClientBuilder) -> reqwest::Client {
    // Fails where another test has done it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    builder.no_proxy().tls_certs_only([]).build().unwrap()
}

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, format!("http://{address}"))
}

/// Reads a request with a body, to its end.
async fn read(stream: &mut TcpStream) -> String {
    let mut read = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&read);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ").map(str::to_owned));
            if length.is_none_or(|length| body.len() >= length.parse().unwrap()) {
                return text.into_owned();
            }
        }
        assert_ne!(stream.read_buf(&mut read).await.unwrap(), 0, "a whole request");
    }
}

/// Responds to one request with these bytes, and returns what it read.
async fn answer(bytes: impl Into<Vec<u8>>) -> (String, JoinHandle<String>) {
    let (listener, base_url) = listen().await;
    let bytes = bytes.into();
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let request = read(&mut stream).await;
        // A sender that has read enough hangs up.
        let _ = stream.write_all(&bytes).await;
        request
    });
    (base_url, server)
}

#[tokio::test]
async fn a_sender_of_many_requests_sends_each_to_its_own_url() {
    let sender = s2s_reqwest::Sender::new(client());
    let ok = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nOK";
    let (first_url, first) = answer(ok).await;
    let (second_url, second) = answer(ok).await;
    let sent = [request(&first_url), request(&second_url)];
    for request in &sent {
        assert_eq!(sender.send(request).await.unwrap().status(), 200);
    }
    for (server, base_url) in [(first, &first_url), (second, &second_url)] {
        assert!(server.await.unwrap().to_ascii_lowercase().contains(&format!("host: {}", base_url.trim_start_matches("http://"))));
    }
    // The URL of the last request once more; its server is gone.
    assert_eq!(sender.send(&sent[1]).await.unwrap_err().kind(), NoResponse::Connect);
    assert!(!format!("{sender:?}").contains(&second_url));
}

#[tokio::test]
async fn the_request_arrives_as_it_was_built() {
    let (base_url, server) = answer("HTTP/1.1 200 OK\r\nContent-Length: 15\r\nX-One: 1\r\nX-One: 2\r\n\r\n{\"status\":\"OK\"}").await;
    let request = request(&base_url);
    let response = s2s_reqwest::send(&client(), &request).await.unwrap();
    assert_eq!((response.status(), response.header("x-one"), response.body()), (200, Some("1"), &b"{\"status\":\"OK\"}"[..]));
    assert_eq!(adjust(&base_url).interpret(&request, &response).kind(), OutcomeKind::Delivered);

    let read = server.await.unwrap();
    let (head, body) = read.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /event HTTP/1.1\r\n"), "{head}");
    for header in request.headers() {
        assert!(head.contains(&format!("\r\n{}: {}", header.name(), header.value())), "{}", header.name());
    }
    assert_eq!(body.as_bytes(), request.body());
}

#[tokio::test]
async fn a_get_request_keeps_its_query_byte_for_byte() {
    let (base_url, server) = answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK").await;
    let config = adjust::Config::builder().app_token(APP_TOKEN).request_style(adjust::RequestStyle::GetQuery).base_url(&base_url).build();
    let event = adjust::Event::builder().event_token("f0ob4r").external_device_id("a'b(c)*[d]|é").build();
    let request = Adjust::new(config).unwrap().event(&event, Timestamp::parse("2026-11-20T12:00:00Z").unwrap()).unwrap();
    s2s_reqwest::send(&client(), &request).await.unwrap();
    let target = request.url().strip_prefix(&base_url).unwrap();
    assert!(server.await.unwrap().starts_with(&format!("GET {target} HTTP/1.1\r\n")));
}

#[tokio::test]
async fn a_refused_connection_is_connect() {
    let (listener, base_url) = listen().await;
    drop(listener);
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Connect);
}

#[tokio::test]
async fn an_unknown_host_is_connect() {
    // RFC 6761: `.invalid` never resolves.
    for base_url in ["http://s2s.invalid", "https://s2s.invalid"] {
        let client = build(s2s_reqwest::client_builder());
        assert_eq!(s2s_reqwest::send(&client, &request(base_url)).await.unwrap_err().kind(), NoResponse::Connect, "{base_url}");
    }
}

#[tokio::test]
async fn failed_connections_differ_in_their_text() {
    let (listener, closed) = listen().await;
    drop(listener);
    let (plain, plain_url) = listen().await;
    let server = tokio::spawn(async move {
        let (mut stream, _) = plain.accept().await.unwrap();
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").await;
        stream
    });
    let client = build(s2s_reqwest::client_builder());
    let mut texts = Vec::new();
    for base_url in [&*closed, "http://s2s.invalid", &plain_url.replace("http:", "https:")] {
        texts.push(s2s_reqwest::send(&client, &request(base_url)).await.unwrap_err().to_string());
    }
    server.abort();
    assert!(texts[0].contains("tcp connect error: Connection refused"), "{}", texts[0]);
    assert!(texts[1].contains("dns error: error resolving DNS: failed to lookup address"), "{}", texts[1]);
    assert!(texts[2].contains("received corrupt message"), "{}", texts[2]);
    for text in texts {
        let parts: Vec<_> = text.split(": ").collect();
        assert!(parts.windows(2).all(|pair| pair[0] != pair[1]), "nothing is repeated: {text}");
    }
}

#[tokio::test]
async fn an_error_shows_nothing_of_the_request() {
    let (listener, base_url) = listen().await;
    drop(listener);
    let config = adjust::Config::builder()
        .app_token(APP_TOKEN)
        .auth_token(AUTH_TOKEN)
        .request_style(adjust::RequestStyle::GetQuery)
        .base_url(&base_url)
        .build();
    let event = adjust::Event::builder().event_token("f0ob4r").gps_adid("660e1d86-6796-463a-be86-897993136018").build();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let in_query = Adjust::new(config).unwrap().event(&event, now).unwrap();
    let config = metrix_inapp::Config::builder().app_id("canaryappid").dev_key("canarykey").base_url(&base_url).build();
    let event = metrix_inapp::Event::builder()
        .event_slug("abcde")
        .metrix_user_id("660e1d86-6796-463a-be86-897993136018")
        .metrix_session_id("660e1d86-6796-463a-be86-897993136019")
        .advertising_id("660e1d86-6796-463a-be86-897993136020")
        .build();
    let in_path = MetrixInApp::new(config).unwrap().event(&event, now).unwrap();

    for request in [in_query, in_path, request(&base_url)] {
        let error = s2s_reqwest::send(&client(), &request).await.unwrap_err();
        assert!(error.source().is_none());
        for text in [error.to_string(), format!("{error:?}")] {
            assert!(text.contains(&base_url) && text.contains("refused"), "{text}");
            for secret in ["canary", "f0ob4r", "660e1d86", "?"] {
                assert!(!text.contains(secret), "{secret}: {text}");
            }
        }
        assert_eq!(NoResponse::from(error), NoResponse::Connect);
    }
}

#[tokio::test]
async fn no_answer_in_time_is_timeout() {
    let (listener, base_url) = listen().await;
    let server = tokio::spawn(async move { listener.accept().await });
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Timeout);
    drop(server);
}

#[tokio::test]
async fn half_an_answer_in_time_is_timeout() {
    let (listener, base_url) = listen().await;
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        read(&mut stream).await;
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"stat").await.unwrap();
        stream
    });
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Timeout);
    drop(server);
}

#[tokio::test]
async fn a_connection_closed_without_an_answer_is_closed() {
    let (base_url, _server) = answer("").await;
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Closed);
}

#[tokio::test]
async fn a_connection_closed_within_the_answer_is_closed() {
    let (base_url, _server) = answer("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"stat").await;
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Closed);
}

#[tokio::test]
async fn a_tls_handshake_with_a_plain_server_is_tls() {
    let (listener, base_url) = listen().await;
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").await;
        stream
    });
    let base_url = base_url.replace("http:", "https:");
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Tls);
    drop(server);
}

#[tokio::test]
async fn a_tls_handshake_that_is_hung_up_on_is_tls() {
    let (listener, base_url) = listen().await;
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut hello = [0; 5];
        let _ = stream.read_exact(&mut hello).await;
        let _ = stream.shutdown().await;
        // What is left unread would make the end of the connection a reset.
        let _ = stream.read_to_end(&mut Vec::new()).await;
    });
    let base_url = base_url.replace("http:", "https:");
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Tls);
    drop(server);
}

#[tokio::test]
async fn what_is_no_http_is_other() {
    let (base_url, _server) = answer("220 mail.example.com ESMTP\r\n").await;
    assert_eq!(s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap_err().kind(), NoResponse::Other);
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_is_not_followed() {
    let (elsewhere, other) = listen().await;
    let (base_url, _server) = answer(format!("HTTP/1.1 307 Temporary Redirect\r\nLocation: {other}/\r\nContent-Length: 0\r\n\r\n")).await;
    let response = s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap();
    assert_eq!(response.status(), 307);
    let nobody = tokio::time::timeout(Duration::from_millis(100), elsewhere.accept()).await;
    assert!(nobody.is_err(), "nothing was sent there");
}

#[tokio::test]
async fn an_answer_from_elsewhere_is_no_answer() {
    let (other, _other_server) = answer("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}").await;
    let (base_url, _server) = answer(format!("HTTP/1.1 302 Found\r\nLocation: {other}/\r\nContent-Length: 0\r\n\r\n")).await;
    let client = build(reqwest::Client::builder());
    assert_eq!(s2s_reqwest::send(&client, &request(&base_url)).await.unwrap_err().kind(), NoResponse::Other);
}

#[tokio::test]
async fn a_body_is_read_up_to_its_limit() {
    let long = 3 * 1024 * 1024;
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {long}\r\n\r\n");
    let (base_url, _server) = answer([head.into_bytes(), vec![b' '; long]].concat()).await;
    let client = build(s2s_reqwest::client_builder());
    let response = s2s_reqwest::send(&client, &request(&base_url)).await.unwrap();
    assert_eq!(response.body().len(), 1024 * 1024 + 1);
}

/// `{"status":"OK"}` and as many spaces as make a body of 3 MiB, compressed.
const CODED: &[(&str, &[u8], &[u8])] = &[
    ("gzip", include_bytes!("support/ok.gz"), include_bytes!("support/bomb.gz")),
    ("deflate", include_bytes!("support/ok.zlib"), include_bytes!("support/bomb.zlib")),
    ("Deflate", include_bytes!("support/ok.raw"), include_bytes!("support/bomb.raw")),
    ("br", include_bytes!("support/ok.br"), include_bytes!("support/bomb.br")),
];

fn coded(coding: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat()
}

#[tokio::test]
async fn a_body_that_was_compressed_unasked_is_decoded() {
    for &(coding, body, _) in CODED {
        let (base_url, server) = answer(coded(coding, body)).await;
        let request = request(&base_url);
        let response = s2s_reqwest::send(&client(), &request).await.unwrap();
        assert_eq!((response.header("content-encoding"), response.body()), (None, &b"{\"status\":\"OK\"}"[..]), "{coding}");
        assert_eq!(adjust(&base_url).interpret(&request, &response).kind(), OutcomeKind::Delivered, "{coding}");
        assert!(!server.await.unwrap().to_ascii_lowercase().contains("accept-encoding"), "nobody asked for it");
    }
}

#[tokio::test]
async fn a_compressed_body_is_decoded_up_to_its_limit() {
    for &(coding, _, bomb) in CODED {
        let (base_url, _server) = answer(coded(coding, bomb)).await;
        let response = s2s_reqwest::send(&build(s2s_reqwest::client_builder()), &request(&base_url)).await.unwrap();
        assert_eq!((response.header("content-encoding"), response.body().len()), (None, 1024 * 1024 + 1), "{coding}");
    }
}

#[tokio::test]
async fn codings_are_undone_from_the_last_one() {
    let (_, body, _) = CODED[0];
    let (base_url, _server) = answer(coded("identity, gzip", body)).await;
    let response = s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap();
    assert_eq!(response.body(), b"{\"status\":\"OK\"}");
}

#[tokio::test]
async fn what_cannot_be_decoded_stays_as_it_came() {
    let (_, gzip, _) = CODED[0];
    let cut = &gzip[..gzip.len() - 9];
    for (coding, body) in
        [("gzip", &b"{\"status\":\"OK\"}"[..]), ("gzip", cut), ("zstd", gzip), ("gzip, gzip, gzip, gzip", gzip), ("br", b"\xff\xff")]
    {
        let (base_url, _server) = answer(coded(coding, body)).await;
        let response = s2s_reqwest::send(&client(), &request(&base_url)).await.unwrap();
        assert_eq!((response.header("content-encoding"), response.body()), (Some(coding), body));
    }
}
