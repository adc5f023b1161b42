//! `s2s sandbox`: plays the providers until it is told to stop.

use s2s_sandbox::{Config, Sandbox};

use crate::args;
use crate::error::Error;
use crate::{format, output, signals};

pub(crate) fn run(arguments: &args::Sandbox) -> Result<bool, Error> {
    let config = match &arguments.config {
        Some(path) => {
            let text = format::read_text(path).map_err(|error| Error::file(path, &error))?;
            Config::from_toml(&text).map_err(|error| Error::usage(format!("{}: {error}", path.display())))?
        }
        None => Config::default(),
    };
    let port = arguments.port;
    tokio::runtime::Runtime::new()?.block_on(async {
        let sandbox = Sandbox::start(config, port).await.map_err(|error| Error::usage(format!("port {port}: {error}")))?;
        output::print(&format!("{}\n", sandbox.base_url()))?;
        signals::stop().await?;
        sandbox.stop().await;
        Ok(true)
    })
}
