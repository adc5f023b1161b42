//! The sink for Kafka Connect: a folder for a worker's `plugin.path`, in an archive.

use super::contents::Contents;
use super::{Built, Options, copy, folder};
use crate::{jvm, kafka};

const PLUGIN: Contents = Contents {
    required: &[
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        concat!("s2s-events-kafka-connect-", env!("CARGO_PKG_VERSION"), ".jar"),
        concat!("s2s-events-", env!("CARGO_PKG_VERSION"), ".jar"),
        "jna-*.jar",
        "kotlin-stdlib-*.jar",
        "jackson-core-*.jar",
    ],
    optional: &["annotations-*.jar"],
    max_mb: 30.0,
};

pub(super) fn package(options: &Options) -> Result<Built, String> {
    if !jvm::is_installed() {
        return Ok(Built { missing: vec!["the Kafka sink: `mvn` is missing".to_owned()], ..Built::default() });
    }
    super::jar::take_natives(options)?;
    jvm::package(options.natives.is_some())?;
    kafka::package()?;
    let file = copy(format!("kafka/target/s2s-events-kafka-connect-{}.zip", env!("CARGO_PKG_VERSION")), &folder("kafka")?)?;
    PLUGIN.check(&file)?;
    Ok(Built { files: vec![file], ..Built::default() })
}
