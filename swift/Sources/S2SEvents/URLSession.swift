import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension URLRequest {
    /// The request as `URLSession` sends it.
    ///
    /// - Throws: `URLError` where Foundation would not send the URL as it is.
    public init(_ request: Request) throws {
        guard let url = URL(string: request.url), url.absoluteString == request.url else { throw URLError(.badURL) }
        self.init(url: url)
        httpMethod = request.method
        httpShouldHandleCookies = false
        for (name, value) in request.headers { addValue(value, forHTTPHeaderField: name) }
        if !request.body.isEmpty { httpBody = request.body }
    }
}

/// The delegate of a session, or of one of its tasks, that follows no redirects: they would carry the credentials elsewhere.
public final class NoRedirects: NSObject, URLSessionTaskDelegate {
    /// Follows nothing.
    public func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

extension ProviderClient {
    /// What a response that `URLSession` gave means.
    ///
    /// - Throws: ``InternalError``.
    public func interpret(_ request: Request?, _ response: URLResponse, _ body: Data) throws -> Outcome {
        guard let response = response as? HTTPURLResponse else { return try interpret(.other) }
        return try interpret(request, status: response.statusCode, headers: response.pairs, body: body)
    }
}

extension Response {
    /// What `URLSession` gave.
    ///
    /// - Throws: ``NoResponse/other`` where that is no response of HTTP.
    public init(_ response: URLResponse, _ body: Data) throws {
        guard let response = response as? HTTPURLResponse else { throw NoResponse.other }
        self.init(status: response.statusCode, headers: response.pairs, body: body)
    }
}

extension HTTPURLResponse {
    /// Names and values of the headers.
    var pairs: [(String, String)] {
        allHeaderFields.compactMap { name, value in (name as? String).map { ($0, "\(value)") } }
    }
}
