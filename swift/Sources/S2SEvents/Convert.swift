import Foundation

/// How events of another format become neutral ones: the names of your own events, and the properties to keep as parameters. Without either,
/// only names that the format documents are known, and a property without a place is reported.
public struct Conversion: Sendable, Redacted {
    let data: ConversionData

    /// `names` are the neutral events that events of your own names are. They count before the names that the format documents.
    /// `EventName.custom` keeps your name as the `name` of a custom event. `params` are properties that become parameters of the same name.
    public init(names: Pairs<EventName> = [:], params: [String] = []) {
        data = .typed(names: names.map { OwnNameData(own: $0.key, name: $0.value) }, params: params)
    }

    /// Reads a JSON object of two optional members: `names`, an object of your own names with the names of neutral events, and `params`, a list
    /// of properties. Its issues are those of the conversion.
    public init(json: String) {
        data = .json(text: json)
    }
}

/// An event of another format as a neutral one. Its description shows the codes of what is not in it, and no value.
public struct Converted: Sendable, Redacted {
    /// The neutral event. Only what the other event says is in it: it may still lack what a destination requires.
    public let event: Event
    /// The neutral event in the JSON form.
    public let eventJSON: String
    /// What is not in the neutral event, by its path in the other one.
    public let unmapped: [Issue]

    public var description: String { "Converted(\(unmapped.map(\.code).joined(separator: ", ")))" }
}

/// Converts a `track` call in the JSON form of [Segment's spec](https://www.twilio.com/docs/segment/connections/spec/track). What else has no
/// place is in ``Converted/unmapped``.
///
/// - Throws: ``ValidationError`` with what keeps the call from becoming an event, and the issues of `conversion`.
public func fromSegment(_ call: String, _ conversion: Conversion = Conversion()) throws -> Converted {
    try fromSegment(Data(call.utf8), conversion)
}

/// As for a text, for its bytes in UTF-8.
///
/// - Throws: ``ValidationError`` with what keeps the call from becoming an event, and the issues of `conversion`.
public func fromSegment(_ call: Data, _ conversion: Conversion = Conversion()) throws -> Converted {
    try converted(.segment, call, conversion)
}

/// Converts the body of a request of Google Analytics'
/// [Measurement Protocol](https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference) with one event. What else has no
/// place is in ``Converted/unmapped``.
///
/// - Throws: ``ValidationError`` with what keeps the body from becoming an event, and the issues of `conversion`.
public func fromGA4(_ body: String, _ conversion: Conversion = Conversion()) throws -> Converted {
    try fromGA4(Data(body.utf8), conversion)
}

/// As for a text, for its bytes in UTF-8.
///
/// - Throws: ``ValidationError`` with what keeps the body from becoming an event, and the issues of `conversion`.
public func fromGA4(_ body: Data, _ conversion: Conversion = Conversion()) throws -> Converted {
    try converted(.googleAnalytics, body, conversion)
}

private func converted(_ format: FormatData, _ event: Data, _ conversion: Conversion) throws -> Converted {
    try check(event.count, at: "")
    switch try caught({ try convert(format: format, event: event, conversion: conversion.data) }) {
    case .event(let event, let json, let unmapped): return Converted(event: event, eventJSON: json, unmapped: unmapped.map(Issue.init))
    case .issues(let issues): throw ValidationError(issues: issues.map(Issue.init))
    }
}
