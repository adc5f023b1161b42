package io.github.s2sevents

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** A sandbox that plays the providers: the program `s2s sandbox`. */
internal class Sandbox : AutoCloseable {
    private val process = ProcessBuilder(System.getProperty("test.s2s"), "sandbox", "--port", "0")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()

    val baseUrl: String = process.inputReader().readLine().trim()

    /** How many events the providers took. */
    fun accepted(): Int {
        val call = HttpRequest.newBuilder(URI.create("$baseUrl/_sandbox/events")).build()
        val account = Json.read(HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString()).body())
        return (account.asObject()["accepted"] as List<*>).size
    }

    override fun close() {
        process.destroy()
        process.waitFor()
    }
}
