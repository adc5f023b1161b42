package io.github.s2sevents

import java.math.BigDecimal
import java.nio.ByteBuffer
import java.nio.CharBuffer
import java.time.Instant
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.Temporal
import java.time.temporal.TemporalField
import java.time.temporal.TemporalUnit
import java.time.temporal.UnsupportedTemporalTypeException

/**
 * A decimal number as text, for amounts that come as text: `DecimalText("19.99")`. It is checked when a request is built.
 * Where you have a [BigDecimal], a [Long] or a [Double] (taken by its shortest form), give it as it is.
 */
public class DecimalText(private val text: String) : kotlin.Number() {
    override fun toString(): String = text

    override fun equals(other: Any?): Boolean = other is DecimalText && other.text == text

    override fun hashCode(): Int = text.hashCode()

    override fun toDouble(): Double = text.toDouble()

    override fun toFloat(): Float = text.toFloat()

    override fun toLong(): Long = BigDecimal(text).toLong()

    override fun toInt(): Int = BigDecimal(text).toInt()

    override fun toShort(): Short = toInt().toShort()

    override fun toByte(): Byte = toInt().toByte()
}

/** A time as text, for times that come as text: RFC 3339 with an offset. It is checked when a request is built. */
public class TimeText(private val text: String) : Unreadable() {
    override fun toString(): String = text

    override fun equals(other: Any?): Boolean = other is TimeText && other.text == text

    override fun hashCode(): Int = text.hashCode()
}

/**
 * A time as a number of Unix **milliseconds**, for times that arrive in that form. What was meant as seconds is refused when a request is
 * built; an [Instant] is never treated as seconds.
 */
public class UnixMillis(private val millis: kotlin.Number) : Unreadable() {
    override fun toString(): String = millis.toString()

    override fun equals(other: Any?): Boolean = other is UnixMillis && other.millis == millis

    override fun hashCode(): Int = millis.hashCode()
}

/** A time that is only carried: it is read when a request is built. */
public sealed class Unreadable : Temporal {
    override fun isSupported(unit: TemporalUnit?): Boolean = false

    override fun isSupported(field: TemporalField?): Boolean = false

    override fun getLong(field: TemporalField?): Long = unsupported()

    override fun with(field: TemporalField?, newValue: Long): Temporal = unsupported()

    override fun plus(amountToAdd: Long, unit: TemporalUnit?): Temporal = unsupported()

    override fun until(endExclusive: Temporal?, unit: TemporalUnit?): Long = unsupported()

    private fun unsupported(): Nothing = throw UnsupportedTemporalTypeException("the time is read when a request is built")
}

/**
 * Encodes a text in UTF-8 without losing anything.
 *
 * @throws java.nio.charset.CharacterCodingException where the text holds half of a surrogate pair
 */
internal fun utf8Of(text: String): ByteArray {
    val bytes = text.toByteArray()
    // That way is several times as fast as an encoder, but writes `?` in place of half a pair.
    if (hasQuestionMark(bytes)) Charsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text))
    return bytes
}

/** Returns whether there is a question mark, eight bytes at a time: checking each byte takes longer than the rest of writing a text. */
private fun hasQuestionMark(bytes: ByteArray): Boolean {
    val buffer = ByteBuffer.wrap(bytes)
    while (buffer.remaining() >= Long.SIZE_BYTES) {
        // Where there is a question mark, a byte is zero, from which subtracting one borrows.
        val others = buffer.getLong() xor QUESTION_MARKS
        if ((others - LOWEST_BITS) and others.inv() and HIGHEST_BITS != 0L) return true
    }
    while (buffer.hasRemaining()) if (buffer.get() == QUESTION_MARK) return true
    return false
}

/** Writes the length of a text, and the text. */
internal fun writeText(text: String, buffer: ByteBuffer) {
    val bytes = utf8Of(text)
    buffer.putInt(bytes.size)
    buffer.put(bytes)
}

/** Reads what [writeText] writes. */
internal fun readText(buffer: ByteBuffer): String {
    val length = buffer.getInt()
    if (!buffer.hasArray()) return ByteArray(length).also { buffer.get(it) }.decodeToString()
    val text = String(buffer.array(), buffer.arrayOffset() + buffer.position(), length, Charsets.UTF_8)
    buffer.position(buffer.position() + length)
    return text
}

private const val QUESTION_MARK = '?'.code.toByte()

/** The lowest bit of each of eight bytes. */
private const val LOWEST_BITS = 0x0101010101010101
private const val HIGHEST_BITS = LOWEST_BITS shl 7
private const val QUESTION_MARKS = LOWEST_BITS * '?'.code

/** A number as it crosses: amounts that were a binary float may have its noise. */
internal fun formOf(number: kotlin.Number): NumberForm = NumberForm(digitsOf(number), number is Double || number is Float)

/** A number as it crossed. The text that another format has as an amount need not be one. */
internal fun numberOf(form: NumberForm): kotlin.Number = form.text.let { it.toBigDecimalOrNull() ?: DecimalText(it) }

/** The text of a number. Not `toPlainString`, which writes a thousand million zeros where an exponent asks for them. */
internal fun digitsOf(number: kotlin.Number): String = number.toString()

internal fun formOf(time: Temporal): TimeForm = when (time) {
    is Instant -> TimeForm.Instant(millisOf(time))
    is OffsetDateTime -> TimeForm.Instant(millisOf(time.toInstant()))
    is ZonedDateTime -> TimeForm.Instant(millisOf(time.toInstant()))
    is UnixMillis -> TimeForm.Millis(DecimalText(time.toString()))
    is LocalDateTime -> TimeForm.Text(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time))
    else -> TimeForm.Text(time.toString())
}

internal fun temporalOf(form: TimeForm): Temporal = when (form) {
    is TimeForm.Instant -> Instant.ofEpochMilli(form.unixMillis)
    is TimeForm.Millis -> UnixMillis(form.digits)
    is TimeForm.Text -> TimeText(form.text)
}

/** Unix milliseconds, truncated toward the past; of a time beyond what a [Long] holds the nearest. */
internal fun millisOf(time: Instant): Long = try {
    time.toEpochMilli()
} catch (_: ArithmeticException) {
    if (time.epochSecond < 0) Long.MIN_VALUE else Long.MAX_VALUE
}
