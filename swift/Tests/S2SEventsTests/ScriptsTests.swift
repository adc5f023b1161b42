import XCTest

@testable import S2SEvents

/// Every script of `vectors/delivery`; `vectors/README.md` specifies their steps.
final class ScriptsTests: XCTestCase {
    func testNoScriptIsSkippedByMistake() throws {
        XCTAssertEqual(try Vectors.scriptCounts()["scripts"]?.digits, "\(try Vectors.scripts().count)")
    }

    func testEveryScriptGoesAsItIsWritten() throws {
        let scripts = try Vectors.scripts()
        for script in scripts {
            do { try Script(script).run() } catch { XCTFail("\(script["name"]!.string!): \(error)") }
        }
        print("\(scripts.count) scripts")
    }
}

/// A script, as far as it has gone.
private final class Script {
    private let script: JsonValue
    private let destinations: [String: Destination]
    private let config: DeliveryConfig
    private let seed: UInt64
    private let begin: Date
    private var delivery: Delivery
    private var tickets: [String: Ticket] = [:]
    /// What is stored of the log.
    private var log = Data()
    /// The log that a run has asked to store, and whether it replaces what is stored.
    private var toStore: (log: Data, replaces: Bool)?

    init(_ script: JsonValue) throws {
        self.script = script
        destinations = try Self.destinations(script)
        config = try record(script["config"]!)
        seed = UInt64(script["seed"]!.digits!)!
        begin = try time(script["now"]!.string!)
        delivery = try Delivery(config, seed: seed)
    }

    func run() throws {
        for (position, step) in script["steps"]!.items.enumerated() {
            let at = "\(script["name"]!.string!), step \(position): \(step.text)"
            let (found, expected) = (try found(step), step["expect"] ?? .null)
            XCTAssertTrue(sorted(found).text.utf8.elementsEqual(sorted(expected).text.utf8), "\(at)\n\(found.text)")
        }
    }

    /// Does a step; gives what it has led to.
    private func found(_ step: JsonValue) throws -> JsonValue {
        let now = begin.addingTimeInterval(Double(step["at"]!.digits!)! / 1_000)
        if step["submit"] != nil { return .string(try submitted(step, now)) }
        if step["poll"] != nil { return try polled(delivery.poll(now: now), step["expect"]!) }
        if let status = step["status"]?.digits {
            let headers = (step["headers"]?.items ?? []).map { ($0.items[0].string!, $0.items[1].string!) }
            let body = Data(step["body"]!.string!.utf8)
            return .bool(try delivery.onResponse(tickets[step["answer"]!.string!]!, status: Int(status)!, headers: headers, body: body, now: now))
        }
        if let kind = step["no_response"]?.string {
            return .bool(try delivery.onFailure(
                tickets[step["answer"]!.string!]!, NoResponse(rawValue: kind)!, cause: step["cause"]?.string ?? "", now: now))
        }
        if step["reports"] != nil { return .array(try delivery.takeReports().map(told)) }
        if let id = step["acknowledge"]?.string { return .bool(try delivery.acknowledge(id)) }
        if let succeeds = step["store"] { return .bool(try stored(succeeds == true)) }
        if let succeeds = step["compact"] { return .bool(try compacted(succeeds == true)) }
        if step["snapshot"] != nil {
            let snapshot = try delivery.snapshot()
            log = snapshot ?? Data()
            return .bool(snapshot != nil)
        }
        if let torn = step["restart"]?.digits {
            log = log.prefix(max(log.count - Int(torn)!, 0))
            let (restored, whole) = try Delivery.restore(log, config: config, seed: seed)
            log = log.prefix(whole)
            delivery = restored
            return .number("\(try delivery.stats().pending)")
        }
        if let destination = step["resume"]?.string { return .bool(try delivery.resume(destination, now: now)) }
        if let destination = step["renew"]?.string {
            return .bool(try delivery.renewCredentials(destination, request(Self.destinations(step), step, now)))
        }
        if step["stats"] != nil { return told(try delivery.stats()) }
        return try ofRun(step, now)
    }

    /// Does a step of the run loop.
    private func ofRun(_ step: JsonValue, _ now: Date) throws -> JsonValue {
        let run = delivery.run
        if let settings = step["begin"] { return .string(try begun(settings)) }
        if step["next"] != nil { return try stepped(run.next(now: now), step["expect"]!) }
        if let ticket = step["error"]?.string {
            let kind = step["kind"]!.string.map { NoResponse(rawValue: $0)! }
            return .bool(try run.onError(tickets[ticket]!, kind, cause: step["cause"]!.string!, now: now))
        }
        if let ticket = step["withdraw"]?.string { return .bool(try run.withdraw(tickets[ticket]!, now: now)) }
        if let succeeds = step["stored"] {
            let asked = toStore!
            toStore = nil
            if succeeds == true {
                log = asked.replaces ? asked.log : log + asked.log
                try run.stored()
            } else {
                try run.notStored(asked.log)
            }
        } else if let count = step["reported"]?.digits {
            try run.reported(Int(count)!)
        } else if step["stop"] != nil {
            try run.stop()
        } else if step["finish"] != nil {
            try run.finish()
        } else if step["cancel"] != nil {
            try run.cancel()
        } else if step["fail"] != nil {
            try run.fail()
        } else if step["abandon"] != nil {
            try run.abandon(now: now)
        } else {
            throw NoValue()
        }
        return .null
    }

    private func begun(_ settings: JsonValue) throws -> String {
        let known: Set = ["until", "storage", "max_in_flight", "stop_on_error", "acknowledge"]
        guard known.isSuperset(of: settings.members.map(\.key)) else { throw NoValue() }
        let until: [String: Until] = ["idle": .idle, "stopped": .stopped]
        let storage: [String: Storage] = ["none": .none, "append": .append, "replace": .replace]
        do {
            try delivery.run.begin(
                until: until[settings["until"]?.string ?? "idle"]!, storage: storage[settings["storage"]?.string ?? "none"]!,
                maxInFlight: settings["max_in_flight"].map { Int($0.digits!)! }, stopOnError: settings["stop_on_error"] == true,
                acknowledge: settings["acknowledge"] == true
            )
            return "begun"
        } catch let refused as CannotRun {
            return refused.rawValue
        }
    }

    private func stepped(_ next: Run.Do, _ expected: JsonValue) throws -> JsonValue {
        switch next {
        case .send(let ticket, let request): return sent(ticket, request, expected)
        case .store(let log, let replaces):
            toStore = (log, replaces)
            return ["store": replaces ? "replace" : "append"]
        case .report(let reports): return ["report": .array(reports.map { [.string($0.id), .string($0.kind.rawValue)] })]
        case .cancel(let ticket): return ["cancel": .string(tickets.first { $0.value == ticket }!.key)]
        case .wait(let atMost): return ["wait": .number("\(Int((atMost / .milliseconds(1)).rounded()))")]
        case .done: return "done"
        }
    }

    private func submitted(_ step: JsonValue, _ now: Date) throws -> String {
        do {
            let accepted = try delivery.submit(
                step["submit"]!.string!, request(destinations, step, now), destination: step["destination"]?.string, lane: step["lane"]?.string,
                now: now
            )
            return accepted.isDated ? "dated" : "accepted"
        } catch let refused as Refused {
            return refused.rawValue
        }
    }

    private func polled(_ next: Next, _ expected: JsonValue) -> JsonValue {
        switch next {
        case .send(let ticket, let request): return sent(ticket, request, expected)
        case .store: return "store"
        case .wait(let until): return ["wait_until": .number("\(Int((until.timeIntervalSince(begin) * 1_000).rounded()))")]
        case .waitForAnswer: return "wait_for_answer"
        case .idle: return "idle"
        }
    }

    private func sent(_ ticket: Ticket, _ request: Request, _ expected: JsonValue) -> JsonValue {
        let name = expected["send"]?.string ?? "?"
        tickets[name] = ticket
        let body = String(decoding: request.body, as: UTF8.self)
        var found: Pairs<JsonValue> = ["send": .string(name)]
        if expected["body"] != nil { found["body"] = .string(body) }
        if let part = expected["contains"]?.string { found["contains"] = .string(body.contains(part) ? part : body) }
        if expected["ids"] != nil { found["ids"] = .array(request.messageIDs.map(JsonValue.string)) }
        return .object(found)
    }

    private func stored(_ succeeds: Bool) throws -> Bool {
        let part = try delivery.takeLog()
        if succeeds {
            log += part
            try delivery.logStored()
        } else {
            try delivery.logNotStored(part)
        }
        return !part.isEmpty
    }

    private func compacted(_ succeeds: Bool) throws -> Bool {
        guard let snapshot = try delivery.takeSnapshot() else { return false }
        if succeeds {
            log = snapshot
            try delivery.logStored()
        } else {
            try delivery.logNotStored(Data())
        }
        return true
    }

    private func told(_ report: Report) -> JsonValue {
        var told: Pairs<JsonValue> = [
            "id": .string(report.id), "destination": .string(report.destination), "kind": .string(report.kind.rawValue),
            "reason": .string(report.reason), "maybe_delivered": .bool(report.maybeDelivered), "attempts": .number("\(report.attempts)"),
        ]
        if let cause = report.cause { told["cause"] = .string(cause) }
        return .object(told)
    }

    private func told(_ stats: DeliveryStats) -> JsonValue {
        let counts = [
            ("submitted", stats.submitted), ("delivered", stats.delivered), ("duplicate", stats.duplicate), ("dropped", stats.dropped),
            ("gave_up", stats.gaveUp), ("requests", stats.requests), ("pending", stats.pending), ("in_flight", stats.inFlight),
            ("lanes", stats.lanes), ("remembered_lanes", stats.rememberedLanes),
        ]
        let destinations = stats.destinations.map { JsonValue.array([.string($0.name), .string($0.state.rawValue)]) }
        return .object(Pairs(counts.map { ($0, JsonValue.number("\($1)")) } + [("destinations", .array(destinations))]))
    }

    /// With the members of objects in one order.
    private func sorted(_ value: JsonValue) -> JsonValue {
        switch value {
        case .array(let items): .array(items.map(sorted))
        case .object(let members): .object(Pairs(members.map { ($0, sorted($1)) }.sorted { $0.0 < $1.0 }))
        default: value
        }
    }

    private static func destinations(_ of: JsonValue) throws -> [String: Destination] {
        let made = try of["destinations"]!.members.flatMap { key, config -> [(String, Destination)] in
            if key == "destination" { return try config.members.map { name, own in ("destination.\(name)", try Destination(own.text)) } }
            return [(key, try Destination(JsonValue.object(Pairs([("provider", .string(key))] + config.members.map { ($0, $1) })).text))]
        }
        return Dictionary(uniqueKeysWithValues: made)
    }

    private func request(_ destinations: [String: Destination], _ step: JsonValue, _ now: Date) throws -> Request {
        let event = step["event"]!
        let name = event["destination"]?.string.map { "destination.\($0)" } ?? event["provider"]!.string!
        let fields = event.members.filter { $0.0 != "destination" }.map { ($0, $1) }
        return try destinations[name]!.build(JsonValue.object(Pairs(fields)).text, now: now)
    }
}
