package examples

import io.github.s2sevents.Adjust
import io.github.s2sevents.AdjustEvent
import io.github.s2sevents.Issue
import io.github.s2sevents.Outcome
import io.github.s2sevents.Request
import io.github.s2sevents.ValidationException
import org.springframework.http.HttpStatus
import org.springframework.http.ResponseEntity
import org.springframework.web.bind.annotation.ExceptionHandler
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RestController
import java.io.IOException
import java.math.BigDecimal
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration

/** What an app sends. The library checks the values. */
class Purchase(val gpsAdid: String, val revenue: BigDecimal, val currency: String, val order: String)

/** Takes purchases from your apps and passes them on to Adjust. It authenticates nobody: put it after something that does. */
@RestController
class PurchaseController(private val adjust: Adjust) {
    private val http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()

    @PostMapping("/purchases")
    fun purchase(@RequestBody purchase: Purchase): ResponseEntity<Map<String, String>> {
        val request = adjust.event(
            AdjustEvent(
                eventToken = "f0ob4r",
                gpsAdid = purchase.gpsAdid,
                revenue = purchase.revenue,
                currency = purchase.currency,
                callbackParams = mapOf("order" to purchase.order),
            ),
        )
        val outcome = send(request)
        val status = when (outcome) {
            is Outcome.Delivered, is Outcome.Duplicate -> HttpStatus.OK
            else -> HttpStatus.BAD_GATEWAY
        }
        return ResponseEntity.status(status).body(mapOf("outcome" to outcome.kind, "reason" to outcome.reason))
    }

    /** Every issue of the event: none repeats a value. */
    @ExceptionHandler
    fun refused(refused: ValidationException): ResponseEntity<List<Issue>> =
        ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).body(refused.issues)

    private fun send(request: Request): Outcome {
        val call = HttpRequest.newBuilder(URI.create(request.url))
            .method(request.method, HttpRequest.BodyPublishers.ofByteArray(request.body))
            .apply { request.headers.forEach { (name, value) -> header(name, value) } }
            .timeout(Duration.ofSeconds(30))
            .build()
        return try {
            val response = http.send(call, HttpResponse.BodyHandlers.ofByteArray())
            adjust.interpret(request, response.statusCode(), response.headers().map(), response.body())
        } catch (failure: IOException) {
            adjust.interpret(request, failure)
        }
    }
}
