@file:JvmName("Convert")

package io.github.s2sevents

import io.github.s2sevents.ffi.ConversionData
import io.github.s2sevents.ffi.ConvertedData
import io.github.s2sevents.ffi.Fault
import io.github.s2sevents.ffi.FormatData
import io.github.s2sevents.ffi.InternalException
import io.github.s2sevents.ffi.OwnNameData
import io.github.s2sevents.ffi.convert
import java.nio.charset.CharacterCodingException

/**
 * How events of another format become neutral ones: the names of your own events, and the properties to keep as parameters. Without either,
 * only names that the format documents are known, and a property without a place is reported. `toString` shows nothing of it.
 */
public class Conversion private constructor(internal val data: ConversionData) {
    /**
     * [names] are the neutral events that events of your own names are. They count before the names that the format documents.
     * [EventName.CUSTOM] keeps your name as the `name` of a custom event. [params] are properties that become parameters of the same name.
     */
    @JvmOverloads
    public constructor(names: Map<String, EventName> = emptyMap(), params: List<String> = emptyList()) :
        this(ConversionData.Typed(names.map { (own, name) -> OwnNameData(own, name) }, params))

    /**
     * Reads a JSON object of two optional members: `names`, an object of your own names with the names of neutral events, and `params`, a list
     * of properties. Its issues are those of the conversion.
     */
    public constructor(json: String) : this(ConversionData.Json(escaped(json)))

    override fun toString(): String = "Conversion(…)"
}

/** An event of another format as a neutral one. `toString` shows the codes of what is not in it, and no value. */
public class Converted internal constructor(
    /** The neutral event. Only what the other event says is in it: it may still lack what a destination requires. */
    public val event: Event,
    /** The neutral event in the JSON form. */
    public val eventJson: String,
    /** What is not in the neutral event, by its path in the other one. */
    public val unmapped: List<Issue>,
) {
    override fun toString(): String = "Converted(${unmapped.joinToString { it.code }})"
}

/**
 * Converts a `track` call in the JSON form of [Segment's spec](https://www.twilio.com/docs/segment/connections/spec/track). What keeps it from
 * becoming an event, and the issues of [conversion], are a [ValidationException]; everything else that has no place is in [Converted.unmapped].
 */
@JvmOverloads
public fun fromSegment(call: String, conversion: Conversion = Conversion()): Converted =
    converted(FormatData.SEGMENT, escaped(call).toByteArray(), conversion)

/** As for a text, for its bytes in UTF-8. */
@JvmOverloads
public fun fromSegment(call: ByteArray, conversion: Conversion = Conversion()): Converted = converted(FormatData.SEGMENT, call, conversion)

/**
 * Converts the body of a request of Google Analytics'
 * [Measurement Protocol](https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference) with one event. What keeps it from
 * becoming an event, and the issues of [conversion], are a [ValidationException]; everything else that has no place is in [Converted.unmapped].
 */
@JvmOverloads
public fun fromGa4(body: String, conversion: Conversion = Conversion()): Converted =
    converted(FormatData.GOOGLE_ANALYTICS, escaped(body).toByteArray(), conversion)

/** As for a text, for its bytes in UTF-8. */
@JvmOverloads
public fun fromGa4(body: ByteArray, conversion: Conversion = Conversion()): Converted =
    converted(FormatData.GOOGLE_ANALYTICS, body, conversion)

private fun converted(format: FormatData, event: ByteArray, conversion: Conversion): Converted {
    Native.ensureLoaded()
    val converted = try {
        convert(format, event, conversion.data)
    } catch (_: CharacterCodingException) {
        throw ValidationException(listOf(HALF_A_PAIR))
    } catch (_: Fault) {
        throw fault()
    } catch (_: InternalException) {
        throw fault()
    }
    return when (converted) {
        is ConvertedData.Event -> Converted(converted.event, converted.json, issuesOf(converted.unmapped))
        is ConvertedData.Issues -> throw ValidationException(issuesOf(converted.issues))
    }
}
