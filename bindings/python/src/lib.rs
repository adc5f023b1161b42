//! The native module of the Python package `s2s_events`: conversions between Python and `s2s-core`, and no rule of any provider.
//!
//! Everything but a delivery, which a mutex guards, is immutable after it is made, so classes are shared freely between threads, with and
//! without the GIL.

mod arrow;
mod client;
mod delivery;
mod errors;
mod hash;
mod one_event;
mod outcome;
mod providers;
mod read;
mod request;
mod run;
mod time;
mod write;

use pyo3::prelude::*;

#[pymodule(gil_used = false)]
mod _native {
    use std::ffi::OsString;

    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::arrow::{ArrowStream, BuiltRows, build_rows, build_table, interpret_table};
    #[pymodule_export]
    use crate::client::{Client, Destination, interpret, interpret_exception, interpret_no_response};
    #[pymodule_export]
    use crate::delivery::Delivery;
    #[pymodule_export]
    use crate::hash::{
        hash_email, hash_external_id, hash_google_email, hash_google_email_without_suffix, hash_google_name, hash_google_street,
        hash_meta_city, hash_meta_country, hash_meta_date_of_birth, hash_meta_gender, hash_meta_name, hash_meta_name_without_spaces,
        hash_meta_state, hash_meta_zip_code, hash_name, hash_phone_digits, hash_phone_e164, hash_sha256,
    };
    #[pymodule_export]
    use crate::one_event::{Destinations, from_ga4, from_segment};
    #[pymodule_export]
    use crate::outcome::{EventOutcome, Outcome};
    #[pymodule_export]
    use crate::request::Request;
    #[pymodule_export]
    use crate::run::Run;

    /// The version of the package.
    #[pymodule_export]
    const VERSION: &str = env!("CARGO_PKG_VERSION");

    /// Address of the page that explains the codes of issues.
    #[pymodule_export]
    const ISSUE_PAGE: &str = s2s_core::Code::PAGE;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        crate::providers::add(module)
    }

    /// The machine's clock, which libraries that freeze Python's clock do not change.
    #[pyfunction]
    fn now(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        crate::time::datetime(py, crate::time::now())
    }

    /// Runs the program `s2s`; the first argument is its own name. Returns its exit code.
    #[pyfunction]
    fn main(py: Python<'_>, arguments: Vec<OsString>) -> u8 {
        py.detach(|| s2s_cli::run(arguments))
    }
}
