package examples

import io.github.s2sevents.Outcome
import io.github.s2sevents.Request
import io.github.s2sevents.interpret
import java.io.IOException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration

/** A client that does not follow redirects, which would carry the credentials elsewhere. That is also the default. */
val http: HttpClient = HttpClient.newBuilder()
    .connectTimeout(Duration.ofSeconds(10))
    .followRedirects(HttpClient.Redirect.NEVER)
    .build()

/** Sends a request of any provider once with `java.net.http`. */
fun send(request: Request): Outcome {
    val call = HttpRequest.newBuilder(URI.create(request.url))
        .method(request.method, HttpRequest.BodyPublishers.ofByteArray(request.body))
        .apply { request.headers.forEach { (name, value) -> header(name, value) } }
        .timeout(Duration.ofSeconds(30))
        .build()
    val response = try {
        http.send(call, HttpResponse.BodyHandlers.ofByteArray())
    } catch (failure: IOException) {
        return interpret(request, failure)
    }
    return interpret(request, response.statusCode(), response.headers().map(), response.body())
}
