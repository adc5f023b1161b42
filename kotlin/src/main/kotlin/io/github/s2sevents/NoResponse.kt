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
         * The kind that an exception of an HTTP client is, by its class or that of what caused it: `java.net.http`, `HttpURLConnection`,
         * OkHttp, Ktor and Apache throw these classes, or their subclasses. Where it is in doubt, the kind that claims less about the request.
         */
        @JvmStatic
        public fun of(exception: Throwable): NoResponse =
            chainOf(exception).firstNotNullOfOrNull(::known) ?: OTHER


        private fun known(exception: Throwable): NoResponse? = when (exception) {
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
    }
}

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

private fun chainOf(exception: Throwable): Sequence<Throwable> = generateSequence(exception) { it.cause }.take(MOST_CAUSES)

/** Chains of causes may be rings. */
private const val MOST_CAUSES = 16
