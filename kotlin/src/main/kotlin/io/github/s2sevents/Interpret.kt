@file:JvmName("Interpret")

package io.github.s2sevents

import io.github.s2sevents.ffi.Answer
import io.github.s2sevents.ffi.FfiConverterTypeAnswer
import io.github.s2sevents.ffi.FfiConverterTypeOutcomeData
import java.nio.ByteBuffer
import java.time.Instant

/**
 * Interprets the response to [request] by the rules of the request's own provider: one sender serves all providers with it. The method
 * [Client.interpret] does the same, whichever client is asked. For the parameters see there.
 */
@JvmOverloads
public fun interpret(
    request: Request,
    status: Int,
    headers: Map<String, List<String>>,
    body: ByteArray,
    receivedAt: Instant? = null,
): Outcome = interpret(request, answerOf(status, headers, body, receivedAt))

/** Interprets a [Response] by the rules of the request's own provider. */
@JvmOverloads
public fun interpret(request: Request, response: Response, receivedAt: Instant? = null): Outcome =
    interpret(request, response.status, response.headers, response.body, receivedAt)

/** Interprets the lack of a response: the same for every provider and request. */
public fun interpret(noResponse: NoResponse): Outcome = interpret(null, Answer.None(noResponse.text))

/** Interprets an exception of the HTTP client: the response that it carries ([Response.of]), or the lack of one ([NoResponse.of]). */
public fun interpret(request: Request, exception: Throwable): Outcome = interpret(request, answerOf(exception, null))

private fun interpret(request: Request?, answer: Answer): Outcome {
    Native.ensureLoaded()
    return interpreted(request, answer) { input, length -> raised(Native.interpretAny(input, length)) }
}

internal fun interpreted(request: Request?, answer: Answer, call: (ByteArray, Int) -> ByteBuffer): Outcome = lowered(
    { buffer ->
        buffer.put(if (request == null) 0 else 1)
        request?.write(buffer)
        FfiConverterTypeAnswer.write(answer, buffer)
    },
    { input, length -> outcomeOf(FfiConverterTypeOutcomeData.read(call(input, length))) },
)
