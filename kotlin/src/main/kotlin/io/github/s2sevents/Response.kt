package io.github.s2sevents

/** What came back for a request. `toString` shows the status alone. */
public class Response @JvmOverloads constructor(
    /** The status code. */
    public val status: Int,
    /** The names of the headers, in any case, each with its values. */
    public val headers: Map<String, List<String>>,
    /** The body, decoded from its transfer and content encodings. */
    public val body: ByteArray = ByteArray(0),
) {
    override fun toString(): String = "Response($status)"

    public companion object {
        /**
         * The response that an exception carries, by its class or that of what caused it: Spring's `RestClient`, `RestTemplate` and `WebClient`
         * throw one for a status such as 404. Null for others, and where the response is not whole. The exceptions of Ktor and of Apache's
         * handlers hold no body: set `expectSuccess = false` in Ktor, and use a handler of your own with Apache HttpClient.
         */
        @JvmStatic
        public fun of(exception: Throwable): Response? {
            val (carrier, getters) = carrierOf(exception) ?: return null
            return try {
                getters.responseOf(carrier).takeIf(::isWhole)
            } catch (_: ReflectiveOperationException) {
                // Of a version that has other methods.
                null
            } catch (_: RuntimeException) {
                // Of a module that does not open them, or with other classes.
                null
            }
        }

        /** Whether the body is all of it: Spring gives an empty one where reading it has failed. */
        private fun isWhole(response: Response): Boolean {
            fun header(name: String) = response.headers.entries.firstOrNull { it.key.equals(name, ignoreCase = true) }?.value?.firstOrNull()
            if (header("content-encoding") != null) return response.body.isNotEmpty()
            val length = header("content-length") ?: return response.body.isNotEmpty() || header("transfer-encoding") == null
            return length.trim() == response.body.size.toString()
        }
    }
}

/** The exception in a chain of causes that carries a response, and how to ask it. */
internal fun carrierOf(exception: Throwable): Pair<Throwable, Getters>? = chainOf(exception).firstNotNullOfOrNull { link ->
    // One with a cause is about a response that could not be read.
    if (link.cause != null) null else namesOf(link).firstNotNullOfOrNull(CARRIERS::get)?.let { link to it }
}

/** How an exception of some class is asked for its response. No client is a dependency. */
internal class Getters(private val status: String, private val headers: String, private val body: String) {
    fun responseOf(carrier: Throwable): Response {
        val status = carrier.get(status) ?: throw NoSuchMethodException()
        // Spring's class of statuses has its number as `value`.
        val code = if (status is Int) status else status.get("value")
        return Response(code as Int, headersOf(carrier.get(headers)), carrier.get(body) as ByteArray)
    }

    private fun headersOf(headers: Any?): Map<String, List<String>> {
        // From Spring 7 on, its headers are no map of their own.
        val map = if (headers == null || headers is Map<*, *>) headers else headers.get("asMultiValueMap")
        return (map as Map<*, *>?).orEmpty().entries.associate { (name, values) ->
            name as String to (values as List<*>).map { it as String }
        }
    }

    /** Asks by a public method, also of a class that is not public. */
    private fun Any.get(method: String): Any? = javaClass.getMethod(method).also { it.isAccessible = true }.invoke(this)
}

private val CARRIERS: Map<String, Getters> = mapOf(
    "org.springframework.web.client.RestClientResponseException" to
        Getters("getStatusCode", "getResponseHeaders", "getResponseBodyAsByteArray"),
    "org.springframework.web.reactive.function.client.WebClientResponseException" to
        Getters("getStatusCode", "getHeaders", "getResponseBodyAsByteArray"),
)
