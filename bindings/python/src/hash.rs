//! Digests of personal data.

use pyo3::prelude::*;
use pyo3::types::PyString;
use s2s_core::{Code, Issue, hash};

use crate::errors::validation_error;

#[pyfunction]
pub(crate) fn hash_email(email: &Bound<'_, PyString>) -> PyResult<String> {
    raised(email.py(), text("/email", email).and_then(hash::email))
}

#[pyfunction]
pub(crate) fn hash_phone_digits(phone: &Bound<'_, PyString>, default_calling_code: Option<&Bound<'_, PyString>>) -> PyResult<String> {
    of_phone(phone, default_calling_code, hash::phone_digits)
}

#[pyfunction]
pub(crate) fn hash_phone_e164(phone: &Bound<'_, PyString>, default_calling_code: Option<&Bound<'_, PyString>>) -> PyResult<String> {
    of_phone(phone, default_calling_code, hash::phone_e164)
}

#[pyfunction]
pub(crate) fn hash_name(name: &Bound<'_, PyString>) -> PyResult<String> {
    raised(name.py(), text("/name", name).and_then(hash::name))
}

#[pyfunction]
pub(crate) fn hash_google_email(email: &Bound<'_, PyString>) -> PyResult<String> {
    raised(email.py(), text("/email", email).and_then(hash::google_email))
}

#[pyfunction]
pub(crate) fn hash_google_email_without_suffix(email: &Bound<'_, PyString>) -> PyResult<String> {
    raised(email.py(), text("/email", email).and_then(hash::google_email_without_suffix))
}

#[pyfunction]
pub(crate) fn hash_google_name(name: &Bound<'_, PyString>) -> PyResult<String> {
    raised(name.py(), text("/name", name).and_then(hash::google_name))
}

#[pyfunction]
pub(crate) fn hash_google_street(street: &Bound<'_, PyString>) -> PyResult<String> {
    raised(street.py(), text("/street", street).and_then(hash::google_street))
}

#[pyfunction]
pub(crate) fn hash_meta_name(name: &Bound<'_, PyString>) -> PyResult<String> {
    raised(name.py(), text("/name", name).and_then(hash::meta_name))
}

#[pyfunction]
pub(crate) fn hash_meta_name_without_spaces(name: &Bound<'_, PyString>) -> PyResult<String> {
    raised(name.py(), text("/name", name).and_then(hash::meta_name_without_spaces))
}

#[pyfunction]
pub(crate) fn hash_meta_city(city: &Bound<'_, PyString>) -> PyResult<String> {
    raised(city.py(), text("/city", city).and_then(hash::meta_city))
}

#[pyfunction]
pub(crate) fn hash_meta_state(state: &Bound<'_, PyString>) -> PyResult<String> {
    raised(state.py(), text("/state", state).and_then(hash::meta_state))
}

#[pyfunction]
pub(crate) fn hash_meta_zip_code(zip_code: &Bound<'_, PyString>) -> PyResult<String> {
    raised(zip_code.py(), text("/zip_code", zip_code).and_then(hash::meta_zip_code))
}

#[pyfunction]
pub(crate) fn hash_meta_country(country: &Bound<'_, PyString>) -> PyResult<String> {
    raised(country.py(), text("/country", country).and_then(hash::meta_country))
}

#[pyfunction]
pub(crate) fn hash_meta_date_of_birth(date_of_birth: &Bound<'_, PyString>) -> PyResult<String> {
    raised(date_of_birth.py(), text("/date_of_birth", date_of_birth).and_then(hash::meta_date_of_birth))
}

#[pyfunction]
pub(crate) fn hash_meta_gender(gender: &Bound<'_, PyString>) -> PyResult<String> {
    raised(gender.py(), text("/gender", gender).and_then(hash::meta_gender))
}

#[pyfunction]
pub(crate) fn hash_external_id(external_id: &Bound<'_, PyString>) -> PyResult<String> {
    raised(external_id.py(), text("/external_id", external_id).and_then(hash::external_id))
}

#[pyfunction]
pub(crate) fn hash_sha256(text: &Bound<'_, PyString>) -> PyResult<String> {
    raised(text.py(), self::text("/text", text).map(hash::sha256))
}

fn of_phone(
    phone: &Bound<'_, PyString>,
    default_calling_code: Option<&Bound<'_, PyString>>,
    rule: fn(&str, Option<&str>) -> Result<String, Issue>,
) -> PyResult<String> {
    let code = default_calling_code.map(|code| text("/default_calling_code", code)).transpose();
    raised(phone.py(), code.and_then(|code| rule(text("/phone", phone)?, code)))
}

fn text<'t>(path: &str, text: &'t Bound<'_, PyString>) -> Result<&'t str, Issue> {
    text.to_str().map_err(|_| Issue::new(path, Code::InvalidUnicode, "holds half of a surrogate pair"))
}

fn raised(py: Python<'_>, digest: Result<String, Issue>) -> PyResult<String> {
    digest.map_err(|issue| validation_error(py, &issue.into()))
}
