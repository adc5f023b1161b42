//! The native library of the Kotlin and Swift packages `s2s-events`: conversions between these languages and `s2s-core`, and no rule of any
//! provider.
//!
//! Configurations and events are UniFFI records, derived on the core's structs. Everything else that crosses is plain data, many events at
//! once: one buffer in and one out. On the JVM UniFFI's own calls cost more than building an event; [`jni`] takes the same buffers without them.

mod answer;
mod build;
mod client;
mod convert;
mod delivery;
mod destinations;
mod fault;
mod hash;
mod jni;
mod numbered;
mod request;
mod run;
mod wire;

uniffi::setup_scaffolding!();

/// `Debug` that shows nothing of what a type holds: credentials and personal data.
macro_rules! redacted_debug {
    ($type:ident) => {
        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($type)).finish_non_exhaustive()
            }
        }
    };
}
use redacted_debug;
