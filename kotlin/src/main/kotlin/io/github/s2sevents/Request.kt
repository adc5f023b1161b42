package io.github.s2sevents

import io.github.s2sevents.ffi.Built
import io.github.s2sevents.ffi.RequestData
import io.github.s2sevents.ffi.toCurl

/**
 * A complete HTTP request: send it as it is, with any HTTP client, and do not follow redirects (they would carry the credentials elsewhere).
 * `toString` shows neither the query, the body nor a credential.
 */
public class Request internal constructor(internal val data: RequestData) {
    /** `GET` or `POST`. */
    public val method: String get() = data.method

    /** The absolute URL, with its query. */
    public val url: String get() = data.url

    /** The headers, in a fixed order. `Host` and `Content-Length` belong to the HTTP client. */
    public val headers: List<Pair<String, String>> get() = data.headers.map { it.name to it.value }

    /** The body: UTF-8 text, empty where the parameters travel in the query. */
    public val body: ByteArray get() = data.body.clone()

    /** The provider API that the request is for: `adjust`, `metrix` or `metrix_inapp`. */
    public val provider: String get() = data.provider

    /** The kind of event; `messages` where one request carries several. */
    public val kind: String get() = data.kind

    /** The ids of the messages in the request, in their order: a retry keeps them. Empty for providers without message ids. */
    public val messageIds: List<String> get() = data.messageIds

    /** What is legal but probably not meant. */
    public val warnings: List<Issue> get() = issuesOf(data.warnings)

    /** Names and values of the headers by turns, as OkHttp takes them. `java.net.http` does too, but not where there are none. */
    public fun headerArray(): Array<String> = data.headers.flatMap { listOf(it.name, it.value) }.toTypedArray()

    /** The request as a command of `curl`. Without [showSecrets], `[redacted]` stands in place of credentials; personal data stays in it. */
    @JvmOverloads
    public fun toCurl(showSecrets: Boolean = false): String = checkNotNull(toCurl(data, showSecrets)) { "the request is not whole" }

    override fun equals(other: Any?): Boolean = other is Request &&
        data.copy(body = NO_BODY) == other.data.copy(body = NO_BODY) && data.body.contentEquals(other.data.body)

    override fun hashCode(): Int = 31 * data.url.hashCode() + data.body.contentHashCode()

    override fun toString(): String {
        val secret = data.secret?.takeIf { it.isInUrl }
        val url = if (secret == null) data.url else data.url.replaceRange(secret.start.toInt(), secret.end.toInt(), "[redacted]")
        return "Request($method ${url.substringBefore('?')}, $provider $kind, ${data.body.size} bytes)"
    }

    private companion object {
        val NO_BODY = ByteArray(0)
    }
}

/** What became of one event of many. */
public sealed class BuildResult {
    /** Its request. */
    public data class Success(val request: Request) : BuildResult()

    /** Everything that is wrong with it. */
    public data class Failure(val issues: List<Issue>) : BuildResult()

    /** The request, or a [ValidationException]. */
    public fun orThrow(): Request = when (this) {
        is Success -> request
        is Failure -> throw ValidationException(issues)
    }
}

internal fun resultOf(built: Built): BuildResult = when (built) {
    is Built.Request -> BuildResult.Success(Request(built.request))
    is Built.Issues -> BuildResult.Failure(issuesOf(built.issues))
}
