//! `s2s sandbox`: plays the providers until it is stopped.

use std::net::SocketAddr;
use std::{io, thread};

use s2s_sandbox::{Config, PROVIDERS, Sandbox};
use tokio::sync::oneshot;

use crate::args;
use crate::error::Error;
use crate::{format, output, signals};

pub(crate) fn run(arguments: &args::Sandbox) -> Result<bool, Error> {
    let mut config = match &arguments.config {
        Some(path) => {
            let text = format::read_text(path).map_err(|error| Error::file(path, &error))?;
            Config::from_toml(&text).map_err(|error| Error::usage(format!("{}: {error}", path.display())))?
        }
        None => Config::default(),
    };
    config.allowed_hosts.extend_from_slice(&arguments.allow_host);
    let address = SocketAddr::new(arguments.host, arguments.port);
    output::warn_of_others(address, "reach the sandbox");
    tokio::runtime::Runtime::new()?.block_on(async {
        let sandbox = Sandbox::start_at(config, address).await.map_err(|error| Error::usage(format!("{address}: {error}")))?;
        // The first branch is polled first: once the address is known, the sandbox may be stopped.
        tokio::try_join!(biased; stop(arguments.stop_on_eof), async { output::print(&addresses(&sandbox)) })?;
        sandbox.stop().await;
        Ok(true)
    })
}

/// Waits for a signal; with `on_eof`, also for the end of standard input.
async fn stop(on_eof: bool) -> io::Result<()> {
    if !on_eof {
        return signals::stop().await;
    }
    let (ended, end) = oneshot::channel();
    // A thread that nobody waits for: standard input may stay open after a signal.
    thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        let _ = ended.send(());
    });
    tokio::select! {
        result = signals::stop() => result,
        _ = end => Ok(()),
    }
}

/// Its address, and below it the `base_url` of each provider.
fn addresses(sandbox: &Sandbox) -> String {
    let base_urls = PROVIDERS.iter().map(|provider| format!("  {}\n", sandbox.base_url(provider)));
    std::iter::once(sandbox.url() + "\n").chain(base_urls).collect()
}
