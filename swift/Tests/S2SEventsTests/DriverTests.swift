import XCTest

@testable import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A driver: against the sandbox, and with responses that the test makes.
final class DriverTests: XCTestCase {
    private struct Fault: Error {}

    private let config = DeliveryConfig(journal: true, backoffMs: 20, breakerMs: 20)
    private let atMostOnce: Pairs<DeliveryLimits> = ["adjust": DeliveryLimits(repeat: .atMostOnce)]
    private let ok = Response(status: 200, headers: [("content-type", "text/plain")], body: Data("OK".utf8))

    private let faults = """
        [[adjust.apps]]
        token = "abc"
        events = [{ token = "f0ob4r" }]
        [faults]
        seed = 7
        rates = [{ fault = "500", rate = 0.1 }, { fault = "500-after", rate = 0.05 }, { fault = "drop", rate = 0.1 }]
        """

    private func request(_ number: Int, _ baseURL: String? = nil) throws -> Request {
        let adjust = try Adjust(AdjustConfig(appToken: "abc", baseUrl: baseURL))
        let device = "18546f6171f67e29d1cb983322ad1\(100 + (baseURL == nil ? number : number % 10))"
        return try adjust.event(AdjustEvent(eventToken: "f0ob4r", adid: device, createdAt: Date(timeIntervalSinceNow: Double(number) - 1_000)))
    }

    func testEverythingArrivesInTheOrderOfItsLanesAlsoFromALog() async throws {
        let sandbox = try Sandbox(faults)
        let log = Log()
        var told: [String] = []
        for part in 0..<3 {
            // What the one before has left is in the log alone.
            let (delivery, whole) = try Delivery.restore(log.bytes + [1, 2, 3], config: config)
            XCTAssertEqual(whole, log.bytes.count)
            let driver = Driver(delivery, store: { log.append($0) }) { request in
                let (body, response) = try await session.data(for: URLRequest(request))
                return try Response(response, body)
            }
            for number in part * 40..<(part + 1) * 40 { try driver.submit("\(number)", request(number, sandbox.baseURL("adjust"))) }
            try await driver.run { report in
                XCTAssertEqual(report.kind, .delivered)
                told.append(report.id)
                try driver.acknowledge(report.id)
                if part < 2, told.count >= (part + 1) * 20 { try driver.stop() }
            }
        }
        XCTAssertEqual(told.sorted(), (0..<120).map { "\($0)" }.sorted())
        let rejected = try await sandbox.events("rejected")
        XCTAssertEqual(rejected, [])
        let accepted = try await sandbox.events("accepted").map { $0["parameters"]! }
        for ofDevice in Dictionary(grouping: accepted, by: { $0["adid"]!.string! }).values {
            let times = ofDevice.map { $0["created_at_unix"]!.string! }
            XCTAssertEqual(times, times.sorted())
        }
    }

    func testAStoreThatFailsEndsTheRunAndNothingWasSent() async throws {
        let log = Log()
        log.isFull = true
        let driver = Driver(try Delivery(config), store: { try log.appendIfThereIsRoom($0) }) { [ok] _ in
            XCTAssertFalse(log.isFull)
            return ok
        }
        try driver.submit("a", request(1))
        await assertThrows(Fault.self) { try await driver.run { _ in XCTFail("nothing was sent") } }
        log.isFull = false
        var told: [String] = []
        try await driver.run { told.append($0.id) }
        XCTAssertEqual(told, ["a"])
        XCTAssertTrue(try driver.delivery.isStored())
        XCTAssertEqual(try Delivery.restore(log.bytes).delivery.takeReports().map(\.id), ["a"])
    }

    private func oneFails(stopOnError: Bool) throws -> Driver {
        let begun = Log()
        let driver = Driver(try Delivery(DeliveryConfig(providers: atMostOnce)), stopOnError: stopOnError) { [ok] request in
            _ = begun.next()
            while begun.count < 4 { try await Task.sleep(for: .milliseconds(1)) }
            if String(decoding: request.body, as: UTF8.self).contains("322ad1102") { throw Fault() }
            try await Task.sleep(for: .milliseconds(50))
            return ok
        }
        for number in 0..<4 { try driver.submit("\(number)", request(number)) }
        return driver
    }

    func testAnErrorThatIsNotKnownIsThatEventsAndTheRunGoesOn() async throws {
        let driver = try oneFails(stopOnError: false)
        var told: [String: Report] = [:]
        try await driver.run { told[$0.id] = $0 }
        XCTAssertEqual(told.keys.sorted(), ["0", "1", "2", "3"])
        XCTAssertEqual(told["2"]?.maybeDelivered, true, "something may have been sent")
        XCTAssertEqual(told["2"]?.cause, "Fault: Fault()")
        XCTAssertEqual(told.values.filter { $0.kind == .delivered && $0.cause == nil }.count, 3)
        let own = try driver.delivery.stats()
        XCTAssertEqual(own.pending, 0)
    }

    func testWithStopOnErrorItEndsTheRunAndTheAnswersOfTheOthersAreKept() async throws {
        let driver = try oneFails(stopOnError: true)
        var told: [String: Report] = [:]
        await assertThrows(Fault.self) { try await driver.run { told[$0.id] = $0 } }
        XCTAssertEqual(told.keys.sorted(), ["0", "1", "2", "3"])
        XCTAssertEqual(told["2"]?.maybeDelivered, true, "something may have been sent")
        XCTAssertEqual(told.values.filter { $0.kind == .delivered }.count, 3)
    }

    func testAResponseThatIsNoneIsThatEvents() async throws {
        let driver = Driver(try Delivery(once: true)) { _ in Response(status: 70_000) }
        try driver.submit("a", request(1))
        var causes: [String?] = []
        try await driver.run { causes.append($0.cause) }
        XCTAssertEqual(causes.map { $0?.contains("/status") }, [true])
    }

    func testACauseShowsNothingThatTheRequestCarried() async throws {
        let driver = Driver(try Delivery(once: true)) { request in
            let sent = String(decoding: request.body, as: UTF8.self)
            let underlying = NSError(domain: NSPOSIXErrorDomain, code: 111, userInfo: [NSLocalizedDescriptionKey: "refused: \(sent)"])
            throw NSError(
                domain: "proxy", code: 7,
                userInfo: [NSLocalizedDescriptionKey: "no route to \(request.url)?key=k4n4r1", NSUnderlyingErrorKey: underlying])
        }
        try driver.submit("a", request(1))
        var causes: [String] = []
        try await driver.run { causes.append($0.cause ?? "") }
        XCTAssertEqual(causes.count, 1)
        for part in ["NSError (proxy 7)", "no route to", "NSPOSIXErrorDomain 111"] { XCTAssertTrue(causes[0].contains(part), causes[0]) }
        for part in ["18546f6171f67e29d1cb983322ad1", "f0ob4r", "k4n4r1"] { XCTAssertFalse(causes[0].contains(part), causes[0]) }
    }

    /// A million events at the default of 1 MiB have this proportion to their log. `S2S_EVENTS` sets another number.
    func testTheLogOfManyEventsStaysShort() async throws {
        let count = ProcessInfo.processInfo.environment["S2S_EVENTS"].flatMap(Int.init) ?? 20_000
        let after = 20_972
        let store = Short()
        let driver = Driver(try Delivery(DeliveryConfig(journal: true, snapshotAfterBytes: Int64(after))), store: store) { [ok] _ in ok }
        let request = try request(1)
        for part in 0..<count / 50 {
            for number in 0..<50 { try driver.submit("\(part)-\(number)", request, lane: "\(number)") }
            try await driver.run { try driver.acknowledge($0.id) }
        }
        let (longest, replaced) = (await store.longest, await store.replaced)
        XCTAssertLessThan(longest, 8 * after, "after \(replaced) snapshots")
        XCTAssertGreaterThan(replaced, 100)
        XCTAssertEqual(try driver.delivery.stats().delivered, count)
        let restored = try Delivery.restore(await store.log).delivery
        XCTAssertEqual(try restored.stats().pending, 0)
        XCTAssertEqual(try restored.takeReports().count, 0)
    }

    func testASnapshotThatCannotBeStoredEndsTheRunAndNothingIsLost() async throws {
        let store = Short()
        let driver = Driver(try Delivery(DeliveryConfig(journal: true, snapshotAfterBytes: 1_000)), store: store) { [ok] _ in ok }
        await store.fail(true)
        for number in 0..<40 { try driver.submit("\(number)", request(number)) }
        await assertThrows(Fault.self) { try await driver.run { _ in XCTFail("nothing was sent") } }
        await store.fail(false)
        var told = Set<String>()
        try await driver.run { told.insert($0.id) }
        XCTAssertEqual(told.count, 40)
        let again = try Delivery.restore(await store.log).delivery.takeReports().map(\.id)
        XCTAssertEqual(Set(again), told)
    }

    /// A log in memory, which can be replaced.
    private actor Short: LogStore {
        var (log, longest, replaced, isFailing) = (Data(), 0, 0, false)

        func fail(_ fails: Bool) { isFailing = fails }

        func append(_ part: Data) throws {
            log += part
            longest = max(longest, log.count)
        }

        func replace(with log: Data) throws {
            if isFailing { throw Fault() }
            (self.log, replaced) = (log, replaced + 1)
            longest = max(longest, log.count)
        }
    }

    func testAReportThatNobodyTookIsToldAgainByTheNextRun() async throws {
        let driver = Driver(try Delivery()) { [ok] _ in ok }
        for number in 0..<5 { try driver.submit("\(number)", request(number)) }
        var told: [String] = []
        await assertThrows(Fault.self) {
            try await driver.run { report in
                if told.count == 2 { throw Fault() }
                told.append(report.id)
            }
        }
        XCTAssertEqual(told.count, 2)
        try await driver.run { told.append($0.id) }
        XCTAssertEqual(told.sorted(), ["0", "1", "2", "3", "4"])
    }

    func testWhatTheHTTPClientThrowsIsAnAnswerThatDidNotCome() async throws {
        let failures = Log()
        let driver = Driver(try Delivery(config), store: { _ in }) { [ok] _ in
            switch failures.next() {
            case 1: throw URLError(.cannotConnectToHost)
            case 2: throw URLError(.networkConnectionLost)
            case 3: throw URLError(.unknown)
            case 4: throw NoResponse.timeout
            default: return ok
            }
        }
        try driver.submit("a", request(1))
        var attempts: [Int] = []
        try await driver.run { attempts.append($0.attempts) }
        XCTAssertEqual(attempts, [5])
    }

    func testARunningDriverTakesEventsUntilItIsStopped() async throws {
        let driver = Driver(try Delivery()) { [ok] _ in ok }
        let told = Log()
        let run = Task {
            try await driver.run(until: .stopped) { _ in _ = told.next() }
        }
        for number in 0..<20 {
            try driver.submit("\(number)", request(number))
            try await Task.sleep(for: .milliseconds(2))
        }
        while told.count < 20 { try await Task.sleep(for: .milliseconds(2)) }
        let other = Driver(driver.delivery) { [ok] _ in ok }
        for second in [driver, other] { await assertThrows(CannotRun.alreadyRunning) { try await second.run() } }
        try driver.stop()
        try await run.value
        XCTAssertEqual(told.count, 20)
        try driver.submit("later", request(20))
        try other.stop()
        try await driver.run { _ in XCTFail("it was stopped before") }
        try await driver.run { XCTAssertEqual($0.id, "later") }
        XCTAssertEqual(try driver.delivery.stats().pending, 0)
    }

    func testAJournalNeedsAStore() async throws {
        let delivery = try Delivery(config)
        let driver = Driver(delivery) { [ok] _ in
            XCTFail("nothing is sent")
            return ok
        }
        try driver.submit("a", request(1))
        await assertThrows(CannotRun.noStorage) { try await driver.run { _ in XCTFail("nothing is reported") } }
        XCTAssertFalse(try delivery.isStored())
        _ = try delivery.takeLog()
        await assertThrows(CannotRun.storeUnfinished) { try await Driver(delivery, store: { _ in }) { [ok] _ in ok }.run() }
    }

    func testARequestHasItsTimeAndIsCancelledAfterIt() async throws {
        let driver = Driver(try Delivery(DeliveryConfig(requestTimeoutMs: 2_000, maxAttempts: 1))) { [ok] request in
            if String(decoding: request.body, as: UTF8.self).contains("322ad1101") { try await Task.sleep(for: .seconds(60)) }
            return ok
        }
        for number in 0..<2 { try driver.submit("\(number)", request(number)) }
        var told: [Report] = []
        let began = ContinuousClock.now
        try await driver.run { told.append($0) }
        XCTAssertLessThan(ContinuousClock.now - began, .seconds(30))
        XCTAssertEqual(told.map(\.kind), [.delivered, .gaveUp])
        XCTAssertEqual(told.last?.cause, "no response in 2000 ms")
        XCTAssertEqual(told.last?.maybeDelivered, true)
        XCTAssertEqual(try driver.delivery.stats().inFlight, 0)
    }

    func testWhatWasReportedIsAcknowledgedWhereThatIsAskedFor() async throws {
        for acknowledges in [false, true] {
            let log = Log()
            let driver = Driver(try Delivery(config), store: { log.append($0) }, acknowledge: acknowledges) { [ok] _ in ok }
            for number in 0..<3 { try driver.submit("\(number)", request(number)) }
            var told: [String] = []
            await assertThrows(Fault.self) {
                try await driver.run { report in
                    if told.count == 2 { throw Fault() }
                    told.append(report.id)
                }
            }
            let left = try Delivery.restore(log.bytes).delivery.takeReports().map(\.id)
            XCTAssertEqual(left.sorted(), ["0", "1", "2"].filter { !acknowledges || !told.contains($0) })
            try await driver.run { told.append($0.id) }
            XCTAssertEqual(told.sorted(), ["0", "1", "2"])
            XCTAssertEqual(try Delivery.restore(log.bytes).delivery.takeReports().count, acknowledges ? 0 : 3)
        }
    }

    func testARunThatIsCancelledBeforeAnythingBeganHasSentNothing() async throws {
        let driver = Driver(try Delivery(DeliveryConfig(backoffMs: 0, providers: atMostOnce))) { [ok] _ in
            XCTAssertFalse(Task.isCancelled)
            return ok
        }
        for number in 0..<16 { try driver.submit("\(number)", request(number)) }
        let told = Log()
        let run = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await driver.run { _ in _ = told.next() }
        }
        await assertThrows(CancellationError.self) { try await run.value }
        XCTAssertEqual(told.count, 0)
        let stats = try driver.delivery.stats()
        XCTAssertEqual([stats.pending, stats.inFlight, stats.requests], [16, 0, 0])
        try await driver.run { _ in _ = told.next() }
        XCTAssertEqual(told.count, 16)
    }

    func testWhatHadNotBegunWhenTheRunWasCancelledDoesNotCountAsSent() async throws {
        let begun = Log()
        let driver = Driver(try Delivery(DeliveryConfig(providers: atMostOnce))) { [ok] _ in
            _ = begun.next()
            try await Task.sleep(for: .seconds(60))
            return ok
        }
        for number in 0..<40 { try driver.submit("\(number)", request(number)) }
        let told = Log()
        let run = Task {
            try await driver.run { report in
                XCTAssertTrue(report.maybeDelivered)
                _ = told.next()
            }
        }
        while begun.count == 0 { await Task.yield() }
        run.cancel()
        await assertThrows(CancellationError.self) { try await run.value }
        let stats = try driver.delivery.stats()
        XCTAssertEqual(stats.requests, begun.count)
        XCTAssertEqual(told.count, begun.count)
        XCTAssertEqual(stats.pending, 40 - begun.count)
        XCTAssertEqual(stats.inFlight, 0)
    }

    func testAStoreThatFailsWhileTheRunIsCancelledIsWhatTheRunThrows() async throws {
        let (begun, release) = (Log(), Log())
        let driver = Driver(try Delivery(config), store: { _ in
            _ = begun.next()
            while release.count == 0 { try await Task.sleep(for: .milliseconds(1)) }
            throw Fault()
        }) { [ok] _ in ok }
        try driver.submit("a", request(1))
        let run = Task { try await driver.run { _ in XCTFail("nothing was sent") } }
        while begun.count == 0 { try await Task.sleep(for: .milliseconds(1)) }
        run.cancel()
        _ = release.next()
        await assertThrows(Fault.self) { try await run.value }
        XCTAssertFalse(try driver.delivery.isStored())
    }

    func testARunThatIsCancelledTellsWhatIsUnderWayAndTakesBackTheRest() async throws {
        let log = Log()
        let driver = Driver(try Delivery(DeliveryConfig(journal: true, providers: atMostOnce)), store: { log.append($0) }) { [ok] _ in
            _ = log.next()
            try await Task.sleep(for: .seconds(60))
            return ok
        }
        for number in 0..<40 { try driver.submit("\(number)", request(number)) }
        let told = Log()
        let run = Task {
            try await driver.run { report in
                XCTAssertTrue(report.maybeDelivered)
                _ = told.next()
            }
        }
        while log.count < 16 { try await Task.sleep(for: .milliseconds(2)) }
        run.cancel()
        await assertThrows(CancellationError.self) { try await run.value }
        XCTAssertEqual(told.count, 16)
        for delivery in [driver.delivery, try Delivery.restore(log.bytes).delivery] {
            XCTAssertEqual(try delivery.stats().pending, 24)
            XCTAssertEqual(try delivery.stats().inFlight, 0)
        }
    }

    private func assertThrows(_ reason: CannotRun, _ run: () async throws -> Void, line: UInt = #line) async {
        do {
            try await run()
            XCTFail("nothing was thrown", line: line)
        } catch {
            XCTAssertEqual(error as? CannotRun, reason, "\(error)", line: line)
        }
    }

    private func assertThrows<E: Error>(_: E.Type, _ run: () async throws -> Void, line: UInt = #line) async {
        do {
            try await run()
            XCTFail("nothing was thrown", line: line)
        } catch {
            XCTAssertTrue(error is E, "\(error)", line: line)
        }
    }

    /// What tasks share in a test.
    private final class Log: @unchecked Sendable {
        private let lock = NSLock()
        private var stored = Data()
        private var counted = 0
        private var full = false

        var bytes: Data { lock.withLock { stored } }
        var count: Int { lock.withLock { counted } }
        var isFull: Bool {
            get { lock.withLock { full } }
            set { lock.withLock { full = newValue } }
        }

        func append(_ part: Data) { lock.withLock { stored += part } }

        func appendIfThereIsRoom(_ part: Data) throws {
            if isFull { throw Fault() }
            append(part)
        }

        func next() -> Int {
            lock.withLock {
                counted += 1
                return counted
            }
        }
    }
}
