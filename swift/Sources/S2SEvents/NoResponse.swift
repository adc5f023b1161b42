import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Why there is no response. The raw value is what stands in JSON.
public enum NoResponse: String, Sendable, CaseIterable {
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
        guard let error = error as? URLError else {
            self = error is CancellationError ? .cancelled : .other
            return
        }
        self = switch error.code {
        case .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet: .connect
        case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid,
            .serverCertificateUntrusted, .clientCertificateRejected, .clientCertificateRequired:
            .tls
        case .timedOut: .timeout
        case .networkConnectionLost: .closed
        case .cancelled: .cancelled
        default: .other
        }
    }
}
