import XCTest

@testable import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A driver: against the sandbox, and with answers that the test makes.
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
            for number in part * 40..<(part + 1) * 40 { try driver.submit("\(number)", request(number, sandbox.baseURL)) }
            try await driver.run { report in
                XCTAssertEqual(report.kind, .delivered)
                told.append(report.id)
                try driver.acknowledge(report.id)
                if part < 2, told.count >= (part + 1) * 20 { driver.stop() }
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

    func testAFaultInSendEndsTheRunAndTheAnswersOfTheOthersAreKept() async throws {
        let driver = Driver(try Delivery(DeliveryConfig(providers: atMostOnce))) { [ok] request in
            if String(decoding: request.body, as: UTF8.self).contains("322ad1102") { throw Fault() }
            try await Task.sleep(for: .milliseconds(50))
            return ok
        }
        for number in 0..<4 { try driver.submit("\(number)", request(number)) }
        var told: [String: Report] = [:]
        await assertThrows(Fault.self) { try await driver.run { told[$0.id] = $0 } }
        XCTAssertEqual(told.keys.sorted(), ["0", "1", "2", "3"])
        XCTAssertEqual(told["2"]?.maybeDelivered, true, "something may have been sent")
        XCTAssertEqual(told.values.filter { $0.kind == .delivered }.count, 3)
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
        let driver = Driver(try Delivery(config)) { [ok] _ in
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
        await assertThrows(Driver.AlreadyRunning.self) { try await driver.run() }
        driver.stop()
        try await run.value
        XCTAssertEqual(told.count, 20)
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
