import XCTest

@testable import S2SEvents

/// No credential and no personal data is in anything that is printed.
final class CanaryTests: XCTestCase {
    private let canary = "k4n4r1env0g3l"

    func testConfigurationsAndEventsShowNothing() throws {
        let types: [any Fields.Type] = [
            AdjustConfig.self, AdjustEvent.self, MetrixConfig.self, MetrixUser.self, MetrixAction.self, MetrixRevenue.self,
            MetrixBusinessEvent.self, MetrixIdentity.self, MetrixInAppConfig.self, MetrixInAppEvent.self, Event.self, EventItem.self,
            EventUser.self, EventDevice.self, EventIds.self, EventClick.self, EventPage.self, EventAd.self, EventSubscription.self,
            EventMapping.self,
        ]
        for type in types { hides(full(type)) }
        let user = full(MetrixUser.self) as! MetrixUser
        XCTAssertEqual(user.email, canary)
        hides(MetrixMessage.user(user))
        hides([Optional(user)])
    }

    func testValuesShowNothing() {
        hides(JsonValue.object([canary: [.string(canary), .number(canary)]]))
        hides(Pairs([(canary, canary)]))
        hides(DecimalText(canary))
        hides(TimeText(canary))
        hides(UnixMilliseconds(DecimalText(canary)))
        hides(TimeText(canary).timeForm)
    }

    func testClientsRequestsAndOutcomesShowNothing() throws {
        for style in AdjustRequestStyle.allCases {
            let client = try Adjust(AdjustConfig(appToken: canary, authToken: canary, requestStyle: style))
            let event = AdjustEvent(eventToken: "f0ob4r", externalDeviceId: canary)
            let request = try client.event(event)
            XCTAssertTrue((request.url + String(decoding: request.body, as: UTF8.self)).contains(canary))
            hides(client)
            hides(client.core)
            hides(request)
            hides(try client.buildMany([event]))
            let answer = Data(#"{"error":"\#(canary)","adid":"\#(canary)"}"#.utf8)
            let outcome = try client.interpret(request, status: 400, headers: [("a", canary)], body: answer)
            XCTAssertEqual(outcome.details["adid"], .string(canary))
            hides(outcome)
            hides(outcome.providerMessage as Any)
        }
        let inApp = try MetrixInApp(MetrixInAppConfig(appId: canary, devKey: canary))
        let request = try inApp.event(MetrixInAppEvent(metrixUserId: canary, metrixSessionId: canary, idfa: canary, eventSlug: "taqsq"))
        hides(request)
        hides(request.warnings)
        XCTAssertFalse(try request.curl().components(separatedBy: "--data-raw")[0].contains(canary))
        XCTAssertTrue(try request.curl(showingSecrets: true).contains(canary))
    }

    func testDeliveriesAndWhatTheySayShowNothing() throws {
        let client = try Adjust(AdjustConfig(appToken: canary, authToken: canary))
        let request = try client.event(AdjustEvent(eventToken: "f0ob4r", externalDeviceId: canary))
        let delivery = try Delivery(DeliveryConfig(journal: true), once: true)
        try delivery.submit(canary, request, lane: canary)
        XCTAssertThrowsError(try delivery.submit(canary, request)) { hides($0 as! Refused) }
        hides(delivery)
        hides(Driver(delivery) { _ in Response(status: 200) })
        hides(Response(status: 400, headers: [(canary, canary)], body: Data(canary.utf8)))
        hides(try delivery.stats())
        let log = try delivery.takeLog()
        XCTAssertTrue(String(decoding: log, as: UTF8.self).contains(canary))
        XCTAssertThrowsError(try Delivery.restore(Data(canary.utf8))) { hides($0 as! LogError) }
        try delivery.logStored()
        _ = try delivery.poll()
        _ = try delivery.takeLog()
        try delivery.logStored()
        let next = try delivery.poll()
        hides(next)
        guard case .send(let ticket, _) = next else { return XCTFail("a request") }
        try delivery.onResponse(ticket, status: 400, headers: [(canary, canary)], body: Data(#"{"error":"\#(canary)"}"#.utf8))
        _ = try delivery.takeLog()
        try delivery.logStored()
        let reports = try delivery.takeReports()
        XCTAssertEqual(reports.map(\.id), [canary])
        hides(reports)
    }

    func testWhatARunSaysShowsNothing() throws {
        let client = try Adjust(AdjustConfig(appToken: canary, authToken: canary))
        let delivery = try Delivery(DeliveryConfig(journal: true))
        try delivery.submit(canary, client.event(AdjustEvent(eventToken: "f0ob4r", externalDeviceId: canary)), lane: canary)
        let run = delivery.run
        hides(run)
        XCTAssertThrowsError(try run.begin()) { hides($0 as! CannotRun) }
        try run.begin(storage: .append)
        let store = try run.next()
        guard case .store(let log, _) = store else { return XCTFail("a log") }
        XCTAssertTrue(String(decoding: log, as: UTF8.self).contains(canary))
        hides(store)
        try run.stored()
        let send = try run.next()
        hides(send)
        guard case .send(let ticket, _) = send else { return XCTFail("a request") }
        try delivery.onResponse(ticket, status: 200, headers: [], body: Data("OK".utf8))
        hides(try run.next())
        try run.stored()
        let report = try run.next()
        guard case .report = report else { return XCTFail("a report") }
        hides(report)
    }

    func testDestinationsAndWhatBecomesOfAnEventShowNothing() throws {
        let adjust = AdjustConfig(appToken: canary, authToken: canary)
        let mapping = EventMapping(ignore: ["/id", "/user/email", "/user/id", "/params"])
        let configs = [
            DestinationConfig(adjust, events: [.purchase: EventTarget(canary), .login: .skip], mapping: mapping),
            DestinationConfig(Ga4Config(measurementId: "G-PSW1MY7HB4", apiSecret: canary), name: "eu"),
            DestinationConfig(MetaConfig(datasetId: "1234567890", accessToken: canary)),
        ]
        hides(configs)
        hides(EventTarget(canary, kind: canary))
        let destinations = try Destinations(configs)
        hides(destinations)
        hides(try destinations.client("eu") as Any)
        var event = Event(
            event: .purchase, id: canary, value: 19.99, currency: "USD", user: EventUser(id: canary, email: canary),
            ids: EventIds(adjustAdid: "18546f6171f67e29d1cb983322ad1329", clientId: canary), params: [canary: .string(canary)]
        )
        let parts = try destinations.fanOut(event)
        XCTAssertTrue(String(decoding: try XCTUnwrap(parts[0].request).body, as: UTF8.self).contains(canary))
        XCTAssertTrue(parts.dropFirst().allSatisfy { !$0.issues.isEmpty }, "\(parts)")
        for part in parts {
            hides(part.verdict)
            hides("\(part)")
        }
        for explained in try destinations.explain(event) { hides(explained.rows) }
        hides(try destinations.explain(event).map { "\($0)" })
        event.event = .login
        hides(try destinations.fanOut(event))
        event.name = canary
        XCTAssertThrowsError(try destinations.fanOut(event)) { hides($0 as! ValidationError) }
        let json = #"{"event":"\#(canary)","user":{"email":1}}"#
        XCTAssertThrowsError(try destinations.fanOut(json)) { hides($0 as! ValidationError) }
        XCTAssertThrowsError(try Destinations(DestinationConfig(AdjustConfig(appToken: "\(canary) ")))) { hides($0 as! ConfigError) }
        let unknownKind = DestinationConfig(adjust, events: [.login: EventTarget(canary, kind: canary)])
        XCTAssertThrowsError(try Destinations(unknownKind)) { hides($0 as! ConfigError) }
        let config = #"{"adjust":{"app_token":"\#(canary) ","events":{"login":["\#(canary)"]}}}"#
        XCTAssertThrowsError(try Destinations(config)) { hides($0 as! ConfigError) }
    }

    func testErrorsShowNothing() throws {
        let client = try Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
        let wrong = AdjustEvent(
            eventToken: "\(canary) ", idfa: canary, createdAt: TimeText(canary), revenue: DecimalText(canary), currency: canary,
            ipAddress: canary, osName: canary
        )
        XCTAssertThrowsError(try client.event(wrong)) { error in
            XCTAssertGreaterThan((error as! ValidationError).issues.count, 4)
            hides(error)
        }
        XCTAssertThrowsError(try Adjust(AdjustConfig(appToken: "\(canary) ", baseUrl: canary))) { hides($0 as! ConfigError) }
        let destination = try Destination(#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#)
        let json = #"{"provider":"adjust","kind":"event","idfa":"\#(canary)","app_version":"\#(canary)"}"#
        XCTAssertThrowsError(try destination.build(json)) { hides($0 as! ValidationError) }
        XCTAssertThrowsError(try Destination(#"{"provider":"\#(canary)"}"#)) { hides($0 as! ConfigError) }
        hides(InternalError())
    }

    /// What UniFFI gives a redacted description must have an empty mirror, too: `dump` shows fields.
    func testEveryTypeThatHidesItsFieldsHidesThemEverywhere() throws {
        let generated = repository.appendingPathComponent("swift/Sources/S2SEvents/Generated/s2s_core.swift")
        let source = try String(contentsOf: generated, encoding: .utf8)
        let hiding = source.matches(of: /\npublic (?:struct|enum|indirect enum) (\w+): CustomDebugStringConvertible/).map { String($0.1) }
        XCTAssertGreaterThan(hiding.count, 10)
        let records = try ["Records.swift", "Providers.swift"].map { name in
            try String(contentsOf: repository.appendingPathComponent("swift/Sources/S2SEvents/\(name)"), encoding: .utf8)
        }.joined()
        for type in hiding { XCTAssertTrue(records.contains("extension \(type): Record "), type) }
    }

    /// A record with the canary in every field that can hold it.
    private func full(_ type: any Fields.Type) -> any Fields {
        func full<Record: Fields>(_ type: Record.Type) -> Record {
            var record = Record.empty
            for set in Record.fields.values {
                for value in [.string(canary), .object([canary: .string(canary)])] as [JsonValue] { try? set(&record, value) }
            }
            return record
        }
        return full(type)
    }

    private func hides(_ value: Any, line: UInt = #line) {
        var shown = ["\(value)", String(reflecting: value), String(describing: value), String(describing: Mirror(reflecting: value))]
        var (printed, dumped) = ("", "")
        print(value, to: &printed)
        dump(value, to: &dumped)
        shown += [printed, dumped] + children(of: value)
        if let error = value as? any Error {
            let bridged = error as NSError
            shown += [error.localizedDescription, bridged.description, bridged.debugDescription, "\(bridged.userInfo)"]
        }
        for text in shown { XCTAssertFalse(text.contains(canary), text, line: line) }
    }

    private func children(of value: Any) -> [String] {
        Mirror(reflecting: value).children.flatMap { ["\($0.label ?? "") \($0.value)"] + children(of: $0.value) }
    }
}
