import Foundation

/// The run loop of a ``Delivery``, without I/O: everything that a driver decides. ``Driver`` pumps it; this is for drivers of your own.
///
/// A driver begins a run (``begin(until:storage:maxInFlight:stopOnError:acknowledge:)``) and does what ``next(now:)`` says until that is
/// ``Do/done``. Responses go to the delivery (``Delivery/onResponse(_:status:headers:body:now:)``), errors of the HTTP client to
/// ``onError(_:_:cause:now:)``, in any order and also while the driver waits. Any task or thread may call it, but only one calls ``next(now:)``.
///
/// Every call throws ``InternalError`` where something inside the native library has failed.
public struct Run: Sendable, Redacted {
    /// What a driver does next.
    public enum Do: Sendable, Hashable, Redacted {
        /// Send this request, and go on. Report what came back for the ticket when it comes. The request has no warnings any more.
        case send(Ticket, Request)
        /// Store this log, which holds credentials and personal data: append it, or replace everything that is stored, so that a crash leaves
        /// either the old log or this one. Then call ``Run/stored()`` or ``Run/notStored(_:)``.
        case store(Data, replaces: Bool)
        /// Report what became of events, at least one. Then call ``Run/reported(_:)``.
        case report([Report])
        /// Cancel the request of this ticket: its time is over, or the run is cancelled. Report its end as usual.
        case cancel(Ticket)
        /// Wait until something changes (a response, a submission, a call of ``Run``), but no longer than this: at least a millisecond, at most
        /// a minute.
        case wait(atMost: Duration)
        /// Nothing more: the run has ended.
        case done

        public var description: String {
            switch self {
            case .send(let ticket, let request): "send(\(ticket), \(request))"
            case .store(let log, let replaces): "store(\(log.count) bytes, replaces: \(replaces))"
            case .report(let reports): "report(\(reports))"
            case .cancel(let ticket): "cancel(\(ticket))"
            case .wait(let atMost): "wait(atMost: \(atMost))"
            case .done: "done"
            }
        }
    }

    private let native: DeliveryCore

    init(_ native: DeliveryCore) {
        self.native = native
    }

    /// Begins a run. Reports that an earlier run has failed with come again.
    ///
    /// `maxInFlight` is the maximum number of requests in flight, by default as many as the delivery allows. `stopOnError` ends the run at an
    /// error that is not known as one of an HTTP client: see ``onError(_:_:cause:now:)``. `acknowledge` acknowledges each report once it was
    /// reported; with a journal, the acknowledgement is stored with what is stored next.
    ///
    /// - Throws: ``CannotRun``, ``ValidationError`` where `maxInFlight` is less than 1; nothing has changed then.
    public func begin(
        until: Until = .idle, storage: Storage = .none, maxInFlight: Int? = nil, stopOnError: Bool = false, acknowledge: Bool = false
    ) throws {
        if let maxInFlight, maxInFlight < 1 {
            throw ValidationError(issues: [Issue(path: "/maxInFlight", code: "out_of_range", message: "must be at least 1")])
        }
        let refused = try caught {
            try native.runBegin(
                until: until, storage: storage, maxInFlight: maxInFlight.map { UInt64($0) }, stopOnError: stopOnError, acknowledge: acknowledge)
        }
        if let refused { throw CannotRun(rawValue: refused.code) ?? .alreadyRunning }
    }

    /// Returns what to do now. Do not ask while a log is being stored.
    public func next(now: Date = Date()) throws -> Do {
        switch try caught({ try native.runNext(nowMillis: now.unixMilliseconds) }) {
        case .send(let ticket, let request): .send(Ticket(number: ticket), Request(request))
        case .store(let log, let replaces): .store(log, replaces: replaces)
        case .report(let reports): .report(try reports.map(Report.init))
        case .cancel(let ticket): .cancel(Ticket(number: ticket))
        case .wait(let millis): .wait(atMost: .milliseconds(millis))
        case .done: .done
        }
    }

    /// Ends the run once what is under way has its response. Where there is none, ends the next one.
    public func stop() throws { try caught { try native.runStop() } }

    /// Lets a run until ``Until/stopped`` end as one until ``Until/idle`` would.
    public func finish() throws { try caught { try native.runFinish() } }

    /// Ends the run, and cancels what is under way.
    public func cancel() throws { try caught { try native.runCancel() } }

    /// Ends the run as ``stop()`` does: something that the driver needs has failed.
    public func fail() throws { try caught { try native.runFail() } }

    /// Ends the run at once, where nothing can be waited for any more. What is under way has no response (``NoResponse/cancelled``). A log that
    /// is being stored stays so.
    public func abandon(now: Date = Date()) throws { try caught { try native.runAbandon(nowMillis: now.unixMilliseconds) } }

    /// Reports that the log of ``Do/store(_:replaces:)`` is stored.
    public func stored() throws { try caught { try native.runStored() } }

    /// Reports that a log could not be stored: it comes again with the next run, and this one ends. `log` is that of ``Do/store(_:replaces:)``;
    /// what was stored of it has to be cut off before the next run.
    public func notStored(_ log: Data) throws {
        try check(log.count, at: "")
        try caught { try native.runNotStored(log: log) }
    }

    /// Reports that the first `count` reports of ``Do/report(_:)`` were reported. Where that is not all of them, the driver has failed with the
    /// next one: it comes again with the next run, and this one ends.
    public func reported(_ count: Int) throws { try caught { try native.runReported(count: UInt64(max(count, 0))) } }

    /// Reports the error of a request that has no response: its kind, if it is known as one of an HTTP client, and its text
    /// (``Report/cause``). Returns whether it ends the run (`stopOnError`). An unknown error counts as ``NoResponse/other``: the request may
    /// have been sent.
    @discardableResult
    public func onError(_ ticket: Ticket, _ kind: NoResponse?, cause: String, now: Date = Date()) throws -> Bool {
        let (kind, cause) = (kind?.rawValue, shortened(cause))
        return try caught { try native.runError(ticket: ticket.number, kind: kind, cause: cause, nowMillis: now.unixMilliseconds) }
    }

    /// Reports what the HTTP client threw for a request, and whether that ends the run: see ``onError(_:_:cause:now:)``. The error is of the
    /// kind of ``NoResponse/init(_:)``, and one that is not known there is unknown.
    @discardableResult
    public func onError(_ ticket: Ticket, _ error: any Error, now: Date = Date()) throws -> Bool {
        // A `NoResponse` says no more than the reason of the report.
        try onError(ticket, NoResponse.known(error), cause: error is NoResponse ? "" : causeText(error), now: now)
    }

    /// Takes back a request that was certainly not sent, because it was cancelled before it began: it does not count. Returns `false` for a
    /// ticket that is not under way.
    @discardableResult
    public func withdraw(_ ticket: Ticket, now: Date = Date()) throws -> Bool {
        try caught { try native.runWithdraw(ticket: ticket.number, nowMillis: now.unixMilliseconds) }
    }
}

/// Why a run cannot begin: nothing has changed. The raw value is a stable code.
public enum CannotRun: String, Error, LocalizedError, CaseIterable, CustomStringConvertible {
    /// Another run of this delivery has not ended.
    case alreadyRunning = "already_running"
    /// The delivery has a journal, and there is no storage for its log.
    case noStorage = "no_storage"
    /// A log was taken, and nobody said whether it is stored. Restore a delivery from what is stored.
    case storeUnfinished = "store_unfinished"

    public var description: String {
        switch self {
        case .alreadyRunning: "another run of this delivery has not ended"
        case .noStorage: "the delivery has a journal, and its log has to be stored"
        case .storeUnfinished: "storing a log of this delivery has not ended"
        }
    }

    public var errorDescription: String? { description }
}
