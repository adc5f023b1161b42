package io.github.s2sevents.kafka

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.CleanupMode
import org.junit.jupiter.api.io.TempDir
import java.io.File
import java.time.Duration

/**
 * Two workers, one of them killed three times, a worker that is stopped, a broker that restarts, and a sandbox with faults: nothing is lost, the order
 * of each lane is kept, and an event arrives twice only if its response was lost or a worker was killed in between.
 */
class KillIT {
    @Test
    fun `nothing is lost`(@TempDir(cleanup = CleanupMode.ON_SUCCESS) folder: File) {
        val count = System.getProperty("s2s.events").toInt()
        Cluster(folder, FAULTS, workers = 2).use { cluster ->
            cluster.start(tasks = 2, SETTINGS)
            val (first, second) = cluster.workers
            val kills = ArrayList<Long>()
            fun kill(worker: Worker) {
                worker.kill()
                // What was sent has arrived.
                Thread.sleep(SETTLED_MS)
                kills += cluster.arrivals().lastOrNull()?.position ?: 0
                worker.start()
            }
            val steps = listOf<(Cluster) -> Unit>(
                { kill(first) },
                { kill(second) },
                { first.apply { stop() }.start() },
                { it.broker.apply { stop() }.start() },
                { kill(first) },
            )
            // A part of the events for each step, which happens while they are sent.
            steps.forEachIndexed { position, step ->
                val part = count * position / steps.size until count * (position + 1) / steps.size
                cluster.produce(part, DEVICES)
                await("a third of part $position", LONGEST) { cluster.committed() >= part.first + (part.last - part.first) / 3 }
                step(cluster)
            }
            await("the end", LONGEST) { cluster.committed() == count.toLong() }
            verify(cluster, count, kills)
        }
    }

    private fun verify(cluster: Cluster, count: Int, kills: List<Long>) {
        val arrivals = cluster.arrivals()
        val accepted = arrivals.filter { it.isAccepted }
        assertEquals((0 until count).toSet(), accepted.map { it.number }.toSet())

        val firsts = accepted.distinctBy { it.number }.groupBy { it.device }
        assertEquals(DEVICES, firsts.size)
        for (own in firsts.values) assertEquals(own.map { it.number }.sorted(), own.map { it.number })

        fun isExplained(one: Cluster.Arrival, next: Cluster.Arrival) = one.isLost || kills.any { one.position <= it && it < next.position }
        val again = arrivals.groupBy { it.number }.values.flatMap { it.zipWithNext() }
        val unexplained = again.filterNot { (one, next) ->
            isExplained(one, next)
        }.map { (one, next) -> Triple(one.number, one.position, next.position) }
        assertEquals(emptyList<Any>(), unexplained, "kills after $kills")

        // An event that Adjust refuses, because it has a later one, was accepted before.
        val errant = cluster.errant()
        val errantNumbers = errant.map { MAPPER.readTree(it.value()).get("callback_params").get("n").asInt() }
        val twice = again.map { (one) -> one.number }.toSet()
        assertTrue(twice.containsAll(errantNumbers), "$errantNumbers")
        for (worker in cluster.workers) assertFalse(SECRETS.any { it in worker.log.readText() }, "see ${worker.log}")
        println("$count events, ${arrivals.size} arrivals, ${again.size} again, ${kills.size} kills, ${errant.size} errant")
    }

    private companion object {
        const val DEVICES = 500
        const val SETTLED_MS = 500L

        /** A credential, and the beginning of all devices. */
        val SECRETS = listOf(Cluster.TOKEN, "62f746b4")
        val LONGEST: Duration = Duration.ofMinutes(5)
        val FAULTS = """
            [faults]
            seed = 7
            rates = [
                { fault = "429;retry-after=1", rate = 0.0002 }, { fault = "500", rate = 0.005 }, { fault = "drop", rate = 0.005 },
                { fault = "500-after", rate = 0.005 }, { fault = "drop-after", rate = 0.005 },
            ]
        """.trimIndent()
        val SETTINGS = mapOf("delivery.backoff_ms" to "200", "delivery.max_backoff_ms" to "1000", "commit.interval.ms" to "500")
    }
}
