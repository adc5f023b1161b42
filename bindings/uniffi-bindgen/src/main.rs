//! Generates Kotlin and Swift from the library that `bindings/uniffi` is built to.

fn main() {
    uniffi::uniffi_bindgen_main();
}
