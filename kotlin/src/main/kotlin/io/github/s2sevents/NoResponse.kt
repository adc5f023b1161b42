// Made by `cargo xtask generate` from `crates/s2s-core`.

package io.github.s2sevents

/** Why there is no response. */
public enum class NoResponse(
    /** The word in JSON. */
    public val text: String,
) {
    /**
     * No connection was established, so nothing was sent. Name resolution failed, the server refused or could
     * not be reached, or connecting took too long.
     */
    CONNECT("connect"),

    /** The TLS handshake failed, so nothing was sent. */
    TLS("tls"),

    /** The request was, or may have been, sent, and no response came in time. */
    TIMEOUT("timeout"),

    /** The connection was closed after sending began. */
    CLOSED("closed"),

    /** The caller gave up after sending began. */
    CANCELLED("cancelled"),

    /** Anything else; nothing is known of the request. */
    OTHER("other"),
    ;

    public companion object {
        /**
         * The kind that an exception of an HTTP client is, by its class or that of what caused it: the classes of the JDK, and
         * those of OkHttp, Ktor, Apache HttpClient, netty and Reactor (`WebClient`) that do not extend them. In doubt, the kind
         * that claims less about the request. An exception that [carries a response][Response.of] is [OTHER] here, as is one
         * that is not known.
         */
        @JvmStatic
        public fun of(exception: Throwable): NoResponse = noResponseOf(exception)
    }
}
