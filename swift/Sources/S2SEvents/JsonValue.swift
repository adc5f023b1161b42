/// A JSON value, of attributes and of a provider's response: digit for digit, and with the order of keys. Literals are such values:
/// `["plan": "gold", "renewal": true, "seats": [1, 2.5, nil]]`. The description shows the type alone.
public enum JsonValue: Sendable, Hashable, Redacted {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as it is written.
    case number(String)
    /// A text.
    case string(String)
    /// An array.
    case array([JsonValue])
    /// An object.
    case object(Pairs<JsonValue>)

    /// A number, digit for digit.
    public init(_ number: some DecimalNumber) { self = .number(number.decimalText) }

    /// A text.
    public init(_ text: String) { self = .string(text) }

    /// `true` or `false`.
    public init(_ bool: Bool) { self = .bool(bool) }

    /// Reads a JSON text; nil where it is none, or is nested deeper than 32 levels.
    ///
    /// - Throws: ``InternalError``.
    public static func parse(_ text: String) throws -> JsonValue? {
        try caught { try parseJson(text: text) }
    }

    public var description: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a text"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension JsonValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public init(nilLiteral: ()) { self = .null }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self.init(value) }
    public init(floatLiteral value: Double) { self.init(value) }
}

extension JsonValue: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral items: JsonValue...) { self = .array(items) }
    public init(dictionaryLiteral members: (String, JsonValue)...) { self = .object(Pairs(members)) }
}

// What crosses.
extension JsonValue {
    init(_ form: JsonForm) {
        self = switch form {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let digits): .number(digits.decimalText)
        case .text(let text): .string(text)
        case .array(let items): .array(items)
        case .object(let members): .object(Pairs(members.map { ($0.key, $0.value) }))
        }
    }

    var form: JsonForm {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value: value)
        case .number(let digits): .number(digits: DecimalText(digits))
        case .string(let text): .text(text: text)
        case .array(let items): .array(items: items)
        case .object(let members): .object(members: members.map { JsonMember(key: $0.key, value: $0.value) })
        }
    }

    /// The value, without what is nested too deep to be taken, below where the core refuses it: writing and reading it has to end.
    var bounded: JsonValue { isWithin(Self.deepest) ? self : cut(to: Self.deepest) }

    /// The core refuses what is half as deep.
    private static let deepest = 64

    private func isWithin(_ depth: Int) -> Bool {
        switch self {
        case .array(let items): depth > 0 && items.allSatisfy { $0.isWithin(depth - 1) }
        case .object(let members): depth > 0 && members.allSatisfy { $0.value.isWithin(depth - 1) }
        default: true
        }
    }

    private func cut(to depth: Int) -> JsonValue {
        switch self {
        case .array where depth == 0, .object where depth == 0: .null
        case .array(let items): .array(items.map { $0.cut(to: depth - 1) })
        case .object(let members): .object(Pairs(members.map { ($0.key, $0.value.cut(to: depth - 1)) }))
        default: self
        }
    }
}
