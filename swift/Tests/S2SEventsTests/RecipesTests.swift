import XCTest

@testable import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Runs the recipes of `examples/swift`, against the sandbox.
final class RecipesTests: XCTestCase {
    private let event = AdjustEvent(
        eventToken: "f0ob4r", gpsAdid: "660e1d86-6796-463a-be86-897993136018", callbackParams: ["a b": "ü&=/+", "order": "A-1"]
    )

    private func adjust(_ baseURL: String, _ style: AdjustRequestStyle? = nil) throws -> Adjust {
        try Adjust(AdjustConfig(appToken: "4w565xzmb54d", environment: .sandbox, requestStyle: style, baseUrl: baseURL))
    }

    func testTheQuickStartRuns() async throws {
        let sandbox = try Sandbox()
        let start = try QuickStart(baseURL: sandbox.baseURL("adjust"))
        let outcome = try await start.send(start.purchase(of: "660e1d86-6796-463a-be86-897993136018"))
        XCTAssertEqual(outcome.kind, .delivered, outcome.reason)
        XCTAssertEqual(
            try start.problems(),
            [
                "/gpsAdid invalid_device_id must be a UUID: 32 hexadecimal digits, with or without hyphens",
                "/currency missing is required with `revenue`",
            ])
        let reports = try await start.deliver(start.purchase(of: "660e1d86-6796-463a-be86-897993136019"))
        XCTAssertEqual(reports.map(\.id), ["order-1"])
        XCTAssertEqual(reports.map(\.kind), [.delivered])
        let accepted = try await sandbox.accepted()
        XCTAssertEqual(accepted, 2)
    }

    func testEveryStyleOfRequestIsSentAsItIs() async throws {
        let sandbox = try Sandbox()
        for style in AdjustRequestStyle.allCases {
            let before = try await sandbox.accepted()
            let adjust = try adjust(sandbox.baseURL("adjust"), style)
            let outcome = try await send(adjust.event(event))
            XCTAssertEqual(outcome.kind, .delivered, "\(style)")
            let after = try await sandbox.accepted()
            XCTAssertEqual(after, before + 1, "\(style)")
        }
    }

    func testAProvidersNoIsAnOutcome() async throws {
        let sandbox = try Sandbox()
        let adjust = try adjust(sandbox.baseURL("adjust"))
        var event = event
        event.eventToken = "zzzzzz"
        let outcome = try await send(adjust.event(event))
        XCTAssertEqual(outcome.kind, .rejected)
        XCTAssertEqual(outcome.reason, "invalid event token")
    }

    func testAPurchaseIsHandled() async throws {
        let sandbox = try Sandbox()
        let handler = PurchaseHandler(adjust: try adjust(sandbox.baseURL("adjust")))
        let amount = try XCTUnwrap(Decimal(string: "19.99"))
        func purchase(_ currency: String) -> Purchase {
            Purchase(
                advertisingID: "660e1d86-6796-463a-be86-897993136018", amount: amount, currency: currency, orderID: "A-1", paidAt: Date()
            )
        }
        let delivered = try await handler.handle(purchase("USD"))
        XCTAssertEqual(delivered, 200)
        let refused = try await handler.handle(purchase("dollars"))
        XCTAssertEqual(refused, 422)
    }

    func testAnOrderIsSubmittedToEveryDestination() async throws {
        let sandbox = try Sandbox()
        let driver = Driver(try Delivery()) { request in
            let (body, response) = try await session.data(for: URLRequest(request))
            return try Response(response, body)
        }
        let destinations = try destinations(adjustURL: sandbox.baseURL("adjust"), ga4URL: sandbox.baseURL("ga4"))
        let handler = OrderHandler(destinations: destinations, driver: driver)
        let amount = try XCTUnwrap(Decimal(string: "19.99"))
        func order(_ id: String, _ adid: String, _ currency: String = "USD") -> Order {
            Order(
                id: id, paidAt: Date(), amount: amount, currency: currency, email: "a@example.com", adjustAdid: adid,
                clientID: "1234567890.1687758765"
            )
        }
        XCTAssertTrue(try handler.handle(order("A-1", "18546f6171f67e29d1cb983322ad1329")).isEmpty)
        let partly = try handler.handle(order("A-2", ""))
        XCTAssertEqual(partly.mapValues { $0.map { "\($0.path) \($0.code)" } }, ["adjust": ["/ids/adjustAdid empty"]])
        var reports: [Report] = []
        try await driver.run { reports.append($0) }
        XCTAssertEqual(Set(reports.map { "\($0.id) \($0.destination)" }), ["A-1/adjust adjust", "A-1/ga4 ga4", "A-2/ga4 ga4"])
        XCTAssertEqual(Set(reports.map(\.kind)), [.delivered])
        let accepted = try await sandbox.accepted()
        XCTAssertEqual(accepted, 3)
    }

    func testNobodyListensSoNothingWasSent() async throws {
        let port = try Server(answering: "").port  // closed at once
        let adjust = try adjust("http://127.0.0.1:\(port)")
        let outcome = try await send(adjust.event(event))
        XCTAssertEqual(outcome.kind, .retryLater)
        XCTAssertFalse(outcome.maybeDelivered)
    }

    func testAConnectionThatEndsWithoutAnAnswerMayHaveDelivered() async throws {
        let server = try Server(answering: "")
        let adjust = try adjust("http://127.0.0.1:\(server.port)")
        let outcome = try await send(adjust.event(event))
        XCTAssertEqual(outcome.kind, .unclear)
        XCTAssertTrue(outcome.maybeDelivered)
    }

    func testARedirectIsNotFollowed() async throws {
        let sandbox = try Sandbox()
        let server = try Server(
            answering: "HTTP/1.1 307 Temporary Redirect\r\nLocation: \(sandbox.baseURL("adjust"))/event\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        let adjust = try adjust("http://127.0.0.1:\(server.port)")
        let outcome = try await send(adjust.event(event))
        XCTAssertEqual(outcome.reason, "redirect")
        let accepted = try await sandbox.accepted()
        XCTAssertEqual(accepted, 0)
    }

    func testOneSenderServesSeveralProviders() async throws {
        let sandbox = try Sandbox()
        let metrix = try Metrix(MetrixConfig(appId: "metrix-demo-app", apiKey: "metrix-demo-api-key", baseUrl: sandbox.baseURL("metrix")))
        let user = MetrixUser(customUserId: "user-17", time: Date(), email: "a@example.com")
        let ofMetrix = try await send(metrix.user(user))
        XCTAssertEqual(ofMetrix.kind, .delivered, ofMetrix.reason)
        let ofAdjust = try await send(adjust(sandbox.baseURL("adjust")).event(event))
        XCTAssertEqual(ofAdjust.kind, .delivered)
    }

    func testDeliveryGoesOnFromItsFile() async throws {
        let sandbox = try Sandbox()
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).log").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let adjust = try adjust(sandbox.baseURL("adjust"))
        do {
            let driver = try await driver(of: LogFile(path))
            try driver.submit("order-1", adjust.event(event))
            let submitted = try driver.delivery.takeLog()
            try await LogFile(path).append(submitted + [1, 2, 3])
        }
        let driver = try await driver(of: LogFile(path))
        var told: [String] = []
        try await driver.run { report in
            XCTAssertEqual(report.kind, .delivered)
            told.append(report.id)
            try driver.acknowledge(report.id)
        }
        XCTAssertEqual(told, ["order-1"])
        let again = try await S2SEventsTests.driver(of: LogFile(path))
        XCTAssertEqual(try again.delivery.stats().pending, 0)
        XCTAssertEqual(try again.delivery.takeReports().count, 0)
    }

    func testAFileIsReplacedAsAWholeOrNotAtAll() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("log").path
        let log = try LogFile(path)
        try await log.append(Data("one".utf8))
        try await log.append(Data("two".utf8))
        try await log.replace(with: Data("three".utf8))
        try await log.append(Data("four".utf8))
        XCTAssertEqual(FileManager.default.contents(atPath: path), Data("threefour".utf8))
        XCTAssertEqual(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int, 0o600)
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), ["log"])
        // Where the new file would be, there is a folder.
        try FileManager.default.createDirectory(atPath: "\(path).new", withIntermediateDirectories: true)
        do {
            try await log.replace(with: Data("five".utf8))
            XCTFail("nothing was thrown")
        } catch {}
        try await log.append(Data("six".utf8))
        XCTAssertEqual(FileManager.default.contents(atPath: path), Data("threefoursix".utf8))
        let read = try await LogFile(path).read()
        XCTAssertEqual(read, Data("threefoursix".utf8))
    }

    func testAFileStaysShort() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).log").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let (delivery, _) = try Delivery.restore(Data(), config: DeliveryConfig(journal: true, snapshotAfterBytes: 8_192))
        let driver = Driver(delivery, store: try LogFile(path)) { _ in Response(status: 200, body: Data("OK".utf8)) }
        let adjust = try adjust("http://127.0.0.1:1")
        for part in 0..<10 {
            for number in 0..<20 { try driver.submit("\(part)-\(number)", adjust.event(event)) }
            try await driver.run { try driver.acknowledge($0.id) }
            let size = FileManager.default.contents(atPath: path)?.count ?? 0
            XCTAssertLessThan(size, 65_536)
        }
        let restored = try await S2SEventsTests.driver(of: LogFile(path))
        XCTAssertEqual(try restored.delivery.stats().pending, 0)
    }

    func testAttributesComeFromLiteralsAndFromEncodables() throws {
        let metrix = try Metrix(MetrixConfig(appId: "app", apiKey: "key"))
        let action = try metrix.action(action(of: "u", price: XCTUnwrap(Decimal(string: "1.10")), tags: ["a", "b"]))
        let body = String(decoding: action.body, as: UTF8.self)
        XCTAssertTrue(body.contains(#"{"plan":"gold","renewal":true,"price":1.1,"tags":["a","b"]}"#), body)
        XCTAssertEqual(try attributes(of: ["plan": "gold"]), ["plan": "gold"])
        XCTAssertNil(try attributes(of: [1]))
    }
}
