//! `s2s send`: events become requests, which get responses, and every event is accounted for.

mod client;
mod failures;
mod files;
mod in_order;
mod kept;
mod ledger;
mod metrics;
mod reader;
mod record;
mod run;
mod sender;
mod settings;
mod summary;

pub(crate) use run::run;
