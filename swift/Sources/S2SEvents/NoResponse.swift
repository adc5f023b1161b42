import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

extension NoResponse {
    /// The kind of an error of the HTTP client: of `URLSession`, AsyncHTTPClient, SwiftNIO, POSIX, or of a cancelled task. Any other error is
    /// ``other``. Where it is in doubt, the kind that claims less about the request.
    public init(_ error: any Error) {
        self = Self.known(error) ?? .other
    }

    /// Returns the kind of an error of an HTTP client; nothing for any other error.
    static func known(_ error: any Error) -> NoResponse? {
        switch error {
        case let error as NoResponse: error
        case is CancellationError: .cancelled
        case let error as URLError: kind(of: error.code)
        case let error as POSIXError: kind(of: error.code)
        default: named(String(reflecting: type(of: error)), String(describing: error))
        }
    }

    private static func kind(of code: URLError.Code) -> NoResponse? {
        switch code {
        case .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet: .connect
        case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
            .serverCertificateUntrusted, .clientCertificateRejected, .clientCertificateRequired:
            .tls
        case .timedOut: .timeout
        case .networkConnectionLost: .closed
        case .cancelled: .cancelled
        case .badURL, .unsupportedURL: nil
        default: .other
        }
    }

    private static func kind(of code: POSIXErrorCode) -> NoResponse? {
        switch code {
        case .ECONNREFUSED, .EHOSTUNREACH, .ENETUNREACH, .EHOSTDOWN, .ENETDOWN, .EADDRNOTAVAIL: .connect
        case .ETIMEDOUT: .timeout
        case .ECONNRESET, .ECONNABORTED, .EPIPE, .ENOTCONN: .closed
        case .ECANCELED: .cancelled
        default: nil
        }
    }

    /// Returns the kind of an error of a package that this one does not depend on, by its full type name and its description.
    static func named(_ type: String, _ description: String) -> NoResponse? {
        switch type {
        case "AsyncHTTPClient.HTTPClientError": httpClientErrors[description]
        case "NIOPosix.NIOConnectionError", "NIO.NIOConnectionError": .connect
        case "NIOCore.ChannelError", "NIO.ChannelError":
            channelErrors.first { description.hasPrefix($0.key) }?.value
        case "NIOCore.IOError", "NIO.IOError":
            // Such as `connect(descriptor:addr:size:): Connection refused (errno: 111)`.
            description.firstMatch(of: /\(errno: (\d+)\)/).flatMap { Int32($0.1) }.flatMap(POSIXErrorCode.init).flatMap { kind(of: $0) }
        case "NIOSSL.NIOSSLError":
            description.hasPrefix("handshakeFailed") ? .tls : description == "uncleanShutdown" ? .closed : nil
        default: nil
        }
    }

    private static let httpClientErrors: [String: NoResponse] = [
        "HTTPClientError.connectTimeout": .connect, "HTTPClientError.getConnectionFromPoolTimeout": .connect,
        "HTTPClientError.socksHandshakeTimeout": .connect, "HTTPClientError.httpProxyHandshakeTimeout": .connect,
        "HTTPClientError.tlsHandshakeTimeout": .tls, "HTTPClientError.readTimeout": .timeout, "HTTPClientError.writeTimeout": .timeout,
        "HTTPClientError.deadlineExceeded": .timeout, "HTTPClientError.remoteConnectionClosed": .closed,
        "HTTPClientError.uncleanShutdown": .closed, "HTTPClientError.cancelled": .cancelled,
    ]

    /// By the names of the cases, and by the descriptions that they have since SwiftNIO describes them.
    private static let channelErrors: [String: NoResponse] = [
        "connectTimeout": .connect, "Connect timeout": .connect, "ioOnClosedChannel": .closed, "I/O on closed channel": .closed,
        "alreadyClosed": .closed, "Already closed": .closed, "inputClosed": .closed, "Input closed": .closed, "outputClosed": .closed,
        "Output closed": .closed, "eof": .closed, "End of file": .closed,
    ]
}
