import Foundation
import S2SEvents

/// The events that every contender gets: alike in shape and size, different in every value, and the same in every run.
enum Events {
    /// The clock of every build: 2026-11-20T12:00:00Z.
    static let now = Date(timeIntervalSince1970: 1_795_176_000)

    /// The documentation's example app and token.
    static let appToken = "4w565xzmb54d"
    static let authToken = "v8s5opi0zs45607l8h8c48wak2vxb5oe"

    /// Enough that no contender lives from a branch predictor that knows the bytes by heart.
    static let samples: [Purchase] = {
        var random = Random(state: 1)
        return (0..<64).map { _ in sample(&random) }
    }()

    private static func sample(_ random: inout Random) -> Purchase {
        let devices = [("SM-G991B", "13"), ("Pixel 8 Pro", "14"), ("M2101K6G", "12"), ("CPH2447", "13.1")]
        let (device, version) = devices.randomElement(using: &random)!
        return Purchase(
            eventToken: ["f0ob4r", "abc123", "k9x2mz", "p4qw7e"].randomElement(using: &random)!,
            gpsAdid: "\(hex(8, &random))-\(hex(4, &random))-\(hex(4, &random))-\(hex(4, &random))-\(hex(12, &random))",
            adid: hex(32, &random), osName: "android", osVersion: version, deviceName: device,
            ipAddress: "203.0.113.\(Int.random(in: 0...255, using: &random))",
            userAgent: "Mozilla/5.0 (Linux; Android \(version); \(device)) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36",
            createdAt: now - Double(Int.random(in: 0..<19 * 24 * 60 * 60, using: &random)),
            revenue: Decimal(Int.random(in: 1...99_999, using: &random)) / 100,
            currency: ["USD", "EUR", "GBP", "TRY"].randomElement(using: &random)!,
            callbackParams: [
                "order": "A-\(Int.random(in: 0..<1_000_000, using: &random))",
                "plan": ["gold", "pro yearly", "familia ñ", "starter"].randomElement(using: &random)!,
            ],
            partnerParams: ["campaign": "autumn \(Int.random(in: 0..<100, using: &random))", "shop": "main"]
        )
    }

    private static func hex(_ digits: Int, _ random: inout Random) -> String {
        String((0..<digits).map { _ in "0123456789abcdef".randomElement(using: &random)! })
    }
}

/// What a program knows of an event before it is one of ours.
struct Purchase: Codable {
    let eventToken, gpsAdid, adid, osName, osVersion, deviceName, ipAddress, userAgent: String
    let createdAt: Date
    let revenue: Decimal
    let currency: String
    let callbackParams, partnerParams: [String: String]

    var event: AdjustEvent {
        AdjustEvent(
            eventToken: eventToken, gpsAdid: gpsAdid, adid: adid, createdAt: createdAt, revenue: revenue, currency: currency,
            callbackParams: Pairs(callbackParams), partnerParams: Pairs(partnerParams), userAgent: userAgent, ipAddress: ipAddress,
            osName: osName, osVersion: osVersion, deviceName: deviceName
        )
    }

    /// The event in the JSON form.
    func line() throws -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let members = String(decoding: try encoder.encode(self), as: UTF8.self).dropFirst()
        return Data((#"{"provider":"adjust","kind":"event","# + members).utf8)
    }
}

/// SplitMix64: the same numbers in every run.
struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
