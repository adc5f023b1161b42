package io.github.s2sevents

import io.github.s2sevents.ffi.IssueData
import io.github.s2sevents.ffi.issuePage

/** One problem of an event or a configuration, or one warning. It never holds the value that it complains about. */
public data class Issue(
    /** Where: a JSON Pointer into what was given, such as `/callbackParams/order`; empty for the whole of it. */
    val path: String,
    /** What: the stable code, which [url] explains. */
    val code: String,
    /** Why: a sentence for people. It may change between versions. */
    val message: String,
) {
    /** Address of the documentation of [code]: its meaning and an example. */
    val url: String get() = "$ISSUE_PAGE#$code"

    override fun toString(): String = "${path.ifEmpty { "(event)" }}: $message [$code]"
}

/** An event is wrong. Nothing was built; [issues] has all its problems, and never a value. */
public class ValidationException(
    /** All issues, at least one. */
    public val issues: List<Issue>,
) : IllegalArgumentException(issues.joinToString("; "))

/** A configuration is wrong; [issues] has all its problems, and never a value. */
public class ConfigException(
    /** All issues, at least one. */
    public val issues: List<Issue>,
) : IllegalArgumentException(issues.joinToString("; "))

private val ISSUE_PAGE: String by lazy {
    Native.ensureLoaded()
    issuePage()
}

internal fun issuesOf(data: List<IssueData>): List<Issue> = data.map { Issue(it.path, it.code, it.text) }
