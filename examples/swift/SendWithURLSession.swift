import Foundation
import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One session for all requests. It follows no redirects: they would carry the credentials elsewhere.
let session = URLSession(configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)

/// Sends a request of any provider once with `URLSession`.
func send(_ request: Request) async throws -> Outcome {
    var call = try URLRequest(request)
    call.timeoutInterval = 30
    let (body, response): (Data, URLResponse)
    do {
        (body, response) = try await session.data(for: call)
    } catch {
        return try interpret(error: error)
    }
    return try interpret(request, response, body)
}
