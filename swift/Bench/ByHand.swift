import Foundation

/// What a careful user writes by hand: the same bytes for the same events, with the same checks, `JSONEncoder` for JSON and
/// `addingPercentEncoding` for the form.
struct ByHand {
    struct Sent {
        let method, url: String
        let headers: [String: String]
        let body: Data
    }

    struct Invalid: Error {}

    private let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    private let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }()

    func json(_ line: Data, now: Date) throws -> Sent { try typed(decoder.decode(Purchase.self, from: line), now: now) }

    func typed(_ event: Purchase, now: Date) throws -> Sent {
        try check(event, now: now)
        var form = ""
        form.reserveCapacity(768)
        func add(_ name: String, _ value: String) throws {
            guard let encoded = value.addingPercentEncoding(withAllowedCharacters: Self.unreserved) else { throw Invalid() }
            if !form.isEmpty { form += "&" }
            form += name
            form += "="
            form += encoded
        }
        try add("s2s", "1")
        try add("event_token", event.eventToken)
        try add("app_token", Events.appToken)
        try add("gps_adid", event.gpsAdid.lowercased())
        try add("adid", event.adid)
        try add("os_name", event.osName)
        try add("os_version", event.osVersion)
        try add("device_name", event.deviceName)
        try add("ip_address", event.ipAddress)
        try add("user_agent", event.userAgent)
        try add("created_at_unix", String(Int(event.createdAt.timeIntervalSince1970)))
        try add("callback_params", String(decoding: encoder.encode(event.callbackParams), as: UTF8.self))
        try add("partner_params", String(decoding: encoder.encode(event.partnerParams), as: UTF8.self))
        try add("currency", event.currency.uppercased())
        try add("revenue", event.revenue.description)
        try add("environment", "sandbox")
        return Sent(
            method: "POST", url: "https://s2s.adjust.com/event",
            headers: ["content-type": "application/x-www-form-urlencoded", "authorization": "Bearer \(Events.authToken)"],
            body: Data(form.utf8)
        )
    }

    private func check(_ event: Purchase, now: Date) throws {
        let isValid =
            event.eventToken.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            && UUID(uuidString: event.gpsAdid) != nil
            && event.adid.utf8.count == 32 && event.adid.utf8.allSatisfy(isHexDigit)
            && isIPv4(event.ipAddress)
            && event.currency.utf8.count == 3 && event.currency.utf8.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) }
            && event.revenue >= Self.least && event.revenue <= Self.most
            && event.createdAt >= now - 58 * 24 * 60 * 60 && event.createdAt <= now + 24 * 60 * 60
            && [event.osName, event.osVersion, event.deviceName, event.userAgent].allSatisfy { text in
                !text.isEmpty && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            }
        if !isValid { throw Invalid() }
    }

    private func isHexDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) }

    private func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    private static let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    private static let least = Decimal(1) / 1_000
    private static let most = Decimal(100_000_000_000)
}
