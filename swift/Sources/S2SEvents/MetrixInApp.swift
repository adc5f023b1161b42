/// Metrix's older API for in-app events: one app.
public struct MetrixInApp: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: MetrixInAppConfig) throws {
        core = try ClientCore { try Client.metrixInApp(config: config) }
    }

    /// The request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: MetrixInAppEvent) throws -> Request {
        try core.build(.typed(event: .metrixInApp(event)))
    }

    /// What becomes of each of many events, in their order.
    public func buildMany(_ events: [MetrixInAppEvent]) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .metrixInApp($0)) })
    }
}
