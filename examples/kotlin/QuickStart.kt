package examples

import io.github.s2sevents.Adjust
import io.github.s2sevents.AdjustConfig
import io.github.s2sevents.AdjustEnvironment
import io.github.s2sevents.AdjustEvent
import io.github.s2sevents.Delivery
import io.github.s2sevents.Driver
import io.github.s2sevents.Outcome
import io.github.s2sevents.Report
import io.github.s2sevents.Request
import io.github.s2sevents.Response
import io.github.s2sevents.ValidationException
import kotlinx.coroutines.future.await
import java.math.BigDecimal
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers

/** The quick start: send a purchase, report the problems of an event, and deliver events. */
class QuickStart(baseUrl: String = "http://127.0.0.1:8080/adjust") {
    // --8<-- [start:client]
    // Without `baseUrl`, events go to Adjust.
    val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d", environment = AdjustEnvironment.SANDBOX, baseUrl = baseUrl))
    val http: HttpClient = HttpClient.newHttpClient()
    // --8<-- [end:client]

    // --8<-- [start:send]
    fun purchase(gpsAdid: String): Request =
        adjust.event(AdjustEvent(eventToken = "f0ob4r", gpsAdid = gpsAdid, revenue = BigDecimal("19.99"), currency = "USD"))

    suspend fun send(request: Request): Outcome {
        val response = exchange(request)
        return adjust.interpret(request, response.status, response.headers, response.body)
    }

    suspend fun exchange(request: Request): Response {
        val call = HttpRequest.newBuilder(URI.create(request.url))
            .method(request.method, BodyPublishers.ofByteArray(request.body))
            .apply { request.headers.forEach { (name, value) -> header(name, value) } }
            .build()
        val response = http.sendAsync(call, BodyHandlers.ofByteArray()).await()
        return Response(response.statusCode(), response.headers().map(), response.body())
    }
    // --8<-- [end:send]

    // --8<-- [start:problems]
    fun problems(): List<String> = try {
        adjust.event(AdjustEvent(eventToken = "f0ob4r", gpsAdid = "660e1d86", revenue = BigDecimal("19.99")))
        emptyList()
    } catch (exception: ValidationException) {
        exception.issues.map { "${it.path} ${it.code} ${it.message}" }
    }
    // --8<-- [end:problems]

    // --8<-- [start:deliver]
    suspend fun deliver(request: Request): List<Report> {
        val driver = Driver(Delivery(), ::exchange)
        driver.submit("order-1", request)
        val reports = mutableListOf<Report>()
        driver.run { report -> reports += report }
        return reports
    }
    // --8<-- [end:deliver]
}
