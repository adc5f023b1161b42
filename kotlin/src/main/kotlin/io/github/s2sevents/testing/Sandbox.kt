package io.github.s2sevents.testing

import io.github.s2sevents.JsonValue
import java.io.File
import java.net.ProxySelector
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.time.Duration

/**
 * A sandbox for tests: the program `s2s sandbox`, which behaves as the provider APIs are documented, in a process of its own.
 *
 * The program is the one that the system property `s2s.program` or else the environment variable `S2S_PROGRAM` names, or else the `s2s` on the
 * `PATH`. For JUnit see [SandboxExtension].
 */
public class Sandbox private constructor(
    /** Its address. A browser shows there what has arrived. */
    public val url: String,
    private val process: Process,
) : AutoCloseable {
    private val http = HttpClient.newBuilder().proxy(ProxySelector.of(null)).build()

    /** Returns the `baseUrl` of a provider's client: `adjust`, for instance. */
    public fun baseUrl(provider: String): String = "$url/$provider"

    /**
     * Returns the events that were accepted, in order of arrival: of one provider, or of all. An event has `provider`, `time`, and what was read
     * from its request: `parameters` or `message`.
     */
    @JvmOverloads
    public fun accepted(provider: String? = null): List<Map<String, Any?>> = events("accepted", provider)

    /** Returns the events that were refused, each with the `status`, the `body` and the `rule` that refused it. */
    @JvmOverloads
    public fun rejected(provider: String? = null): List<Map<String, Any?>> = events("rejected", provider)

    /** Returns the events that a provider drops because it has had them before. */
    @JvmOverloads
    public fun duplicates(provider: String? = null): List<Map<String, Any?>> = events("duplicates", provider)

    /**
     * Lets every request fail in these ways, until other faults are set; without any, none fails. A fault is `latency=MS`, `429`,
     * `429;retry-after=SECONDS`, `500`, `500-after`, `drop` or `drop-after`, where `after` means after the event has been counted.
     */
    public fun setFaults(vararg faults: String) {
        call("PUT", "faults", faults.joinToString(prefix = """{"faults":[""", postfix = "]}") { "\"$it\"" })
    }

    /** Forgets every event, and switches all faults off. */
    public fun reset() {
        call("DELETE", "events")
        setFaults()
    }

    /** Stops it. It also ends when this process does. */
    override fun close() {
        process.destroy()
        process.waitFor()
    }

    private fun events(which: String, provider: String?): List<Map<String, Any?>> {
        val account = checkNotNull(JsonValue.parse(call("GET", "events"))).toKotlin() as Map<*, *>
        val events = (account[which] as List<*>).map { event -> (event as Map<*, *>).mapKeys { (key, _) -> key as String } }
        return events.filter { provider == null || it["provider"] == provider }
    }

    private fun call(method: String, path: String, body: String = ""): String {
        val call = HttpRequest.newBuilder(URI.create("$url/_sandbox/$path"))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("content-type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .build()
        val response = http.send(call, HttpResponse.BodyHandlers.ofString())
        check(response.statusCode() < 300) { "the sandbox returned ${response.statusCode()}: ${response.body()}" }
        return response.body()
    }

    public companion object {
        /**
         * Starts a sandbox on a free port of 127.0.0.1. [config] is a configuration in TOML, with apps, tokens, devices and faults of your own.
         *
         * @throws IllegalStateException it did not start; the reason is on standard error.
         * @throws java.io.IOException there is no program `s2s`.
         */
        @JvmStatic
        @JvmOverloads
        public fun start(config: String = ""): Sandbox {
            val program = System.getProperty("s2s.program") ?: System.getenv("S2S_PROGRAM") ?: "s2s"
            val file: File = Files.createTempFile("s2s-sandbox", ".toml").toFile()
            try {
                file.writeText(config)
                val process = ProcessBuilder(program, "sandbox", "--port", "0", "--config", file.path, "--stop-on-eof")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                val url = checkNotNull(process.inputReader().readLine()) { "the sandbox did not start" }
                return Sandbox(url, process)
            } finally {
                file.delete()
            }
        }
    }
}
