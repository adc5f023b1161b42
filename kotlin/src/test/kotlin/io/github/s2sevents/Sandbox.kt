package io.github.s2sevents

import java.io.File
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** A sandbox that plays the providers: the program `s2s sandbox`, with what [config] says. */
internal class Sandbox(config: String = "") : AutoCloseable {
    private val file = File.createTempFile("sandbox", ".toml").apply { writeText(config) }

    private val process = ProcessBuilder(System.getProperty("test.s2s"), "sandbox", "--port", "0", "--config", file.path)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()

    private val url: String = process.inputReader().readLine().trim()

    /** The `baseUrl` of a provider. */
    fun baseUrl(provider: String): String = "$url/$provider"

    /** How many events the providers took. */
    fun accepted(): Int = events("accepted").size

    /** The entries of its account: those `accepted`, `rejected`, or `duplicates`. */
    fun events(of: String): List<Map<String, Any?>> {
        val call = HttpRequest.newBuilder(URI.create("$url/_sandbox/events")).build()
        val account = Json.read(HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString()).body())
        return (account.asObject()[of] as List<*>).map { it.asObject() }
    }

    override fun close() {
        process.destroy()
        process.waitFor()
        file.delete()
    }
}
