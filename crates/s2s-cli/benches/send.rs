//! The least that sending costs: a client of hyper that posts ready bodies, which `cargo xtask bench send` compares `s2s send` with.
//!
//! It reads requests as `s2s build` writes them, sends 64 of them at once, and prints its processor time in seconds, reading left out.

use std::error::Error;
use std::io::BufRead;

use futures_util::{StreamExt, stream};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

const CONCURRENCY: usize = 64;

type Request = http::Request<Full<Bytes>>;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("the file of requests is missing")?;
    let mut requests = Vec::new();
    for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
        let line: Value = serde_json::from_str(&line?)?;
        requests.push(request(line.get("request").ok_or("it is no request")?)?);
    }
    let client = Client::builder(TokioExecutor::new()).build_http();
    let before = processor_seconds()?;
    tokio::runtime::Runtime::new()?.block_on(send_all(&client, requests))?;
    println!("{:.2}", processor_seconds()? - before);
    Ok(())
}

async fn send_all(client: &Client<HttpConnector, Full<Bytes>>, requests: Vec<Request>) -> Result<(), String> {
    let exchange = |request| async {
        let response = client.request(request).await.map_err(|error| error.to_string())?;
        let (head, body) = response.into_parts();
        body.collect().await.map_err(|error| error.to_string())?;
        if head.status.is_success() { Ok(()) } else { Err(head.status.to_string()) }
    };
    let mut exchanges = stream::iter(requests).map(exchange).buffer_unordered(CONCURRENCY);
    while let Some(ended) = exchanges.next().await {
        ended?;
    }
    Ok(())
}

fn request(of_core: &Value) -> Result<Request, Box<dyn Error>> {
    let text = |name: &str| of_core[name].as_str().ok_or("it is no request").map(str::to_owned);
    let mut builder = http::Request::builder().method(&*text("method")?).uri(text("url")?);
    for header in of_core["headers"].as_array().into_iter().flatten() {
        if let (Some(name), Some(value)) = (header[0].as_str(), header[1].as_str()) {
            builder = builder.header(name, value);
        }
    }
    Ok(builder.body(Full::new(text("body")?.into()))?)
}

/// Processor time of this process, in ticks of a hundredth of a second (Linux).
fn processor_seconds() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // What follows the name, which may hold anything.
    let (_, fields) = stat.rsplit_once(')').ok_or("/proc/self/stat")?;
    let ticks: u32 = fields.split_ascii_whitespace().skip(11).take(2).map(|ticks| ticks.parse().unwrap_or(0)).sum();
    Ok(f64::from(ticks) / 100.0)
}
