//! The run of a delivery, for the package's class.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex};

use napi::Result;
use napi::bindgen_prelude::{BigInt, Buffer, Either, Uint8Array};
use napi::{Error, Status};
use napi_derive::napi;
use s2s_core::delivery::{self, Do, RunOptions, Storage, Until};

use crate::client::{no_response, timestamp};
use crate::delivery::{Delivery, held, number, plain_reports};
use crate::request;

#[napi]
impl Delivery {
    /// Its run.
    #[napi(catch_unwind)]
    pub fn run(&self) -> Run {
        Run(Arc::clone(&self.0))
    }
}

/// The run of a delivery.
#[napi]
pub struct Run(pub(crate) Arc<Mutex<delivery::Delivery>>);

#[napi]
impl Run {
    /// Begins a run; or the code of why it cannot.
    #[napi(catch_unwind)]
    pub fn begin(
        &self,
        until: String,
        storage: Option<String>,
        max_in_flight: Option<u32>,
        stop_on_error: bool,
        acknowledge: bool,
    ) -> Result<Option<&'static str>> {
        let until = match &*until {
            "idle" => Until::Idle,
            "stopped" => Until::Stopped,
            _ => return Err(Error::new(Status::InvalidArg, "until must be 'idle' or 'stopped'")),
        };
        let storage = match storage.as_deref() {
            None => Storage::None,
            Some("append") => Storage::Append,
            Some("replace") => Storage::Replace,
            Some(_) => return Err(Error::new(Status::InvalidArg, "storage must be 'append' or 'replace'")),
        };
        let mut options = RunOptions::default().until(until).storage(storage).stop_on_error(stop_on_error).acknowledge(acknowledge);
        if let Some(given) = max_in_flight {
            let most = usize::try_from(given).ok().and_then(NonZeroUsize::new);
            options = options.max_in_flight(most.ok_or_else(|| Error::new(Status::InvalidArg, "maxInFlight must be at least 1"))?);
        }
        Ok(held(&self.0).run().begin(options).err().map(|reason| reason.as_str()))
    }

    /// What to do: a log to store, and whether it replaces what is stored; or a ticket, and the request from the next line on; or a word, after
    /// which there may be a number.
    #[napi(catch_unwind)]
    pub fn next(&self, now: f64) -> Result<Either<(Buffer, bool), String>> {
        let now = timestamp(now)?;
        let next = held(&self.0).run().next(now);
        Ok(match next {
            Do::Send { ticket, request } => Either::B(request::text_behind(&format!("{}\n", ticket.number()), &request)),
            Do::Store { log, replaces } => Either::A((log.into(), replaces)),
            Do::Report => Either::B("report".to_owned()),
            Do::Cancel(ticket) => Either::B(format!("cancel {}", ticket.number())),
            Do::Wait(wait) => Either::B(format!("wait {}", wait.as_millis())),
            // Whatever else there may be one day, nothing is done of it.
            _ => Either::B("done".to_owned()),
        })
    }

    /// Ends it once what is under way has its response.
    #[napi(catch_unwind)]
    pub fn stop(&self) {
        held(&self.0).run().stop();
    }

    /// Lets it end when nothing waits.
    #[napi(catch_unwind)]
    pub fn finish(&self) {
        held(&self.0).run().finish();
    }

    /// Ends it, and cancels what is under way.
    #[napi(catch_unwind)]
    pub fn cancel(&self) {
        held(&self.0).run().cancel();
    }

    /// Ends it: the driver has failed.
    #[napi(catch_unwind)]
    pub fn fail(&self) {
        held(&self.0).run().fail();
    }

    /// Ends it at once.
    #[napi(catch_unwind)]
    pub fn abandon(&self, now: f64) -> Result<()> {
        let now = timestamp(now)?;
        held(&self.0).run().abandon(now);
        Ok(())
    }

    /// Whether the error of a ticket ends it. An error that is not known has no kind.
    #[napi(catch_unwind)]
    pub fn on_error(&self, ticket: BigInt, kind: Option<String>, cause: String, now: f64) -> Result<bool> {
        let (kind, now) = (kind.as_deref().map(no_response).transpose()?, timestamp(now)?);
        Ok(number(&ticket).is_some_and(|ticket| held(&self.0).run().on_error(ticket, kind, &cause, now)))
    }

    /// Takes back a request that was not sent.
    #[napi(catch_unwind)]
    pub fn withdraw(&self, ticket: BigInt, now: f64) -> Result<bool> {
        let now = timestamp(now)?;
        Ok(number(&ticket).is_some_and(|ticket| held(&self.0).run().withdraw(ticket, now)))
    }

    /// The log is stored.
    #[napi(catch_unwind)]
    pub fn stored(&self) {
        held(&self.0).run().stored();
    }

    /// It is not.
    #[napi(catch_unwind)]
    pub fn not_stored(&self, log: Uint8Array) {
        held(&self.0).run().not_stored(log.to_vec());
    }

    /// The reports that were not reported, as JSON.
    #[napi(catch_unwind)]
    pub fn reports(&self) -> String {
        plain_reports(held(&self.0).run().reports())
    }

    /// Notes that the first `count` of them were reported.
    #[napi(catch_unwind)]
    pub fn reported(&self, count: u32) {
        held(&self.0).run().reported(usize::try_from(count).unwrap_or(usize::MAX));
    }
}
