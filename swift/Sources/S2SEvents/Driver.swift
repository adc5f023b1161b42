import Foundation

/// Sends what a ``Delivery`` says, with the HTTP client that you have. Share it between those that submit and the one task that runs it.
public final class Driver: Sendable, Redacted {
    /// When a run ends.
    public enum Until: Sendable {
        /// When nothing waits and nothing is under way.
        case idle
        /// When ``Driver/stop()`` says so, and what is under way has its answer.
        case stopped
    }

    /// The delivery itself: for its statistics, for a snapshot. What it is told behind the driver's back does not wake the driver.
    public let delivery: Delivery
    private let send: @Sendable (Request) async throws -> Response
    private let append: @Sendable (Data) async throws -> Void
    private let replace: (@Sendable (Data) async throws -> Void)?
    private let stopOnError: Bool
    private let state = State()

    /// A driver of a delivery. Nothing is sent before ``run(until:report:)``.
    ///
    /// `send` sends a request as it is and gives the response, or throws what the HTTP client throws where there is none: see
    /// ``NoResponse/init(_:)``. An error that is not known there is ``NoResponse/other`` for that event, since something may have been sent, and
    /// the run goes on; with `stopOnError` it also ends the run. ``Report/cause`` repeats what the error said. Several run at once.
    ///
    /// `store` appends a part of the log to what is stored, before anything of it is sent or reported. Without it, a log is thrown away. What was
    /// stored by one that fails has to be cut off before running again: the part comes again. A log that is only appended to grows without end:
    /// give a ``LogStore`` instead.
    public init(
        _ delivery: Delivery, store: (@Sendable (Data) async throws -> Void)? = nil, stopOnError: Bool = false,
        send: @escaping @Sendable (Request) async throws -> Response
    ) {
        (self.delivery, self.send, self.stopOnError) = (delivery, send, stopOnError)
        (append, replace) = (store ?? { _ in }, nil)
    }

    /// A driver of a delivery whose log is kept short: once it has grown long, the store replaces it.
    public init(
        _ delivery: Delivery, store: some LogStore, stopOnError: Bool = false, send: @escaping @Sendable (Request) async throws -> Response
    ) {
        (self.delivery, self.send, self.stopOnError) = (delivery, send, stopOnError)
        (append, replace) = ({ try await store.append($0) }, { try await store.replace(with: $0) })
    }

    /// Submits an event, and wakes the task that runs. With a journal it is safe once ``Delivery/isStored()``.
    ///
    /// - Throws: ``Refused``: the event was not taken, and nothing has changed.
    @discardableResult
    public func submit(_ id: String, _ request: Request, destination: String? = nil, lane: String? = nil) throws -> Accepted {
        defer { state.wake() }
        return try delivery.submit(id, request, destination: destination, lane: lane)
    }

    /// The report of this event has arrived where it belongs: see ``Delivery/acknowledge(_:)``.
    @discardableResult
    public func acknowledge(_ id: String) throws -> Bool {
        defer { state.wake() }
        return try delivery.acknowledge(id)
    }

    /// Lets requests go to a destination again: see ``Delivery/resume(_:now:)``.
    @discardableResult
    public func resume(_ destination: String) throws -> Bool {
        defer { state.wake() }
        return try delivery.resume(destination)
    }

    /// Ends the run, once what is under way has its answer. The driver does not run again; another one of the same delivery may.
    public func stop() { state.stop() }

    /// Sends until that time; `report` is told what became of each event. With a `store` that is stored already; once it is kept elsewhere,
    /// ``acknowledge(_:)`` ends it.
    ///
    /// A run whose task is cancelled cancels what is under way, which is told to the delivery; all answers are stored and reported before it
    /// ends. One run at a time.
    ///
    /// - Throws: what `store`, `report`, or with `stopOnError` `send`, has thrown, once what is under way has its answer; `CancellationError`;
    ///   ``AlreadyRunning``. A report that `report` has failed with is told again by the next run.
    public func run(until: Until = .idle, report: (Report) async throws -> Void = { _ in }) async throws {
        guard let changes = state.begin() else { throw AlreadyRunning() }
        defer { state.end() }
        var failure: (any Error)?
        var (isStorable, isTellable) = (true, true)

        func tell() async {
            do {
                state.add(try delivery.takeReports())
                while isTellable, let first = state.firstReport {
                    try await report(first)
                    state.removeReport()
                }
            } catch {
                isTellable = false
                failure = failure ?? error
            }
        }

        func storeLog() async {
            guard isStorable else { return }
            do {
                let snapshot = replace == nil ? nil : try delivery.takeSnapshot()
                let log = try snapshot ?? delivery.takeLog()
                if log.isEmpty { return }
                do {
                    // In a task of its own: what has begun to be stored is stored, also where the run is cancelled.
                    let store = snapshot == nil ? append : replace ?? append
                    try await Task { try await store(log) }.value
                } catch {
                    isStorable = false
                    failure = failure ?? error
                    return try delivery.logNotStored(log)
                }
                try delivery.logStored()
            } catch {
                failure = failure ?? error
            }
        }

        await withTaskGroup(of: Event.self) { group in
            var (underWay, isWaiting, wakesAt) = (0, false, Date.distantFuture)
            while true {
                await tell()
                let isEnding = state.isStopped || failure != nil || Task.isCancelled
                if isEnding && underWay == 0 { break }
                var next = Next.waitForAnswer
                if !isEnding {
                    do { next = try delivery.poll() } catch {
                        failure = error
                        continue
                    }
                }
                switch next {
                case .send(let ticket, let request):
                    underWay += 1
                    group.addTask { await .answered(self.exchange(ticket, request)) }
                    continue
                case .store:
                    await storeLog()
                    continue
                case .wait(let time) where time < wakesAt:
                    wakesAt = time
                    group.addTask {
                        try? await Task.sleep(for: .milliseconds(max(1, min(Self.longestSleep, (time.timeIntervalSinceNow * 1_000).rounded(.up)))))
                        return .slept(until: time)
                    }
                default: break
                }
                if next == .idle && until == .idle { break }
                if !isWaiting && !isEnding {
                    isWaiting = true
                    group.addTask {
                        for await _ in changes { break }
                        return .woken
                    }
                }
                switch await group.next() {
                case .answered(let error):
                    underWay -= 1
                    failure = failure ?? error
                case .slept(let time): if time == wakesAt { wakesAt = .distantFuture }
                case .woken, nil: isWaiting = false
                }
            }
            group.cancelAll()
        }
        // What was not handed out is not to be taken for sent, and the last answers have a log, too, and reports behind it.
        do { try delivery.recall() } catch { failure = failure ?? error }
        await storeLog()
        await tell()
        // What was acknowledged meanwhile.
        await storeLog()
        if let failure { throw failure }
        try Task.checkCancellation()
    }

    /// A day: it asks again then.
    private static let longestSleep = 86_400_000.0

    /// Sends a request and tells what came of it. Gives what ends the run.
    private func exchange(_ ticket: Ticket, _ request: Request) async -> (any Error)? {
        do {
            do {
                let response = try await send(request)
                try delivery.onResponse(ticket, status: response.status, headers: response.headers, body: response.body)
                return nil
            } catch {
                try delivery.onNoResponse(ticket, error: error)
                return stopOnError && NoResponse.known(error) == nil ? error : nil
            }
        } catch {
            return error
        }
    }

    private enum Event: Sendable {
        case answered((any Error)?)
        case slept(until: Date)
        case woken
    }

    /// A driver runs once at a time.
    public struct AlreadyRunning: Error, Hashable, LocalizedError, CustomStringConvertible {
        public var description: String { "the driver is running" }
        public var errorDescription: String? { description }
    }
}

/// Keeps the log of a ``Delivery``, which holds credentials and personal data.
public protocol LogStore: Sendable {
    /// Appends a part of the log, durably. Where it throws, nothing of the part may be left.
    func append(_ part: Data) async throws

    /// Replaces everything that is stored, durably and so that a crash leaves either the old log or this one. Where it throws, the old log has to
    /// be there still.
    func replace(with log: Data) async throws
}

/// What came back for a request. Its description shows the status alone.
public struct Response: Sendable, Redacted {
    /// The status code.
    public let status: Int
    /// Names of the headers, in any case, and values.
    public let headers: [(String, String)]
    /// The body, decoded from its transfer and content encodings.
    public let body: Data

    /// A response.
    public init(status: Int, headers: some Sequence<(String, String)> = [], body: Data = Data()) {
        (self.status, self.headers, self.body) = (status, Array(headers), body)
    }

    public var description: String { "Response(\(status))" }
}

/// What the tasks that share a driver share.
private final class State: @unchecked Sendable {
    private let lock = NSLock()
    private var changes: AsyncStream<Void>.Continuation?
    private var isToStop = false
    /// Reports that nobody was told yet.
    private var reports: ArraySlice<Report> = []

    /// What has changed that the running task does not know; nothing where one runs.
    func begin() -> AsyncStream<Void>? {
        lock.withLock {
            if changes != nil { return nil }
            let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            changes = continuation
            return stream
        }
    }

    func end() { lock.withLock { changes = nil } }

    func wake() { lock.withLock { _ = changes?.yield() } }

    func stop() {
        lock.withLock { isToStop = true }
        wake()
    }

    var isStopped: Bool { lock.withLock { isToStop } }

    var firstReport: Report? { lock.withLock { reports.first } }

    func add(_ taken: [Report]) { lock.withLock { reports += taken } }

    func removeReport() { lock.withLock { _ = reports.popFirst() } }
}
