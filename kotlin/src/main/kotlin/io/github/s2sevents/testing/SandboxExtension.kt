package io.github.s2sevents.testing

import org.junit.jupiter.api.extension.AfterAllCallback
import org.junit.jupiter.api.extension.BeforeAllCallback
import org.junit.jupiter.api.extension.BeforeEachCallback
import org.junit.jupiter.api.extension.ExtensionContext

/**
 * A [Sandbox] for the tests of a class, in JUnit 5: it starts before them, is reset before each, and stops after them. It needs
 * `junit-jupiter-api` and a field with `@RegisterExtension`, which is static: `@JvmField` in the companion object.
 *
 * [config] is a configuration in TOML: see [Sandbox.start].
 */
public class SandboxExtension @JvmOverloads constructor(private val config: String = "") :
    BeforeAllCallback,
    BeforeEachCallback,
    AfterAllCallback {
    private var running: Sandbox? = null

    /** The sandbox, while tests run. */
    public val sandbox: Sandbox get() = checkNotNull(running) {
        "the sandbox runs between `beforeAll` and `afterAll`: register it in a static field"
    }

    override fun beforeAll(context: ExtensionContext) {
        running = Sandbox.start(config)
    }

    override fun beforeEach(context: ExtensionContext) {
        sandbox.reset()
    }

    override fun afterAll(context: ExtensionContext) {
        running?.close()
        running = null
    }
}
