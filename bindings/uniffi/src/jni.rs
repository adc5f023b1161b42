//! The calls that every event takes, for the JVM: the same buffers that UniFFI would pass, through one JNI call each.
//!
//! A call answers with null where there is no such client (any more) or where something has panicked; the Kotlin module makes it an exception.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jni::errors::{Result, ThrowRuntimeExAndDefault};
use jni::objects::{JByteArray, JClass};
use jni::sys::{jint, jlong};
use jni::{Env, EnvUnowned};
use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::client::Client;

/// A native method of `io.github.s2sevents.Native`: reads a call from the first bytes of an array.
macro_rules! native {
    ($($name:ident = $method:ident;)*) => {
        $(
            /// Lifts the call from the first `length` bytes of `input`, runs it on the client and lowers what came of it.
            #[expect(unsafe_code, reason = "Java finds a native method by its name")]
            #[unsafe(no_mangle)]
            pub extern "system" fn $name<'l>(
                mut env: EnvUnowned<'l>,
                _: JClass<'l>,
                client: jlong,
                input: JByteArray<'l>,
                length: jint,
            ) -> JByteArray<'l> {
                env.with_env(|env| -> Result<_> {
                    let input = bytes(env, &input, length)?;
                    answer(env, || {
                        let call = Lift::<UniFfiTag>::try_read(&mut &*input).ok()?;
                        Some(lowered(Client::of(client)?.$method(call).ok()?))
                    })
                })
                .resolve::<ThrowRuntimeExAndDefault>()
            }
        )*
    };
}

native! {
    Java_io_github_s2sevents_Native_build = build;
    Java_io_github_s2sevents_Native_messages = messages;
    Java_io_github_s2sevents_Native_interpret = interpret;
}

/// As the others; the lines are all of their array.
#[expect(unsafe_code, reason = "Java finds a native method by its name")]
#[unsafe(no_mangle)]
pub extern "system" fn Java_io_github_s2sevents_Native_buildJsonl<'l>(
    mut env: EnvUnowned<'l>,
    _: JClass<'l>,
    client: jlong,
    lines: JByteArray<'l>,
    input: JByteArray<'l>,
    length: jint,
) -> JByteArray<'l> {
    env.with_env(|env| -> Result<_> {
        let lines = env.convert_byte_array(&lines)?;
        let input = bytes(env, &input, length)?;
        answer(env, || {
            let call = Lift::<UniFfiTag>::try_read(&mut &*input).ok()?;
            Some(Client::of(client)?.lines(&lines, call))
        })
    })
    .resolve::<ThrowRuntimeExAndDefault>()
}

fn bytes(env: &mut Env<'_>, array: &JByteArray<'_>, length: jint) -> Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(length).unwrap_or_default()];
    array.get_region(env, 0, &mut bytes)?;
    Ok(bytes.into_iter().map(i8::cast_unsigned).collect())
}

fn lowered<T: Lower<UniFfiTag>>(value: T) -> Vec<u8> {
    let mut out = Vec::with_capacity(1024);
    T::write(value, &mut out);
    out
}

fn answer<'l>(env: &mut Env<'l>, run: impl FnOnce() -> Option<Vec<u8>>) -> Result<JByteArray<'l>> {
    // Everything that a call changes is its own, but for the table of clients, which a panic leaves whole.
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Some(out)) => env.byte_array_from_slice(&out),
        Ok(None) | Err(_) => Ok(JByteArray::default()),
    }
}
