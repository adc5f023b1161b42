import Foundation

/// Adjust's S2S events API: one app.
public struct Adjust: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: AdjustConfig) throws {
        core = try ClientCore { try Client.adjust(config: config) }
    }

    /// The request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: AdjustEvent, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .adjust(event)), now: now)
    }

    /// What becomes of each of many events, in their order.
    public func buildMany(_ events: [AdjustEvent], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .adjust($0)) }, now: now)
    }
}
