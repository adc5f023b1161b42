import Foundation

// Upper bounds of the bytes in which events cross, for what has to be kept below UniFFI's limits. `Generated/Sizes.swift` adds up the fields.

extension EventData {
    var size: Int {
        switch self {
        case .json(let text): text.count
        case .typed(let event): event.size
        }
    }
}

extension MessagesData {
    var size: Int {
        switch self {
        case .json(let identity, let messages): identity.utf8.count + messages.utf8.count
        case .typed(let messages): messages.size
        }
    }
}

/// A record of fields.
protocol Sized {
    var size: Int { get }
}

/// Numbers, choices and lengths take no more than this.
private let fixed = 16

func sizeOf(_: Int64?) -> Int { fixed }
func sizeOf(_: Bool?) -> Int { fixed }
func sizeOf<Choice: CaseIterable>(_: Choice?) -> Int { fixed }

func sizeOf(_ text: String?) -> Int { fixed + (text?.utf8.count ?? 0) }

func sizeOf(_ number: (any DecimalNumber)?) -> Int {
    switch number {
    case nil, is Double, is Int, is Decimal: 256
    case let number?: fixed + number.decimalText.utf8.count
    }
}

func sizeOf(_ time: (any EventTime)?) -> Int {
    switch time {
    case nil, is Date: fixed
    case let time?:
        switch time.timeForm {
        case .text(let text): fixed + text.utf8.count
        case .millis(let digits): fixed + digits.decimalText.utf8.count
        default: fixed
        }
    }
}

func sizeOf(_ record: (some Sized)?) -> Int { fixed + (record?.size ?? 0) }

func sizeOf(_ list: [String]?) -> Int { sum(list) { sizeOf($0) } }
func sizeOf(_ list: [any DecimalNumber]?) -> Int { sum(list) { sizeOf($0) } }
func sizeOf(_ list: [some Sized]?) -> Int { sum(list) { sizeOf($0) } }

func sizeOf(_ json: JsonValue?) -> Int { fixed + (json?.bounded.size ?? 0) }

func sizeOf(_ pairs: Pairs<String>?) -> Int { sum(pairs) { sizeOf($0) } }
func sizeOf(_ pairs: Pairs<any DecimalNumber>?) -> Int { sum(pairs) { sizeOf($0) } }
func sizeOf(_ pairs: Pairs<JsonValue>?) -> Int { sum(pairs) { $0.bounded.size } }

private func sum<Value>(_ list: [Value]?, _ size: (Value) -> Int) -> Int {
    list?.reduce(fixed) { $0 + size($1) } ?? fixed
}

private func sum<Value>(_ pairs: Pairs<Value>?, _ size: (Value) -> Int) -> Int {
    pairs?.reduce(fixed) { $0 + sizeOf($1.key) + size($1.value) } ?? fixed
}

extension JsonValue {
    /// Of a value that is not nested too deep.
    fileprivate var size: Int {
        switch self {
        case .null, .bool: fixed
        case .number(let text), .string(let text): sizeOf(text)
        case .array(let items): items.reduce(fixed) { $0 + $1.size }
        case .object(let members): members.reduce(fixed) { $0 + sizeOf($1.key) + $1.value.size }
        }
    }
}
