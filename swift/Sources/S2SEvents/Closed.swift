// Made by `cargo xtask generate` from `crates/s2s-core`.

/// Why there is no response. The raw value is the word in JSON. It can be thrown where a ``Driver`` sends with a
/// client whose errors are not known here.
public enum NoResponse: String, Error, CaseIterable {
    /// No connection was established, so nothing was sent. Name resolution failed, the server refused or could
    /// not be reached, or connecting took too long.
    case connect
    /// The TLS handshake failed, so nothing was sent.
    case tls
    /// The request was, or may have been, sent, and no response came in time.
    case timeout
    /// The connection was closed after sending began.
    case closed
    /// The caller gave up after sending began.
    case cancelled
    /// Anything else; nothing is known of the request.
    case other
}

extension Outcome {
    /// The decision. The raw value is the word in JSON.
    public enum Kind: String, Sendable, CaseIterable {
        /// The provider accepted the event.
        case delivered
        /// The provider already has the event. Nothing is left to do.
        case duplicate
        /// The provider will never accept the event as it is.
        case rejected
        /// The credentials are missing, wrong or lack a permission: stop sending to this destination and fix
        /// them. Then the event can be sent again.
        case unauthorized
        /// The event was not accepted. Send it again later, a bounded number of times.
        case retryLater = "retry_later"
        /// The event may or may not have been accepted. Sending it again delivers it at least once, and may count
        /// it twice where the provider does not deduplicate.
        case unclear
    }
}

extension Outcome {
    /// What an outcome is about, and so what else it stops. The raw value is the word in JSON.
    public enum Scope: String, Sendable, CaseIterable {
        /// This event only.
        case event
        /// Every event of this device: it opted out, or the provider does not know it (yet).
        case device
        /// Every event for this destination: credentials, an inactive app, a wrong address.
        case destination
    }
}
