import XCTest

@testable import S2SEvents

/// What a delivery does in addition to the scripts: settings, refusals, what nobody means, tasks.
final class DeliveryTests: XCTestCase {
    private func request(_ number: Int = 0) throws -> Request {
        let adjust = try Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
        return try adjust.event(AdjustEvent(eventToken: "f0ob4r", adid: "18546f6171f67e29d1cb983322ad1\(100 + number % 800)"))
    }

    private func sent(_ delivery: Delivery, _ id: String, _ number: Int = 0) throws -> (Ticket, Request) {
        try delivery.submit(id, request(number))
        guard case .send(let ticket, let request) = try delivery.poll() else { throw NoValue() }
        return (ticket, request)
    }

    func testEverythingThatIsWrongWithSettingsIsToldInTheNamesThatTheyHaveHere() throws {
        let limits = DeliveryLimits(maxInFlight: 0)
        let wrong = DeliveryConfig(maxPending: 0, providers: ["adjust": limits, "max_bytes/x": limits])
        for open in [{ _ = try Delivery(wrong) }, { _ = try Delivery.restore(Data(), config: wrong) }] {
            XCTAssertThrowsError(try open()) { error in
                let expected = [
                    "/maxPending out_of_range", "/providers/adjust/maxInFlight out_of_range", "/providers/max_bytes~1x unknown_provider",
                    "/providers/max_bytes~1x/maxInFlight out_of_range",
                ]
                XCTAssertEqual((error as? ConfigError)?.issues.map { "\($0.path) \($0.code)" }, expected)
            }
        }
    }

    func testWhatIsNotTakenIsRefusedWithACode() throws {
        let delivery = try Delivery(DeliveryConfig(maxPending: 1))
        func refused(_ id: String, _ destination: String? = nil) throws -> Refused? {
            do { try delivery.submit(id, request(), destination: destination) } catch { return error as? Refused }
            return nil
        }
        for id in ["", String(repeating: "x", count: 256), String(repeating: "ü", count: 128), String(repeating: "x", count: 10_000_000)] {
            XCTAssertEqual(try refused(id), .invalidName)
        }
        XCTAssertEqual(try refused("a", ""), .invalidName)
        XCTAssertEqual(try delivery.stats().submitted, 0)
        XCTAssertTrue(try delivery.submit("a", request(), lane: String(repeating: "x", count: 1_000_000)).isDated)
        XCTAssertEqual(try refused("b"), .full)
        XCTAssertEqual(Refused.allCases.map(\.rawValue), ["full", "id_in_use", "invalid_name"])
    }

    func testATicketThatIsNotUnderWayIsToldSo() throws {
        let (delivery, other) = (try Delivery(), try Delivery())
        let (ticket, _) = try sent(delivery, "a")
        XCTAssertFalse(try other.onNoResponse(ticket, .closed))
        XCTAssertFalse(try delivery.onNoResponse(Ticket(number: .max), .other))
        for status in [-1, 65_536] {
            XCTAssertThrowsError(try delivery.onResponse(ticket, status: status, headers: [], body: Data())) { error in
                XCTAssertEqual((error as? ValidationError)?.issues.map(\.path), ["/status"])
            }
        }
        XCTAssertTrue(try delivery.onResponse(ticket, status: 200, headers: [("a", "\u{0}")], body: Data(count: 1_000_000)))
        XCTAssertFalse(try delivery.onResponse(ticket, status: 200, headers: [], body: Data()))
        XCTAssertFalse(try delivery.acknowledge("nobody"))
        XCTAssertFalse(try delivery.resume("nowhere"))
        XCTAssertFalse(try delivery.renewCredentials("nowhere", request()))
    }

    func testAnyClockAndAnySeedWillDo() throws {
        for seed in [0, UInt64.max] {
            let delivery = try Delivery(seed: seed)
            for (number, now) in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: .nan), Date(timeIntervalSince1970: 1e300)].enumerated() {
                try delivery.submit("\(number)", request(number), now: now)
                if case .send(let ticket, _) = try delivery.poll(now: now) { try delivery.onNoResponse(ticket, .closed, now: now) }
            }
            try delivery.recall(now: .distantPast)
            try delivery.giveUpAll(now: .distantFuture)
            XCTAssertEqual(try delivery.stats().pending, 0)
        }
    }

    func testARunTakesWhatNobodyMeans() throws {
        let delivery = try Delivery(DeliveryConfig(maxAttempts: 1))
        let run = delivery.run
        for wrong in [0, -1, Int.min] {
            XCTAssertThrowsError(try run.begin(maxInFlight: wrong)) { error in
                XCTAssertEqual((error as? ValidationError)?.issues.map { "\($0.path) \($0.code)" }, ["/maxInFlight out_of_range"])
            }
        }
        XCTAssertEqual(try run.next(now: .distantPast), .done)
        try run.stored()
        try run.notStored(Data(count: 100))
        try run.reported(.max)
        try run.begin(until: .stopped, storage: .replace, maxInFlight: .max)
        XCTAssertThrowsError(try run.begin()) { XCTAssertEqual($0 as? CannotRun, .alreadyRunning) }
        try delivery.submit("a", request())
        guard case .send(let ticket, _) = try run.next() else { throw NoValue() }
        XCTAssertFalse(try run.withdraw(Ticket(number: .max), now: .distantPast))
        XCTAssertFalse(try run.onError(Ticket(number: .max), .closed, cause: "\0"))
        XCTAssertFalse(try run.onError(ticket, .closed, cause: String(repeating: "x", count: 2_000_000)))
        guard case .report(let reports) = try run.next() else { throw NoValue() }
        XCTAssertEqual(reports.map(\.id), ["a"])
        // Nothing was reported, so it comes again with the next run.
        try run.reported(.min)
        XCTAssertEqual(try run.next(), .done)
        try run.begin()
        XCTAssertEqual(try run.next(), .report(reports))
        try run.reported(1)
        XCTAssertEqual(try run.next(), .done)
        XCTAssertFalse(try run.withdraw(ticket))
        XCTAssertEqual(CannotRun.allCases.map(\.rawValue), ["already_running", "no_storage", "store_unfinished"])
    }

    func testAnErrorOfTheHTTPClientCountsAsWhatItIs() throws {
        let delivery = try Delivery(once: true)
        try delivery.onNoResponse(sent(delivery, "a", 1).0, error: URLError(.cannotConnectToHost))
        try delivery.onNoResponse(sent(delivery, "b", 2).0, error: CancellationError())
        let reports = try delivery.takeReports()
        XCTAssertEqual(reports.map(\.kind), [.gaveUp, .gaveUp])
        XCTAssertEqual(reports.map(\.maybeDelivered), [false, true])
        XCTAssertEqual(reports.map(\.outcome?.kind), [.retryLater, .unclear])
    }

    func testWhatIsNoLogIsToldAndATornOneIsCut() throws {
        XCTAssertThrowsError(try Delivery.restore(Data("no log of a delivery".utf8))) { XCTAssertTrue($0 is LogError) }
        let delivery = try Delivery(DeliveryConfig(journal: true))
        try delivery.submit("a", request())
        XCTAssertFalse(try delivery.isStored())
        XCTAssertNil(try delivery.snapshot())
        let log = try delivery.takeLog()
        try delivery.logStored()
        XCTAssertTrue(try delivery.isStored())
        XCTAssertNotNil(try delivery.snapshot())
        for size in 0...log.count { XCTAssertLessThanOrEqual(try Delivery.restore(log.prefix(size)).wholeBytes, size) }
        let (restored, whole) = try Delivery.restore(log + [1, 2, 3])
        XCTAssertEqual(whole, log.count)
        XCTAssertEqual(try restored.stats().pending, 1)
        var damaged = log
        damaged[log.count / 2] &+= 1
        XCTAssertThrowsError(try Delivery.restore(damaged + log)) { XCTAssertTrue($0 is LogError) }
    }

    func testADeliveryIsFreedWithItsLastReference() throws {
        var delivery: Delivery? = try Delivery()
        weak var weak = delivery
        XCTAssertNotNil(weak)
        delivery = nil
        XCTAssertNil(weak)
    }

    func testManyTasksSubmitSendAndAnswerAtOnce() async throws {
        let limits = DeliveryLimits(maxInFlight: 1_000)
        let delivery = try Delivery(DeliveryConfig(maxInFlight: 1_000, providers: ["adjust": limits]))
        let request = try request()
        var told = try await withThrowingTaskGroup(of: [String].self) { group in
            for task in 0..<8 {
                group.addTask {
                    try (0..<200).flatMap { number in
                        try delivery.submit("\(task)-\(number)", request, lane: "\(number)")
                        if case .send(let ticket, _) = try delivery.poll() {
                            try delivery.onResponse(ticket, status: 200, headers: [], body: Data("OK".utf8))
                        }
                        return try delivery.takeReports().map(\.id)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        while case .send(let ticket, _) = try delivery.poll() {
            try delivery.onResponse(ticket, status: 200, headers: [], body: Data("OK".utf8))
        }
        told += try delivery.takeReports().map(\.id)
        XCTAssertEqual(told.sorted(), (0..<8).flatMap { task in (0..<200).map { "\(task)-\($0)" } }.sorted())
    }
}
