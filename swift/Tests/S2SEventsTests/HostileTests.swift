import XCTest

@testable import S2SEvents

/// What Swift can put into events that no provider takes: each has its issues, at its index, and takes nothing from the others.
final class HostileTests: XCTestCase {
    private let adjust = try! Adjust(AdjustConfig(appToken: "4w565xzmb54d"))
    private let now = Date(timeIntervalSince1970: 1_795_176_000)  // 2026-11-20T12:00:00Z

    private struct Amount: DecimalNumber { let decimalText: String }

    private func event(_ change: (inout AdjustEvent) -> Void = { _ in }) -> AdjustEvent {
        var event = AdjustEvent(eventToken: "f0ob4r", adid: "18546f6171f67e29d1cb983322ad1329")
        change(&event)
        return event
    }

    private func paid(_ revenue: any DecimalNumber) -> AdjustEvent { event { ($0.revenue, $0.currency) = (revenue, "USD") } }

    /// A half of a surrogate pair, which only `NSString` can hold.
    private var surrogate: String { NSString(characters: [0x61, 0xD83D], length: 2) as String }

    private var refused: [(AdjustEvent, Set<String>)] {
        [
            (paid(Decimal.nan), ["/revenue not_finite"]), (paid(Double.nan), ["/revenue not_finite"]),
            (paid(-Double.infinity), ["/revenue not_finite"]), (paid(Float.signalingNaN), ["/revenue not_finite"]),
            (paid(Decimal(sign: .plus, exponent: 127, significand: 1)), ["/revenue too_many_digits"]),
            (paid(Decimal.greatestFiniteMagnitude), ["/revenue too_many_digits"]),
            (paid(Double.greatestFiniteMagnitude), ["/revenue too_many_digits"]), (paid(Amount(decimalText: "")), ["/revenue empty"]),
            (paid(Amount(decimalText: "1\0")), ["/revenue invalid_number"]),
            (paid(DecimalText(String(repeating: "9", count: 100_000))), ["/revenue too_many_digits"]),
            (event { $0.createdAt = Date(timeIntervalSince1970: .nan) }, ["/createdAt invalid_time"]),
            (event { $0.createdAt = Date(timeIntervalSince1970: .infinity) }, ["/createdAt out_of_range"]),
            (event { $0.createdAt = Date(timeIntervalSince1970: -1e300) }, ["/createdAt out_of_range"]),
            (event { $0.createdAt = TimeText("\0") }, ["/createdAt invalid_time"]),
            (event { $0.createdAt = UnixMilliseconds(Double.nan) }, ["/createdAt not_finite"]),
            (event { $0.callbackParams = ["a": "1", "a": "2"] }, ["/callbackParams/a duplicate_key"]),
            (event { $0.eventToken = "" }, ["/eventToken empty"]), (event { $0.eventToken = nil }, ["/eventToken missing"]),
        ]
    }

    /// What is unusual, and is sent as it is.
    private var taken: [AdjustEvent] {
        [
            event(), event { $0.callbackParams = [:] }, event { $0.callbackParams = ["nul": "\0", "": "x"] },
            event { $0.callbackParams = ["half": surrogate] }, event { $0.callbackParams = ["\u{10FFFF}\u{FFFF}": "\u{FEFF}\r\n"] },
            event { $0.callbackParams = Pairs((0..<5_000).map { ("key-\($0)", "value") }) },
        ]
    }

    func testOneBadEventHasItsIssuesAtItsIndexAndAllOthersAreBuilt() throws {
        var events: [AdjustEvent] = [], expected: [Set<String>] = []
        for (bad, issues) in refused {
            events += [event(), bad]
            expected += [[], issues]
        }
        events += taken
        expected += taken.map { _ in [] }
        let found = try adjust.buildMany(events, now: now).map(issues)
        for (index, (found, expected)) in zip(found, expected).enumerated() { XCTAssertEqual(found, expected, "\(index)") }
        XCTAssertEqual(found.count, events.count)
        // Each by itself has the same.
        for (event, expected) in zip(events, expected) {
            XCTAssertEqual(issues(Result { try adjust.event(event, now: now) }.mapError { $0 as! ValidationError }), expected)
        }
    }

    func testAnUnpairedSurrogateOfNSStringBecomesTheReplacementCharacter() throws {
        XCTAssertEqual(Array(surrogate.utf8), [0x61, 0xEF, 0xBF, 0xBD])
        let body = String(decoding: try adjust.event(event { $0.callbackParams = ["half": surrogate] }, now: now).body, as: UTF8.self)
        XCTAssertTrue(body.contains("a%EF%BF%BD"), body)
    }

    func testAttributesHaveTheirIssues() throws {
        let deep = (0..<5_000).reduce(JsonValue.null) { deep, _ in .array([deep]) }
        let attributes: [(JsonValue, Set<String>)] = [
            (nil, []), (.number("NaN"), ["/attributes/a not_finite"]), (JsonValue(Double.infinity), ["/attributes/a not_finite"]),
            (.number(""), ["/attributes/a invalid_number"]), (.string("\0"), []), (.array([]), []),
            (.object(["k": 1, "k": 2]), ["/attributes/a/k duplicate_key"]), (deep, ["too_deep"]),
        ]
        let metrix = try Metrix(MetrixConfig(appId: "app", apiKey: "key"))
        for (value, expected) in attributes {
            let action = MetrixAction(customUserId: "u", time: now, name: "aewqd", attributes: ["a": value])
            let found = issues(Result { try metrix.action(action) }.mapError { $0 as! ValidationError })
            XCTAssertEqual(expected == ["too_deep"] ? Set(found.map { String($0.split(separator: " ")[1]) }) : found, expected)
        }
    }

    private static let good = #"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329""#

    private let texts: [(text: Data, isBuilt: Bool)] = [
        (Data("\(good)}".utf8), true), (Data(#"\#(good),"callback_params":{"a":null}}"#.utf8), false), (Data("null".utf8), false),
        (Data(#"\#(good),"callback_params":{"a":"\ud83d"}}"#.utf8), false), (Data(), false), (Data("{".utf8), false),
        (Data(#"\#(good),"callback_params":{"a":"1","a":"2"}}"#.utf8), false), (Data([0xFF, 0xFE, 0x7B]), false),
        (Data("\(good),\"revenue\":NaN}".utf8), false), (Data("\(good),\"revenue\":1e999999999,\"currency\":\"USD\"}".utf8), false),
        (Data("\(String(repeating: "[", count: 100_000))".utf8), false), (Data("\(good),\"adid\":\"\0\"}".utf8), false),
        (Data("\(good)}".utf8), true),
    ]

    func testEveryTextHasWhatBecameOfItAtItsIndex() throws {
        let destination = try Destination(#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#)
        let found = try destination.buildMany(texts.map(\.text), now: now)
        XCTAssertEqual(found.map { (try? $0.get()) != nil }, texts.map(\.isBuilt))
        for result in found { if case .failure(let error) = result { XCTAssertFalse(error.issues.isEmpty) } }
        // In lines, one that is empty is passed over.
        let lines = texts.map(\.text).filter { !$0.isEmpty }
        let built = try destination.buildJSONLines(Data(lines.joined(separator: Data("\n".utf8))), now: now)
        let answers = try String(decoding: built, as: UTF8.self).split(separator: "\n").map { try JsonReader.read(String($0)) }
        XCTAssertEqual(answers.map { $0["request"] != nil }, texts.filter { !$0.text.isEmpty }.map(\.isBuilt))
        XCTAssertEqual(answers.map { $0["line"]?.digits }, (1...lines.count).map { "\($0)" })
    }

    func testATextThatIsTooLargeIsThatEventsIssueAndLargeOnesDoNotCrossTogether() throws {
        let core = try Destination(#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#).core
        let good = Data("\(Self.good)}".utf8)
        let large = good + Data(repeating: UInt8(ascii: " "), count: 1_000)
        let found = try core.build([good, large, good, good].map { .json(text: $0) }, now: now, mostBytes: good.count + 10)
        XCTAssertEqual(found.map { issues($0) }, [[], [" too_large"], [], []])
        let typed = event { $0.callbackParams = ["a": String(repeating: "x", count: 2_000)] }
        let events = [event(), typed, event()].map { EventData.typed(event: .adjustEvent($0)) }
        XCTAssertGreaterThan(events[1].size, events[0].size + 2_000)
        XCTAssertEqual(try core.build(events, now: now, mostBytes: events[0].size + 100).map { issues($0) }, [[], [" too_large"], []])
    }

    private func issues(_ result: Result<Request, ValidationError>) -> Set<String> {
        switch result {
        case .success: []
        case .failure(let error): Set(error.issues.map { "\($0.path) \($0.code)" })
        }
    }
}
