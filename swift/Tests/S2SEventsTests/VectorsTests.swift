import XCTest

@testable import S2SEvents

/// Every case of `vectors/`: all through the dynamic API, all but the `json_only` ones through the typed one, too.
final class VectorsTests: XCTestCase {
    func testNoCaseIsSkippedByMistake() throws {
        let (counts, cases) = (try Vectors.counts(), try Vectors.all())
        XCTAssertEqual(counts["cases"]?.digits, "\(cases.count)")
        XCTAssertEqual(counts["json_only"]?.digits, "\(cases.count { $0.isJsonOnly })")
    }

    func testEveryCaseAsJson() throws {
        try each(Vectors.all()) { vector in
            func open(_ config: JsonValue) throws -> Destination {
                try Destination(JsonValue.object(Pairs([("provider", .string(vector.provider))] + config.members.map { ($0, $1) })).text)
            }
            func laneKey(_ client: any ProviderClient) throws -> String? {
                try XCTUnwrap(client as? Destination).laneKey(vector.text, now: vector.time("now") ?? .distantPast)
            }
            try check(vector, path: { $0 }, open: open, laneKey: laneKey) { client in
                let destination = try XCTUnwrap(client as? Destination)
                if let messages = vector["messages"] {
                    return try destination.messages(vector["identity"]!.text, messages.text, now: vector.time("now") ?? .distantPast, newID: vector.newID)
                }
                return try destination.build(vector.text, now: vector.time("now") ?? .distantPast, newID: vector.newID)
            }
        }
    }

    func testEveryTypedCase() throws {
        try each(Vectors.all().filter { !$0.isJsonOnly }) { vector in
            func open(_ config: JsonValue) throws -> any ProviderClient { try TypedProviders.client(vector.provider, config) }
            func laneKey(_ client: any ProviderClient) throws -> String? {
                try TypedProviders.laneKey(client, vector["event"] ?? [:], now: vector.time("now") ?? .distantPast)
            }
            try check(vector, path: { typed($0, of: vector.provider) }, open: open, laneKey: laneKey) { client in
                if let messages = vector["messages"] {
                    return try TypedProviders.messages(client, vector["identity"]!, messages.items, now: vector.time("now") ?? .distantPast, newID: vector.newID)
                }
                let now = try vector.time("now") ?? .distantPast
                return try TypedProviders.build(client, vector["event"] ?? [:], now: now, newID: vector.newID)
            }
        }
    }

    /// The names of fields are in camelCase in the typed API; keys of maps stay.
    private func typed(_ path: String, of provider: String) -> String {
        let keys = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let first = keys.starts(with: ["", "messages"]) ? 3 : keys.starts(with: ["", "identity"]) ? 2 : 1
        let places = TypedProviders.records[provider] ?? []
        var place: [String] = []
        let typed = keys.dropFirst(first).map { key in
            let isField = place.isEmpty || places.contains(place.joined(separator: "/"))
            let isEach = places.contains((place + ["*"]).joined(separator: "/"))
            place.append(isEach ? "*" : key)
            return isField ? camelCase(key) : key
        }
        return (keys.prefix(first) + typed).joined(separator: "/")
    }

    private func each(_ cases: [Case], _ check: (Case) throws -> Void) rethrows {
        for vector in cases {
            do { try check(vector) } catch { XCTFail("\(vector.name): \(error)") }
        }
        print("\(cases.count) cases")
    }

    private func check(
        _ vector: Case, path: (String) -> String, open: (JsonValue) throws -> any ProviderClient,
        laneKey: (any ProviderClient) throws -> String?, build: (any ProviderClient) throws -> Request
    ) throws {
        func expected(_ key: String) -> Set<String> {
            Set((vector[key]?.items ?? []).map { "\(path($0["path"]!.string!)) \($0["code"]!.string!)" })
        }
        if let outcome = vector["outcome"], vector["request"] == nil {
            try checkOutcome(vector, open(Self.builtCase(vector.provider).config), outcome)
        } else if vector["config_issues"] != nil {
            XCTAssertThrowsError(try open(vector.config), vector.name) { error in
                XCTAssertEqual(codes((error as? ConfigError)?.issues), expected("config_issues"), vector.name)
            }
        } else if vector["issues"] != nil {
            let client = try open(vector.config)
            XCTAssertThrowsError(try build(client), vector.name) { error in
                XCTAssertEqual(codes((error as? ValidationError)?.issues), expected("issues"), vector.name)
            }
        } else {
            let client = try open(vector.config)
            let request = try build(client)
            if vector["messages"] == nil { XCTAssertEqual(try laneKey(client), try request.laneKey(), vector.name) }
            if let key = vector["lane_key"] {
                XCTAssertEqual(try request.laneKey(), key.string, vector.name)
                return
            }
            let sent: JsonValue = [
                "method": .string(request.method), "url": .string(request.url),
                "headers": .array(request.headers.map { [.string($0.name), .string($0.value)] }),
                "body": .string(String(decoding: request.body, as: UTF8.self)),
            ]
            checkBytes(sent.text, vector["request"]!.text, vector.name)
            XCTAssertEqual(request.messageIDs, (vector["message_ids"]?.items ?? []).compactMap(\.string), vector.name)
            XCTAssertEqual(codes(request.warnings), expected("warnings"), vector.name)
            if let outcome = vector["outcome"] { checkParts(vector, try ask(vector, client, request), outcome) }
        }
    }

    private func body(of response: JsonValue) -> Data {
        guard let digits = response["body_hex"]?.string.map({ Array($0) }) else { return Data(response["body"]!.string!.utf8) }
        return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16)! })
    }

    private func checkOutcome(_ vector: Case, _ client: some ProviderClient, _ wanted: JsonValue) throws {
        let outcome: Outcome
        if vector["response"] != nil {
            outcome = try ask(vector, client, vector["kind"] == nil ? nil : Self.request(vector))
            try checkWhicheverClientIsAsked(vector, outcome) { asked, request in try ask(vector, asked, request) }
        } else {
            let noResponse = try XCTUnwrap(NoResponse(rawValue: vector["no_response"]!.string!))
            outcome = try client.interpret(noResponse)
            try checkWhicheverClientIsAsked(vector, outcome) { asked, _ in
                try asked?.interpret(noResponse) ?? interpret(noResponse)
            }
        }
        checkParts(vector, outcome, wanted)
    }

    /// What a client says of the case's response to a request, or the function where there is no client.
    private func ask(_ vector: Case, _ client: (any ProviderClient)?, _ request: Request?) throws -> Outcome {
        let response = vector["response"]!
        let (status, body) = (Int(response["status"]!.digits!)!, body(of: response))
        let headers = response["headers"]!.items.map { ($0.items[0].string!, $0.items[1].string!) }
        let receivedAt = try vector.time("received_at")
        return try client?.interpret(request, status: status, headers: headers, body: body, receivedAt: receivedAt)
            ?? interpret(XCTUnwrap(request), status: status, headers: headers, body: body, receivedAt: receivedAt)
    }

    private func checkParts(_ vector: Case, _ outcome: Outcome, _ wanted: JsonValue) {
        let got: JsonValue = [
            "outcome": .string(outcome.kind.rawValue), "scope": .string(outcome.scope.rawValue), "reason": .string(outcome.reason),
            "maybe_delivered": .bool(outcome.maybeDelivered), "details": .object(outcome.details),
            "retry_after_ms": outcome.retryAfter.map { .number("\($0 / .milliseconds(1))".replacing(".0", with: "")) } ?? nil,
            "provider_message": outcome.providerMessage.map(JsonValue.string) ?? nil,
        ]
        for (key, value) in wanted.members where key != "events" {
            checkBytes(got[key]?.text, value.text, "\(vector.name): \(key)")
        }
        let events = outcome.events.map { JsonValue.object(Pairs([("outcome", .string($0.kind.rawValue)), ("scope", .string($0.scope.rawValue))])) }
        XCTAssertEqual(events, wanted["events"]?.items ?? [], vector.name)
    }

    /// A request is interpreted by the rules of its own kind: by the client of any provider, and by the function.
    private func checkWhicheverClientIsAsked(
        _ vector: Case, _ expected: Outcome, _ ask: ((any ProviderClient)?, Request) throws -> Outcome
    ) throws {
        let request = try Self.request(vector)
        for client in Self.asked + [nil] {
            let outcome = try ask(client, request)
            let name = "\(vector.name), asked: \(client.map { "\($0)" } ?? "the function")"
            XCTAssertEqual(outcome.kind, expected.kind, name)
            XCTAssertEqual(outcome.scope, expected.scope, name)
            XCTAssertEqual(outcome.reason, expected.reason, name)
        }
    }

    /// A client of each provider, typed and dynamic.
    private static let asked: [(any ProviderClient)?] = {
        let typed = TypedProviders.names.map { try! TypedProviders.client($0, builtCase($0).config) }
        return typed + TypedProviders.names.map { try! open($0) }
    }()

    private static func open(_ provider: String) throws -> Destination {
        let config = builtCase(provider).config.members.map { ($0, $1) }
        return try Destination(JsonValue.object(Pairs([("provider", .string(provider))] + config)).text)
    }

    /// A request of the kind that a case of a response is about.
    private static func request(_ vector: Case) throws -> Request {
        let kind = vector["kind"]?.string ?? TypedProviders.mainKinds[vector.provider]
        let built = builtCase(vector.provider, kind)
        return try open(vector.provider).build(built.text, now: built.time("now") ?? .distantPast, newID: built.newID)
    }

    /// A case of a provider in which an event becomes a request. Its configuration is for the cases of responses, which have none.
    private static func builtCase(_ provider: String, _ kind: String? = nil) -> Case {
        built.first { $0.provider == provider && (kind == nil || $0["event"]?["kind"]?.string == kind) }!
    }

    private static let built = try! Vectors.all().filter { $0["request"] != nil && $0["messages"] == nil && !$0.isJsonOnly }

    /// Strings are equal where their characters are, which may be of other bytes.
    private func checkBytes(_ got: String?, _ wanted: String, _ name: String) {
        XCTAssertTrue(got?.utf8.elementsEqual(wanted.utf8) == true, "\(name):\n\(got ?? "nothing")\n\(wanted)")
    }

    private func codes(_ issues: [Issue]?) -> Set<String> { Set((issues ?? []).map { "\($0.path) \($0.code)" }) }
}
