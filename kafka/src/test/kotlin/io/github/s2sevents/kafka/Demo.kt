package io.github.s2sevents.kafka

import java.nio.file.Files
import java.time.Duration
import kotlin.time.measureTime

/** `cargo xtask kafka demo`: a broker, a worker with the sink, and a sandbox; events through all of them; and a summary. */
internal fun main() {
    val folder = Files.createTempDirectory("s2s-events-kafka").toFile()
    try {
        println("A broker, a Connect worker and a sandbox start in $folder …")
        Cluster(folder, workers = 1).use { cluster ->
            cluster.start(tasks = 2)
            println("broker   ${cluster.broker.servers}\nworker   ${cluster.workers.first().url}\nsandbox  ${cluster.sandbox.url}")
            val time = measureTime {
                cluster.produce(0 until EVENTS, DEVICES)
                println("$EVENTS events of $DEVICES devices are in the topic ${Cluster.TOPIC}.")
                await("the end", Duration.ofMinutes(10)) {
                    val committed = cluster.committed()
                    println("%6d of %d records are finished".format(committed, EVENTS))
                    Thread.sleep(1_000)
                    committed == EVENTS.toLong()
                }
            }
            val arrivals = cluster.arrivals()
            println(
                """
                |
                |delivered          ${arrivals.filter { it.isAccepted }.map { it.number }.distinct().size}
                |arrived again      ${arrivals.size - arrivals.map { it.number }.distinct().size}
                |dead letters       ${cluster.errant().size}
                |seconds            ${time.inWholeSeconds}
                |events per second  ${EVENTS / maxOf(1, time.inWholeSeconds)}
                |
                |What GET /connectors/${Cluster.NAME}/config shows:
                |${cluster.workers.first().get("/connectors/${Cluster.NAME}/config").toPrettyString()}
                """.trimMargin(),
            )
        }
    } finally {
        folder.deleteRecursively()
    }
}

private const val EVENTS = 10_000
private const val DEVICES = 500
