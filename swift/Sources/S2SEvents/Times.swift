import Foundation

/// What a field of time takes: a `Date`, and ``TimeText`` or ``UnixMilliseconds`` for times that arrive in that form.
public protocol EventTime: Sendable {
    /// The time as it crosses. It is checked when a request is built.
    var timeForm: TimeForm { get }
}

/// A time as text: RFC 3339 with an offset (`2026-11-20T10:00:00Z`), or `1990-05-17` where a date is meant.
public struct TimeText: EventTime, Hashable, Redacted {
    private let text: String

    /// That text.
    public init(_ text: String) {
        self.text = text
    }

    public var timeForm: TimeForm { .text(text: text) }
}

/// A time as a number of Unix **milliseconds**. What was meant as seconds is refused when a request is built; a `Date` is never treated as seconds.
public struct UnixMilliseconds: EventTime, Hashable, Redacted {
    private let digits: String

    /// That many milliseconds; a text counts as a ``DecimalText``.
    public init(_ milliseconds: some DecimalNumber) {
        digits = milliseconds.decimalText
    }

    public var timeForm: TimeForm { .millis(digits: DecimalText(digits)) }
}

extension TimeForm: EventTime {
    public var timeForm: TimeForm { self }
}

/// A `Date` counts seconds as a `Double`, which holds hardly any fraction as it was meant: a millisecond may lie a bit below itself.
/// So a date is taken to the nearest hundredth of a millisecond, and what is finer than the core's milliseconds is then cut off toward the past:
/// a date that was made of milliseconds leaves with the same ones.
extension Date: EventTime {
    public var timeForm: TimeForm {
        // There is no such time, and the core says so.
        timeIntervalSinceReferenceDate.isNaN ? .text(text: "NaN") : .instant(unixMillis: unixMilliseconds)
    }

    /// Unix milliseconds; of a time beyond what counts them the nearest, which the core refuses.
    var unixMilliseconds: Int64 {
        let rounded = (timeIntervalSinceReferenceDate * 100_000).rounded()
        guard let hundredths = Int64(exactly: rounded) else { return rounded < 0 ? .min : .max }
        let (milliseconds, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return milliseconds - (rest < 0 ? 1 : 0) + Int64(Date.timeIntervalBetween1970AndReferenceDate) * 1_000
    }
}
