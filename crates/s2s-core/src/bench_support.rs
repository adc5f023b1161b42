//! The floor that the benches compare with. Not part of the API: it may change or go at any time.

use crate::adjust::Event;
use crate::encode::form::Form;
use crate::provider::facts::Facts;
use crate::provider::spec::RequestKind;
use crate::request::{Header, Method, Request};
use crate::value::lend::Lend as _;
use crate::value::{Pairs, Text};

/// The value of a parameter, as it was before it was escaped.
pub enum Value {
    /// A text.
    Text(String),
    /// A JSON object of texts.
    Object(Pairs<Text>),
}

/// The least that a form's request takes: the parameters escaped into one buffer, and the parts of a request around it. Nothing is checked.
pub fn request(url: &str, authorization: &str, parameters: &[(&'static str, Value)]) -> Request {
    let mut form = Form::new(Vec::with_capacity(1024));
    for (name, value) in parameters {
        match value {
            Value::Text(text) => form.text(name, text),
            Value::Object(pairs) => form.object(name, pairs.lend()),
        }
    }
    let headers = [Header::public("content-type", "application/x-www-form-urlencoded"), Header::sensitive("authorization", authorization)];
    Request::new(RequestKind::of::<Event>(), Method::Post, url, Facts::new(0, 0, None)).with_headers(headers).with_body(form.into_bytes())
}
