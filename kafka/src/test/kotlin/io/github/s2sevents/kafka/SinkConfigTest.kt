package io.github.s2sevents.kafka

import org.apache.kafka.common.config.ConfigDef
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File

/** The keys of the configuration. */
class SinkConfigTest {
    @Test
    fun `keys become the configuration of the library`() {
        val given = mapOf(
            "destinations" to "adjust, eu",
            "destination.adjust.app_token" to "4w565xzmb54d",
            "destination.adjust.max_future" to "60",
            "destination.adjust.events.purchase" to "f0ob4r",
            "destination.adjust.mapping.ignore" to "/id,/user/email",
            "destination.adjust.mapping.params" to "true",
            "destination.eu.provider" to "metrix",
            "destination.eu.app_id" to "a",
            "destination.eu.api_key" to "k",
            "destination.eu.events.subscribe" to "bfxre",
            "destination.eu.events.subscribe.kind" to "action",
        )
        assertEquals(
            """{"adjust":{"app_token":"4w565xzmb54d","max_future":60,"mapping":{"ignore":["/id","/user/email"],"params":true},""" +
                """"events":{"purchase":"f0ob4r"}},"destination":{"eu":{"provider":"metrix","app_id":"a","api_key":"k",""" +
                """"events":{"subscribe":{"name":"bfxre","kind":"action"}}}}}""",
            SinkConfig(given).json,
        )
        assertEquals(emptyMap<String, String>(), problems(given))
    }

    @Test
    fun `settings of the delivery are its own`() {
        val config = SinkConfig(
            mapOf(
                "destinations" to "adjust",
                "destination.adjust.app_token" to "a",
                "delivery.max_attempts" to "3",
                "delivery.date_undated" to "false",
                "delivery.providers.adjust.per_second" to "5",
                "delivery.providers.adjust.repeat" to "at_most_once",
            ),
        ).delivery
        val limits = checkNotNull(config.providers).getValue("adjust")
        val read = listOf(config.maxAttempts, config.dateUndated, limits.perSecond, limits.repeat?.name)
        assertEquals(listOf<Any?>(3L, false, 5L, "AT_MOST_ONCE"), read)
    }

    @Test
    fun `every problem has its key, and no value`() {
        val secret = "SECRET\u0007"
        val given = mapOf(
            "destinations" to "adjust,x y,ga4",
            "destination.adjust.app_token" to secret,
            "destination.adjust.environment" to secret,
            "destination.adjust.appToken" to secret,
            "destination.ga5.api_secret" to secret,
            "behavior.on.null.values" to secret,
        )
        val problems = problems(given)
        assertEquals(
            setOf(
                "destinations", "destination.adjust.environment", "destination.adjust.appToken", "destination.ga5.api_secret",
                "destination.ga4.api_secret", "destination.x y.provider", "behavior.on.null.values",
            ),
            problems.keys,
        )
        assertFalse(problems.values.any { "SECRET" in it }, "$problems")
    }

    @Test
    fun `the rules of the providers hold`() {
        val given = mapOf(
            "destinations" to "adjust,eu",
            "destination.adjust.app_token" to "SECRET é",
            "destination.adjust.events.purchase" to "",
            "destination.adjust.events.purchas" to "x",
            "destination.adjust.mapping.ignore" to "/nothing",
            "destination.eu.provider" to "ga4",
            "destination.eu.api_secret" to "s",
            "delivery.backoff_ms" to "-1",
            "delivery.providers.adjust.per_second" to "0",
        )
        val problems = problems(given)
        assertEquals(
            setOf(
                "destination.adjust.app_token", "destination.adjust.events.purchase", "destination.adjust.events.purchas",
                "destination.adjust.mapping.ignore", "destination.eu", "delivery.backoff_ms", "delivery.providers.adjust.per_second",
            ),
            problems.keys,
        )
        assertFalse(problems.values.any { "SECRET" in it }, "$problems")
    }

    @Test
    fun `texts that may be secret are passwords`() {
        val keys = DestinationKeys.documented("adjust").configKeys()
        assertEquals(ConfigDef.Type.PASSWORD, keys.getValue("destination.NAME.auth_token").type)
        assertEquals(ConfigDef.Type.STRING, keys.getValue("destination.NAME.environment").type)
        assertTrue(keys.getValue("destination.NAME.app_token").default() == ConfigDef.NO_DEFAULT_VALUE)
    }

    @Test
    fun `the example is right`() {
        val example = MAPPER.readTree(File(System.getProperty("test.root"), "kafka/examples/sink.json"))
        assertEquals(emptyMap<String, String>(), problems(example.properties().associate { (key, value) -> key to value.asText() }))
    }

    private fun ConfigDef.ConfigKey.default(): Any? = defaultValue

    private fun problems(given: Map<String, String>): Map<String, String> = S2SSinkConnector().validate(given).configValues()
        .filter { it.errorMessages().isNotEmpty() }.associate { it.name() to it.errorMessages().joinToString() }
}
