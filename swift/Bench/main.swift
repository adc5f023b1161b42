import Foundation
import S2SEvents

// Times the ways of the same events to their requests, all in one run; prints a row of JSON for each.

let byHand = ByHand()
let config = AdjustConfig(appToken: Events.appToken, environment: .sandbox, authToken: Events.authToken)
let adjust = try Adjust(config)
let destination = try Destination(
    #"{"provider":"adjust","app_token":"\#(Events.appToken)","auth_token":"\#(Events.authToken)","environment":"sandbox"}"#
)
let purchases = Events.samples
let events = purchases.map(\.event)
let lines = try purchases.map { try $0.line() }
let many = (0..<1_000).map { events[$0 % events.count] }
let chunk = Data((0..<1_000).map { lines[$0 % lines.count] }.joined(separator: Data("\n".utf8)))
let now = Events.now

/// All contenders must make the same bytes, or their times say nothing.
for (position, purchase) in purchases.enumerated() {
    let request = try adjust.event(events[position], now: now)
    let sent = try [byHand.typed(purchase, now: now), byHand.json(lines[position], now: now)]
    for sent in sent {
        precondition(request.body == sent.body && request.url == sent.url && request.method == sent.method)
        precondition(Dictionary(uniqueKeysWithValues: request.headers.map { ($0, $1) }) == sent.headers)
    }
    let others = try [destination.build(lines[position], now: now), adjust.buildMany([events[position]], now: now)[0].get()]
    precondition(others.allSatisfy { $0 == request })
}

let requests = try adjust.buildMany(many, now: now).map { try $0.get() }
let answer = Response(status: 200, headers: [("content-type", "text/plain")], body: Data("OK".utf8))
let driver = Driver(try Delivery()) { _ in answer }
let journaled = Driver(try Delivery(DeliveryConfig(journal: true)), store: { _ in }) { _ in answer }

/// Everything of a driver with an HTTP client that responds at once.
func drive(_ driver: Driver, _ requests: [Request]) throws {
    for (number, request) in requests.enumerated() { try driver.submit("\(number)", request) }
    let hasEnded = DispatchSemaphore(value: 0)
    Task.detached {
        do { try await driver.run { try driver.acknowledge($0.id) } } catch { fatalError("\(error)") }
        hasEnded.signal()
    }
    hasEnded.wait()
}

struct Contender {
    let name: String
    let count: Int
    let pass: () throws -> Void
    /// The best round: what else the machine does only ever takes time.
    var nanoseconds = Double.infinity

    mutating func round() throws {
        let begin = DispatchTime.now().uptimeNanoseconds
        var passes = 0
        var elapsed: UInt64 = 0
        repeat {
            try pass()
            passes += 1
            elapsed = DispatchTime.now().uptimeNanoseconds - begin
        } while elapsed < 250_000_000
        nanoseconds = min(nanoseconds, Double(elapsed) / Double(passes * count))
    }
}

var contenders = [
    Contender(name: "foundation", count: purchases.count) { for purchase in purchases { _ = try byHand.typed(purchase, now: now) } },
    Contender(name: "foundation_json", count: lines.count) { for line in lines { _ = try byHand.json(line, now: now) } },
    Contender(name: "typed", count: events.count) { for event in events { _ = try adjust.event(event, now: now) } },
    Contender(name: "typed_with_event", count: events.count) { for purchase in purchases { _ = try adjust.event(purchase.event, now: now) } },
    Contender(name: "build_many", count: many.count) { _ = try adjust.buildMany(many, now: now) },
    Contender(name: "json_in", count: lines.count) { for line in lines { _ = try destination.build(line, now: now) } },
    Contender(name: "build_jsonl", count: 1_000) { _ = try destination.buildJSONLines(chunk, now: now) },
    Contender(name: "driver", count: requests.count) { try drive(driver, requests) },
    Contender(name: "driver_journal", count: requests.count) { try drive(journaled, requests) },
]

// Every contender in every round: what else the machine does hits all of them.
for _ in 0..<12 {
    for position in contenders.indices { try contenders[position].round() }
}
for contender in contenders {
    let others = contenders.filter { $0.name.hasPrefix("foundation") && $0.name != contender.name }
    let factors = others.map { "\"\($0.name)\":\($0.nanoseconds / contender.nanoseconds)" }.joined(separator: ",")
    print("{\"name\":\"\(contender.name)\",\"us_per_event\":\(contender.nanoseconds / 1_000),\"vs\":{\(factors)}}")
}
