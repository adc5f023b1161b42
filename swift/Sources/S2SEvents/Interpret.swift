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

/// Interprets that there was no response, by the rules of the request's provider.
///
/// - Throws: ``InternalError``.
public func interpret(_ request: Request, _ noResponse: NoResponse) throws -> Outcome {
    try interpreted(request, .none(kind: noResponse.rawValue))
}

/// Interprets an error of the HTTP client, by the rules of the request's provider: see ``NoResponse/init(_:)``.
///
/// - Throws: ``InternalError``.
public func interpret(_ request: Request, error: any Error) throws -> Outcome {
    try interpret(request, NoResponse(error))
}

/// Interprets a response of `URLSession` by the rules of the request's provider.
///
/// - Throws: ``ValidationError`` where `body` is larger than 1 GiB, ``InternalError``.
public func interpret(_ request: Request, _ response: URLResponse, _ body: Data) throws -> Outcome {
    guard let response = response as? HTTPURLResponse else { return try interpret(request, .other) }
    return try interpret(request, status: response.statusCode, headers: response.pairs, body: body)
}

private func interpreted(_ request: Request, _ answer: Answer) throws -> Outcome {
    try Outcome(caught { try interpret(request: request.data, answer: answer) })
}
