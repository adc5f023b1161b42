package examples

import io.github.s2sevents.Outcome
import io.github.s2sevents.Request
import io.github.s2sevents.interpret
import okhttp3.Headers.Companion.headersOf
import okhttp3.OkHttpClient
import okhttp3.RequestBody.Companion.toRequestBody
import java.io.IOException
import java.time.Duration

/** A client that follows no redirects and sends nothing again by itself: the event might count twice. */
val okHttp: OkHttpClient = OkHttpClient.Builder()
    .connectTimeout(Duration.ofSeconds(10))
    .callTimeout(Duration.ofSeconds(30))
    .followRedirects(false)
    .retryOnConnectionFailure(false)
    .build()

/** Sends a request of any provider once with OkHttp. */
fun sendWithOkHttp(request: Request): Outcome {
    val call = okhttp3.Request.Builder()
        .url(request.url)
        .headers(headersOf(*request.headerArray()))
        // Without a media type of its own, so that the header stays as it is.
        .method(request.method, if (request.method == "GET") null else request.body.toRequestBody())
        .build()
    return try {
        okHttp.newCall(call).execute().use { response ->
            interpret(request, response.code, response.headers.toMultimap(), response.body.bytes())
        }
    } catch (failure: IOException) {
        interpret(request, failure)
    }
}
