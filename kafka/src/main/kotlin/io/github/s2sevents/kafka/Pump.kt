package io.github.s2sevents.kafka

import io.github.s2sevents.Delivery
import io.github.s2sevents.DeliveryStats
import io.github.s2sevents.Do
import io.github.s2sevents.Part
import io.github.s2sevents.Request
import io.github.s2sevents.Ticket
import io.github.s2sevents.Until
import org.apache.kafka.connect.errors.ConnectException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.Semaphore
import java.util.concurrent.TimeUnit

/**
 * Runs the delivery of a task in a thread of its own, so that Connect's thread never waits for a provider. What the delivery reports goes into the
 * [ledger]; both are used under one lock.
 */
internal class Pump(private val delivery: Delivery, private val metrics: Metrics, name: String) : AutoCloseable {
    private val ledger = Ledger()
    private val http: HttpClient = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()
    private val underWay = ConcurrentHashMap<Ticket, CompletableFuture<HttpResponse<ByteArray>>>()

    /** Something has changed that the thread does not know. */
    private val changed = Semaphore(0)

    @Volatile
    private var failure: Throwable? = null
    private val thread = Thread(::run, name).apply { isDaemon = true }

    fun start() {
        delivery.run.begin(Until.STOPPED)
        thread.start()
    }

    /** Does something with the ledger, while nothing else does. An exception of the thread is thrown here. */
    fun <T> locked(act: (Ledger) -> T): T {
        failure?.let { throw ConnectException("the delivery has ended: ${it.javaClass.name}", it) }
        return synchronized(ledger) { act(ledger) }
    }

    /** Submits the events of a record to their destinations, all or none. If there are none, nothing is left to do for the record. */
    fun submit(held: Held, parts: List<Part.Built>) {
        locked { ledger ->
            when (parts.size) {
                0 -> {}
                // One event goes the quick way.
                1 -> parts.single().let { delivery.submit("${held.number}/${it.destination}", it.request, it.destination) }
                else -> delivery.submitParts("${held.number}", parts)
            }
            parts.forEach { held.waiting += it.destination }
            held.withdrawn.clear()
            ledger.settle(held)
        }
        changed.release()
    }

    /**
     * Takes back the events that are not in flight, and submits those of the records again that [select] returns; [build] builds them. The reports that
     * the delivery has at this moment are final ones; those that it has after it has given everything up are not.
     */
    fun withdraw(select: (Ledger) -> List<Held>, build: (Held) -> List<Part.Built>) {
        val again = locked { ledger ->
            delivery.takeReports().forEach(::report)
            delivery.giveUpAll()
            delivery.takeReports().forEach(ledger::withdrawn)
            select(ledger)
        }
        again.forEach { submit(it, build(it)) }
    }

    /** Cancels the requests in flight; their outcomes are unclear. */
    fun cancel() {
        underWay.values.toList().forEach { it.cancel(true) }
    }

    /** What the delivery has done, and the states of the destinations. */
    fun stats(): DeliveryStats = delivery.stats()

    private fun run() {
        try {
            while (true) {
                when (val next = next()) {
                    is Do.Send -> exchange(next)
                    is Do.Cancel -> underWay[next.ticket]?.cancel(true)
                    is Do.Wait -> {
                        changed.tryAcquire(next.atMost.toMillis(), TimeUnit.MILLISECONDS)
                        changed.drainPermits()
                    }
                    is Do.Done -> return
                    // There is no log, and `next` has taken the reports.
                    is Do.Store, is Do.Report -> {}
                }
            }
        } catch (thrown: Throwable) {
            failure = thrown
            delivery.run.abandon()
        }
    }

    /** What to do next. Reports are taken at once, so that none is between the delivery and the ledger. */
    private fun next(): Do = synchronized(ledger) {
        val next = delivery.run.next()
        if (next is Do.Report) {
            next.reports.forEach(::report)
            delivery.run.reported(next.reports.size)
        }
        next
    }

    private fun report(report: io.github.s2sevents.Report) {
        metrics.reported(report)
        ledger.reported(report)
    }

    private fun exchange(send: Do.Send) {
        val exchange = try {
            http.sendAsync(callOf(send.request), HttpResponse.BodyHandlers.ofByteArray())
        } catch (refused: IllegalArgumentException) {
            // Its message may repeat the URL.
            synchronized(ledger) { delivery.run.onError(send.ticket, null, refused.javaClass.name) }
            return
        }
        underWay[send.ticket] = exchange
        exchange.whenComplete { response, thrown ->
            underWay -= send.ticket
            try {
                landed(send.ticket, response, thrown)
            } catch (fault: Throwable) {
                // Nobody else would see it.
                failure = fault
            }
            changed.release()
        }
    }

    private fun landed(ticket: Ticket, response: HttpResponse<ByteArray>?, thrown: Throwable?): Unit = synchronized(ledger) {
        if (response != null) {
            delivery.onResponse(ticket, response.statusCode(), response.headers().map(), response.body())
        } else {
            delivery.run.onError(ticket, checkNotNull((thrown as? CompletionException)?.cause ?: thrown))
        }
    }

    private fun callOf(request: Request): HttpRequest {
        val call = HttpRequest.newBuilder(URI.create(request.url))
        for ((name, value) in request.headers) call.header(name, value)
        return call.method(request.method, HttpRequest.BodyPublishers.ofByteArray(request.body)).build()
    }

    /** Ends the thread. Requests in flight are cancelled. */
    override fun close() {
        delivery.run.cancel()
        changed.release()
        thread.join(MOST_MILLIS_TO_END)
        delivery.close()
    }

    private companion object {
        /** Cancelled requests end at once. */
        const val MOST_MILLIS_TO_END = 1_000L
    }
}
