import XCTest

@testable import S2SEvents

/// What clients do in addition to building: tasks, faults, ids.
final class ClientTests: XCTestCase {
    private func event(_ number: Int) -> AdjustEvent {
        AdjustEvent(eventToken: "f0ob4r", adid: "18546f6171f67e29d1cb983322ad132\(number)")
    }

    func testManyTasksShareAClientAndGetTheSame() async throws {
        let adjust = try Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
        let events = (0..<2).map(event)
        let expected = try adjust.event(events[0])
        let same = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask { try (0..<1_000).count { try adjust.event(events[$0 % 2]) == expected } }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        XCTAssertEqual(same, Array(repeating: 500, count: 16))
    }

    func testAClientIsFreedWithItsLastCopy() throws {
        var adjust: Adjust? = try Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
        weak var native = adjust?.core.native
        XCTAssertNotNil(native)
        adjust = nil
        XCTAssertNil(native)
    }

    func testAPanicIsAnErrorAndTheProcessGoesOn() throws {
        let destination = try Destination(#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#)
        XCTAssertThrowsError(try destination.build("panic")) { XCTAssertEqual($0 as? InternalError, InternalError()) }
        let event = #"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"#
        XCTAssertEqual(try destination.build(event).method, "POST")
    }

    /// Where a function of Rust cannot throw, UniFFI ends the process when it panics.
    func testWhatCannotThrowDoesNothingThatCouldPanic() throws {
        let generated = repository.appendingPathComponent("swift/Sources/S2SEvents/Generated")
        let harmless = [
            "clone_client", "clone_delivery", "clone_destinations", "free_client", "free_delivery", "free_destinations", "func_issue_page",
            "method_client_id", "method_client_provider", "method_delivery_id", "method_destinations_id",
        ]
        for (file, harmless) in [("s2s_core.swift", []), ("s2s_uniffi.swift", harmless)] {
            let source = try String(contentsOf: generated.appendingPathComponent(file), encoding: .utf8)
            let calls = source.matches(of: /try! rustCall[^}]*?uniffi_s2s_(?:core|uniffi)_fn_(\w+)\(/).map { String($0.1) }
            let others = calls.filter { !$0.hasSuffix("_uniffi_trait_debug") }
            XCTAssertEqual(others.sorted(), harmless, file)
            XCTAssertEqual(source.matches(of: /try! rustCall/).count, calls.count + 2, "\(file): and taking and freeing buffers")
        }
    }

    func testAStatusThatIsNoneIsAnIssue() throws {
        let adjust = try Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
        for status in [-1, 70_000] {
            XCTAssertThrowsError(try adjust.interpret(nil, status: status, headers: [], body: Data())) { error in
                XCTAssertEqual((error as? ValidationError)?.issues.map(\.path), ["/status"])
            }
        }
    }

    func testManyEventsAreAnsweredInTheirOrder() throws {
        let adjust = try Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
        let results = try adjust.buildMany([event(0), AdjustEvent(adid: event(0).adid), event(1)])
        XCTAssertEqual(try results[0].get(), try adjust.event(event(0)))
        XCTAssertThrowsError(try results[1].get()) { XCTAssertEqual(($0 as? ValidationError)?.issues.map(\.path), ["/eventToken"]) }
        XCTAssertEqual(try results[2].get(), try adjust.event(event(1)))
        // More than cross at once.
        let many = try adjust.buildMany((0..<3_000).map { event($0 % 10) })
        XCTAssertEqual(try many.map { try $0.get() }, try (0..<3_000).map { try many[$0 % 10].get() })
        XCTAssertEqual(try adjust.buildMany([]).count, 0)
    }

    func testIDsAreRandomAreGivenOrAreAnIssue() throws {
        let metrix = try Metrix(MetrixConfig(appId: "app", apiKey: "key"))
        var action = MetrixAction(customUserId: "user-17", time: Date(), name: "aewqd")
        XCTAssertNotEqual(try metrix.action(action).messageIDs, try metrix.action(action).messageIDs)
        XCTAssertEqual(try metrix.action(action, newID: .made { "A-1" }).messageIDs, ["A-1"])
        XCTAssertThrowsError(try metrix.action(action, newID: .none)) { error in
            XCTAssertEqual((error as? ValidationError)?.issues.map { "\($0.path) \($0.code)" }, ["/id missing"])
        }
        action.customUserId = nil
        let (counter, identity) = (Counter(), MetrixIdentity(customUserId: "user-17"))
        let request = try metrix.messages(identity, [.action(action), .action(action)], newID: .made { "A-\(counter.next())" })
        XCTAssertEqual(request.messageIDs, ["A-1", "A-2"])
        let json = #"{"provider":"metrix","kind":"action","custom_user_id":"u","time":"2026-11-20T10:00:00Z","name":"aewqd"}"#
        let destination = try Destination(#"{"provider":"metrix","app_id":"app","api_key":"key"}"#)
        let lines = try destination.buildJSONLines(Data("\(json)\n\(json)".utf8), newID: .made { "B-\(counter.next())" })
        let built = String(decoding: lines, as: UTF8.self).split(separator: "\n")
        XCTAssertTrue(built[0].contains("B-3") && built[1].contains("B-4"))
    }

    private final class Counter: @unchecked Sendable {
        private let lock = NSLock()
        private var count = 0

        func next() -> Int {
            lock.withLock {
                count += 1
                return count
            }
        }
    }
}
