//! Where a message without an id gets one from.

use napi::bindgen_prelude::{Either3, Function, Null};
use napi::{Result, Status};
use s2s_core::dynamic;

/// A function, null for nowhere (an absent id is an issue then), or undefined for a random UUID.
pub(crate) type NewId<'f> = Either3<Function<'f, (), String>, Null, ()>;

/// Lets `build` make ids. What the function throws is thrown when `build` has ended.
pub(crate) fn lend<T>(new_id: &NewId<'_>, build: impl FnOnce(dynamic::NewId<'_>) -> T) -> Result<T> {
    match new_id {
        Either3::A(function) => {
            let mut thrown = None;
            let mut call = || {
                if thrown.is_some() {
                    return String::new();
                }
                function.call(()).unwrap_or_else(|error| {
                    thrown = Some(explained(error));
                    String::new()
                })
            };
            let built = build(Some(&mut call));
            thrown.map_or(Ok(built), Err)
        }
        Either3::B(_) => Ok(build(None)),
        Either3::C(()) => Ok(build(Some(&mut random))),
    }
}

/// What napi says of a wrong type names neither the function nor the type in JavaScript's words.
fn explained(error: napi::Error) -> napi::Error {
    if error.status == Status::StringExpected { napi::Error::new(Status::InvalidArg, "newId must return a string") } else { error }
}

/// A random UUID.
#[expect(clippy::disallowed_methods, reason = "the core takes ids as arguments; the language's edge has a default")]
pub(crate) fn random() -> String {
    uuid::Uuid::new_v4().to_string()
}
