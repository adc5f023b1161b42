// swift-tools-version: 6.0
import PackageDescription

// Where the native library is. `cargo xtask swift library` puts it into `native/`; tests name another folder.
let given = Context.environment["S2S_EVENTS_NATIVE"]
let folder = given ?? "\(Context.packageDirectory)/native"

#if os(macOS)
// For Apple's platforms: `xcframework.sh` makes it.
let isFramework = given == nil
#else
let isFramework = false
#endif

let package = Package(
    name: "S2SEvents",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [.library(name: "S2SEvents", targets: ["S2SEvents"])],
    targets: [
        isFramework
            ? .binaryTarget(name: "S2SEventsFFI", path: "native/S2SEventsFFI.xcframework")
            : .systemLibrary(name: "S2SEventsFFI"),
        .target(
            name: "S2SEvents",
            dependencies: ["S2SEventsFFI"],
            linkerSettings: isFramework ? [] : [.unsafeFlags(["-L\(folder)"])]
        ),
        .testTarget(name: "S2SEventsTests", dependencies: ["S2SEvents"]),
        .executableTarget(name: "Bench", dependencies: ["S2SEvents"], path: "Bench"),
    ],
    swiftLanguageModes: [.v6]
)
