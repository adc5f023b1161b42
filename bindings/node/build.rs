//! Sets the flags with which the linker makes a module for Node.

fn main() {
    napi_build::setup();
}
