/// What became of an event in the end. Every event that was submitted gets exactly one; after a restore it may come again until it is
/// acknowledged. Its description does not show the id, which may be personal data.
public struct Report: Sendable, Hashable, Redacted {
    /// What became of an event; its raw value is its name in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        /// The provider accepted it.
        case delivered
        /// The provider had it already.
        case duplicate
        /// The provider refuses it, or would: it is not sent again.
        case dropped
        /// It was tried as often or as long as the settings allow.
        case gaveUp = "gave_up"
    }

    /// The event's id, as it was submitted.
    public let id: String
    /// Its destination.
    public let destination: String
    /// What became of it.
    public let kind: Kind
    /// Why, in our words: one of a fixed set of texts, without personal data.
    public let reason: String
    /// Whether the provider may have the event although it is not reported as delivered.
    public let maybeDelivered: Bool
    /// How often it was sent, also where nothing can have arrived.
    public let attempts: Int
    /// The last outcome. `nil` where it was never sent, and after a restore.
    public let outcome: Outcome?
    /// What the HTTP client's last error said, without anything that the request carried. `nil` where the last attempt had a response, and after
    /// a restore.
    public let cause: String?

    init(_ data: ReportData) throws {
        guard let kind = Kind(rawValue: data.kind) else { throw InternalError() }
        self.kind = kind
        id = data.id
        destination = data.destination
        reason = data.reason
        maybeDelivered = data.maybeDelivered
        attempts = Int(data.attempts)
        outcome = try data.outcome.map(Outcome.init)
        cause = data.cause
    }

    public var description: String { "Report(\(kind.rawValue): \(reason), attempts: \(attempts), maybeDelivered: \(maybeDelivered))" }
}

/// What a delivery has done since it began, and what it has to do.
public struct DeliveryStats: Sendable, Hashable {
    /// What is known of a destination.
    public struct Destination: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Provider of its requests; destinations of several providers may share a name.
        public let provider: String
        /// Whether requests go there.
        public let state: State
        /// Requests that are under way.
        public let inFlight: Int
        /// How many requests may go there in a second, where that is limited.
        public let perSecond: Double?
        /// What the HTTP client's last error said, without anything that the request carried. `nil` where the last attempt had a response.
        public let cause: String?
    }

    /// State of a destination; its raw value is its name in JSON.
    public enum State: String, Sendable, CaseIterable {
        /// They do.
        case open
        /// It refuses the credentials or all events; one request now and then tries again.
        case refused
        /// It does not respond; one request now and then tries again.
        case silent
    }

    /// Events that were submitted.
    public let submitted: Int
    /// Events that were delivered.
    public let delivered: Int
    /// Events that the provider had already.
    public let duplicate: Int
    /// Events that the provider refuses.
    public let dropped: Int
    /// Events that were given up.
    public let gaveUp: Int
    /// Number of requests that were returned to be sent.
    public let requests: Int
    /// Events that wait or are under way.
    public let pending: Int
    /// Requests that are under way.
    public let inFlight: Int
    /// Lanes with events.
    public let lanes: Int
    /// Lanes without events that are remembered.
    public let rememberedLanes: Int
    /// What is known of each destination.
    public let destinations: [Destination]

    init(_ data: StatsData) throws {
        submitted = Int(clamping: data.submitted)
        delivered = Int(clamping: data.delivered)
        duplicate = Int(clamping: data.duplicate)
        dropped = Int(clamping: data.dropped)
        gaveUp = Int(clamping: data.gaveUp)
        requests = Int(clamping: data.requests)
        pending = Int(clamping: data.pending)
        inFlight = Int(clamping: data.inFlight)
        lanes = Int(clamping: data.lanes)
        rememberedLanes = Int(clamping: data.rememberedLanes)
        destinations = try data.destinations.map { own in
            guard let state = State(rawValue: own.state) else { throw InternalError() }
            let inFlight = Int(clamping: own.inFlight)
            return Destination(
                name: own.name, provider: own.provider, state: state, inFlight: inFlight, perSecond: own.perSecond, cause: own.cause)
        }
    }
}
