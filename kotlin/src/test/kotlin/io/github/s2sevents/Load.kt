package io.github.s2sevents

/** Opens a client twice, and prints what comes of it. */
fun main() = repeat(2) {
    val failure = runCatching { Adjust(AdjustConfig(appToken = "4w565xzmb54d")).close() }.exceptionOrNull()
    println(failure?.let { "${it.javaClass.simpleName}: ${it.message}" } ?: "loaded")
}
