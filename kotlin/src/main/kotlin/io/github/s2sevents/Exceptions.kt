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

/** See [NoResponse.of]. */
internal fun noResponseOf(exception: Throwable): NoResponse =
    if (carrierOf(exception) != null) NoResponse.OTHER else chainOf(exception).firstNotNullOfOrNull(::known) ?: NoResponse.OTHER

private fun known(exception: Throwable): NoResponse? = namesOf(exception).firstNotNullOfOrNull(BY_NAME::get) ?: ofJdk(exception)

private fun ofJdk(exception: Throwable): NoResponse? = when (exception) {
    is HttpConnectTimeoutException, is ConnectException, is UnknownHostException, is NoRouteToHostException,
    is UnresolvedAddressException,
    -> NoResponse.CONNECT
    is SSLHandshakeException, is SSLPeerUnverifiedException -> NoResponse.TLS
    is HttpTimeoutException, is SocketTimeoutException, is TimeoutException -> NoResponse.TIMEOUT
    is InterruptedException, is CancellationException -> NoResponse.CANCELLED
    // OkHttp's timeout of a whole call.
    is InterruptedIOException -> NoResponse.TIMEOUT
    is IOException -> if (exception.cause?.let(::known) == null) NoResponse.CLOSED else null
    else -> null
}

/** Classes of HTTP clients that those of the JDK which they extend, if any, say too little or too much about. */
private val BY_NAME: Map<String, NoResponse> = mapOf(
    // Ktor with the engine CIO. The engines OkHttp and Java throw what their clients do.
    "io.ktor.client.engine.cio.FailToConnectException" to NoResponse.CONNECT,
    "io.ktor.client.plugins.HttpRequestTimeoutException" to NoResponse.TIMEOUT,
    "kotlinx.coroutines.TimeoutCancellationException" to NoResponse.TIMEOUT,
    "kotlinx.coroutines.channels.ClosedReceiveChannelException" to NoResponse.CLOSED,
    // Apache HttpClient 5, and 4.
    "org.apache.hc.client5.http.ConnectTimeoutException" to NoResponse.CONNECT,
    "org.apache.hc.core5.http.ConnectionRequestTimeoutException" to NoResponse.CONNECT,
    "org.apache.hc.core5.http.RequestNotExecutedException" to NoResponse.CONNECT,
    "org.apache.hc.client5.http.impl.classic.RequestAbortedException" to NoResponse.CANCELLED,
    // There is a response, which it does not hold.
    "org.apache.hc.client5.http.HttpResponseException" to NoResponse.OTHER,
    "org.apache.http.conn.ConnectTimeoutException" to NoResponse.CONNECT,
    // netty: of reading and of writing.
    "io.netty.handler.timeout.TimeoutException" to NoResponse.TIMEOUT,
    // Reactor Netty: no connection of the pool was free.
    "reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException" to NoResponse.CONNECT,
    "reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException" to NoResponse.CONNECT,
    "reactor.netty.channel.AbortedException" to NoResponse.CLOSED,
)

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
