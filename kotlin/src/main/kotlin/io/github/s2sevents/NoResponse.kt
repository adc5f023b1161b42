package io.github.s2sevents

import java.io.IOException
import java.io.InterruptedIOException
import java.net.ConnectException
import java.net.NoRouteToHostException
import java.net.SocketTimeoutException
import java.net.UnknownHostException
import java.net.http.HttpConnectTimeoutException
import java.net.http.HttpTimeoutException
import java.nio.channels.UnresolvedAddressException
import java.util.concurrent.CancellationException
import java.util.concurrent.TimeoutException
import javax.net.ssl.SSLHandshakeException
import javax.net.ssl.SSLPeerUnverifiedException

/** Why there is no response. */
public enum class NoResponse(
    /** The kind as it stands in JSON. */
    public val text: String,
) {
    /** No connection came about, so nothing was sent: name resolution, refused, unreachable, or a timeout while connecting. */
    CONNECT("connect"),

    /** The TLS handshake failed, so nothing was sent. */
    TLS("tls"),

    /** The request was, or may have been, sent, and no answer came in time. */
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
         * The kind that an exception of an HTTP client is, by its class or that of what caused it: the classes of the JDK, and those of OkHttp,
         * Ktor, Apache HttpClient, netty and Reactor (`WebClient`) that are none of the JDK's. In doubt, the kind that claims less about the
         * request. An exception that [carries a response][Response.of] is [OTHER] here, as is one that is not known.
         */
        @JvmStatic
        public fun of(exception: Throwable): NoResponse =
            if (carrierOf(exception) != null) OTHER else chainOf(exception).firstNotNullOfOrNull(::known) ?: OTHER

        private fun known(exception: Throwable): NoResponse? = namesOf(exception).firstNotNullOfOrNull(BY_NAME::get) ?: ofJdk(exception)

        private fun ofJdk(exception: Throwable): NoResponse? = when (exception) {
            is HttpConnectTimeoutException, is ConnectException, is UnknownHostException, is NoRouteToHostException,
            is UnresolvedAddressException,
            -> CONNECT
            is SSLHandshakeException, is SSLPeerUnverifiedException -> TLS
            is HttpTimeoutException, is SocketTimeoutException, is TimeoutException -> TIMEOUT
            is InterruptedException, is CancellationException -> CANCELLED
            // OkHttp's timeout of a whole call.
            is InterruptedIOException -> TIMEOUT
            is IOException -> if (exception.cause?.let(::known) == null) CLOSED else null
            else -> null
        }

        /** Classes of HTTP clients that those of the JDK which they extend, if any, say too little or too much about. */
        private val BY_NAME: Map<String, NoResponse> = mapOf(
            // Ktor with the engine CIO. The engines OkHttp and Java throw what their clients do.
            "io.ktor.client.engine.cio.FailToConnectException" to CONNECT,
            "io.ktor.client.plugins.HttpRequestTimeoutException" to TIMEOUT,
            "kotlinx.coroutines.TimeoutCancellationException" to TIMEOUT,
            "kotlinx.coroutines.channels.ClosedReceiveChannelException" to CLOSED,
            // Apache HttpClient 5, and 4.
            "org.apache.hc.client5.http.ConnectTimeoutException" to CONNECT,
            "org.apache.hc.core5.http.ConnectionRequestTimeoutException" to CONNECT,
            "org.apache.hc.core5.http.RequestNotExecutedException" to CONNECT,
            "org.apache.hc.client5.http.impl.classic.RequestAbortedException" to CANCELLED,
            // There is a response, which it does not hold.
            "org.apache.hc.client5.http.HttpResponseException" to OTHER,
            "org.apache.http.conn.ConnectTimeoutException" to CONNECT,
            // netty: of reading and of writing.
            "io.netty.handler.timeout.TimeoutException" to TIMEOUT,
            // Reactor Netty: no connection of the pool was free.
            "reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException" to CONNECT,
            "reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException" to CONNECT,
            "reactor.netty.channel.AbortedException" to CLOSED,
        )
    }
}

/** The names of an exception's class and of those that it extends. */
internal fun namesOf(exception: Throwable): Sequence<String> =
    generateSequence<Class<*>>(exception.javaClass) { it.superclass }.map { it.name }

/** Class and message of an exception and of what caused it: `WebClientRequestException: … <- ReadTimeoutException`. */
internal fun causeOf(exception: Throwable): String = chainOf(exception).joinToString(" <- ") { link ->
    // An exception that cannot say its message is still an exception.
    val message = try {
        link.message
    } catch (_: RuntimeException) {
        null
    }
    link.javaClass.name + message?.let { ": $it" }.orEmpty()
}

internal fun chainOf(exception: Throwable): Sequence<Throwable> = generateSequence(exception) { it.cause }.take(MOST_CAUSES)

/** Chains of causes may be rings. */
private const val MOST_CAUSES = 16
