package examples

import io.github.s2sevents.Outcome
import io.github.s2sevents.Request
import io.github.s2sevents.interpret
import io.ktor.client.HttpClient
import io.ktor.client.engine.java.Java
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.request
import io.ktor.client.request.setBody
import io.ktor.client.request.url
import io.ktor.client.statement.bodyAsBytes
import io.ktor.http.ContentType
import io.ktor.http.HttpHeaders
import io.ktor.http.HttpMethod
import io.ktor.http.content.ByteArrayContent
import io.ktor.util.toMap
import java.io.IOException

/** A client that follows no redirects, which would carry the credentials elsewhere. */
val ktor: HttpClient = HttpClient(Java) {
    followRedirects = false
    expectSuccess = false
    install(HttpTimeout) {
        connectTimeoutMillis = 10_000
        requestTimeoutMillis = 30_000
    }
}

/** Sends a request of any provider once with Ktor. */
suspend fun sendWithKtor(request: Request): Outcome {
    // Ktor takes the media type with the body.
    val (type, others) = request.headers.partition { (name, _) -> name.equals(HttpHeaders.ContentType, ignoreCase = true) }
    return try {
        val response = ktor.request {
            method = HttpMethod(request.method)
            url(request.url)
            others.forEach { (name, value) -> headers.append(name, value) }
            if (request.body.isNotEmpty()) setBody(ByteArrayContent(request.body, type.firstOrNull()?.let { ContentType.parse(it.second) }))
        }
        interpret(request, response.status.value, response.headers.toMap(), response.bodyAsBytes())
    } catch (failure: IOException) {
        interpret(request, failure)
    }
}
