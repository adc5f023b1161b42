import XCTest

@testable import S2SEvents

/// Every case of `vectors/from_segment.json` and `vectors/from_ga4.json`.
final class ConvertTests: XCTestCase {
    func testEveryCaseOfSegment() throws { try check("from_segment", fromSegment) }

    func testEveryCaseOfGoogleAnalytics() throws { try check("from_ga4", fromGA4) }

    private func check(_ format: String, _ convert: (String, Conversion) throws -> Converted) throws {
        let (count, cases) = try Vectors.converted(format)
        XCTAssertEqual(count, "\(cases.count)")
        XCTAssertEqual(Set(cases.map(\.name)).count, cases.count)
        for vector in cases {
            let text = vector["raw"]?.string ?? vector["input"]!.text
            let options = vector["options"].map { Conversion(json: $0.text) } ?? Conversion()
            if let expected = vector["issues"] {
                XCTAssertThrowsError(try convert(text, options), vector.name) { error in
                    XCTAssertEqual(codes((error as? ValidationError)?.issues), set(expected), vector.name)
                }
                continue
            }
            let converted = try convert(text, options)
            XCTAssertEqual(sorted(try JsonReader.read(converted.eventJSON)), sorted(vector["event"]!), vector.name)
            XCTAssertEqual(codes(converted.unmapped), set(vector["unmapped"] ?? []), vector.name)
            XCTAssertEqual(built(converted.event), built(converted.eventJSON), vector.name)
        }
    }

    func testOptionsAreTypedAndAmountsKeepTheirDigits() throws {
        let call = #"{"event":"Gift Opened","properties":{"total":19.990,"plan":"gold","level":"x"},"userId":"k4n4r1env0g3l"}"#
        let converted = try fromSegment(call, Conversion(names: ["Gift Opened": .custom], params: ["plan"]))
        let expected = Event(
            event: .custom, name: "Gift Opened", value: DecimalText("19.990"), user: EventUser(id: "k4n4r1env0g3l"), params: ["plan": "gold"]
        )
        XCTAssertEqual(converted.event, expected)
        XCTAssertEqual(codes(converted.unmapped), ["/properties/level unmapped_field"])
        for shown in ["\(converted)", "\(Conversion(names: ["k4n4r1env0g3l": .login]))"] { XCTAssertFalse(shown.contains("k4n4r1env0g3l"), shown) }
    }

    private let destinations = try! Destinations(#"{"branch":{"branch_key":"key_live_abc","mapping":{"unmapped":"warn"}}}"#)
    private let now = Date(timeIntervalSince1970: 1_795_176_000)

    private func built(_ event: Event) -> Data? { try? destinations.fanOut(event, now: now).first?.request?.body }

    private func built(_ event: String) -> Data? { try? destinations.fanOut(event, now: now).first?.request?.body }

    /// Members in the order of their keys, and numbers by their values.
    private func sorted(_ json: JsonValue) -> JsonValue {
        switch json {
        case .number(let digits): .number("\(Decimal(string: digits)!)")
        case .array(let items): .array(items.map(sorted))
        case .object(let members): .object(Pairs(members.sorted { $0.key < $1.key }.map { ($0.key, sorted($0.value)) }))
        default: json
        }
    }

    private func set(_ issues: JsonValue) -> Set<String> { Set(issues.items.map { "\($0["path"]!.string!) \($0["code"]!.string!)" }) }

    private func codes(_ issues: [Issue]?) -> Set<String> { Set((issues ?? []).map { "\($0.path) \($0.code)" }) }
}
