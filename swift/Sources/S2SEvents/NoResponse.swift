import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Why there is no response. The raw value is what stands in JSON. It can be thrown where a ``Driver`` sends with a client whose errors are not
/// known here.
public enum NoResponse: String, Error, CaseIterable {
    /// No connection came about, so nothing was sent: name resolution, refused, or unreachable.
    case connect
    /// The TLS handshake failed, so nothing was sent.
    case tls
    /// The request was, or may have been, sent, and no answer came in time.
    case timeout
    /// The connection was closed after sending began.
    case closed
    /// The caller gave up after sending began.
    case cancelled
    /// Anything else; nothing is known of the request.
    case other

    /// The kind that an error of `URLSession`, or of a cancelled task, is. Where it is in doubt, the kind that claims less about the request.
    public init(_ error: any Error) {
        self = Self.known(error) ?? .other
    }

    /// The same; nothing for an error that no request has brought about.
    static func known(_ error: any Error) -> NoResponse? {
        guard let error = error as? URLError else { return error is CancellationError ? .cancelled : error as? NoResponse }
        return switch error.code {
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
}
