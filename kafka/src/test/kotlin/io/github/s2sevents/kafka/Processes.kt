package io.github.s2sevents.kafka

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.io.File
import java.net.ServerSocket
import java.net.Socket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.util.Properties
import java.util.concurrent.TimeUnit

/** A Java program in a process of its own, whose output goes to a file. It ends when this process does. */
internal abstract class JavaProcess(
    private val name: String,
    private val folder: File,
    private val environment: Map<String, String> = emptyMap(),
) : AutoCloseable {
    private var process: Process? = null
    private val hook = Thread { process?.destroyForcibly() }.also(Runtime.getRuntime()::addShutdownHook)

    /** What it prints, of all its runs. */
    val log: File = folder.resolve("$name.log")

    protected abstract val arguments: List<String>

    /** Whether it can be used. */
    protected abstract fun isUp(): Boolean

    /** Starts it, without waiting until it can be used. */
    fun begin() {
        process = java("-Xms64m", "-Xmx512m", *arguments.toTypedArray())
    }

    fun start() {
        begin()
        awaitUp()
    }

    fun awaitUp(): Unit = await("the start of $name: see $log", Duration.ofSeconds(60)) {
        check(checkNotNull(process).isAlive) { "$name has ended: see $log" }
        isUp()
    }

    /** Ends it as an operating system does that is out of memory: SIGKILL. */
    fun kill() {
        checkNotNull(process).destroyForcibly().waitFor()
    }

    /** Ends it as an operator does: SIGTERM. */
    fun stop() {
        val process = process ?: return
        process.destroy()
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor()
    }

    override fun close() {
        process?.destroyForcibly()?.waitFor()
        Runtime.getRuntime().removeShutdownHook(hook)
    }

    protected fun java(vararg arguments: String): Process {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val logging = "-Dlog4j2.configurationFile=${System.getProperty("log4j2.configurationFile")}"
        val options = listOf("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", logging, "-cp", CLASSPATH)
        val builder = ProcessBuilder(listOf(java) + options + arguments).redirectErrorStream(true)
        builder.environment() += environment
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start()
    }

    private companion object {
        /** That of Kafka, without the sink. */
        val CLASSPATH: String by lazy { File(System.getProperty("kafka.classpath")).readText().trim() }
    }
}

/** A broker that is its own controller. */
internal class Broker(private val folder: File) : JavaProcess("broker", folder) {
    private val port = freePort()
    private val properties = folder.resolve("broker.properties")

    /** Its address. */
    val servers: String = "127.0.0.1:$port"

    override val arguments: List<String> = listOf("kafka.Kafka", properties.path)

    init {
        val controller = "127.0.0.1:${freePort()}"
        write(
            properties,
            "process.roles" to "broker,controller",
            "node.id" to "1",
            "listeners" to "PLAINTEXT://$servers,CONTROLLER://$controller",
            "controller.listener.names" to "CONTROLLER",
            "controller.quorum.bootstrap.servers" to controller,
            "listener.security.protocol.map" to "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "log.dirs" to folder.resolve("data").path,
            "offsets.topic.replication.factor" to "1",
            "offsets.topic.num.partitions" to "1",
            "transaction.state.log.replication.factor" to "1",
            "transaction.state.log.min.isr" to "1",
            "transaction.state.log.num.partitions" to "1",
            "share.coordinator.state.topic.replication.factor" to "1",
            "share.coordinator.state.topic.min.isr" to "1",
            "share.coordinator.state.topic.num.partitions" to "1",
            "group.initial.rebalance.delay.ms" to "0",
        )
        val format = java("kafka.tools.StorageTool", "format", "--standalone", "-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", properties.path)
        check(format.waitFor() == 0) { "the folder of the broker cannot be formatted: see $log" }
    }

    override fun isUp(): Boolean = accepts(port)
}

/** A worker of a distributed Connect cluster, with the sink in its `plugin.path`. */
internal class Worker(name: String, folder: File, servers: String, environment: Map<String, String> = emptyMap()) :
    JavaProcess(name, folder, environment) {
    private val port = freePort()
    private val properties = folder.resolve("$name.properties")
    private val http = HttpClient.newHttpClient()

    /** Address of its REST API. */
    val url: String = "http://127.0.0.1:$port"

    override val arguments: List<String> = listOf("org.apache.kafka.connect.cli.ConnectDistributed", properties.path)

    init {
        val topics = listOf("config", "offset", "status").flatMap {
            listOf("$it.storage.topic" to "connect-$it", "$it.storage.replication.factor" to "1")
        }
        write(
            properties,
            "bootstrap.servers" to servers,
            "group.id" to "connect",
            "listeners" to url,
            "key.converter" to "org.apache.kafka.connect.storage.StringConverter",
            "value.converter" to "org.apache.kafka.connect.storage.StringConverter",
            "plugin.path" to System.getProperty("plugin.folder"),
            "plugin.discovery" to "service_load",
            "config.providers" to "env",
            "config.providers.env.class" to "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
            "offset.storage.partitions" to "1",
            "status.storage.partitions" to "1",
            "scheduled.rebalance.max.delay.ms" to "0",
            "session.timeout.ms" to "6000",
            "heartbeat.interval.ms" to "1500",
            *topics.toTypedArray(),
        )
    }

    override fun isUp(): Boolean = accepts(port) && runCatching { get("/connectors") }.isSuccess

    /** Sets the configuration of a connector. */
    fun configure(name: String, config: Map<String, String>) {
        val call = call("/connectors/$name/config").PUT(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(config)))
        send(call.header("content-type", "application/json").build())
    }

    /** The response to a GET. */
    fun get(path: String): JsonNode = MAPPER.readTree(send(call(path).build()))

    /** The states of a connector's tasks, such as `RUNNING`. */
    fun tasks(name: String): List<String> = get("/connectors/$name/status").get("tasks").map { it.get("state").asText() }

    private fun call(path: String): HttpRequest.Builder = HttpRequest.newBuilder(URI.create("$url$path")).timeout(Duration.ofSeconds(30))

    private fun send(call: HttpRequest): String {
        val response = http.send(call, HttpResponse.BodyHandlers.ofString())
        check(response.statusCode() < 300) { "${call.uri()} returned ${response.statusCode()}: ${response.body()}" }
        return response.body()
    }
}

internal val MAPPER: ObjectMapper = ObjectMapper()

internal fun freePort(): Int = ServerSocket(0).use { it.localPort }

private fun accepts(port: Int): Boolean = runCatching { Socket("127.0.0.1", port).close() }.isSuccess

private fun write(file: File, vararg settings: Pair<String, String>) {
    file.writer().use { Properties().apply { putAll(settings.toMap()) }.store(it, null) }
}
