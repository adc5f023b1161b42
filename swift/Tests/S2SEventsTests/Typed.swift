@testable import S2SEvents

/// Configurations and events whose fields are set by their names: `Generated/Fields.swift`, which `cargo xtask` makes of their declarations.
protocol Fields {
    static var empty: Self { get }
    static var fields: [String: Setter<Self>] { get }
}

typealias Setter<Record> = (inout Record, JsonValue) throws -> Void

struct NoValue: Error {}

/// What a typed field takes of a case's JSON.
func set(_ field: inout String?, _ value: JsonValue) throws { field = try optional(value) { $0.string } }
func set(_ field: inout Int64?, _ value: JsonValue) throws { field = try optional(value) { $0.digits.flatMap { Int64($0) } } }

func set(_ field: inout Bool?, _ value: JsonValue) throws {
    field = try optional(value) { if case .bool(let value) = $0 { value } else { nil } }
}

func set(_ field: inout AnyNumber?, _ value: JsonValue) throws {
    field = try optional(value) { ($0.digits ?? $0.string).map(DecimalText.init) }
}

func set(_ field: inout AnyTime?, _ value: JsonValue) throws {
    field = try optional(value) { value in value.digits.map { UnixMilliseconds(DecimalText($0)) } ?? value.string.map(TimeText.init) }
}

func set(_ field: inout JsonValue?, _ value: JsonValue) throws {
    // `nil` would be a value of JSON.
    field = value == .null ? JsonValue?.none : value
}

func set(_ field: inout (some Fields)?, _ value: JsonValue) throws { field = try optional(value) { try? record($0) } }
func set(_ field: inout [some Fields]?, _ value: JsonValue) throws { field = try list(value) { try? record($0) } }
func set(_ field: inout [String]?, _ value: JsonValue) throws { field = try list(value) { $0.string } }

func set(_ field: inout [any DecimalNumber]?, _ value: JsonValue) throws {
    field = try list(value) { ($0.digits ?? $0.string).map { DecimalText($0) } }
}

func set(_ field: inout Pairs<String>?, _ value: JsonValue) throws { field = try pairs(value) { $0.string } }
func set(_ field: inout Pairs<JsonValue>?, _ value: JsonValue) throws { field = try pairs(value) { $0 } }

func set(_ field: inout Pairs<any DecimalNumber>?, _ value: JsonValue) throws {
    field = try pairs(value) { ($0.digits ?? $0.string).map { DecimalText($0) } }
}

func set(_ field: inout Pairs<DeliveryLimits>?, _ value: JsonValue) throws { field = try pairs(value) { try? record($0) } }

func set<Choice: CaseIterable>(_ field: inout Choice?, _ value: JsonValue) throws {
    field = try optional(value) { value in Choice.allCases.first { "\($0)" == value.string.map { spellings[$0] ?? camelCase($0) } } }
}

private func optional<Value>(_ json: JsonValue, _ read: (JsonValue) -> Value?) throws -> Value? {
    if json == .null { return nil }
    guard let value = read(json) else { throw NoValue() }
    return value
}

private func list<Value>(_ json: JsonValue, _ read: (JsonValue) -> Value?) throws -> [Value]? {
    try optional(json) { json in
        guard case .array(let items) = json else { return nil }
        let list = items.compactMap(read)
        return list.count == items.count ? list : nil
    }
}

private func pairs<Value>(_ json: JsonValue, _ read: (JsonValue) -> Value?) throws -> Pairs<Value>? {
    try optional(json) { json in
        guard case .object(let members) = json else { return nil }
        let pairs = members.compactMap { key, value in read(value).map { (key, $0) } }
        return pairs.count == members.count ? Pairs(pairs) : nil
    }
}

/// A record of these members; one that it does not have is a fault of the test.
func record<Record: Fields>(_ json: JsonValue) throws -> Record {
    var record = Record.empty
    for (name, value) in json.members where name != "provider" && name != "kind" {
        guard let set = Record.fields[camelCase(name)] else { throw NoValue() }
        try set(&record, value)
    }
    return record
}

func camelCase(_ name: String) -> String {
    let words = name.split(separator: "_", omittingEmptySubsequences: false)
    return words.prefix(1).joined() + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

/// The name of a kind, which a case may spell in camelCase.
func snakeCase(_ name: String) -> String {
    name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
}

/// Two texts that differ in case alone, and the cases that they are.
private let spellings = ["InAppADImpr": "upper", "InAppAdImpr": "mixed"]
