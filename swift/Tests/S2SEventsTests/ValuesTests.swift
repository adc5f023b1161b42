import XCTest

@testable import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The values of Swift that fields take.
final class ValuesTests: XCTestCase {
    private let adjust = try! Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
    private let metrix = try! Metrix(MetrixConfig(appId: "app", apiKey: "key"))
    private let now = Date(timeIntervalSince1970: 1_795_176_000)  // 2026-11-20T12:00:00Z

    private func sent(_ change: (inout AdjustEvent) -> Void) throws -> String {
        String(decoding: try adjust.event(event(change), now: now).body, as: UTF8.self)
    }

    private func refused(_ change: (inout AdjustEvent) -> Void) -> [String] {
        do {
            _ = try adjust.event(event(change), now: now)
            return []
        } catch {
            return (error as? ValidationError)?.issues.map { "\($0.path) \($0.code)" } ?? ["\(error)"]
        }
    }

    private func event(_ change: (inout AdjustEvent) -> Void) -> AdjustEvent {
        var event = AdjustEvent(eventToken: "f0ob4r", adid: "18546f6171f67e29d1cb983322ad1329")
        change(&event)
        return event
    }

    func testMoneyIsExactWhateverCountsIt() throws {
        func revenue(_ amount: (any DecimalNumber)?) -> (inout AdjustEvent) -> Void { { ($0.revenue, $0.currency) = (amount, "USD") } }
        for (amount, digits) in [
            (Decimal(string: "19.990"), "19.99"), (19.99, "19.99"), (Float(19.99), "19.99"), (DecimalText("19.99"), "19.99"), (5, "5"),
            (Decimal(string: "12345678901.12345678901234567"), "12345678901.12345678901234567"), (UInt8(255), "255"), (1e3, "1000"),
            (Decimal(sign: .plus, exponent: 3, significand: 1), "1000"), (0.1 + 0.2, "0.30000000000000004"),
        ] as [((any DecimalNumber)?, String)] {
            XCTAssertTrue(try sent(revenue(amount)).contains("&revenue=\(digits)&"), digits)
        }
        for amount in [Double.nan, Double.infinity, -Double.infinity, Decimal.nan] as [any DecimalNumber] {
            XCTAssertEqual(refused(revenue(amount)), ["/revenue not_finite"])
        }
        XCTAssertEqual(refused(revenue(Decimal.greatestFiniteMagnitude)), ["/revenue too_many_digits"])
        XCTAssertEqual(refused(revenue(DecimalText("19,99"))), ["/revenue invalid_number"])
    }

    func testTimesOfEveryTypeAreOneTime() throws {
        let times: [any EventTime] = [
            Date(timeIntervalSince1970: 1_795_168_800), UnixMilliseconds(1_795_168_800_000), TimeText("2026-11-20T13:30:00+03:30"),
        ]
        for time in times { XCTAssertTrue(try sent { $0.createdAt = time }.contains("&created_at_unix=1795168800&"), "\(type(of: time))") }
        XCTAssertEqual(refused { $0.createdAt = TimeText("2026-11-20T10:00:00") }, ["/createdAt time_without_offset"])
        XCTAssertEqual(refused { $0.createdAt = UnixMilliseconds(1_795_168_800) }, ["/createdAt time_unit"])
        for seconds in [1e300, -1e300, .infinity, -.infinity, 1e12] {
            XCTAssertEqual(refused { $0.createdAt = Date(timeIntervalSince1970: seconds) }, ["/createdAt out_of_range"], "\(seconds)")
        }
        XCTAssertEqual(refused { $0.createdAt = Date(timeIntervalSince1970: .nan) }, ["/createdAt invalid_time"])
        let user = try metrix.user(MetrixUser(customUserId: "u", time: now, birthday: TimeText("1990-05-17")))
        XCTAssertTrue(String(decoding: user.body, as: UTF8.self).contains("642902400000"))
    }

    func testADateKeepsItsMilliseconds() {
        // Each of these is no `Double`, and half of them lie just below what was meant.
        for milliseconds in stride(from: Int64(-30_000_000_000_000), to: 30_000_000_000_000, by: 7_777_777_777) {
            XCTAssertEqual(Date(timeIntervalSince1970: Double(milliseconds) / 1_000).unixMilliseconds, milliseconds)
            let sinceReference = Double(milliseconds - 978_307_200_000) / 1_000
            XCTAssertEqual(Date(timeIntervalSinceReferenceDate: sinceReference).unixMilliseconds, milliseconds)
        }
        XCTAssertEqual(Date(timeIntervalSince1970: 0.001_99).unixMilliseconds, 1)
        XCTAssertEqual(Date(timeIntervalSince1970: -0.000_01).unixMilliseconds, -1)
        XCTAssertEqual(Date.distantPast.unixMilliseconds, -62_135_769_600_000)
    }

    func testMapsKeepTheirOrder() throws {
        let sent = try sent { $0.callbackParams = ["z": "1", "a": "2", "m": "3"] }
        XCTAssertTrue(sent.contains("callback_params=%7B%22z%22%3A%221%22%2C%22a%22%3A%222%22%2C%22m%22%3A%223%22%7D"), sent)
        XCTAssertEqual(refused { $0.callbackParams = ["a": "1", "a": "2"] }, ["/callbackParams/a duplicate_key"])
        XCTAssertEqual(Pairs(["b": 1, "a": 2, "ä": 3]).map(\.key), ["a", "b", "ä"])
        var pairs: Pairs<String> = ["a": "1", "b": "2"]
        (pairs["a"], pairs["c"], pairs["b"]) = ("3", "4", nil)
        XCTAssertEqual(pairs, ["a": "3", "c": "4"])
        // To Swift's strings these keys are one; to a provider they are two.
        pairs = ["\u{e9}": "1"]
        pairs["e\u{301}"] = "2"
        XCTAssertEqual(pairs.count, 2)
    }

    func testAttributesAreJson() throws {
        let action = MetrixAction(
            customUserId: "u", time: now, name: "aewqd",
            attributes: ["plan": "gold \(1 + 1)", "n": [1, -2.5, nil, true, ["z": 0, "a": [:]]], "d": JsonValue(Decimal(1) / 8)]
        )
        let body = String(decoding: try metrix.action(action).body, as: UTF8.self)
        XCTAssertTrue(body.contains(#"{"plan":"gold 2","n":[1,-2.5,null,true,{"z":0,"a":{}}],"d":0.125}"#), body)
        XCTAssertEqual(try JsonValue.parse(#"{"a":[1.50,"x"]}"#), ["a": .array([.number("1.50"), "x"])])
        XCTAssertNil(try JsonValue.parse("{"))
    }

    func testWhatIsNestedTooDeepIsAnIssue() throws {
        let deep = (0..<5_000).reduce(JsonValue.null) { deep, _ in .array([deep]) }
        let action = MetrixAction(customUserId: "u", time: now, name: "aewqd", attributes: ["a": deep])
        XCTAssertThrowsError(try metrix.action(action)) { XCTAssertEqual(($0 as? ValidationError)?.issues.map(\.code), ["too_deep"]) }
        XCTAssertEqual("\(action)", "MetrixAction(…)")
        XCTAssertEqual(action.debugDescription, "MetrixAction { .. }")
    }

    func testAnIssueHasTheAddressOfItsDocumentation() {
        XCTAssertThrowsError(try adjust.event(AdjustEvent(eventToken: "", adid: "18546f6171f67e29d1cb983322ad1329"))) { error in
            let urls = (error as? ValidationError)?.issues.map(\.url)
            XCTAssertEqual(urls, ["https://s2s-events.github.io/s2s-events/issue-codes/#empty"])
        }
    }

    func testLargeEventsCrossToo() throws {
        let pairs = (1...2_000).map { ("key-\($0)", String(repeating: "value ", count: 20)) }
        XCTAssertTrue(try sent { $0.callbackParams = Pairs(pairs) }.contains("key-2000"))
    }

    func testErrorsTellWhatIsKnownOfTheRequest() {
        let kinds: [(any Error, NoResponse?)] = [
            (URLError(.cannotConnectToHost), .connect), (URLError(.cannotFindHost), .connect), (URLError(.secureConnectionFailed), .tls),
            (URLError(.timedOut), .timeout), (URLError(.networkConnectionLost), .closed), (URLError(.cancelled), .cancelled),
            (URLError(.unknown), .other), (URLError(.badURL), nil), (CancellationError(), .cancelled), (NoResponse.tls, .tls),
            (POSIXError(.ECONNREFUSED), .connect), (POSIXError(.ENETUNREACH), .connect), (POSIXError(.ETIMEDOUT), .timeout),
            (POSIXError(.ECONNRESET), .closed), (POSIXError(.EPIPE), .closed), (POSIXError(.ECANCELED), .cancelled), (POSIXError(.EIO), nil),
            (InternalError(), nil), (HTTPClientError(), nil),
        ]
        for (error, kind) in kinds {
            XCTAssertEqual(NoResponse.known(error), kind, "\(error)")
            XCTAssertEqual(NoResponse(error), kind ?? .other, "\(error)")
        }
    }

    /// An error of this name is not the one of AsyncHTTPClient.
    private struct HTTPClientError: Error, CustomStringConvertible {
        let description = "HTTPClientError.connectTimeout"
    }

    func testErrorsOfOtherPackagesAreKnownByTheirTypesAndDescriptions() {
        let kinds: [(String, String, NoResponse?)] = [
            ("AsyncHTTPClient.HTTPClientError", "HTTPClientError.connectTimeout", .connect),
            ("AsyncHTTPClient.HTTPClientError", "HTTPClientError.tlsHandshakeTimeout", .tls),
            ("AsyncHTTPClient.HTTPClientError", "HTTPClientError.readTimeout", .timeout),
            ("AsyncHTTPClient.HTTPClientError", "HTTPClientError.deadlineExceeded", .timeout),
            ("AsyncHTTPClient.HTTPClientError", "HTTPClientError.remoteConnectionClosed", .closed),
            ("AsyncHTTPClient.HTTPClientError", "HTTPClientError.cancelled", .cancelled),
            ("AsyncHTTPClient.HTTPClientError", "HTTPClientError.invalidURL", nil),
            ("NIOPosix.NIOConnectionError", "NIOConnectionError(host: \"a\", port: 1)", .connect),
            ("NIOCore.ChannelError", "connectTimeout(NIOCore.TimeAmount(nanoseconds: 1))", .connect),
            ("NIOCore.ChannelError", "Connect timeout (1 s)", .connect), ("NIOCore.ChannelError", "I/O on closed channel", .closed),
            ("NIOCore.ChannelError", "eof", .closed), ("NIOCore.ChannelError", "operationUnsupported", nil),
            ("NIOCore.IOError", "connect(descriptor:addr:size:): Connection refused (errno: 111)", posix(111)),
            ("NIOCore.IOError", "read(descriptor:pointer:size:): Connection reset by peer (errno: 104)", posix(104)),
            ("NIOCore.IOError", "writev: of its own", nil), ("NIOCore.IOError", "(errno: 99999999999)", nil),
            ("NIOSSL.NIOSSLError", "handshakeFailed(NIOSSL.BoringSSLError.sslError([]))", .tls), ("App.Fault", "connectTimeout", nil),
        ]
        for (type, description, kind) in kinds { XCTAssertEqual(NoResponse.named(type, description), kind, "\(type) \(description)") }
        XCTAssertEqual([posix(ECONNREFUSED), posix(ECONNRESET)], [.connect, .closed])
    }

    private func posix(_ number: Int32) -> NoResponse? {
        POSIXErrorCode(rawValue: number).flatMap { NoResponse.known(POSIXError($0)) }
    }

    func testTheTextOfAnErrorHasItsTypeAndWhatCausedIt() {
        XCTAssertEqual(causeText(HTTPClientError()), "HTTPClientError: HTTPClientError.connectTimeout")
        let inner = NSError(domain: "inner", code: 3, userInfo: [NSLocalizedDescriptionKey: "the reason"])
        let outer = URLError(.cannotConnectToHost, userInfo: [NSLocalizedDescriptionKey: "no connection", NSUnderlyingErrorKey: inner])
        XCTAssertEqual(causeText(outer), "URLError (NSURLErrorDomain -1004): no connection: NSError (inner 3): the reason")
        let deep = (0..<1_000).reduce(inner) { error, number in
            NSError(domain: "d", code: number, userInfo: [NSLocalizedDescriptionKey: "x", NSUnderlyingErrorKey: error])
        }
        XCTAssertLessThan(causeText(deep).count, 1_000)
    }

    func testEventsAndRequestsAreComparedByWhatTheyAre() throws {
        let (one, same) = (event { $0.revenue = Decimal(string: "1.50") }, event { $0.revenue = DecimalText("1.5") })
        XCTAssertEqual(one, same)
        XCTAssertEqual(one.hashValue, same.hashValue)
        XCTAssertNotEqual(one, event { $0.revenue = 2 })
        let request = try adjust.event(event { _ in }, now: now)
        XCTAssertEqual(request, try adjust.event(event { _ in }, now: now))
        XCTAssertNotEqual(request, try adjust.event(event { $0.eventToken = "abc123" }, now: now))
    }

    func testWhatFoundationWouldChangeIsNotSent() throws {
        let adjust = try Adjust(AdjustConfig(appToken: "4w565xzmb54d", requestStyle: .getQuery))
        let request = try adjust.event(event { $0.callbackParams = ["a b": "ü&=/+%"] }, now: now)
        XCTAssertEqual(try URLRequest(request).url?.absoluteString, request.url)
        XCTAssertEqual(try URLRequest(request).httpMethod, "GET")
        XCTAssertNil(try URLRequest(request).httpBody)
    }
}
