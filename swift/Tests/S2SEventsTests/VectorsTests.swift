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
            try check(vector, path: { $0 }, open: open) { destination in
                if let messages = vector["messages"] {
                    return try destination.messages(vector["identity"]!.text, messages.text, newID: vector.newID)
                }
                return try destination.build(vector.text, now: vector.time("now") ?? .distantPast, newID: vector.newID)
            }
        }
    }

    func testEveryTypedCase() throws {
        try each(Vectors.all().filter { !$0.isJsonOnly }) { vector in
            let now = try vector.time("now") ?? .distantPast
            let event = vector["event"] ?? [:]
            switch vector.provider {
            case "adjust": try check(vector, path: typed, open: { try Adjust(record($0)) }) { try $0.event(record(event), now: now) }
            case "metrix_inapp": try check(vector, path: typed, open: { try MetrixInApp(record($0)) }) { try $0.event(record(event)) }
            default: try check(vector, path: typed, open: { try Metrix(record($0)) }) { try build($0, vector) }
            }
        }
    }

    private func build(_ metrix: Metrix, _ vector: Case) throws -> Request {
        if let messages = vector["messages"] {
            return try metrix.messages(record(vector["identity"]!), messages.items.map(message), newID: vector.newID)
        }
        switch try message(vector["event"]!) {
        case .user(let user): return try metrix.user(user, newID: vector.newID)
        case .action(let action): return try metrix.action(action, newID: vector.newID)
        case .revenue(let revenue): return try metrix.revenue(revenue, newID: vector.newID)
        case .businessEvent(let event): return try metrix.businessEvent(event, newID: vector.newID)
        }
    }

    private func message(_ json: JsonValue) throws -> MetrixMessage {
        switch json["kind"]!.string! {
        case "user": .user(try record(json))
        case "action": .action(try record(json))
        case "revenue": .revenue(try record(json))
        default: .businessEvent(try record(json))
        }
    }

    /// The names of fields are in camelCase in the typed API; keys of maps stay.
    private func typed(_ path: String) -> String {
        var keys = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let at = keys.starts(with: ["", "messages"]) ? 3 : keys.starts(with: ["", "identity"]) ? 2 : 1
        if keys.indices.contains(at) { keys[at] = camelCase(keys[at]) }
        return keys.joined(separator: "/")
    }

    private func each(_ cases: [Case], _ check: (Case) throws -> Void) rethrows {
        for vector in cases {
            do { try check(vector) } catch { XCTFail("\(vector.name): \(error)") }
        }
        print("\(cases.count) cases")
    }

    private func check<Client: ProviderClient>(
        _ vector: Case, path: (String) -> String, open: (JsonValue) throws -> Client, build: (Client) throws -> Request
    ) throws {
        func expected(_ key: String) -> Set<String> {
            Set((vector[key]?.items ?? []).map { "\(path($0["path"]!.string!)) \($0["code"]!.string!)" })
        }
        if let outcome = vector["outcome"] {
            try checkOutcome(vector, open(Self.configs[vector.provider]!), outcome)
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
            let request = try build(open(vector.config))
            let sent: JsonValue = [
                "method": .string(request.method), "url": .string(request.url),
                "headers": .array(request.headers.map { [.string($0.name), .string($0.value)] }),
                "body": .string(String(decoding: request.body, as: UTF8.self)),
            ]
            checkBytes(sent.text, vector["request"]!.text, vector.name)
            XCTAssertEqual(request.messageIDs, (vector["message_ids"]?.items ?? []).compactMap(\.string), vector.name)
            XCTAssertEqual(codes(request.warnings), expected("warnings"), vector.name)
        }
    }

    private func body(of response: JsonValue) -> Data {
        guard let digits = response["body_hex"]?.string.map({ Array($0) }) else { return Data(response["body"]!.string!.utf8) }
        return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16)! })
    }

    private func checkOutcome(_ vector: Case, _ client: some ProviderClient, _ wanted: JsonValue) throws {
        let outcome: Outcome
        if let response = vector["response"] {
            let (status, body) = (Int(response["status"]!.digits!)!, body(of: response))
            let headers = response["headers"]!.items.map { ($0.items[0].string!, $0.items[1].string!) }
            let receivedAt = try vector.time("received_at")
            outcome = try client.interpret(nil, status: status, headers: headers, body: body, receivedAt: receivedAt)
            try checkWhicheverClientIsAsked(vector, outcome) { asked, request in
                try asked?.interpret(request, status: status, headers: headers, body: body, receivedAt: receivedAt)
                    ?? interpret(request, status: status, headers: headers, body: body, receivedAt: receivedAt)
            }
        } else {
            let noResponse = try XCTUnwrap(NoResponse(rawValue: vector["no_response"]!.string!))
            outcome = try client.interpret(nil, noResponse)
            try checkWhicheverClientIsAsked(vector, outcome) { asked, request in
                try asked?.interpret(request, noResponse) ?? interpret(request, noResponse)
            }
        }
        let got: JsonValue = [
            "outcome": .string(outcome.kind.rawValue), "scope": .string(outcome.scope.rawValue), "reason": .string(outcome.reason),
            "maybe_delivered": .bool(outcome.maybeDelivered), "details": .object(outcome.details),
            "retry_after_ms": outcome.retryAfter.map { .number("\($0 / .milliseconds(1))".replacing(".0", with: "")) } ?? nil,
            "provider_message": outcome.providerMessage.map(JsonValue.string) ?? nil,
        ]
        for (key, value) in wanted.members { checkBytes(got[key]?.text, value.text, "\(vector.name): \(key)") }
    }

    /// A request is interpreted by the rules of its own provider: by the client of any provider, and by the function.
    private func checkWhicheverClientIsAsked(
        _ vector: Case, _ expected: Outcome, _ ask: ((any ProviderClient)?, Request) throws -> Outcome
    ) throws {
        let request = try XCTUnwrap(Self.asked.requests[vector.provider])
        for client in Self.asked.clients + [nil] {
            let outcome = try ask(client, request)
            let name = "\(vector.name), asked: \(client.map { "\($0)" } ?? "the function")"
            XCTAssertEqual(outcome.kind, expected.kind, name)
            XCTAssertEqual(outcome.scope, expected.scope, name)
            XCTAssertEqual(outcome.reason, expected.reason, name)
        }
    }

    /// A client of each provider, typed and dynamic, and a request of each.
    private static let asked: (clients: [(any ProviderClient)?], requests: [String: Request]) = {
        let typed: [any ProviderClient] = [
            try! Adjust(record(configs["adjust"]!)), try! Metrix(record(configs["metrix"]!)), try! MetrixInApp(record(configs["metrix_inapp"]!)),
        ]
        func open(_ provider: String, _ config: JsonValue) throws -> Destination {
            try Destination(JsonValue.object(Pairs([("provider", .string(provider))] + config.members.map { ($0, $1) })).text)
        }
        let built = try! Vectors.all().filter { $0["request"] != nil && $0["messages"] == nil && !$0.isJsonOnly }
        let requests = configs.keys.map { provider in
            let vector = built.first { $0.provider == provider }!
            let now = try! vector.time("now") ?? .distantPast
            return (provider, try! open(provider, vector.config).build(vector.text, now: now, newID: vector.newID))
        }
        return (typed + configs.map { try! open($0, $1) }, Dictionary(uniqueKeysWithValues: requests))
    }()

    /// Strings are equal where their characters are, which may be of other bytes.
    private func checkBytes(_ got: String?, _ wanted: String, _ name: String) {
        XCTAssertTrue(got?.utf8.elementsEqual(wanted.utf8) == true, "\(name):\n\(got ?? "nothing")\n\(wanted)")
    }

    private func codes(_ issues: [Issue]?) -> Set<String> { Set((issues ?? []).map { "\($0.path) \($0.code)" }) }

    /// For the cases of answers, which have no configuration.
    private static let configs: [String: JsonValue] = [
        "adjust": ["app_token": "4w565xzmb54d"],
        "metrix": ["app_id": "app", "api_key": "key"],
        "metrix_inapp": ["app_id": "app", "dev_key": "key"],
    ]
}
