import Foundation

/// A client of the provider that a configuration names, for events in the JSON form, which name their provider and kind.
public struct Destination: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration, a JSON object with the name of the `provider` and its settings.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with it.
    public init(_ config: String) throws {
        core = try ClientCore(.json(text: config))
    }

    init(_ native: Client) {
        core = ClientCore(native)
    }

    /// The request of an event, one JSON object.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func build(_ event: String, now: Date = Date(), newID: NewID = .random) throws -> Request {
        try build(Data(event.utf8), now: now, newID: newID)
    }

    /// The same for the bytes of a JSON text in UTF-8.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func build(_ event: Data, now: Date = Date(), newID: NewID = .random) throws -> Request {
        try core.build(.json(text: event), now: now, newID: newID)
    }

    /// Returns the key of the lane of an event, one JSON object, or nil where the order does not matter: see ``Request/laneKey()``. It does not
    /// depend on `now`, which is for the checks of the event, nor on an id, which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: String, now: Date = Date()) throws -> String? {
        try laneKey(Data(event.utf8), now: now)
    }

    /// The same for the bytes of a JSON text in UTF-8.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: Data, now: Date = Date()) throws -> String? {
        try core.laneKey(.json(text: event), now: now)
    }

    /// One request of several messages of one user: an object, and an array of messages with their kinds.
    ///
    /// - Throws: ``ValidationError`` with all issues.
    public func messages(
        _ identity: String, _ messages: String, now: Date = Date(), newID: NewID = .random
    ) throws -> Request {
        // As many as there can be, at most.
        let count = messages.utf8.count { $0 == UInt8(ascii: "{") }
        return try core.build(.json(identity: identity, messages: messages), count: count, now: now, newID: newID)
    }

    /// What becomes of each of many events, in their order.
    public func buildMany(
        _ events: [Data], now: Date = Date(), newID: NewID = .random
    ) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .json(text: $0) }, now: now, newID: newID)
    }

    /// The requests of the events in `lines`, one JSON object per line, as lines of JSON: `{"line":1,"request":{…},"warnings":[…]}` or
    /// `{"line":2,"issues":[…]}`. All cores work. Without `showingSecrets`, credentials are `[redacted]`.
    ///
    /// - Throws: ``ValidationError`` for more than 1 GiB at once.
    public func buildJSONLines(
        _ lines: Data, now: Date = Date(), newID: NewID = .random, showingSecrets: Bool = true
    ) throws -> Data {
        try core.build(lines: lines, now: now, newID: newID, showingSecrets: showingSecrets)
    }
}
