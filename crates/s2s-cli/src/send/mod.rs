//! `s2s send`: events become requests, requests become answers, and every event is accounted for.

mod files;
mod lane;
mod record;
mod run;
mod summary;

pub(crate) use run::run;
