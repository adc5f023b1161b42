package io.github.s2sevents

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import java.time.Clock
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicReference

/**
 * Sends what a [Delivery] says, with coroutines and the HTTP client that you have. Share it between those that submit and the one coroutine that
 * runs it. It needs `org.jetbrains.kotlinx:kotlinx-coroutines-core` on the class path, which nothing else here does.
 *
 * [send] sends a request as it is and returns the response, or throws what the HTTP client throws: see [NoResponse.of] and [Response.of]. It runs
 * in the context of [run], several at once; one that blocks belongs into a context of its own (`withContext(Dispatchers.IO)`). It is cancelled
 * where there is no response in time: see [DeliveryConfig.requestTimeoutMs]. An exception that is not known is [NoResponse.OTHER] for that event,
 * since something may have been sent; [Report.cause] has its text. With [stopOnError] it also ends the run. An [Error], such as one of memory, and
 * an [InterruptedException] always end it.
 *
 * [store] keeps the log, before anything of it is sent or reported. A [Store] keeps it short; a function only appends. A delivery with a journal
 * does not run without. What was appended by one that fails has to be cut off before running again: the part comes again.
 *
 * With [acknowledge], an event is acknowledged once [run] has reported it: see [Delivery.acknowledge]. Otherwise that is up to you.
 */
public class Driver private constructor(
    /** The delivery itself, for its statistics, for example. Calls that change it do not wake the driver. */
    public val delivery: Delivery,
    private val send: suspend (Request) -> Response,
    private val clock: Clock,
    private val stopOnError: Boolean,
    private val acknowledge: Boolean,
    private val store: Store?,
) {
    /** A driver whose log, if there is one, only grows. */
    @JvmOverloads
    public constructor(
        delivery: Delivery,
        send: suspend (Request) -> Response,
        store: (suspend (ByteArray) -> Unit)? = null,
        clock: Clock = Clock.systemUTC(),
        stopOnError: Boolean = false,
        acknowledge: Boolean = false,
    ) : this(delivery, send, clock, stopOnError, acknowledge, store?.let(::Appending))

    /** A driver whose log is replaced by a shorter one whenever it has grown long: see [DeliveryConfig.snapshotAfterBytes]. */
    @JvmOverloads
    public constructor(
        delivery: Delivery,
        send: suspend (Request) -> Response,
        store: Store,
        clock: Clock = Clock.systemUTC(),
        stopOnError: Boolean = false,
        acknowledge: Boolean = false,
    ) : this(delivery, send, clock, stopOnError, acknowledge, store)

    /** Something has changed that the running coroutine does not know. */
    private val changed = Channel<Unit>(Channel.CONFLATED)

    /** Submits an event, and wakes the coroutine that runs: see [Delivery.submit]. With a journal it is safe once [isStored]. */
    @JvmOverloads
    public fun submit(id: String, request: Request, destination: String? = null, lane: String? = null): Accepted =
        delivery.submit(id, request, destination, lane, clock.instant()).also { wake() }

    /** Submits the parts of an event, all or none, and wakes the coroutine that runs: see [Delivery.submitParts]. */
    public fun submitParts(id: String, parts: List<Part>): List<SubmittedPart> =
        delivery.submitParts(id, parts, clock.instant()).also { wake() }

    /** The report of this event has arrived where it belongs: see [Delivery.acknowledge]. */
    public fun acknowledge(id: String): Boolean = delivery.acknowledge(id).also { wake() }

    /** Lets requests go to a destination again: see [Delivery.resume]. */
    public fun resume(destination: String): Boolean = delivery.resume(destination, clock.instant()).also { wake() }

    /** Whether everything that was submitted so far is stored. */
    public val isStored: Boolean get() = delivery.isStored

    /** Ends the run, or the next one if there is none, once what is under way has its response. Another run may follow. */
    public fun stop() {
        delivery.run.stop()
        wake()
    }

    /**
     * Sends until that time; [report] is called with what became of each event. With a [store] that is stored already; once it is kept elsewhere,
     * [acknowledge] ends it.
     *
     * What `store` or [report] throws ends the run, and is thrown here, once what is under way has its response; so does an exception of `send`
     * that ends it. A report that [report] has failed with comes again with the next run. A run that is cancelled cancels what is under way, which
     * counts as [NoResponse.CANCELLED], or as not sent where it had not begun; all responses are stored and reported before it ends. It waits for a
     * [store] or a [report] that has begun. A [CannotRunException] says that another run of the delivery has not ended, or that there is no [store]
     * for its log.
     */
    public suspend fun run(until: Until = Until.IDLE, report: suspend (Report) -> Unit = {}) {
        val storage = when (store) {
            null -> Storage.NONE
            is Appending -> Storage.APPEND
            else -> Storage.REPLACE
        }
        delivery.run.begin(until, storage, stopOnError = stopOnError, acknowledge = acknowledge)
        Pump(delivery.run, report).run()
    }

    private fun wake() {
        changed.trySend(Unit)
    }

    /** Nothing of what it holds. */
    override fun toString(): String = "Driver($delivery)"

    /** Does what the run of the delivery says. */
    private inner class Pump(private val run: Run, private val report: suspend (Report) -> Unit) {
        private val underWay = ConcurrentHashMap<Ticket, Job>()

        /** What the run throws in the end. */
        private val failure = AtomicReference<Throwable>()

        suspend fun run() {
            attempt {
                coroutineScope {
                    orAbandon {
                        try {
                            pump(this)
                        } catch (_: CancellationException) {
                            run.cancel()
                            withContext(NonCancellable) { pump(this@coroutineScope) }
                        }
                    }
                }
            }
            failure.get()?.let { throw it }
        }

        private suspend fun pump(scope: CoroutineScope) {
            while (true) {
                currentCoroutineContext().ensureActive()
                when (val next = run.next(clock.instant())) {
                    is Do.Send -> scope.begin(next)
                    is Do.Store -> if (attempt { keep(next) }) run.stored() else run.notStored(next.log)
                    is Do.Report -> {
                        var count = 0
                        attempt { withContext(NonCancellable) { next.reports.forEach { report(it).also { count++ } } } }
                        run.reported(count)
                    }
                    is Do.Cancel -> underWay[next.ticket]?.cancel()
                    is Do.Wait -> withTimeoutOrNull(next.atMost.toMillis()) { changed.receive() }
                    is Do.Done -> return
                }
            }
        }

        /** Sends a request in a coroutine of its own, which begins even where it is cancelled before: its end is always reported. */
        @OptIn(ExperimentalCoroutinesApi::class)
        private fun CoroutineScope.begin(next: Do.Send) {
            val job = launch(start = CoroutineStart.ATOMIC) { orAbandon { exchange(next) } }
            underWay[next.ticket] = job
            job.invokeOnCompletion {
                underWay -= next.ticket
                wake()
            }
        }

        private suspend fun exchange(next: Do.Send) {
            if (!currentCoroutineContext().isActive) {
                run.withdraw(next.ticket, clock.instant())
                return
            }
            try {
                val response = send(next.request)
                delivery.onResponse(next.ticket, response.status, response.headers, response.body, clock.instant())
            } catch (exception: Throwable) {
                val isFatal = exception is Error || exception is InterruptedException
                // First, so that the event is not sent again in this run.
                if (isFatal) run.fail()
                if (run.onError(next.ticket, exception, clock.instant()) || isFatal) fail(exception)
            }
        }

        private suspend fun keep(next: Do.Store) = withContext(NonCancellable) {
            val store = checkNotNull(store) { "there is no log" }
            if (next.replaces) store.replace(next.log) else store.append(next.log)
        }

        /** Ends the run at once where the delivery itself has failed: it would not come to its end. */
        private inline fun orAbandon(act: () -> Unit) = try {
            act()
        } catch (fault: Throwable) {
            runCatching { run.abandon(clock.instant()) }.onFailure(fault::addSuppressed)
            throw fault
        }

        /** Returns whether [act] succeeds. What it throws is thrown in the end. */
        private inline fun attempt(act: () -> Unit): Boolean = try {
            act()
            true
        } catch (exception: Throwable) {
            fail(exception)
            false
        }

        private fun fail(exception: Throwable) {
            if (failure.compareAndSet(null, exception)) return
            val first = failure.get()
            if (first !== exception) first.addSuppressed(exception)
        }
    }
}

/** Where a [Driver] keeps the log of a [Delivery]. One call is made at a time. The log holds credentials and personal data. */
public interface Store {
    /** Appends a part of the log to what is stored, all of it. Where that fails, nothing of the part may be left before the next call. */
    public suspend fun append(log: ByteArray)

    /** Replaces everything that is stored by a shorter log that says the same, at once: where that fails, the old log must still be there. */
    public suspend fun replace(snapshot: ByteArray)
}

/** A log that only grows: it is never replaced by a snapshot. */
private class Appending(private val store: suspend (ByteArray) -> Unit) : Store {
    override suspend fun append(log: ByteArray) = store(log)

    override suspend fun replace(snapshot: ByteArray): Unit = error("a function only appends")
}
