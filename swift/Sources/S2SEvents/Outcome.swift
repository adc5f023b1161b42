/// What a response, or the lack of one, means for the events of a request. Its description shows nothing that may be personal data.
public struct Outcome: Sendable, Hashable, Redacted {
    /// The decision; its raw value is its name in JSON.
    public let kind: Kind
    /// What the decision is about.
    public let scope: Scope
    /// Why, in our words: one of a fixed set of texts, without personal data.
    public let reason: String
    /// How long the server asks to wait, for `retryLater` and `unclear`.
    public let retryAfter: Duration?
    /// Whether the provider may have accepted the event although that is not certain.
    public let maybeDelivered: Bool
    /// The provider's own error text, with every word masked that may be personal data or a credential.
    public let providerMessage: String?
    /// All fields of the provider's response, if it is a JSON object. They may hold personal data.
    public let details: Pairs<JsonValue>
    /// What the response means for each event of a request of several, in their order, where it names positions. Empty elsewhere: what the
    /// outcome says holds for all events.
    public let events: [EventOutcome]

    init(_ data: OutcomeData) throws {
        // Both sides are of one version, which UniFFI checks.
        guard let kind = Kind(rawValue: data.kind), let scope = Scope(rawValue: data.scope) else { throw InternalError() }
        self.kind = kind
        self.scope = scope
        reason = data.reason
        retryAfter = data.retryAfterMillis.map { .milliseconds($0) }
        maybeDelivered = data.maybeDelivered
        providerMessage = data.providerMessage
        details = data.details
        events = try data.events.map(EventOutcome.init)
    }

    public var description: String { "Outcome(\(kind.rawValue) of \(scope.rawValue): \(reason))" }
}

/// What a response means for one event of a request of several.
public struct EventOutcome: Sendable, Hashable {
    /// The decision.
    public let kind: Outcome.Kind
    /// What the decision is about.
    public let scope: Outcome.Scope
    /// Why, in our words: one of a fixed set of texts.
    public let reason: String

    init(_ data: EventOutcomeData) throws {
        guard let kind = Outcome.Kind(rawValue: data.kind), let scope = Outcome.Scope(rawValue: data.scope) else { throw InternalError() }
        self.kind = kind
        self.scope = scope
        reason = data.reason
    }
}
