package io.github.s2sevents

import java.io.File
import java.time.Instant

/** The cases of `vectors/`, as `vectors/README.md` specifies them. */
internal object Vectors {
    private val FOLDER = File(System.getProperty("test.root"), "vectors")

    val ALL: List<Case> = FOLDER.walk().filter(::isOfCases).sorted().flatMap(::cases).toList()

    val COUNTS: Map<String, Any?> = read(File(FOLDER, "counts.json"))

    val SCRIPTS: List<Map<String, Any?>> = File(FOLDER, "delivery").walk().filter { it.extension == "json" }.sorted()
        .flatMap { file -> (read(file)["scripts"] as List<*>).map { it.asObject() } }.toList()

    val SCRIPT_COUNTS: Map<String, Any?> = read(File(FOLDER, "scripts.json"))

    /** The cases of neutral events; each has the configuration of its destinations. */
    val NEUTRAL: List<Case> = File(FOLDER, "one_event").walk().filter { it.extension == "json" }.sorted().flatMap(::neutral).toList()

    val NEUTRAL_COUNTS: Map<String, Any?> = read(File(FOLDER, "one_event.json"))

    /** The cases of events of another format, and how many there have to be. */
    fun converted(format: String): Pair<Int, List<Case>> {
        val read = read(File(FOLDER, "$format.json"))
        return read["count"].toString().toInt() to (read["cases"] as List<*>).map { Case(format, it.asObject()) }
    }

    val HASHES: Map<String, Any?> = read(File(FOLDER, "hashes.json"))

    /** Next to the folders of providers there are those of scripts of deliveries and of neutral events. */
    private fun isOfCases(file: File) = file.extension == "json" && file.parentFile.name !in setOf(FOLDER.name, "delivery", "one_event")

    private fun cases(file: File): List<Case> {
        val read = read(file)
        return (read["cases"] as List<*>).map { Case(read["provider"] as String, it.asObject()) }
    }

    private fun neutral(file: File): List<Case> {
        val read = read(file)
        val sets = read["destinations"].asObject()
        val configured = (read["cases"] as List<*>).map { it.asObject() }
            .map { case -> case["destinations"]?.let { case + ("config" to sets.getValue(it as String)) } ?: case }
        return configured.map { Case("one_event", it) }
    }

    private fun read(file: File): Map<String, Any?> = Json.read(file.readText()).asObject()
}

/** One case. */
internal class Case(val provider: String, private val fields: Map<String, Any?>) {
    val name: String get() = "$provider: ${this["name"]}"
    val isJsonOnly: Boolean get() = this["json_only"] == true

    operator fun get(key: String): Any? = fields[key]

    operator fun contains(key: String): Boolean = key in fields

    fun objectAt(key: String): Map<String, Any?> = fields[key].asObject()

    fun time(key: String): Instant? = (fields[key] as String?)?.let(Instant::parse)

    /** The JSON text of the event. */
    val text: String
        get() = when (val raw = fields["raw"]) {
            null -> Json.write(fields["event"])
            is List<*> -> raw.joinToString("") { part ->
                if (part is String) part else part.asObject().let { (it["repeat"] as String).repeat(it["times"].toString().toInt()) }
            }
            else -> raw as String
        }

    val newId: NewId? get() = (fields["new_id"] as String?)?.let { made -> NewId { made } }

    fun issues(key: String): Set<Pair<String, String>> = (fields[key] as List<*>?).orEmpty().map {
        val issue = it.asObject()
        issue["path"] as String to issue["code"] as String
    }.toSet()
}

@Suppress("UNCHECKED_CAST")
internal fun Any?.asObject(): Map<String, Any?> = this as Map<String, Any?>
