package io.github.s2sevents.kafka

import org.apache.kafka.common.config.Config
import org.apache.kafka.common.config.ConfigDef
import org.apache.kafka.connect.connector.Task
import org.apache.kafka.connect.sink.SinkConnector

/** A sink that sends the events in Kafka topics to the providers' APIs. `docs/kafka.md` describes it. */
public class S2SSinkConnector : SinkConnector() {
    private var settings: Map<String, String> = emptyMap()

    override fun version(): String = VERSION

    /** The keys that do not depend on the destinations: [validate] also knows those of the destinations that are named. */
    override fun config(): ConfigDef = SinkConfig.definition()

    /** Checks everything, also by the rules of the providers. No message repeats a value. */
    override fun validate(settings: Map<String, String?>): Config = SinkConfig.validated(settings)

    override fun start(settings: Map<String, String>) {
        this.settings = settings
    }

    override fun taskClass(): Class<out Task> = S2SSinkTask::class.java

    override fun taskConfigs(maxTasks: Int): List<Map<String, String>> = List(maxTasks) { settings + (SinkConfig.TASK to "$it") }

    override fun stop() {
        settings = emptyMap()
    }

    internal companion object {
        /** The version in the jar's manifest; classes that are in no jar have none. */
        val VERSION: String = S2SSinkConnector::class.java.`package`.implementationVersion ?: "0"
    }
}
