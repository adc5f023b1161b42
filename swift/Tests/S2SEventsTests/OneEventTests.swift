import XCTest

@testable import S2SEvents

/// Every case of `vectors/one_event/` in the JSON form, those that types can hold through the typed API, too; and what is left of the API.
final class OneEventTests: XCTestCase {
    func testNoCaseIsSkippedByMistake() throws {
        let cases = try Vectors.neutral()
        XCTAssertEqual(try Vectors.neutralCounts()["cases"]?.digits, "\(cases.count)")
        XCTAssertEqual(Set(cases.map(\.name)).count, cases.count)
        let untyped = cases.filter { $0["event"] != nil && !isTyped($0) }
        XCTAssertEqual(untyped.count, Self.untyped, "\(untyped.map(\.name))")
    }

    func testEveryCaseAsJson() throws {
        var opened: [JsonValue: Destinations] = [:]
        func destinations(_ vector: Case) throws -> Destinations {
            if let known = opened[vector.config] { return known }
            let fresh = try Destinations(vector.config.text)
            opened[vector.config] = fresh
            return fresh
        }
        try each(Vectors.neutral()) { vector in
            if let expected = vector["config_issues"] {
                XCTAssertThrowsError(try Destinations(vector.config.text), vector.name) { error in
                    XCTAssertEqual(codes((error as? ConfigError)?.issues), set(expected), vector.name)
                }
                return
            }
            let destinations = try destinations(vector)
            try check(vector, destinations, path: { $0 }) {
                try destinations.explain(vector.text, now: XCTUnwrap(vector.time("now")), newID: vector.newID)
            }
        }
    }

    func testEveryTypedCase() throws {
        try each(Vectors.neutral().filter { $0["event"] != nil && isTyped($0) }) { vector in
            // Null means absent.
            let only = vector["event"]?["destinations"].flatMap { $0 == .null ? nil : $0.items.map(\.string) }
            let (destinations, event) = (try Destinations(typed(vector.config)), try self.event(vector))
            try check(vector, destinations, path: typedPath) {
                let now = try XCTUnwrap(vector.time("now"))
                let explained = try destinations.explain(event, now: now, newID: vector.newID)
                XCTAssertEqual(try destinations.fanOut(event, now: now, newID: vector.newID), explained.map(\.part), vector.name)
                return explained.filter { only?.contains($0.part.destination) ?? true }
            }
        }
    }

    func testTypedDestinationsReportAllOfTheirIssuesAtOnce() throws {
        let configs = [
            DestinationConfig(AdjustConfig(), events: [.refund: EventTarget("f0ob4r", kind: "event")]),
            DestinationConfig(ga4, mapping: EventMapping(ignore: ["/delivery"], orderId: "order")),
            DestinationConfig(ga4),
            DestinationConfig(ga4, mapping: EventMapping(userId: "user"), name: "eu"),
            DestinationConfig(AdjustConfig(appToken: "4w565xzmb54d"), name: "eu"),
            DestinationConfig(metrix, events: [.signUp: EventTarget("x", kind: "user")]),
        ]
        XCTAssertThrowsError(try Destinations(configs)) { error in
            let expected: Set<String> = [
                "/0/config/appToken missing", "/1/mapping/ignore/0 unknown_field", "/2/name duplicate_key", "/3/mapping/userId conflict",
                "/4/name duplicate_key", "/5/events/sign_up/kind unknown_kind",
            ]
            XCTAssertEqual(codes((error as? ConfigError)?.issues), expected)
        }
    }

    func testEachDestinationHasAPartAndAClientByItsLabel() throws {
        let destinations = try destinations()
        XCTAssertEqual(destinations.labels, ["adjust", "ga4", "eu", "destination.meta"])
        let parts = try destinations.fanOut(purchase, now: now)
        XCTAssertEqual(parts.map(\.destination), destinations.labels)
        XCTAssertEqual(parts.map(\.provider), ["adjust", "ga4", "metrix", "adjust"])
        let shown = "[Part(adjust: built), Part(ga4: refused, missing), Part(eu: built), Part(destination.meta: skipped)]"
        XCTAssertEqual("\(parts)", shown)
        for part in parts { XCTAssertEqual(try destinations.client(part.destination)?.provider, part.provider) }
        XCTAssertNil(try destinations.client("meta"))
        let body = String(decoding: try XCTUnwrap(parts[0].request).body, as: UTF8.self)
        XCTAssertTrue(body.contains("event_token=f0ob4r") && body.contains("revenue=19.99"), body)
    }

    func testAnIdIsTheSameAtAllDestinations() throws {
        let destinations = try Destinations(DestinationConfig(metrix), DestinationConfig(metrix, name: "eu"))
        var event = purchase
        event.id = nil
        event.user = EventUser(id: "u-1", email: "a@example.com")
        func ids(_ newID: NewID) throws -> [[String]] {
            try destinations.fanOut(event, now: now, newID: newID).map { try XCTUnwrap($0.request).messageIDs }
        }
        let counter = Counter()
        XCTAssertEqual(try ids(.made { counter.next() }), [["id-0", "id-1"], ["id-0", "id-2"]])
        let random = try ids(.random)
        XCTAssertEqual(random[0][0], random[1][0])
        XCTAssertNotEqual(random[0][1], random[1][1])
        // The message with the user's profile, which has no id either, is no field of the event.
        for part in try destinations.fanOut(event, now: now, newID: .none) { XCTAssertEqual(codes(part.issues), ["/id missing", " missing"]) }
    }

    func testRowsSayWhereFieldsGo() throws {
        let destinations = try destinations()
        func places(_ explained: Explained) -> Set<String> {
            Set(explained.rows.map { "\($0.from) \($0.to) \($0.how) \($0.isGiven)" })
        }
        let explained = try destinations.explain(purchase, now: now)
        let typed = places(explained[1])
        XCTAssertTrue(typed.contains("/orderId /transaction_id plain true"), "\(typed)")
        XCTAssertTrue(typed.contains("/user/sha256Email /user_data/sha256_email_address/0 plain false"), "\(typed)")
        XCTAssertEqual(explained[3].rows, [])
        let json = try destinations.explain(#"{"event":"purchase","value":1,"currency":"USD","destinations":["eu"]}"#, now: now)
        XCTAssertEqual(json.map { "\($0.part)" }, ["Part(eu: refused, missing_one_of, missing)"])
        XCTAssertTrue(places(json[0]).contains("/order_id /messages/0/order_id plain false"))
    }

    func testAllPartsOfAnEventAreSubmittedOrNone() throws {
        let parts = try destinations().fanOut(purchase, now: now)
        let delivery = try Delivery()
        let submitted = try delivery.submitParts("A-1", parts, now: now)
        XCTAssertEqual(submitted.map(\.destination), ["adjust", "ga4", "eu", "destination.meta"])
        XCTAssertEqual(submitted.map { $0.accepted?.isDated }, [false, nil, false, nil])
        try delivery.submit("A-2/eu", XCTUnwrap(parts[2].request), now: now)
        XCTAssertThrowsError(try delivery.submitParts("A-2", parts, now: now)) { error in
            XCTAssertEqual(error as? RefusedPart, RefusedPart(destination: "eu", reason: .idInUse))
            XCTAssertTrue("\(error)".hasPrefix("`eu`: an event of this id"))
        }
        XCTAssertEqual(try delivery.stats().pending, 3)
        try delivery.giveUpAll(now: now)
        let reports = try delivery.takeReports().map { "\($0.id) \($0.destination)" }
        XCTAssertEqual(Set(reports), ["A-1/adjust adjust", "A-1/eu eu", "A-2/eu metrix"])
    }

    /// Number of cases whose event types cannot hold.
    private static let untyped = 28

    private let now = Date(timeIntervalSince1970: 1_795_176_000)
    private let ga4 = Ga4Config(measurementId: "G-PSW1MY7HB4", apiSecret: "secret", missingSession: .ignore)
    private let metrix = MetrixConfig(appId: "app", apiKey: "key")

    private var purchase: Event {
        Event(
            event: .purchase, id: "e-1", time: now, value: 19.99, currency: "USD", orderId: "A-1", user: EventUser(id: "u-1"),
            ids: EventIds(adjustAdid: "18546f6171f67e29d1cb983322ad1329")
        )
    }

    private func destinations() throws -> Destinations {
        let adjust = AdjustConfig(appToken: "4w565xzmb54d")
        return try Destinations(
            DestinationConfig(
                adjust, events: [.purchase: "f0ob4r"], mapping: EventMapping(ignore: ["/id"], orderId: "order", userId: "user")
            ),
            DestinationConfig(ga4, mapping: EventMapping(ignore: ["/id"])),
            DestinationConfig(metrix, name: "eu"),
            DestinationConfig(adjust, events: [.purchase: .skip], name: "meta")
        )
    }

    private func each(_ cases: [Case], _ check: (Case) throws -> Void) rethrows {
        for vector in cases {
            do { try check(vector) } catch { XCTFail("\(vector.name): \(error)") }
        }
        print("\(cases.count) cases")
    }

    private func check(
        _ vector: Case, _ destinations: Destinations, path: (String) -> String, explain: () throws -> [Explained]
    ) throws {
        if let expected = vector["issues"] {
            XCTAssertThrowsError(try explain(), vector.name) { error in
                XCTAssertEqual(codes((error as? ValidationError)?.issues), set(expected, path), vector.name)
            }
            return
        }
        let results = try XCTUnwrap(vector["results"])
        let parts = try explain().map(\.part)
        let names = parts.map { $0.destination.replacing(/^destination\./, with: "") }
        XCTAssertEqual(Set(names), Set(results.members.map(\.key)), vector.name)
        for (part, key) in zip(parts, names) {
            let (expected, name) = (try XCTUnwrap(results[key]), "\(vector.name): \(key)")
            switch part.verdict {
            case .skipped: XCTAssertEqual(expected, ["skipped": true], name)
            case .refused(let issues): XCTAssertEqual(codes(issues), set(try XCTUnwrap(expected["issues"], name), path), name)
            case .built(let request):
                let client = try XCTUnwrap(destinations.client(part.destination))
                XCTAssertEqual(client.provider, part.provider)
                XCTAssertEqual(plain(request), plain(try own(vector, expected, client)), name)
                XCTAssertEqual(codes(request.warnings), set(expected["warnings"] ?? [], path), name)
            }
        }
    }

    /// The request of the provider's own event.
    private func own(_ vector: Case, _ expected: JsonValue, _ client: Destination) throws -> Request {
        let now = try XCTUnwrap(vector.time("now"))
        if let event = expected["event"] { return try client.build(event.text, now: now, newID: .none) }
        return try client.messages(XCTUnwrap(expected["identity"]).text, XCTUnwrap(expected["messages"]).text, now: now, newID: .none)
    }

    private func plain(_ request: Request) -> [Data] {
        let headers = request.headers.map { "\($0.name): \($0.value)" }
        return ([request.method, request.url] + headers).map { Data($0.utf8) } + [request.body]
    }

    private func set(_ issues: JsonValue, _ path: (String) -> String = { $0 }) -> Set<String> {
        Set(issues.items.map { "\(path($0["path"]!.string!)) \($0["code"]!.string!)" })
    }

    private func codes(_ issues: [Issue]?) -> Set<String> { Set((issues ?? []).map { "\($0.path) \($0.code)" }) }

    /// The names of fields are in camelCase in the typed API; names of parameters stay.
    private func typedPath(_ path: String) -> String {
        path.hasPrefix("/params/") ? path : path.split(separator: "/", omittingEmptySubsequences: false).map { camelCase(String($0)) }.joined(separator: "/")
    }

    /// Whether a typed event can say what the case does: it holds no wrong type, and names no destinations.
    private func isTyped(_ vector: Case) -> Bool {
        !(vector["issues"]?.items ?? []).contains { issue in
            issue["path"]!.string!.hasPrefix("/destinations") || ["wrong_type", "invalid_choice", "unknown_field"].contains(issue["code"]!.string!)
        }
    }

    private func event(_ vector: Case) throws -> Event { try record(without(["destinations"], try XCTUnwrap(vector["event"]))) }

    private func typed(_ config: JsonValue) throws -> [DestinationConfig] {
        let own = try without(["destination"], config).members.map { try typed($0, $1, name: nil) }
        return try own + (config["destination"]?.members ?? [:]).map { name, table in
            try typed(table["provider"]!.string!, table, name: name)
        }
    }

    private func typed(_ provider: String, _ table: JsonValue, name: String?) throws -> DestinationConfig {
        let events = try (table["events"]?.members ?? [:]).map { key, target in
            guard let event = EventName.allCases.first(where: { "\($0)" == camelCase(key) }) else { throw NoValue() }
            guard let name = target.string ?? target["name"]?.string else { throw NoValue() }
            return (event, EventTarget(name, kind: target["kind"]?.string))
        }
        return try TypedProviders.destination(
            provider, without(["events", "mapping"], table), events: Dictionary(uniqueKeysWithValues: events),
            mapping: record(table["mapping"] ?? [:]), name: name
        )
    }

    private func without(_ keys: Set<String>, _ json: JsonValue) -> JsonValue {
        .object(Pairs(json.members.filter { !keys.contains($0.key) }.map { ($0, $1) }))
    }
}

/// Counts from 0.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> String {
        lock.withLock {
            defer { count += 1 }
            return "id-\(count)"
        }
    }
}
