#!/bin/sh
# Makes native/S2SEventsFFI.xcframework, which the package takes on macOS. Needs macOS, Xcode, and rustup's targets:
# rustup target add aarch64-apple-darwin x86_64-apple-darwin aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios
set -eu
cd "$(dirname "$0")/.."

# The sources and headers; they are the same on every platform.
cargo xtask swift library

native=swift/native
rm -rf "$native/apple" "$native/S2SEventsFFI.xcframework"
mkdir -p "$native/apple/headers"
cp swift/Sources/S2SEventsFFI/*.h "$native/apple/headers"
# The framework brings its library: there is none to look for.
grep -v 'link "' swift/Sources/S2SEventsFFI/module.modulemap > "$native/apple/headers/module.modulemap"

# One library for each platform, of all its processors.
set --
for platform in "macos aarch64-apple-darwin x86_64-apple-darwin" "ios aarch64-apple-ios" "simulator aarch64-apple-ios-sim x86_64-apple-ios"; do
    folder=$native/apple/${platform%% *}
    libraries=
    for target in ${platform#* }; do
        cargo build --locked --profile native --package s2s-uniffi --target "$target"
        libraries="$libraries target/$target/native/libs2s_uniffi.a"
    done
    mkdir -p "$folder"
    # shellcheck disable=SC2086
    lipo -create $libraries -output "$folder/libs2s_uniffi.a"
    set -- "$@" -library "$folder/libs2s_uniffi.a" -headers "$native/apple/headers"
done
xcodebuild -create-xcframework "$@" -output "$native/S2SEventsFFI.xcframework"
