package examples

import io.github.s2sevents.AdjustConfig
import io.github.s2sevents.DestinationConfig
import io.github.s2sevents.Destinations
import io.github.s2sevents.Driver
import io.github.s2sevents.Event
import io.github.s2sevents.EventIds
import io.github.s2sevents.EventMapping
import io.github.s2sevents.EventName
import io.github.s2sevents.EventSource
import io.github.s2sevents.EventTarget
import io.github.s2sevents.EventUnmapped
import io.github.s2sevents.EventUser
import io.github.s2sevents.Ga4Config
import io.github.s2sevents.Issue
import io.github.s2sevents.Part
import io.github.s2sevents.ValidationException
import org.springframework.http.HttpStatus
import org.springframework.http.ResponseEntity
import org.springframework.web.bind.annotation.ExceptionHandler
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RequestBody
import org.springframework.web.bind.annotation.RestController
import java.math.BigDecimal
import java.time.Instant

/** What a shop knows of a paid order. The library checks the values. */
class Order(
    val id: String,
    val paidAt: Instant,
    val amount: BigDecimal,
    val currency: String?,
    val email: String,
    val adjustAdid: String,
    val clientId: String,
)

/** All destinations of the shop. Without base URLs, they are the providers' own. */
fun destinations(adjustUrl: String? = null, ga4Url: String? = null): Destinations = Destinations(
    DestinationConfig(
        AdjustConfig(appToken = "4w565xzmb54d", baseUrl = adjustUrl),
        events = mapOf(EventName.PURCHASE to EventTarget("p4rc8s")),
        // Adjust has no place for the email address.
        mapping = EventMapping(orderId = "order", ignore = listOf("/id", "/user/email")),
    ),
    DestinationConfig(
        Ga4Config(measurementId = "G-DEMO123456", apiSecret = "demo-api-secret", baseUrl = ga4Url),
        mapping = EventMapping(unmapped = EventUnmapped.WARN),
    ),
)

/**
 * Takes paid orders and delivers each to every destination, once a coroutine of the application runs the driver: see `DeliverFromFile.kt`.
 * It authenticates nobody: put it after something that does.
 */
@RestController
class PurchasesEverywhere(private val destinations: Destinations, private val driver: Driver) {
    /** Responds with the issues of the destinations that the order cannot be sent to. */
    @PostMapping("/orders")
    fun order(@RequestBody order: Order): ResponseEntity<Map<String, List<Issue>>> {
        val parts = destinations.fanOut(
            Event(
                event = EventName.PURCHASE,
                id = order.id,
                time = order.paidAt,
                source = EventSource.SERVER,
                value = order.amount,
                currency = order.currency,
                orderId = order.id,
                user = EventUser(email = order.email),
                ids = EventIds(adjustAdid = order.adjustAdid, clientId = order.clientId),
            ),
        )
        driver.submitParts(order.id, parts)
        val refused = parts.filterIsInstance<Part.Refused>().associate { it.destination to it.issues }
        return ResponseEntity.accepted().body(refused)
    }

    /** The issues of the order itself, which is submitted to no destination. None repeats a value. */
    @ExceptionHandler
    fun refused(refused: ValidationException): ResponseEntity<List<Issue>> =
        ResponseEntity.status(HttpStatus.UNPROCESSABLE_ENTITY).body(refused.issues)
}
