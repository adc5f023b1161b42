package io.github.s2sevents

/** Asks a library that was built for it to panic, and builds something after that. */
fun main() {
    val destination = Destination("""{"provider":"adjust","app_token":"4w565xzmb54d"}""")
    val fault = runCatching { destination.build("panic") }.exceptionOrNull()
    val event = """{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"""
    println("${fault?.javaClass?.simpleName}, then ${destination.build(event).method}")
}
