import Foundation

/// A complete HTTP request: send it as it is, with any HTTP client, and do not follow redirects (they would carry the credentials elsewhere).
/// Its description shows neither the query, the body nor a credential.
public struct Request: Sendable, Hashable, Redacted {
    let data: RequestData

    init(_ data: RequestData) {
        self.data = data
    }

    /// `GET` or `POST`.
    public var method: String { data.method }

    /// The absolute URL, with its query.
    public var url: String { data.url }

    /// The headers, in a fixed order. `Host` and `Content-Length` belong to the HTTP client.
    public var headers: [(name: String, value: String)] { data.headers.map { ($0.name, $0.value) } }

    /// The body: UTF-8 text, empty where the parameters travel in the query.
    public var body: Data { data.body }

    /// The name of the provider API that the request is for.
    public var provider: String { data.provider }

    /// The kind of event; `messages` where one request carries several.
    public var kind: String { data.kind }

    /// The ids of the messages in the request, in their order: a retry keeps them. Empty for providers without message ids.
    public var messageIDs: [String] { data.messageIds }

    /// What is legal but probably not meant.
    public var warnings: [Issue] { data.warnings.map(Issue.init) }

    /// Returns the key of the request's lane, 32 hexadecimal digits, or nil where the order of events does not matter (Meta, TikTok).
    ///
    /// Events with one key have to stay in one partition, in their order. The key depends on no credential, time, setting or address, is the same in
    /// every language, and only a major version changes it.
    ///
    /// - Throws: ``InternalError``.
    public func laneKey() throws -> String? {
        try caught { try laneKeyOf(request: data) }
    }

    /// The request as a command of `curl`. Without `showingSecrets`, credentials are replaced by `[redacted]`; personal data stays in it.
    ///
    /// - Throws: ``InternalError``.
    public func curl(showingSecrets: Bool = false) throws -> String {
        guard let command = try caught({ try toCurl(request: data, showsSecrets: showingSecrets) }) else { throw InternalError() }
        return command
    }

    public var description: String {
        var shown = Array(data.url.utf8)
        if let secret = data.secret, secret.isInUrl, secret.start <= secret.end, secret.end <= shown.count {
            shown.replaceSubrange(Int(secret.start)..<Int(secret.end), with: "[redacted]".utf8)
        }
        let path = String(decoding: shown.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
        return "Request(\(method) \(path), \(provider) \(kind), \(body.count) bytes)"
    }
}
