/// Values by their keys, in your order, which is kept to the byte: `["order": "A-1", "plan": "gold"]`. A repeated key is an issue of
/// the event.
public struct Pairs<Value: Sendable>: Sendable, Redacted {
    private var entries: [(key: String, value: Value)]

    /// These pairs, in their order.
    public init(_ pairs: some Sequence<(String, Value)>) {
        entries = pairs.map { (key: $0, value: $1) }
    }

    /// A dictionary has no order: its entries are taken in that of their keys, so that they are the same every time.
    public init(_ dictionary: [String: Value]) {
        self.init(dictionary.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0, $1) })
    }

    /// The first value of that key, compared byte by byte. Setting it replaces that one, or appends; setting nil removes all of the key.
    public subscript(key: String) -> Value? {
        get { position(of: key).map { entries[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): entries[position].value = value
            case (nil, let value?): entries.append((key, value))
            case (_, nil): entries.removeAll { $0.key.utf8.elementsEqual(key.utf8) }
            }
        }
    }

    private func position(of key: String) -> Int? {
        entries.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }

    /// How many there are.
    public var description: String { "\(entries.count) pairs" }
}

extension Pairs: RandomAccessCollection {
    public var startIndex: Int { entries.startIndex }
    public var endIndex: Int { entries.endIndex }

    public subscript(position: Int) -> (key: String, value: Value) { entries[position] }
}

extension Pairs: ExpressibleByDictionaryLiteral {
    /// The pairs of a literal, in their order.
    public init(dictionaryLiteral pairs: (String, Value)...) {
        self.init(pairs)
    }
}

extension Pairs: Equatable where Value: Equatable {
    public static func == (one: Self, other: Self) -> Bool { one.entries.elementsEqual(other.entries, by: ==) }
}

extension Pairs: Hashable where Value: Hashable {
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for (key, value) in entries {
            hasher.combine(key)
            hasher.combine(value)
        }
    }
}
