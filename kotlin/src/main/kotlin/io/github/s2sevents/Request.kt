package io.github.s2sevents

import io.github.s2sevents.ffi.FfiConverterBoolean
import io.github.s2sevents.ffi.FfiConverterByteArray
import io.github.s2sevents.ffi.FfiConverterOptionalLong
import io.github.s2sevents.ffi.FfiConverterOptionalTypeSecretData
import io.github.s2sevents.ffi.FfiConverterSequenceString
import io.github.s2sevents.ffi.FfiConverterSequenceTypeHeaderData
import io.github.s2sevents.ffi.FfiConverterSequenceTypeIssueData
import io.github.s2sevents.ffi.FfiConverterTypeRequestData
import io.github.s2sevents.ffi.HeaderData
import io.github.s2sevents.ffi.RequestData
import io.github.s2sevents.ffi.toCurl
import java.nio.ByteBuffer
import java.util.Arrays

/**
 * A complete HTTP request: send it as it is, with any HTTP client, and do not follow redirects (they would carry the credentials elsewhere).
 * `toString` shows neither the query, the body nor a credential.
 */
public class Request internal constructor(private val bytes: ByteArray) {
    internal constructor(data: RequestData) :
        this(lowered({ FfiConverterTypeRequestData.write(data, it) }) { input, length -> input.copyOf(length) })

    /** Read on first use: in a batch, by the thread that sends the request. */
    internal val data: RequestData get() = read ?: Head.dataOf(bytes).also { read = it }

    /** The data, once it was read. Its fields never change, so any thread sees all of them. */
    private var read: RequestData? = null

    /** Hands the request back to the library. */
    internal fun write(buffer: ByteBuffer) {
        buffer.put(bytes)
    }

    /** `GET` or `POST`. */
    public val method: String get() = data.method

    /** The absolute URL, with its query. */
    public val url: String get() = data.url

    /** The headers, in a fixed order. `Host` and `Content-Length` belong to the HTTP client. */
    public val headers: List<Pair<String, String>> get() = data.headers.map { it.name to it.value }

    /** The body: UTF-8 text, empty where the parameters travel in the query. */
    public val body: ByteArray get() = data.body.clone()

    /** The name of the provider API that the request is for. */
    public val provider: String get() = data.provider

    /** The kind of event; `messages` where one request carries several. */
    public val kind: String get() = data.kind

    /** The ids of the messages in the request, in their order: a retry keeps them. Empty for providers without message ids. */
    public val messageIds: List<String> get() = data.messageIds

    /** What is legal but probably not meant. */
    public val warnings: List<Issue> get() = issuesOf(data.warnings)

    /**
     * Returns the key of the request's lane, 32 hexadecimal digits, or null where the order of events does not matter (Meta, TikTok).
     *
     * Events with one key have to stay in one partition, in their order. The key depends on no credential, time, setting or address, is the same
     * in every language, and only a major version changes it.
     */
    public fun laneKey(): String? {
        val key = raised(Native.laneKey(bytes, bytes.size))
        return if (key.hasRemaining()) Charsets.UTF_8.decode(key).toString() else null
    }

    /** Alternating names and values of the headers, as OkHttp takes them. `java.net.http` does too, but not where there are none. */
    public fun headerArray(): Array<String> = data.headers.flatMap { listOf(it.name, it.value) }.toTypedArray()

    /** The request as a command of `curl`. Without [showSecrets], credentials are replaced by `[redacted]`; personal data stays in it. */
    @JvmOverloads
    public fun toCurl(showSecrets: Boolean = false): String = checkNotNull(toCurl(data, showSecrets)) { "the request is not whole" }

    override fun equals(other: Any?): Boolean = other is Request && bytes.contentEquals(other.bytes)

    override fun hashCode(): Int = bytes.contentHashCode()

    override fun toString(): String {
        val secret = data.secret?.takeIf { it.isInUrl }
        val url = if (secret == null) data.url else data.url.replaceRange(secret.start.toInt(), secret.end.toInt(), "[redacted]")
        return "Request($method ${url.substringBefore('?')}, $provider $kind, ${data.body.size} bytes)"
    }
}

/** The first fields of a request. Most requests of a client have the same ones, so they are read once. */
private class Head(
    private val bytes: ByteArray,
    private val provider: String,
    private val kind: String,
    private val method: String,
    private val url: String,
    private val headers: List<HeaderData>,
) {
    private fun begins(request: ByteArray): Boolean =
        bytes.size <= request.size && Arrays.equals(bytes, 0, bytes.size, request, 0, bytes.size)

    companion object {
        /** Head of the last request that was read. Its fields never change, so any thread sees all of them. */
        private var last: Head? = null

        fun dataOf(request: ByteArray): RequestData {
            val buffer = ByteBuffer.wrap(request)
            val head = last?.takeIf { it.begins(request) }?.also { buffer.position(it.bytes.size) } ?: read(buffer)
            return RequestData(
                head.provider,
                head.kind,
                head.method,
                head.url,
                head.headers,
                FfiConverterByteArray.read(buffer),
                FfiConverterSequenceString.read(buffer),
                FfiConverterSequenceTypeIssueData.read(buffer),
                FfiConverterOptionalTypeSecretData.read(buffer),
                FfiConverterOptionalLong.read(buffer),
                FfiConverterOptionalLong.read(buffer),
                FfiConverterBoolean.read(buffer),
            )
        }

        private fun read(buffer: ByteBuffer): Head {
            val (provider, kind, method, url) = List(4) { readText(buffer) }
            val headers = FfiConverterSequenceTypeHeaderData.read(buffer)
            val head = Head(buffer.array().copyOf(buffer.position()), provider, kind, method, url, headers)
            // Each request has another query.
            if ('?' !in url) last = head
            return head
        }
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

/** Reads what became of an event. */
internal fun resultOf(output: ByteBuffer): BuildResult {
    val isBuilt = output.get().toInt() == 1
    val length = output.getInt()
    if (!isBuilt) return BuildResult.Failure(issuesOf(FfiConverterSequenceTypeIssueData.read(output)))
    return BuildResult.Success(Request(ByteArray(length).also(output::get)))
}
