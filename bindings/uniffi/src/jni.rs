//! The calls that every event takes, for the JVM: buffers as UniFFI would pass them, through one JNI call each.
//!
//! A call returns null if there is no such object (any more) or if something has panicked; the Kotlin module makes it an exception.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use jni::errors::{Result, ThrowRuntimeExAndDefault};
use jni::objects::{JByteArray, JClass};
use jni::sys::{jint, jlong};
use jni::{Env, EnvUnowned};
use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::answer::InterpretCall;
use crate::build::{LinesCall, MessagesCall};
use crate::client::Client;
use crate::delivery::Delivery;
use crate::destinations::{Destinations, NeutralCall};
use crate::numbered::Numbered;
use crate::request::RequestData;
use crate::wire;

/// A native method of `io.github.s2sevents.Native`: what `$answer` makes of the first `length` bytes of an array.
macro_rules! native {
    ($($name:ident = $answer:path;)*) => {
        $(
            /// Returns what the client, the destinations or the delivery makes of the first `length` bytes of `input`.
            #[expect(unsafe_code, reason = "Java finds a native method by its name")]
            #[unsafe(no_mangle)]
            pub extern "system" fn $name<'l>(
                mut env: EnvUnowned<'l>,
                _: JClass<'l>,
                own: jlong,
                input: JByteArray<'l>,
                length: jint,
            ) -> JByteArray<'l> {
                env.with_env(|env| -> Result<_> {
                    let input = bytes(env, &input, length)?;
                    answer(env, || $answer(Numbered::of(own)?, &input))
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
    Java_io_github_s2sevents_Native_fanOut = fan_out;
    Java_io_github_s2sevents_Native_submit = submit;
    Java_io_github_s2sevents_Native_poll = poll;
    Java_io_github_s2sevents_Native_settle = settle;
    Java_io_github_s2sevents_Native_takeReports = take_reports;
    Java_io_github_s2sevents_Native_acknowledge = acknowledge;
    Java_io_github_s2sevents_Native_runNext = run_next;
    Java_io_github_s2sevents_Native_runStored = run_stored;
    Java_io_github_s2sevents_Native_runReported = run_reported;
    Java_io_github_s2sevents_Native_runError = run_error;
}

fn build(client: Arc<Client>, input: &[u8]) -> Option<Vec<u8>> {
    wire::build(client.any(), input)
}

fn messages(client: Arc<Client>, mut input: &[u8]) -> Option<Vec<u8>> {
    let call: MessagesCall = lifted(&mut input)?;
    let mut out = Vec::with_capacity(wire::SIZE);
    wire::append(&mut out, call.built(client.any()).as_ref());
    Some(out)
}

fn interpret(client: Arc<Client>, mut input: &[u8]) -> Option<Vec<u8>> {
    let call: InterpretCall = lifted(&mut input)?;
    call.run(Some(client.any().provider())).map(lowered)
}

fn fan_out(destinations: Arc<Destinations>, mut input: &[u8]) -> Option<Vec<u8>> {
    let call: NeutralCall = lifted(&mut input)?;
    Some(lowered(call.run(destinations.every())))
}

fn submit(delivery: Arc<Delivery>, mut input: &[u8]) -> Option<Vec<u8>> {
    delivery.submit(lifted(&mut input)?).ok().map(lowered)
}

fn poll(delivery: Arc<Delivery>, mut input: &[u8]) -> Option<Vec<u8>> {
    Some(delivery.polled(lifted(&mut input)?, wire::next))
}

fn settle(delivery: Arc<Delivery>, mut input: &[u8]) -> Option<Vec<u8>> {
    delivery.settle(lifted(&mut input)?).ok().map(lowered)
}

fn take_reports(delivery: Arc<Delivery>, _: &[u8]) -> Option<Vec<u8>> {
    delivery.take_reports().ok().map(lowered)
}

fn acknowledge(delivery: Arc<Delivery>, mut input: &[u8]) -> Option<Vec<u8>> {
    delivery.acknowledge(lifted(&mut input)?).ok().map(lowered)
}

fn run_next(delivery: Arc<Delivery>, mut input: &[u8]) -> Option<Vec<u8>> {
    Some(delivery.stepped(lifted(&mut input)?, wire::step))
}

fn run_stored(delivery: Arc<Delivery>, _: &[u8]) -> Option<Vec<u8>> {
    delivery.run_stored().ok().map(|()| Vec::new())
}

fn run_reported(delivery: Arc<Delivery>, mut input: &[u8]) -> Option<Vec<u8>> {
    delivery.run_reported(lifted(&mut input)?).ok().map(|()| Vec::new())
}

fn run_error(delivery: Arc<Delivery>, mut input: &[u8]) -> Option<Vec<u8>> {
    let input = &mut input;
    delivery.run_error(lifted(input)?, lifted(input)?, lifted(input)?, lifted(input)?).ok().map(lowered)
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
            let call: LinesCall = lifted(&mut &*input)?;
            Some(call.run(Client::of(client)?.any(), &lines))
        })
    })
    .resolve::<ThrowRuntimeExAndDefault>()
}

/// As [`native!`], for a method that needs neither a client, destinations nor a delivery.
macro_rules! native_of_none {
    ($($name:ident = $answer:path;)*) => {
        $(
            /// Returns what is made of the first `length` bytes of `input`.
            #[expect(unsafe_code, reason = "Java finds a native method by its name")]
            #[unsafe(no_mangle)]
            pub extern "system" fn $name<'l>(
                mut env: EnvUnowned<'l>,
                _: JClass<'l>,
                input: JByteArray<'l>,
                length: jint,
            ) -> JByteArray<'l> {
                env.with_env(|env| -> Result<_> {
                    let input = bytes(env, &input, length)?;
                    answer(env, || $answer(&input))
                })
                .resolve::<ThrowRuntimeExAndDefault>()
            }
        )*
    };
}

native_of_none! {
    Java_io_github_s2sevents_Native_interpretAny = interpret_any;
    Java_io_github_s2sevents_Native_laneKey = lane_key;
}

fn interpret_any(mut input: &[u8]) -> Option<Vec<u8>> {
    let call: InterpretCall = lifted(&mut input)?;
    call.run(None).map(lowered)
}

/// The text of the key; empty where there is none.
fn lane_key(mut input: &[u8]) -> Option<Vec<u8>> {
    let request: RequestData = lifted(&mut input)?;
    Some(request.lane_key().unwrap_or_default().into_bytes())
}

fn bytes(env: &mut Env<'_>, array: &JByteArray<'_>, length: jint) -> Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(length).unwrap_or_default()];
    array.get_region(env, 0, &mut bytes)?;
    Ok(bytes.into_iter().map(i8::cast_unsigned).collect())
}

fn lifted<T: Lift<UniFfiTag>>(input: &mut &[u8]) -> Option<T> {
    T::try_read(input).ok()
}

fn lowered<T: Lower<UniFfiTag>>(answer: T) -> Vec<u8> {
    let mut out = Vec::new();
    T::write(answer, &mut out);
    out
}

fn answer<'l>(env: &mut Env<'l>, run: impl FnOnce() -> Option<Vec<u8>>) -> Result<JByteArray<'l>> {
    // Everything that a call changes is its own, but for the tables of what there is and the deliveries, whose locks go on after a panic.
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(Some(out)) => env.byte_array_from_slice(&out),
        Ok(None) | Err(_) => Ok(JByteArray::default()),
    }
}
