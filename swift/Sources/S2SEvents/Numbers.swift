import Foundation

/// What a field of money or of a metric takes: a `Decimal`, an integer or a `Double` (by its shortest form: `19.99` is 19.99) as it is, and
/// ``DecimalText`` for an amount that comes as text. A type of your own can be one, too.
public protocol DecimalNumber: Sendable {
    /// The number in decimal digits, such as `-19.99` or `1e3`. It is checked when a request is built.
    var decimalText: String { get }
}

/// A decimal number as text, for amounts that come as text: `DecimalText("19.99")`. It is checked when a request is built.
public struct DecimalText: DecimalNumber, Hashable, Redacted {
    /// The text.
    public let decimalText: String

    /// That text.
    public init(_ text: String) {
        decimalText = text
    }
}

extension DecimalNumber where Self: CustomStringConvertible {
    /// The description, which is the same in every locale.
    public var decimalText: String { description }
}

extension DecimalNumber {
    /// The number as it crosses.
    var numberForm: NumberForm { NumberForm(text: decimalText, isFloat: self is Double || self is Float) }
}

extension Decimal: DecimalNumber {}
extension Double: DecimalNumber {}
extension Float: DecimalNumber {}
extension Int: DecimalNumber {}
extension Int8: DecimalNumber {}
extension Int16: DecimalNumber {}
extension Int32: DecimalNumber {}
extension Int64: DecimalNumber {}
extension UInt: DecimalNumber {}
extension UInt8: DecimalNumber {}
extension UInt16: DecimalNumber {}
extension UInt32: DecimalNumber {}
extension UInt64: DecimalNumber {}
