package examples

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.s2sevents.JsonValue
import io.github.s2sevents.jsonMembers
import kotlinx.serialization.json.JsonObject

private val mapper = ObjectMapper()

/** Free attributes from what Kotlin has. */
val fromKotlin: Map<String, JsonValue> = jsonMembers("plan" to "gold", "renewal" to true, "tags" to listOf("a", "b"))

/** Free attributes from any object that Jackson knows: through its text, which keeps digits and the order of keys. */
fun fromJackson(value: Any): Map<String, JsonValue> = members(mapper.writeValueAsString(value))

/** The same from kotlinx.serialization's tree, which `Json.encodeToJsonElement(value)` makes of a class. */
fun fromSerialization(value: JsonObject): Map<String, JsonValue> = members(value.toString())

/** The same from a text of JSON. */
fun members(json: String): Map<String, JsonValue> = when (val value = JsonValue.parse(json)) {
    is JsonValue.Object -> value.members
    else -> throw IllegalArgumentException("not an object of JSON")
}
