import Foundation

/// All destinations of a program: one neutral `Event` becomes a request for each of them. They are immutable: open them once and share them
/// between tasks and threads. They hold a little native memory, which is freed with the last copy.
public struct Destinations: Sendable, Redacted {
    private let native: DestinationsCore
    /// Largest number of ids that one event can need.
    private let mostIDs: Int

    /// The labels of the destinations: what ``Part/destination`` and the member `destinations` of an event call them.
    public let labels: [String]

    /// Opens the destinations of a configuration: a JSON object that says what the configuration file of the program `s2s` does, such as
    /// `{"adjust": {…, "events": {…}, "mapping": {…}}, "destination": {"eu": {"provider": "ga4", …}}}`.
    ///
    /// - Throws: ``ConfigError`` with all issues of all destinations.
    public init(_ config: String) throws {
        try self.init(.json(text: config))
    }

    /// Opens destinations. One of each provider can be without a name.
    ///
    /// - Throws: ``ConfigError`` with all issues of all destinations; their paths begin with the position of a destination: `/0/config/appToken`.
    public init(_ destinations: [DestinationConfig]) throws {
        try self.init(.typed(destinations: destinations.map(\.data)))
    }

    /// Opens destinations, as the initializer that takes an array.
    ///
    /// - Throws: ``ConfigError`` with all issues of all destinations.
    public init(_ destinations: DestinationConfig...) throws {
        try self.init(destinations)
    }

    private init(_ config: DestinationsData) throws {
        let native = try withConfigErrors { try DestinationsCore(config: config) }
        self.native = native
        labels = try caught { try native.labels() }
        mostIDs = try caught { Int(try native.mostNewIds()) }
    }

    /// A client of the destination of that label, to interpret responses or to build events of its provider; nil if there is no such destination.
    ///
    /// - Throws: ``InternalError``.
    public func client(_ label: String) throws -> Destination? {
        try caught { try native.client(label: label) }.map(Destination.init)
    }

    /// Builds the requests of one event: a part for each destination. The messages of providers that have ids get the event's `id` or, if it has
    /// none, one of `newID`, the same at each destination.
    ///
    /// - Throws: ``ValidationError`` with the issues of the event itself, which are the same for all destinations.
    public func fanOut(_ event: Event, now: Date = Date(), newID: NewID = .random) throws -> [Part] {
        try results(.typed(event: event), event.size, now, newID).map { Part($0) }
    }

    /// As for a typed event, for a JSON text: an object of the fields of `Event`, and perhaps `destinations`, a list of the ``labels`` of those
    /// that it is for.
    ///
    /// - Throws: ``ValidationError`` with the issues of the event itself, which are the same for all destinations.
    public func fanOut(_ event: String, now: Date = Date(), newID: NewID = .random) throws -> [Part] {
        try fanOut(Data(event.utf8), now: now, newID: newID)
    }

    /// As for a JSON text, for its bytes in UTF-8.
    ///
    /// - Throws: ``ValidationError`` with the issues of the event itself, which are the same for all destinations.
    public func fanOut(_ event: Data, now: Date = Date(), newID: NewID = .random) throws -> [Part] {
        try results(.json(text: event), event.count, now, newID).map { Part($0) }
    }

    /// Like ``fanOut(_:now:newID:)``, and says where each field goes.
    ///
    /// - Throws: ``ValidationError`` with the issues of the event itself, which are the same for all destinations.
    public func explain(_ event: Event, now: Date = Date(), newID: NewID = .random) throws -> [Explained] {
        try results(.typed(event: event), event.size, now, newID, hasRows: true).map { try Explained($0) }
    }

    /// Like ``fanOut(_:now:newID:)`` of a JSON text, and says where each field goes.
    ///
    /// - Throws: ``ValidationError`` with the issues of the event itself, which are the same for all destinations.
    public func explain(_ event: String, now: Date = Date(), newID: NewID = .random) throws -> [Explained] {
        try explain(Data(event.utf8), now: now, newID: newID)
    }

    /// As for a JSON text, for its bytes in UTF-8.
    ///
    /// - Throws: ``ValidationError`` with the issues of the event itself, which are the same for all destinations.
    public func explain(_ event: Data, now: Date = Date(), newID: NewID = .random) throws -> [Explained] {
        try results(.json(text: event), event.count, now, newID, hasRows: true).map { try Explained($0) }
    }

    private func results(
        _ event: NeutralData, _ size: Int, _ now: Date, _ newID: NewID, hasRows: Bool = false
    ) throws -> [ExplainedData] {
        try check(size, at: "")
        let call = NeutralCall(event: event, nowMillis: now.unixMilliseconds, newIds: newID.ids(mostIDs), hasRows: hasRows)
        switch try caught({ try native.fanOut(call: call) }) {
        case .parts(let parts): return parts
        case .issues(let issues): throw ValidationError(issues: issues.map(Issue.init))
        }
    }

    /// The labels alone: a configuration holds credentials.
    public var description: String { "Destinations(\(labels.joined(separator: ", ")))" }
}

/// A destination of ``Destinations``: the configuration of its provider, and how it takes neutral events. `events` says what events become there;
/// an event without an entry becomes what the provider documents for it, and where there is nothing, that is an issue. `mapping` says what happens
/// to fields that have no place there, and without consent. `name` is needed where a provider has several destinations.
public struct DestinationConfig: Sendable, Redacted {
    let data: OneDestinationData

    init(_ config: AnyConfig, _ events: [EventName: EventTarget], _ mapping: EventMapping, _ name: String?) {
        let targets = EventName.allCases.compactMap { event in
            events[event].map { TargetData(event: event, name: $0.name, kind: $0.kind) }
        }
        data = OneDestinationData(name: name, config: config, targets: targets, mapping: mapping)
    }
}

/// What a neutral event becomes at a destination: an event of this name, token or slug, and perhaps of a kind, at providers that have several.
/// A literal is a name.
public struct EventTarget: Sendable, Hashable, ExpressibleByStringLiteral, Redacted {
    let name: String
    let kind: String?

    /// An event of that name.
    public init(_ name: String, kind: String? = nil) {
        (self.name, self.kind) = (name, kind)
    }

    public init(stringLiteral name: String) {
        self.init(name)
    }

    /// Nothing: the destination does not get the event. The name `skip` without a kind means the same.
    public static let skip = EventTarget("skip")
}
