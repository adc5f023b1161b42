import Foundation

/// What all clients have. A client is immutable: make it once and share it between tasks and threads. It holds a little native memory, which is
/// freed with the last copy.
public protocol ProviderClient: Sendable, Redacted {
    /// What builds and interprets.
    var core: ClientCore { get }
}

extension ProviderClient {
    /// The name of the provider API.
    public var provider: String { core.provider }

    /// Interprets a response to `request`, by the rules of the request's provider; without `request`, by those of the client's. `headers` are
    /// names, in any case, and values; `body` is decoded from its transfer and content encodings. `receivedAt` counts only where the server names
    /// a date to wait for. Without `request`, the outcome has less of the provider's own error text. The function `interpret` does the same
    /// without a client.
    ///
    /// - Throws: ``ValidationError`` where `status` is none or `body` is larger than 1 GiB, ``InternalError``.
    public func interpret(
        _ request: Request?, status: Int, headers: some Sequence<(String, String)>, body: Data, receivedAt: Date? = nil
    ) throws -> Outcome {
        try core.interpret(request, Answer(status: status, headers: headers, body: body, receivedAt: receivedAt))
    }

    /// Interprets the lack of a response: the same for every provider and request.
    ///
    /// - Throws: ``InternalError``.
    public func interpret(_ noResponse: NoResponse) throws -> Outcome {
        try core.interpret(nil, .none(kind: noResponse.rawValue))
    }

    /// Interprets an error of the HTTP client, which is the lack of a response: see ``NoResponse/init(_:)``.
    ///
    /// - Throws: ``InternalError``.
    public func interpret(error: any Error) throws -> Outcome {
        try interpret(NoResponse(error))
    }

    /// The provider alone: a configuration holds credentials.
    public var description: String { "\(Self.self)(\(provider))" }
}

/// Where a message without an id gets one from.
public enum NewID: Sendable {
    /// A random UUID.
    case random
    /// Nowhere: a missing id is an issue.
    case none
    /// What this makes: any text, random and unique. It is called once for each message, also for one that has an id.
    case made(by: @Sendable () -> String)

    func ids(_ count: @autoclosure () -> Int) -> NewIds {
        switch self {
        case .random: .random
        case .none: .none
        case .made(let make): .given(ids: (0..<count()).map { _ in make() })
        }
    }
}

/// The core's end of a client. There is nothing to do with it but to hold it.
public struct ClientCore: Sendable, Redacted {
    let native: Client
    let provider: String

    init(_ config: ConfigData) throws {
        self.init(try withConfigErrors { try Client(config: config) })
    }

    init(_ native: Client) {
        (self.native, provider) = (native, native.provider())
    }

    public var description: String { "ClientCore(\(provider))" }

    /// Maximum number of events that cross at once: enough that crossing costs next to nothing.
    private static let mostAtOnce = 1_024

    func build(_ event: EventData, now: Date = .distantPast, newID: NewID = .none) throws -> Request {
        guard let built = try build([event], now: now, newID: newID).first else { throw InternalError() }
        return try built.get()
    }

    /// The key of the lane of an event, which does not depend on an id.
    func laneKey(_ event: EventData, now: Date) throws -> String? {
        try build(event, now: now, newID: .made { "unsent" }).laneKey()
    }

    /// Builds each event, whatever is in the others: an event that is too large to cross has its issue at its index.
    func build(
        _ events: [EventData], now: Date = .distantPast, newID: NewID = .none, mostBytes: Int = largest
    ) throws -> [Result<Request, ValidationError>] {
        var results: [Result<Request, ValidationError>] = []
        results.reserveCapacity(events.count)
        var (some, bytes) = ([EventData](), 0)
        func cross() throws {
            if some.isEmpty { return }
            let call = BuildCall(events: some, nowMillis: now.unixMilliseconds, newIds: newID.ids(some.count))
            results += try caught { try native.build(call: call) }.map(result)
            (some, bytes) = ([], 0)
        }
        for event in events {
            let size = event.size
            let isTooLarge = size > mostBytes
            if isTooLarge || some.count == Self.mostAtOnce || bytes + size > mostBytes { try cross() }
            if isTooLarge {
                results.append(.failure(tooLarge("")))
            } else {
                some.append(event)
                bytes += size
            }
        }
        try cross()
        return results
    }

    func build(_ messages: MessagesData, count: Int, now: Date, newID: NewID) throws -> Request {
        try check(messages.size, at: "")
        let call = MessagesCall(messages: messages, nowMillis: now.unixMilliseconds, newIds: newID.ids(count))
        return try result(caught { try native.messages(call: call) }).get()
    }

    func build(lines: Data, now: Date, newID: NewID, showingSecrets: Bool) throws -> Data {
        try check(lines.count, at: "")
        let ids = newID.ids(lines.count { $0 == UInt8(ascii: "\n") } + 1)
        let call = LinesCall(nowMillis: now.unixMilliseconds, newIds: ids, showsSecrets: showingSecrets)
        return try caught { try native.buildJsonl(lines: lines, call: call) }
    }

    func interpret(_ request: Request?, _ answer: Answer) throws -> Outcome {
        try Outcome(caught { try native.interpret(call: InterpretCall(request: request?.data, answer: answer)) })
    }
}

extension Answer {
    init(status: Int, headers: some Sequence<(String, String)>, body: Data, receivedAt: Date?) throws {
        guard let status = UInt16(exactly: status) else {
            throw ValidationError(issues: [Issue(path: "/status", code: "out_of_range", message: "a status is an integer from 0 to 65535")])
        }
        try check(body.count, at: "/body")
        let names = headers.flatMap { [$0, $1] }
        self = .response(status: status, headers: names, body: body, receivedAtMillis: receivedAt?.unixMilliseconds)
    }
}

/// UniFFI counts bytes with 32 bits, and ends the process where that is not enough.
private let largest = Int(Int32.max / 2)

func check(_ count: Int, at path: String) throws {
    if count > largest { throw tooLarge(path) }
}

private func tooLarge(_ path: String) -> ValidationError {
    ValidationError(issues: [Issue(path: path, code: "too_large", message: "is larger than 1 GiB")])
}

/// Whatever a call across the border throws is a fault. Its own text stays here: it may hold values.
func caught<T>(_ call: () throws -> T) throws -> T {
    do { return try call() } catch { throw InternalError() }
}

/// Opens a configuration, whose issues are thrown as a ``ConfigError``.
func withConfigErrors<T>(_ open: () throws -> T) throws -> T {
    do {
        return try open()
    } catch let OpenError.Issues(issues) {
        throw ConfigError(issues: issues.map(Issue.init))
    } catch {
        throw InternalError()
    }
}

private func result(_ built: Built) -> Result<Request, ValidationError> {
    switch built {
    case .request(let data): .success(Request(data))
    case .issues(let issues): .failure(ValidationError(issues: issues.map(Issue.init)))
    }
}
