package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import java.time.Instant
import java.util.HexFormat

/** Every case of `vectors/`: all through the dynamic API, all but the `json_only` ones through the typed one, too. */
class VectorsTest {
    @Test
    fun `no case is skipped by mistake`() {
        val counts = Vectors.COUNTS.mapValues { it.value.toString().toInt() }
        assertEquals(counts, mapOf("cases" to Vectors.ALL.size, "json_only" to Vectors.ALL.count { it.isJsonOnly }))
    }

    @TestFactory
    fun dynamic(): List<DynamicTest> = Vectors.ALL.map { case ->
        dynamicTest(case.name) {
            check(case, { path -> path }, { Destination(Json.write(mapOf("provider" to case.provider) + it)) }) { client ->
                if ("messages" in case) {
                    client.messages(Json.write(case["identity"]), Json.write(case["messages"]), case.newId)
                } else {
                    client.build(case.text, case.time("now") ?: NEVER, case.newId)
                }
            }
        }
    }

    @TestFactory
    fun typed(): List<DynamicTest> = Vectors.ALL.filterNot { it.isJsonOnly }.map { case ->
        dynamicTest(case.name) { check(case, ::typedPath, { client(case.provider, it) }) { build(it, case) } }
    }

    private fun client(provider: String, config: Map<String, Any?>): Client = when (provider) {
        "adjust" -> Adjust(Typed.of(config))
        "metrix" -> Metrix(Typed.of(config))
        else -> MetrixInApp(Typed.of(config))
    }

    private fun build(client: Client, case: Case): Request {
        if (client is Metrix && "messages" in case) {
            val messages = (case["messages"] as List<*>).map { message(it.asObject()) }
            return client.messages(Typed.of(case.objectAt("identity")), messages, case.newId)
        }
        val event = case.objectAt("event") - setOf("provider", "kind")
        return when (client) {
            is Adjust -> client.event(Typed.of(event), case.time("now") ?: NEVER)
            is MetrixInApp -> client.event(Typed.of(event))
            is Metrix -> when (val message = message(case.objectAt("event"))) {
                is MetrixMessage.User -> client.user(message.v1, case.newId)
                is MetrixMessage.Action -> client.action(message.v1, case.newId)
                is MetrixMessage.Revenue -> client.revenue(message.v1, case.newId)
                is MetrixMessage.BusinessEvent -> client.businessEvent(message.v1, case.newId)
            }
            is Destination -> error("not a typed client")
        }
    }

    private fun message(fields: Map<String, Any?>): MetrixMessage {
        val message = fields - setOf("provider", "kind")
        return when (Typed.camelCase(fields["kind"] as String)) {
            "user" -> MetrixMessage.User(Typed.of(message))
            "action" -> MetrixMessage.Action(Typed.of(message))
            "revenue" -> MetrixMessage.Revenue(Typed.of(message))
            else -> MetrixMessage.BusinessEvent(Typed.of(message))
        }
    }

    private fun <C : Client> check(case: Case, path: (String) -> String, open: (Map<String, Any?>) -> C, build: (C) -> Request) {
        fun expected(key: String) = case.issues(key).map { (at, code) -> path(at) to code }.toSet()
        when {
            "outcome" in case -> open(CONFIGS.getValue(case.provider)).use { checkOutcome(case, it) }
            "config_issues" in case -> {
                val refused = assertThrows(ConfigException::class.java) { open(case.objectAt("config")) }
                assertEquals(expected("config_issues"), codes(refused.issues))
            }
            "issues" in case -> open(case.objectAt("config")).use { client ->
                val refused = assertThrows(ValidationException::class.java) { build(client) }
                assertEquals(expected("issues"), codes(refused.issues))
            }
            else -> open(case.objectAt("config")).use { client ->
                val request = build(client)
                val sent = mapOf(
                    "method" to request.method,
                    "url" to request.url,
                    "headers" to request.headers.map { (name, value) -> listOf(name, value) },
                    "body" to request.body.toString(Charsets.UTF_8),
                )
                assertEquals(case["request"], sent)
                assertEquals(case["message_ids"] ?: emptyList<String>(), request.messageIds)
                assertEquals(expected("warnings"), codes(request.warnings))
            }
        }
    }

    private fun checkOutcome(case: Case, client: Client) {
        val outcome = if ("response" in case) {
            val response = case.objectAt("response")
            val pairs = (response["headers"] as List<*>).map { it as List<*> }
            val headers = pairs.groupBy({ it[0] as String }, { it[1] as String })
            val body = (response["body"] as String?)?.toByteArray() ?: HexFormat.of().parseHex(response["body_hex"] as String)
            val status = response["status"].toString().toInt()
            val outcome = client.interpret(null, status, headers, body, case.time("received_at"))
            whicheverClientIsAsked(case.provider, outcome) { asked, request ->
                val receivedAt = case.time("received_at")
                asked?.interpret(request, status, headers, body, receivedAt) ?: interpret(request, status, headers, body, receivedAt)
            }
            outcome
        } else {
            client.interpret(null, NoResponse.entries.single { it.text == case["no_response"] })
        }
        val wanted = case.objectAt("outcome")
        assertEquals(wanted["outcome"], outcome.kind)
        assertEquals(wanted["scope"], outcome.scope.text)
        assertEquals(wanted["maybe_delivered"], outcome.maybeDelivered)
        assertEquals(wanted["retry_after_ms"]?.toString()?.toLong(), outcome.retryAfter?.toMillis())
        if ("reason" in wanted) assertEquals(wanted["reason"], outcome.reason)
        if ("provider_message" in wanted) assertEquals(wanted["provider_message"], outcome.providerMessage)
        if ("details" in wanted) assertEquals(Typed.json(wanted["details"]), JsonValue.Object(outcome.details))
    }

    /** A request is interpreted by its own provider's rules: by the client of any provider, and by the function (of no client). */
    private fun whicheverClientIsAsked(provider: String, expected: Outcome, ask: (Client?, Request) -> Outcome) {
        fun parts(outcome: Outcome) = Triple(outcome.kind, outcome.scope, outcome.reason)
        val request = REQUESTS.getValue(provider)
        for (client in CLIENTS + null) assertEquals(parts(expected), parts(ask(client, request)), "$client")
    }

    private fun codes(issues: List<Issue>): Set<Pair<String, String>> = issues.map { it.path to it.code }.toSet()

    /** The names of fields are in camelCase in the typed API; keys of maps stay. */
    private fun typedPath(path: String): String {
        val (at, rest) = checkNotNull(Regex("(/messages/\\d+|/identity)?(.*)", RegexOption.DOT_MATCHES_ALL).matchEntire(path)).destructured
        val keys = rest.split('/')
        return at + keys.take(2).joinToString("/", transform = Typed::camelCase) + keys.drop(2).joinToString("") { "/$it" }
    }

    private companion object {
        val NEVER: Instant = Instant.EPOCH

        /** For the cases of answers, which have no configuration. */
        val CONFIGS: Map<String, Map<String, String>> = mapOf(
            "adjust" to mapOf("app_token" to "4w565xzmb54d"),
            "metrix" to mapOf("app_id" to "app", "api_key" to "key"),
            "metrix_inapp" to mapOf("app_id" to "app", "dev_key" to "key"),
        )

        /** A client of each provider, typed and dynamic, and a request of each. */
        val CLIENTS: List<Client> by lazy {
            val typed = listOf(
                Adjust(Typed.of(CONFIGS.getValue("adjust"))), Metrix(Typed.of(CONFIGS.getValue("metrix"))),
                MetrixInApp(Typed.of(CONFIGS.getValue("metrix_inapp"))),
            )
            typed + CONFIGS.map { (provider, config) -> Destination(Json.write(mapOf("provider" to provider) + config)) }
        }
        val REQUESTS: Map<String, Request> by lazy {
            CONFIGS.mapValues { (provider, _) ->
                val case = Vectors.ALL.first { it.provider == provider && "request" in it && "messages" !in it && !it.isJsonOnly }
                val config = mapOf("provider" to provider) + case.objectAt("config")
                Destination(Json.write(config)).use { it.build(case.text, case.time("now") ?: NEVER, case.newId) }
            }
        }
    }
}
