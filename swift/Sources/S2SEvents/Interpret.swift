import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Interprets a response by the rules of the request's provider; no client is needed. `headers` are names, in any case, and values; `body` is
/// decoded from its transfer and content encodings. `receivedAt` counts only where the server names a date to wait for.
///
/// - Throws: ``ValidationError`` where `status` is not a status or `body` is larger than 1 GiB, ``InternalError``.
public func interpret(
    _ request: Request, status: Int, headers: some Sequence<(String, String)>, body: Data, receivedAt: Date? = nil
) throws -> Outcome {
    try interpreted(request, Answer(status: status, headers: headers, body: body, receivedAt: receivedAt))
}

/// Interprets the lack of a response: the same for every provider and request.
///
/// - Throws: ``InternalError``.
public func interpret(_ noResponse: NoResponse) throws -> Outcome {
    try interpreted(nil, .none(kind: noResponse.rawValue))
}

/// Interprets an error of the HTTP client, which is the lack of a response: see ``NoResponse/init(_:)``.
///
/// - Throws: ``InternalError``.
public func interpret(error: any Error) throws -> Outcome {
    try interpret(NoResponse(error))
}

/// Interprets a response of `URLSession` by the rules of the request's provider.
///
/// - Throws: ``ValidationError`` where `body` is larger than 1 GiB, ``InternalError``.
public func interpret(_ request: Request, _ response: URLResponse, _ body: Data) throws -> Outcome {
    guard let response = response as? HTTPURLResponse else { return try interpret(NoResponse.other) }
    return try interpret(request, status: response.statusCode, headers: response.pairs, body: body)
}

private func interpreted(_ request: Request?, _ answer: Answer) throws -> Outcome {
    try Outcome(caught { try interpret(call: InterpretCall(request: request?.data, answer: answer)) })
}
