import XCTest

@testable import S2SEvents

/// Runs the recipes of `examples/swift`, against the sandbox.
final class RecipesTests: XCTestCase {
    private let event = AdjustEvent(
        eventToken: "f0ob4r", gpsAdid: "660e1d86-6796-463a-be86-897993136018", callbackParams: ["a b": "ü&=/+", "order": "A-1"]
    )

    private func adjust(_ baseURL: String, _ style: AdjustRequestStyle? = nil) throws -> Adjust {
        try Adjust(AdjustConfig(appToken: "4w565xzmb54d", environment: .sandbox, requestStyle: style, baseUrl: baseURL))
    }

    func testEveryStyleOfRequestIsSentAsItIs() async throws {
        let sandbox = try Sandbox()
        for style in AdjustRequestStyle.allCases {
            let before = try await sandbox.accepted()
            let adjust = try adjust(sandbox.baseURL, style)
            let outcome = try await send(adjust, adjust.event(event))
            XCTAssertEqual(outcome.kind, .delivered, "\(style)")
            let after = try await sandbox.accepted()
            XCTAssertEqual(after, before + 1, "\(style)")
        }
    }

    func testAProvidersNoIsAnOutcome() async throws {
        let sandbox = try Sandbox()
        let adjust = try adjust(sandbox.baseURL)
        var event = event
        event.eventToken = "zzzzzz"
        let outcome = try await send(adjust, adjust.event(event))
        XCTAssertEqual(outcome.kind, .rejected)
        XCTAssertEqual(outcome.reason, "invalid event token")
    }

    func testAPurchaseIsHandled() async throws {
        let sandbox = try Sandbox()
        let handler = PurchaseHandler(adjust: try adjust(sandbox.baseURL))
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

    func testNobodyListensSoNothingWasSent() async throws {
        let port = try Server(answering: "").port  // closed at once
        let adjust = try adjust("http://127.0.0.1:\(port)")
        let outcome = try await send(adjust, adjust.event(event))
        XCTAssertEqual(outcome.kind, .retryLater)
        XCTAssertFalse(outcome.maybeDelivered)
    }

    func testAConnectionThatEndsWithoutAnAnswerMayHaveDelivered() async throws {
        let server = try Server(answering: "")
        let adjust = try adjust("http://127.0.0.1:\(server.port)")
        let outcome = try await send(adjust, adjust.event(event))
        XCTAssertEqual(outcome.kind, .unclear)
        XCTAssertTrue(outcome.maybeDelivered)
    }

    func testARedirectIsNotFollowed() async throws {
        let sandbox = try Sandbox()
        let server = try Server(
            answering: "HTTP/1.1 307 Temporary Redirect\r\nLocation: \(sandbox.baseURL)/event\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        let adjust = try adjust("http://127.0.0.1:\(server.port)")
        let outcome = try await send(adjust, adjust.event(event))
        XCTAssertEqual(outcome.reason, "redirect")
        let accepted = try await sandbox.accepted()
        XCTAssertEqual(accepted, 0)
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
