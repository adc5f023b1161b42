/// A type that shows nothing of what it holds: not in `print`, `dump`, a `Mirror`, or an interpolated text.
public protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacted {
    /// The type alone.
    public var description: String { "\(Self.self)(…)" }

    /// The same as the description.
    public var debugDescription: String { description }

    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
