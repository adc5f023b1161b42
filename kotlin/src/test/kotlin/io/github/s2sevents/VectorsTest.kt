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
            val laneKey = { client: Destination -> client.laneKey(case.text, case.time("now") ?: NEVER) }
            check(case, { path -> path }, { Destination(Json.write(mapOf("provider" to case.provider) + it)) }, laneKey) { client ->
                if ("messages" in case) {
                    client.messages(Json.write(case["identity"]), Json.write(case["messages"]), case.time("now") ?: NEVER, case.newId)
                } else {
                    client.build(case.text, case.time("now") ?: NEVER, case.newId)
                }
            }
        }
    }

    @TestFactory
    fun typed(): List<DynamicTest> = Vectors.ALL.filterNot { it.isJsonOnly }.map { case ->
        dynamicTest(case.name) {
            val open = { config: Map<String, Any?> -> TypedProviders.client(case.provider, config) }
            check(case, { typedPath(it, case.provider) }, open, { laneKey(it, case) }) { build(it, case) }
        }
    }

    private fun kind(fields: Map<String, Any?>) = (fields["kind"] as String).replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }

    private fun laneKey(client: Client, case: Case): String? {
        val event = case.objectAt("event")
        return TypedProviders.laneKey(client, kind(event), event - setOf("provider", "kind"), case.time("now") ?: NEVER)
    }

    private fun build(client: Client, case: Case): Request {
        if ("messages" in case) {
            val messages = (case["messages"] as List<*>).map { it.asObject() }.map { kind(it) to (it - setOf("provider", "kind")) }
            return TypedProviders.messages(client, case.objectAt("identity"), messages, case.newId, case.time("now") ?: NEVER)
        }
        val event = case.objectAt("event")
        return TypedProviders.build(client, kind(event), event - setOf("provider", "kind"), case.time("now") ?: NEVER, case.newId)
    }

    private fun <C : Client> check(
        case: Case,
        path: (String) -> String,
        open: (Map<String, Any?>) -> C,
        laneKey: (C) -> String?,
        build: (C) -> Request,
    ) {
        fun expected(key: String) = case.issues(key).map { (at, code) -> path(at) to code }.toSet()
        when {
            "outcome" in case && "request" !in case -> open(builtCase(case.provider).objectAt("config")).use { checkOutcome(case, it) }
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
                if ("messages" !in case) assertEquals(request.laneKey(), laneKey(client))
                if ("lane_key" in case) {
                    assertEquals(case["lane_key"], request.laneKey())
                    return
                }
                val sent = mapOf(
                    "method" to request.method,
                    "url" to request.url,
                    "headers" to request.headers.map { (name, value) -> listOf(name, value) },
                    "body" to request.body.toString(Charsets.UTF_8),
                )
                assertEquals(case["request"], sent)
                assertEquals(case["message_ids"] ?: emptyList<String>(), request.messageIds)
                assertEquals(expected("warnings"), codes(request.warnings))
                if ("outcome" in case) checkParts(case, ask(case, client, request))
            }
        }
    }

    private fun checkOutcome(case: Case, client: Client) {
        val outcome = if ("response" in case) {
            val outcome = ask(case, client, if ("kind" in case) requestOf(case) else null)
            whicheverClientIsAsked(case, outcome) { asked, request -> ask(case, asked, request) }
            outcome
        } else {
            val noResponse = NoResponse.entries.single { it.text == case["no_response"] }
            val outcome = client.interpret(noResponse)
            whicheverClientIsAsked(case, outcome) { asked, _ -> asked?.interpret(noResponse) ?: interpret(noResponse) }
            outcome
        }
        checkParts(case, outcome)
    }

    /** What a client says of the case's response to a request, or the function where there is no client. */
    private fun ask(case: Case, client: Client?, request: Request?): Outcome {
        val response = case.objectAt("response")
        val pairs = (response["headers"] as List<*>).map { it as List<*> }
        val headers = pairs.groupBy({ it[0] as String }, { it[1] as String })
        val body = (response["body"] as String?)?.toByteArray() ?: HexFormat.of().parseHex(response["body_hex"] as String)
        val status = response["status"].toString().toInt()
        val receivedAt = case.time("received_at")
        return client?.interpret(request, status, headers, body, receivedAt)
            ?: interpret(checkNotNull(request), status, headers, body, receivedAt)
    }

    private fun checkParts(case: Case, outcome: Outcome) {
        val wanted = case.objectAt("outcome")
        assertEquals(wanted["outcome"], outcome.kind)
        assertEquals(wanted["scope"], outcome.scope.text)
        assertEquals(wanted["maybe_delivered"], outcome.maybeDelivered)
        assertEquals(wanted["retry_after_ms"]?.toString()?.toLong(), outcome.retryAfter?.toMillis())
        if ("reason" in wanted) assertEquals(wanted["reason"], outcome.reason)
        if ("provider_message" in wanted) assertEquals(wanted["provider_message"], outcome.providerMessage)
        if ("details" in wanted) assertEquals(Typed.json(wanted["details"]), JsonValue.Object(outcome.details))
        val events = outcome.events.map { mapOf("outcome" to it.kind, "scope" to it.scope.text) }
        assertEquals(wanted["events"] ?: emptyList<Any>(), events)
    }

    /** A request is interpreted by the rules of its own kind: by the client of any provider, and by the function (of no client). */
    private fun whicheverClientIsAsked(case: Case, expected: Outcome, ask: (Client?, Request) -> Outcome) {
        fun parts(outcome: Outcome) = Triple(outcome.kind, outcome.scope, outcome.reason)
        val request = requestOf(case)
        for (client in CLIENTS + null) assertEquals(parts(expected), parts(ask(client, request)), "$client")
    }

    private fun codes(issues: List<Issue>): Set<Pair<String, String>> = issues.map { it.path to it.code }.toSet()

    /** The names of fields are in camelCase in the typed API; keys of maps stay. */
    private fun typedPath(path: String, provider: String): String {
        val (at, rest) = checkNotNull(Regex("(/messages/\\d+|/identity)?(.*)", RegexOption.DOT_MATCHES_ALL).matchEntire(path)).destructured
        val places = TypedProviders.RECORDS[provider].orEmpty()
        val place = mutableListOf<String>()
        val keys = rest.split('/').drop(1).map { key ->
            val isField = place.isEmpty() || place.joinToString("/") in places
            place += if ((place + "*").joinToString("/") in places) "*" else key
            if (isField) Typed.camelCase(key) else key
        }
        return at + keys.joinToString("") { "/$it" }
    }

    private companion object {
        val NEVER: Instant = Instant.EPOCH

        /** A case of a provider in which an event becomes a request. Its configuration is for the cases of responses, which have none. */
        fun builtCase(provider: String, kind: String? = null): Case = Vectors.ALL.first {
            it.provider == provider && "request" in it && "messages" !in it && !it.isJsonOnly &&
                (kind == null || ("event" in it && it.objectAt("event")["kind"] == kind))
        }

        private fun dynamicClient(provider: String): Destination =
            Destination(Json.write(mapOf("provider" to provider) + builtCase(provider).objectAt("config")))

        /** A client of each provider, typed and dynamic. */
        val CLIENTS: List<Client> by lazy {
            val typed = TypedProviders.NAMES.map { TypedProviders.client(it, builtCase(it).objectAt("config")) }
            typed + TypedProviders.NAMES.map(::dynamicClient)
        }
        private val requests = mutableMapOf<Pair<String, String>, Request>()

        /** A request of the kind that a case of a response is about. */
        fun requestOf(case: Case): Request {
            val kind = case["kind"] as String? ?: TypedProviders.MAIN_KINDS.getValue(case.provider)
            return requests.getOrPut(case.provider to kind) {
                val built = builtCase(case.provider, kind)
                dynamicClient(case.provider).use { it.build(built.text, built.time("now") ?: NEVER, built.newId) }
            }
        }
    }
}
