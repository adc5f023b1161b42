import Foundation

/// What a ``Delivery`` says that is to be done next.
public enum Next: Sendable, Hashable {
    /// Send this request, and tell what came back for the ticket. There may be more to send at once. The request has no warnings any more.
    case send(Ticket, Request)
    /// Store the log; then ask again.
    case store
    /// Nothing can be sent before that time, unless a response or an event arrives.
    case wait(until: Date)
    /// Nothing can be sent before a response arrives.
    case waitForAnswer
    /// Nothing waits and nothing is under way.
    case idle
}

/// A request that is under way.
public struct Ticket: Sendable, Hashable {
    let number: UInt64
}

/// What an accepted submission has become.
public struct Accepted: Sendable, Hashable {
    /// The event had no time, and got that of its submission: see `DeliveryConfig.dateUndated`.
    public let isDated: Bool
}

/// Why an event was not taken: it waits nowhere, and nothing has changed. The raw value is a stable code.
public enum Refused: String, Error, LocalizedError, CaseIterable, CustomStringConvertible {
    /// As many events wait as `DeliveryConfig.maxPending` allows. Send what is there first.
    case full
    /// An event of this id waits, or its report is not acknowledged yet.
    case idInUse = "id_in_use"
    /// The id, or the destination's name, is empty or longer than 255 bytes.
    case invalidName = "invalid_name"

    public var description: String {
        switch self {
        case .full: "as many events wait as `maxPending` allows"
        case .idInUse: "an event of this id waits, or its report is not acknowledged yet"
        case .invalidName: "an id, or the name of a destination, must have 1 to 255 bytes"
        }
    }

    public var errorDescription: String? { description }
}

/// A part of an event that ``Delivery/submitParts(_:_:now:)`` took, or one that has no request.
public struct SubmittedPart: Sendable, Hashable {
    /// The label of its destination: see ``Part/destination``.
    public let destination: String
    /// What the submission has become; nil for a part without a request, which was not submitted.
    public let accepted: Accepted?
}

/// A part of an event that cannot be submitted. None of the event's parts was.
public struct RefusedPart: Error, Hashable, LocalizedError, CustomStringConvertible {
    /// The label of its destination: see ``Part/destination``.
    public let destination: String
    /// Why.
    public let reason: Refused

    public var description: String { "`\(destination)`: \(reason)" }

    public var errorDescription: String? { description }
}

/// A log from which no delivery can be made: it is none, is of another version of this library, or is damaged before its end.
public struct LogError: Error, Hashable, LocalizedError, CustomStringConvertible {
    public let description: String

    public var errorDescription: String? { description }
}
