package io.github.s2sevents

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import java.time.Clock
import java.time.Duration
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicBoolean
import java.util.concurrent.atomic.AtomicReference

/**
 * Sends what a [Delivery] says, with coroutines and the HTTP client that you have. Share it between those that submit and the one coroutine that
 * runs it. It needs `org.jetbrains.kotlinx:kotlinx-coroutines-core` on the class path, which nothing else here does.
 *
 * [send] sends a request as it is and returns the response, or throws what the HTTP client throws: see [NoResponse.of] and [Response.of]. It runs
 * in the context of [run], several at once; one that blocks belongs into a context of its own (`withContext(Dispatchers.IO)`). An exception that
 * is not known is [NoResponse.OTHER] for that event, since something may have been sent; [Report.cause] has its text. With [stopOnError] it also
 * ends the run. An [Error], such as one of memory, and an [InterruptedException] always end it.
 *
 * [store] keeps the log, before anything of it is sent or reported. A [Store] keeps it short; a function only appends. Without either, a log is
 * thrown away. What was appended by one that fails has to be cut off before running again: the part comes again.
 */
public class Driver private constructor(
    /** The delivery itself: for its statistics, say. What it is told by others than the driver does not wake the driver. */
    public val delivery: Delivery,
    private val send: suspend (Request) -> Response,
    private val clock: Clock,
    private val stopOnError: Boolean,
    private val store: Store,
) {
    /** A driver whose log, if there is one, only grows. */
    @JvmOverloads
    public constructor(
        delivery: Delivery,
        send: suspend (Request) -> Response,
        store: (suspend (ByteArray) -> Unit)? = null,
        clock: Clock = Clock.systemUTC(),
        stopOnError: Boolean = false,
    ) : this(delivery, send, clock, stopOnError, Appending(store ?: {}))

    /** A driver whose log is replaced by a shorter one whenever it has grown long: see [DeliveryConfig.snapshotAfterBytes]. */
    @JvmOverloads
    public constructor(
        delivery: Delivery,
        send: suspend (Request) -> Response,
        store: Store,
        clock: Clock = Clock.systemUTC(),
        stopOnError: Boolean = false,
    ) : this(delivery, send, clock, stopOnError, store)

    /** Something has changed that the running coroutine does not know. */
    private val changed = Channel<Unit>(Channel.CONFLATED)
    private val isRunning = AtomicBoolean()

    @Volatile
    private var isStopped = false

    /** Reports that nobody was told yet. The running coroutine alone has them. */
    private val reports = ArrayDeque<Report>()

    /** Submits an event, and wakes the coroutine that runs: see [Delivery.submit]. With a journal it is safe once [isStored]. */
    @JvmOverloads
    public fun submit(id: String, request: Request, destination: String? = null, lane: String? = null): Accepted =
        delivery.submit(id, request, destination, lane, clock.instant()).also { wake() }

    /** The report of this event has arrived where it belongs: see [Delivery.acknowledge]. */
    public fun acknowledge(id: String): Boolean = delivery.acknowledge(id).also { wake() }

    /** Lets requests go to a destination again: see [Delivery.resume]. */
    public fun resume(destination: String): Boolean = delivery.resume(destination, clock.instant()).also { wake() }

    /** Whether everything that was submitted so far is stored. */
    public val isStored: Boolean get() = delivery.isStored

    /** Ends the run, once what is under way has its answer. The driver does not run again; another one of the same delivery may. */
    public fun stop() {
        isStopped = true
        wake()
    }

    /**
     * Sends until that time; [report] is told what became of each event. With a [store] that is stored already; once it is kept elsewhere,
     * [acknowledge] ends it.
     *
     * What `store` or [report] throws ends the run, and is thrown here, once what is under way has its response; so does an exception of `send`
     * that ends it. A report that [report] has failed with is told again by the next run. A run that is cancelled cancels what is under way, which is told to the delivery as
     * [NoResponse.CANCELLED]; all answers are stored and reported before it ends. It waits for a [store] or a [report] that has begun. One run
     * at a time: a second one is an [IllegalStateException].
     */
    public suspend fun run(until: Until = Until.IDLE, report: suspend (Report) -> Unit = {}) {
        check(isRunning.compareAndSet(false, true)) { "the driver is running" }
        try {
            Run(until, report).run()
        } finally {
            isRunning.set(false)
        }
    }

    private fun wake() {
        changed.trySend(Unit)
    }

    /** Nothing of what it holds. */
    override fun toString(): String = "Driver($delivery)"

    private inner class Run(private val until: Until, private val report: suspend (Report) -> Unit) {
        private val underWay: MutableSet<Ticket> = ConcurrentHashMap.newKeySet()

        /** What ends the run. */
        private val failure = AtomicReference<Throwable>()
        private var isStorable = true
        private var isTellable = true

        suspend fun run() {
            attempt { coroutineScope { loop() } }
            withContext(NonCancellable) { attempt { end() } }
            failure.get()?.let { throw it }
        }

        private suspend fun CoroutineScope.loop() {
            while (true) {
                tell()
                val isEnding = isStopped || failure.get() != null
                if (isEnding && underWay.isEmpty()) return
                when (val next = if (isEnding) Next.WaitForAnswer else delivery.poll(clock.instant())) {
                    is Next.Send -> {
                        underWay += next.ticket
                        launch { exchange(next) }
                    }
                    is Next.Store -> storeLog()
                    is Next.WaitUntil -> {
                        val wait = Duration.between(clock.instant(), next.time).toMillis()
                        withTimeoutOrNull(wait.coerceAtLeast(1)) { changed.receive() }
                    }
                    is Next.WaitForAnswer -> changed.receive()
                    is Next.Idle -> if (until == Until.IDLE) return else changed.receive()
                }
            }
        }

        private suspend fun exchange(next: Next.Send) {
            try {
                val response = send(next.request)
                delivery.onResponse(next.ticket, response.status, response.headers, response.body, clock.instant())
            } catch (exception: Throwable) {
                if (endsRun(exception)) fail(exception)
                delivery.onNoResponse(next.ticket, exception, clock.instant())
            } finally {
                underWay -= next.ticket
                wake()
            }
        }

        private fun endsRun(exception: Throwable): Boolean = when (exception) {
            is Error, is InterruptedException -> true
            else -> stopOnError && Response.of(exception) == null && NoResponse.of(exception) == NoResponse.OTHER
        }

        /** What was not handed out is not to be taken for sent, and the last answers have a log, too, and reports behind it. */
        private suspend fun end() {
            // These were cancelled before they began.
            underWay.forEach { delivery.onNoResponse(it, NoResponse.CANCELLED, clock.instant()) }
            delivery.recall(clock.instant())
            storeLog()
            tell()
            // What was acknowledged meanwhile.
            storeLog()
        }

        private suspend fun storeLog() {
            if (!isStorable) return
            val snapshot = if (store is Appending) null else delivery.takeSnapshot()
            val log = snapshot ?: delivery.takeLog()
            if (log.isEmpty()) return
            isStorable = attempt { withContext(NonCancellable) { if (snapshot == null) store.append(log) else store.replace(log) } }
            if (isStorable) delivery.logStored() else delivery.logNotStored(log)
        }

        private suspend fun tell() {
            reports += delivery.takeReports()
            while (isTellable && reports.isNotEmpty()) {
                isTellable = attempt { withContext(NonCancellable) { report(reports.first()) } }
                if (isTellable) reports.removeFirst()
            }
        }

        /** Whether it succeeds; what it throws ends the run. */
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

/** A log that only grows: no snapshot is taken for it. */
private class Appending(private val store: suspend (ByteArray) -> Unit) : Store {
    override suspend fun append(log: ByteArray) = store(log)

    override suspend fun replace(snapshot: ByteArray): Unit = error("a function only appends")
}

/** When a [Driver]'s run ends. */
public enum class Until {
    /** When nothing waits and nothing is under way. */
    IDLE,

    /** When [Driver.stop] says so, and what is under way has its answer. */
    STOPPED,
}
