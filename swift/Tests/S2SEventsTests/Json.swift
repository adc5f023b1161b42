import Foundation
import S2SEvents

/// JSON for the tests, read without the core: numbers stay as they were written, and keys in their order.
struct JsonReader {
    private var rest: Substring.UnicodeScalarView

    static func read(_ text: String) throws -> JsonValue {
        var reader = JsonReader(rest: Substring(text).unicodeScalars)
        return try reader.value()
    }

    private mutating func value() throws -> JsonValue {
        skipSpace()
        switch rest.first {
        case "{": return .object(Pairs(try list(until: "}") { try ($0.key(), $0.value()) }))
        case "[": return .array(try list(until: "]") { try $0.value() })
        case "\"": return .string(try text())
        default:
            let word = String(take { !",]}".unicodeScalars.contains($0) && !$0.properties.isWhitespace })
            switch word {
            case "null": return .null
            case "true", "false": return .bool(word == "true")
            default: return .number(word)
            }
        }
    }

    private mutating func list<Item>(until end: Unicode.Scalar, _ item: (inout Self) throws -> Item) throws -> [Item] {
        rest.removeFirst()
        var items: [Item] = []
        while true {
            skipSpace()
            if rest.first == end { break }
            items.append(try item(&self))
            skipSpace()
            if rest.first == "," { rest.removeFirst() } else if rest.first != end { throw Unreadable() }
        }
        rest.removeFirst()
        return items
    }

    private mutating func key() throws -> String {
        let key = try text()
        skipSpace()
        guard rest.popFirst() == ":" else { throw Unreadable() }
        return key
    }

    /// Foundation reads the text itself.
    private mutating func text() throws -> String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        guard rest.popFirst() == "\"" else { throw Unreadable() }
        while let scalar = rest.popFirst() {
            quoted.append(scalar)
            if scalar == "\"" { return try JSONDecoder().decode(String.self, from: Data(String(quoted).utf8)) }
            if scalar == "\\", let escaped = rest.popFirst() { quoted.append(escaped) }
        }
        throw Unreadable()
    }

    private mutating func skipSpace() {
        _ = take { $0.properties.isWhitespace }
    }

    private mutating func take(_ belongs: (Unicode.Scalar) -> Bool) -> Substring.UnicodeScalarView {
        let taken = rest.prefix(while: belongs)
        rest = rest[taken.endIndex...]
        return taken
    }

    struct Unreadable: Error {}
}

extension JsonValue {
    /// The value as a text of JSON.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let digits): digits
        case .string(let text): quoted(text)
        case .array(let items): "[\(items.map(\.text).joined(separator: ","))]"
        case .object(let members): "{\(members.map { "\(quoted($0.key)):\($0.value.text)" }.joined(separator: ","))}"
        }
    }

    subscript(key: String) -> JsonValue? { members[key] }

    var members: Pairs<JsonValue> { if case .object(let members) = self { members } else { [:] } }
    var items: [JsonValue] { if case .array(let items) = self { items } else { [] } }
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var digits: String? { if case .number(let digits) = self { digits } else { nil } }
}

private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
        switch scalar {
        case "\"", "\\": "\\\(scalar)"
        case "\0"..<" ": "\\u" + String(0x1_0000 + scalar.value, radix: 16).dropFirst()
        default: String(scalar)
        }
    }
    return "\"\(escaped.joined())\""
}
