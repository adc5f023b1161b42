//! `s2s health`: whether a sandbox, or a run with `--metrics`, responds. A container has no other program that could ask.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::args;
use crate::error::Error;

/// Longest wait for a connection, and for the response.
const PATIENCE: Duration = Duration::from_secs(3);
/// What a healthy server begins its response with.
const HEALTHY: &[u8] = b"HTTP/1.1 200 ";

pub(crate) fn run(arguments: &args::Health) -> Result<bool, Error> {
    let address = arguments.address;
    is_healthy(arguments).map_err(|error| io::Error::other(format!("{address}: {error}")).into())
}

fn is_healthy(args::Health { address }: &args::Health) -> io::Result<bool> {
    let mut stream = TcpStream::connect_timeout(address, PATIENCE)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    write!(stream, "GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut begin = [0; HEALTHY.len()];
    stream.read_exact(&mut begin)?;
    Ok(begin == HEALTHY)
}
