/// Metrix's REST API: one app.
///
/// Where a message has no `id`, it gets one from `newID`: a random UUID by default.
public struct Metrix: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: MetrixConfig) throws {
        core = try ClientCore { try Client.metrix(config: config) }
    }

    /// The request of a profile update.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func user(_ user: MetrixUser, newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixUser(user)), newID: newID)
    }

    /// The request of an action.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func action(_ action: MetrixAction, newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixAction(action)), newID: newID)
    }

    /// The request of revenue.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func revenue(_ revenue: MetrixRevenue, newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixRevenue(revenue)), newID: newID)
    }

    /// The request of a business event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func businessEvent(_ businessEvent: MetrixBusinessEvent, newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixBusinessEvent(businessEvent)), newID: newID)
    }

    /// One request of several messages of one user.
    ///
    /// - Throws: ``ValidationError`` with all issues.
    public func messages(_ identity: MetrixIdentity, _ messages: [MetrixMessage], newID: NewID = .random) throws -> Request {
        try core.build(.typed(identity: identity, messages: messages), count: messages.count, newID: newID)
    }
}
