package io.github.s2sevents.bench

import io.github.s2sevents.AdjustConfig
import io.github.s2sevents.AdjustEnvironment
import io.github.s2sevents.AdjustEvent
import java.math.BigDecimal
import java.time.Instant
import java.util.Random
import java.util.UUID

/** The events that every contender gets: alike in shape and size, different in every value, and the same in every run. */
internal object Events {
    /** The clock of every build. */
    val NOW: Instant = Instant.parse("2026-11-20T12:00:00Z")

    /** The documentation's example app and token. */
    val CONFIG = AdjustConfig(
        appToken = "4w565xzmb54d",
        authToken = "v8s5opi0zs45607l8h8c48wak2vxb5oe",
        environment = AdjustEnvironment.SANDBOX,
    )

    const val JSON_CONFIG =
        """{"provider":"adjust","app_token":"4w565xzmb54d","auth_token":"v8s5opi0zs45607l8h8c48wak2vxb5oe","environment":"sandbox"}"""

    private val DEVICES = listOf("SM-G991B" to "13", "Pixel 8 Pro" to "14", "M2101K6G" to "12", "CPH2447" to "13.1")

    /** Enough that no contender lives from a branch predictor that knows the bytes by heart. */
    val SAMPLES: List<AdjustEvent> = List(64) { sample(Random(it.toLong())) }

    private fun sample(random: Random): AdjustEvent {
        val (device, version) = DEVICES[random.nextInt(DEVICES.size)]
        return AdjustEvent(
            eventToken = listOf("f0ob4r", "abc123", "k9x2mz", "p4qw7e")[random.nextInt(4)],
            gpsAdid = UUID(random.nextLong(), random.nextLong()).toString(),
            adid = UUID(random.nextLong(), random.nextLong()).toString().replace("-", ""),
            osName = "android",
            osVersion = version,
            deviceName = device,
            ipAddress = "203.0.113.${random.nextInt(256)}",
            userAgent = "Mozilla/5.0 (Linux; Android $version; $device) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36",
            createdAt = NOW.minusSeconds(random.nextInt(19 * 24 * 60 * 60).toLong()),
            revenue = BigDecimal.valueOf(random.nextInt(99_999) + 1L, 2),
            currency = listOf("USD", "EUR", "GBP", "TRY")[random.nextInt(4)],
            callbackParams = mapOf(
                "order" to "A-${random.nextInt(1_000_000)}",
                "plan" to listOf("gold", "pro yearly", "familia ñ", "starter")[random.nextInt(4)],
            ),
            partnerParams = mapOf("campaign" to "autumn ${random.nextInt(100)}", "shop" to "main"),
        )
    }
}
