import Foundation

/// Sends what a ``Delivery`` says, with the HTTP client that you have. Share it between those that submit and the one task that runs it.
public final class Driver: Sendable, Redacted {
    /// The delivery itself: for its statistics, for a snapshot. Calls that change it do not wake the driver.
    public let delivery: Delivery
    private let send: @Sendable (Request) async throws -> Response
    private let append: (@Sendable (Data) async throws -> Void)?
    private let replace: (@Sendable (Data) async throws -> Void)?
    private let stopOnError: Bool
    private let acknowledges: Bool
    private let changes = Changes()

    /// A driver of a delivery. Nothing is sent before ``run(until:report:)``.
    ///
    /// `send` sends a request as it is and gives the response, or throws what the HTTP client throws where there is none: see
    /// ``NoResponse/init(_:)``. Several run at once; one is cancelled where there is no response in time (`DeliveryConfig.requestTimeoutMs`). An
    /// error that is not known is ``NoResponse/other`` for that event, since something may have been sent, and the run goes on; with
    /// `stopOnError` it also ends the run. ``Report/cause`` repeats what the error said.
    ///
    /// `store` appends a part of the log to what is stored, before anything of it is sent or reported. A delivery with a journal does not run
    /// without. What was stored by one that fails has to be cut off before running again: the part comes again. A log that is only appended to
    /// grows without end: give a ``LogStore`` instead.
    ///
    /// With `acknowledge`, an event is acknowledged once ``run(until:report:)`` has reported it: see ``Delivery/acknowledge(_:)``. Otherwise
    /// that is up to you.
    public init(
        _ delivery: Delivery, store: (@Sendable (Data) async throws -> Void)? = nil, stopOnError: Bool = false, acknowledge: Bool = false,
        send: @escaping @Sendable (Request) async throws -> Response
    ) {
        (self.delivery, self.send, self.stopOnError, acknowledges) = (delivery, send, stopOnError, acknowledge)
        (append, replace) = (store, nil)
    }

    /// A driver of a delivery whose log is kept short: once it has grown long, the store replaces it.
    public init(
        _ delivery: Delivery, store: some LogStore, stopOnError: Bool = false, acknowledge: Bool = false,
        send: @escaping @Sendable (Request) async throws -> Response
    ) {
        (self.delivery, self.send, self.stopOnError, acknowledges) = (delivery, send, stopOnError, acknowledge)
        (append, replace) = ({ try await store.append($0) }, { try await store.replace(with: $0) })
    }

    /// Submits an event, and wakes the task that runs. With a journal it is safe once ``Delivery/isStored()``.
    ///
    /// - Throws: ``Refused``: the event was not taken, and nothing has changed.
    @discardableResult
    public func submit(_ id: String, _ request: Request, destination: String? = nil, lane: String? = nil) throws -> Accepted {
        defer { changes.signal() }
        return try delivery.submit(id, request, destination: destination, lane: lane)
    }

    /// Submits the parts of an event, all or none, and wakes the task that runs.
    ///
    /// - Throws: ``RefusedPart``: the first part that cannot be submitted, and why; nothing has changed then.
    @discardableResult
    public func submitParts(_ id: String, _ parts: [Part]) throws -> [SubmittedPart] {
        defer { changes.signal() }
        return try delivery.submitParts(id, parts)
    }

    /// The report of this event has arrived where it belongs: see ``Delivery/acknowledge(_:)``.
    @discardableResult
    public func acknowledge(_ id: String) throws -> Bool {
        defer { changes.signal() }
        return try delivery.acknowledge(id)
    }

    /// Lets requests go to a destination again: see ``Delivery/resume(_:now:)``.
    @discardableResult
    public func resume(_ destination: String) throws -> Bool {
        defer { changes.signal() }
        return try delivery.resume(destination)
    }

    /// Ends the run, or the next one if there is none, once what is under way has its response. Another run may follow.
    public func stop() throws {
        defer { changes.signal() }
        try delivery.run.stop()
    }

    /// Sends until that time; `report` is called with what became of each event. With a `store` that is stored already; once it is kept
    /// elsewhere, ``acknowledge(_:)`` ends it.
    ///
    /// A run whose task is cancelled cancels what is under way, which counts as ``NoResponse/cancelled``, or as not sent where it had not begun;
    /// all responses are stored and reported before it ends.
    ///
    /// - Throws: ``CannotRun`` where another run of the delivery has not ended, or there is no `store` for its log; what `store`, `report`, or
    ///   with `stopOnError` `send`, has thrown, once what is under way has its response; `CancellationError`. A report that `report` has failed
    ///   with comes again with the next run.
    public func run(until: Until = .idle, report: (Report) async throws -> Void = { _ in }) async throws {
        let storage: Storage = append == nil ? .none : replace == nil ? .append : .replace
        try delivery.run.begin(until: until, storage: storage, stopOnError: stopOnError, acknowledge: acknowledges)
        let exchanges = Exchanges()
        do {
            try await withTaskCancellationHandler { try await pump(exchanges, report) } onCancel: { changes.signal() }
        } catch {
            // The delivery itself has failed: the run would not come to its end.
            try? delivery.run.abandon()
            exchanges.cancelAll()
            throw error
        }
        if let failure = exchanges.failure { throw failure }
        try Task.checkCancellation()
    }

    /// Does what the run says.
    private func pump(_ exchanges: Exchanges, _ report: (Report) async throws -> Void) async throws {
        let run = delivery.run
        var isCancelled = false
        while true {
            if Task.isCancelled && !isCancelled {
                isCancelled = true
                try run.cancel()
            }
            switch try run.next() {
            case .send(let ticket, let request):
                exchanges.begin(ticket) { await self.exchange(ticket, request, exchanges) }
            case .store(let log, let replaces):
                do { try await keep(log, replaces) } catch {
                    exchanges.fail(error)
                    try run.notStored(log)
                    continue
                }
                try run.stored()
            case .report(let reports):
                var count = 0
                do {
                    for one in reports {
                        try await report(one)
                        count += 1
                    }
                } catch { exchanges.fail(error) }
                try run.reported(count)
            case .cancel(let ticket): exchanges.cancel(ticket)
            case .wait(let atMost): await changes.wait(atMost: atMost)
            case .done: return
            }
        }
    }

    /// Stores a log in a task of its own: what has begun to be stored is stored, also where the run is cancelled.
    private func keep(_ log: Data, _ replaces: Bool) async throws {
        guard let store = replaces ? replace : append else { throw CannotRun.noStorage }
        try await Task { try await store(log) }.value
    }

    /// Sends a request, and reports what came of it.
    private func exchange(_ ticket: Ticket, _ request: Request, _ exchanges: Exchanges) async {
        defer { changes.signal() }
        let run = delivery.run
        do {
            if Task.isCancelled {
                try run.withdraw(ticket)
                return
            }
            do {
                let response = try await send(request)
                try delivery.onResponse(ticket, status: response.status, headers: response.headers, body: response.body)
            } catch {
                if try run.onError(ticket, error) { exchanges.fail(error) }
            }
        } catch {
            // The delivery itself has failed: the run would not come to its end.
            exchanges.fail(error)
            try? run.abandon()
        }
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

/// The requests under way, and what their run throws in the end.
private final class Exchanges: @unchecked Sendable {
    private let lock = NSLock()
    private var tasks: [Ticket: Task<Void, Never>] = [:]
    private var first: (any Error)?

    /// Begins an exchange. Its task runs even where it is cancelled before: the end of a request is always reported.
    func begin(_ ticket: Ticket, _ exchange: @escaping @Sendable () async -> Void) {
        lock.withLock {
            tasks[ticket] = Task {
                await exchange()
                self.lock.withLock { self.tasks[ticket] = nil }
            }
        }
    }

    func cancel(_ ticket: Ticket) { lock.withLock { tasks[ticket] }?.cancel() }

    func cancelAll() { lock.withLock { Array(tasks.values) }.forEach { $0.cancel() } }

    func fail(_ error: any Error) { lock.withLock { first = first ?? error } }

    var failure: (any Error)? { lock.withLock { first } }
}

/// Wakes the task that runs: something has changed that it does not know, or its wait is over.
private final class Changes: @unchecked Sendable {
    private let lock = NSLock()
    private let timer = DispatchSource.makeTimerSource()
    private var hasChanged = false
    private var waiting: CheckedContinuation<Void, Never>?

    init() {
        timer.setEventHandler { [weak self] in self?.signal() }
        timer.activate()
    }

    deinit { timer.cancel() }

    func signal() {
        let waiting = lock.withLock {
            hasChanged = self.waiting == nil
            defer { self.waiting = nil }
            return self.waiting
        }
        waiting?.resume()
    }

    /// Waits for a signal since the last wait. One timer for all waits: a wait that ends early leaves it to the next one.
    func wait(atMost: Duration) async {
        let (seconds, attoseconds) = atMost.components
        timer.schedule(deadline: .now() + .milliseconds(Int(seconds * 1_000 + attoseconds / 1_000_000_000_000_000)))
        await withCheckedContinuation { continuation in
            let hasChanged = lock.withLock {
                defer { self.hasChanged = false }
                if !self.hasChanged { waiting = continuation }
                return self.hasChanged
            }
            if hasChanged { continuation.resume() }
        }
    }
}
