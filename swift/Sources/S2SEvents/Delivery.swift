import Foundation

/// What to send next: a queue of requests that keeps the order of events, repeats what has to be repeated, and loses nothing.
///
/// It does no I/O. ``poll(now:)`` returns what to do; ``submit(_:_:destination:lane:now:)``, ``onResponse(_:status:headers:body:now:)`` and
/// ``onFailure(_:_:cause:now:)`` take what has happened. Every event that was submitted ends with one ``Report``.
/// ``run`` decides everything else that a driver has to decide, and ``Driver`` does what it says. Any task or thread may call it; calls are short.
///
/// With `DeliveryConfig.journal` every change is a record in a log that you keep. ``poll(now:)`` returns ``Next/store`` until it is stored:
/// take the log (``takeLog()``), append it to what is stored, say so (``logStored()``); where ``takeSnapshot()`` returns a log, it replaces what
/// is stored. A submission is safe, and may be confirmed to its
/// caller, once ``isStored()``; only then are requests and reports returned. ``restore(_:config:seed:once:)`` makes a delivery from
/// everything that was stored. The log holds requests with their credentials and personal data.
///
/// It holds native memory for what waits, which is freed with its last reference. Every call throws ``InternalError`` where something inside
/// the native library has failed.
public final class Delivery: Sendable, Redacted {
    private let native: DeliveryCore

    /// A delivery that has nothing to do.
    ///
    /// The waits before repetitions are drawn from `seed`: by default a random number. Give each process another one, or all of them repeat at
    /// the same moments.
    ///
    /// With `once`, each event has one attempt, whatever comes of it: nothing is sent again, and no destination is paused. Of several messages
    /// in one request that is refused, each is still tried by itself.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the settings.
    public convenience init(_ config: DeliveryConfig = DeliveryConfig(), seed: UInt64 = newSeed(), once: Bool = false) throws {
        self.init(try opened { try DeliveryCore(config: config, seed: seed, once: once) })
    }

    private init(_ native: DeliveryCore) {
        self.native = native
    }

    /// The run of this delivery, which a driver pumps.
    public var run: Run { Run(native) }

    /// Restores the delivery that wrote a log, as it was when the log ended; an empty log is that of a new one. `config` may have changed since; its
    /// journal is on. A request that was under way is treated as one without a response. `seed` and `once` are as for a new one.
    ///
    /// Also returns how many bytes of the log are whole: what follows is the torn end of a write that was never confirmed, and has to be cut
    /// off before anything is appended.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the settings, ``LogError``, ``ValidationError`` for more than 1 GiB.
    public static func restore(
        _ log: Data, config: DeliveryConfig = DeliveryConfig(), seed: UInt64 = newSeed(), once: Bool = false
    ) throws -> (delivery: Delivery, wholeBytes: Int) {
        try check(log.count, at: "")
        let restored = try opened { try restoreDelivery(config: config, seed: seed, log: log, once: once) }
        return (Delivery(restored.delivery), Int(restored.wholeBytes))
    }

    /// A random number, for ``init(_:seed:once:)``.
    public static func newSeed() -> UInt64 { .random(in: .min ... .max) }

    /// Takes an event; with a journal it is safe only once ``isStored()``.
    ///
    /// `id` is your name for the event, of 1 to 255 bytes; its report repeats it. `destination`, of 1 to 255 bytes, is by default the
    /// provider's name: requests of one destination share credentials, limits and pauses, and several apps of one provider should have a name
    /// each. `lane` is for cases in which you know better than the request which events have to keep their order: a user's own id, for example.
    ///
    /// - Throws: ``Refused``: the event was not taken, and nothing has changed.
    @discardableResult
    public func submit(
        _ id: String, _ request: Request, destination: String? = nil, lane: String? = nil, now: Date = Date()
    ) throws -> Accepted {
        for text in [id, destination, lane] { try check(text?.utf8.count ?? 0, at: "") }
        let call = SubmitCall(
            request: request.data, id: id, destination: destination, lane: lane, nowMillis: now.unixMilliseconds
        )
        switch try caught({ try native.submit(call: call) }) {
        case .accepted(let isDated): return Accepted(isDated: isDated)
        case .refused(let code, _): throw Refused(rawValue: code) ?? .invalidName
        }
    }

    /// Takes all parts of an event, or none: those of ``Destinations/fanOut(_:now:newID:)``. Each that is built is submitted under the id
    /// `ID/LABEL` for the destination of its label: reports repeat both. The others are not submitted. Returns an entry for each part, in their
    /// order.
    ///
    /// - Throws: ``RefusedPart``: the first part that cannot be submitted, and why; nothing has changed then.
    @discardableResult
    public func submitParts(_ id: String, _ parts: [Part], now: Date = Date()) throws -> [SubmittedPart] {
        try check(id.utf8.count, at: "")
        let data = parts.map { PartData(label: $0.destination, request: $0.request?.data) }
        let call = SubmitPartsCall(id: id, parts: data, nowMillis: now.unixMilliseconds)
        switch try caught({ try native.submitParts(call: call) }) {
        case .accepted(let parts):
            return parts.map { SubmittedPart(destination: $0.label, accepted: $0.isDated.map(Accepted.init)) }
        case .refused(let label, let code, _): throw RefusedPart(destination: label, reason: Refused(rawValue: code) ?? .invalidName)
        }
    }

    /// What to do now. Ask again after each ``Next/send(_:_:)`` and ``Next/store``, and after anything that was told.
    public func poll(now: Date = Date()) throws -> Next {
        switch try caught({ try native.poll(nowMillis: now.unixMilliseconds) }) {
        case .send(let ticket, let request): .send(Ticket(number: ticket), Request(request))
        case .store: .store
        case .waitUntil(let millis): .wait(until: Date(timeIntervalSince1970: Double(millis) / 1_000))
        case .waitForAnswer: .waitForAnswer
        case .idle: .idle
        }
    }

    /// Takes the response to a request: `headers` are names, in any case, and values; `body` is decoded from its transfer and content encodings.
    /// Returns `false` for a ticket that is not under way: its result was reported before.
    ///
    /// - Throws: ``ValidationError`` where `status` is none or `body` is larger than 1 GiB.
    @discardableResult
    public func onResponse(
        _ ticket: Ticket, status: Int, headers: some Sequence<(String, String)>, body: Data, now: Date = Date()
    ) throws -> Bool {
        try settle(ticket, Answer(status: status, headers: headers, body: body, receivedAt: now), now)
    }

    /// Takes that no response arrived for a request. Returns `false` for a ticket that is not under way: its result was reported before.
    @discardableResult
    public func onNoResponse(_ ticket: Ticket, _ noResponse: NoResponse, now: Date = Date()) throws -> Bool {
        try onFailure(ticket, noResponse, cause: "", now: now)
    }

    /// Reports an error of the HTTP client, of the kind of ``NoResponse/init(_:)``. What it says becomes the cause: see
    /// ``onFailure(_:_:cause:now:)``.
    @discardableResult
    public func onNoResponse(_ ticket: Ticket, error: any Error, now: Date = Date()) throws -> Bool {
        // A `NoResponse` says no more than the reason of the report.
        try onFailure(ticket, NoResponse(error), cause: error is NoResponse ? "" : causeText(error), now: now)
    }

    /// No response came for a request, with the text of the HTTP client's error, as it is. ``Report/cause`` and
    /// ``DeliveryStats/Destination/cause`` repeat it without the query of URLs, credentials, and anything else that the request carried. An
    /// empty text is not a cause. Returns `false` for a ticket that is not under way: its result was reported before.
    @discardableResult
    public func onFailure(_ ticket: Ticket, _ noResponse: NoResponse, cause: String, now: Date = Date()) throws -> Bool {
        try settle(ticket, .none(kind: noResponse.rawValue), now, cause: shortened(cause))
    }

    private func settle(_ ticket: Ticket, _ answer: Answer, _ now: Date, cause: String = "") throws -> Bool {
        let call = SettleCall(ticket: ticket.number, answer: answer, nowMillis: now.unixMilliseconds, cause: cause)
        return try caught { try native.settle(call: call) }
    }

    /// What became of events since this was asked last. With a journal, reports whose record is stored; each comes again after a restore until
    /// ``acknowledge(_:)``.
    public func takeReports() throws -> [Report] {
        try caught { try native.takeReports() }.map(Report.init)
    }

    /// The report of this event has arrived where it belongs, and need not come again; its id may be used again. Returns `false` where there is
    /// no such report. Without a journal there is nothing to acknowledge.
    @discardableResult
    public func acknowledge(_ id: String) throws -> Bool {
        try check(id.utf8.count, at: "")
        return try caught { try native.acknowledge(id: id) }
    }

    /// The log since this was asked last, empty where there is none: append it to what is stored, and then say ``logStored()``. It holds
    /// credentials and personal data.
    public func takeLog() throws -> Data { try caught { try native.takeLog() } }

    /// Returns a log that is to replace everything stored, once that has grown long (`DeliveryConfig.snapshotAfterBytes`); `nil` before that,
    /// while a log is being stored, and without a journal.
    ///
    /// Ask before each ``takeLog()``, whose log it replaces, too. Store it so that a crash leaves either the old log or this one, and then say
    /// ``logStored()``. Where that fails, the old log has to be there still: say ``logNotStored(_:)`` with any data.
    public func takeSnapshot() throws -> Data? { try caught { try native.takeSnapshot() } }

    /// The log that was taken is stored, or the snapshot.
    public func logStored() throws { try caught { try native.logStored() } }

    /// Takes back a log that could not be stored: nothing of it is returned. What was stored of it, if anything was, has
    /// to be cut off before the next attempt.
    public func logNotStored(_ log: Data) throws {
        try check(log.count, at: "")
        try caught { try native.logNotStored(log: log) }
    }

    /// Whether everything is stored that was told so far. Without a journal there is nothing to store.
    public func isStored() throws -> Bool { try caught { try native.isStored() } }

    /// A log that begins anew and from which the same is restored: it can replace everything that was stored. `nil` while there is a log that is
    /// not stored, and without a journal.
    public func snapshot() throws -> Data? { try caught { try native.snapshot() } }

    /// Lets requests go to a destination again that was shut: its credentials are mended, say. Returns `false` where there is no such
    /// destination.
    @discardableResult
    public func resume(_ destination: String, now: Date = Date()) throws -> Bool {
        try check(destination.utf8.count, at: "")
        return try caught { try native.resume(destination: destination, nowMillis: now.unixMilliseconds) }
    }

    /// Gives the requests that wait for a destination the credentials of `fresh`, a request that was built with the new ones for the same app
    /// and in the same style. Say ``resume(_:now:)`` then. Returns `false` where there is no such destination of its provider.
    @discardableResult
    public func renewCredentials(_ destination: String, _ fresh: Request) throws -> Bool {
        try check(destination.utf8.count, at: "")
        return try caught { try native.renewCredentials(destination: destination, fresh: fresh.data) }
    }

    /// Takes back what ``poll(now:)`` has prepared and not returned, so that it is known of every event whether it was sent. Do not poll after
    /// it; store the log once all responses have arrived.
    public func recall(now: Date = Date()) throws { try caught { try native.recall(nowMillis: now.unixMilliseconds) } }

    /// Gives up everything that is not under way: the run ends.
    public func giveUpAll(now: Date = Date()) throws { try caught { try native.giveUpAll(nowMillis: now.unixMilliseconds) } }

    /// What it has done and what it has to do.
    public func stats() throws -> DeliveryStats { try DeliveryStats(caught { try native.stats() }) }
}

private func opened<T>(_ open: () throws -> T) throws -> T {
    do {
        return try open()
    } catch let DeliveryError.Settings(issues) {
        throw ConfigError(issues: issues.map(Issue.init))
    } catch let DeliveryError.Log(text) {
        throw LogError(description: text)
    } catch {
        throw InternalError()
    }
}
