package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

/** How a process finds the native library, seen from other processes. */
class NativeLibraryTest {
    private fun start(vararg properties: String): Process {
        val java = ProcessHandle.current().info().command().get()
        val classes = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        return ProcessBuilder(listOf(java) + properties + listOf("-cp", classes, "io.github.s2sevents.LoadKt"))
            .redirectError(ProcessBuilder.Redirect.DISCARD).start()
    }

    /** What each attempt of a process ends in, after the process itself has ended, which leaves no file open. */
    private fun attempts(vararg properties: String): List<String> {
        val process = start(*properties)
        return process.inputReader().readLines().also { process.waitFor() }
    }

    private fun copies(folder: Path): List<Path> = folder.listDirectoryEntries("s2s-events-*").flatMap { it.listDirectoryEntries() }

    private fun assertReported(attempts: List<String>, vararg parts: String) {
        assertEquals(2, attempts.size, "$attempts")
        for (attempt in attempts) {
            assertTrue(attempt.startsWith("UnsatisfiedLinkError: "), attempt)
            for (part in parts) assertTrue(part in attempt, "$part in $attempt")
        }
    }

    @Test
    fun `a missing folder is named at each attempt`(@TempDir folder: Path) {
        val missing = folder.resolve("missing")
        assertReported(attempts("-Djava.io.tmpdir=$missing"), "`$missing`", "NoSuchFileException", "`s2s.events.library`")
    }

    @Test
    fun `a missing library is named at each attempt`(@TempDir folder: Path) {
        assertReported(attempts("-Ds2s.events.library=$folder/none.so"), "`$folder`", "none.so", "`s2s.events.library`")
    }

    @Test
    fun `a folder that JNA cannot use is reported at each attempt`(@TempDir folder: Path) {
        val file = Files.createFile(folder.resolve("file"))
        assertReported(attempts("-Djna.tmpdir=$file"), "JNA", "`jna.tmpdir`")
    }

    @Test
    fun `a folder without execution is named at each attempt`(@TempDir folder: Path) {
        fun ran(vararg command: String) = runCatching { ProcessBuilder(*command).start().waitFor() == 0 }.getOrDefault(false)
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "noexec", "tmpfs", "$folder"), "nothing can be mounted here")
        try {
            assertReported(attempts("-Djava.io.tmpdir=$folder"), "`$folder/", "noexec", "`s2s.events.library`")
        } finally {
            assertTrue(ran("umount", "$folder"))
        }
    }

    @Test
    fun `processes share one copy that nobody else can change`(@TempDir folder: Path) {
        val processes = List(2) { start("-Djava.io.tmpdir=$folder") }
        for (process in processes) assertEquals(listOf("loaded", "loaded"), process.inputReader().readLines())
        val copy = copies(folder).single()
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.parent)))
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        val written = Files.getLastModifiedTime(copy)
        assertEquals("loaded", attempts("-Djava.io.tmpdir=$folder").first())
        assertEquals(copy to written, copies(folder).single().let { it to Files.getLastModifiedTime(it) })
        // Of the same length.
        val content = copy.readBytes()
        copy.writeBytes(content.copyOf().also { it[0]++ })
        assertEquals("loaded", attempts("-Djava.io.tmpdir=$folder").first())
        assertTrue(copies(folder).single().readBytes().contentEquals(content))
    }

    @Test
    fun `a folder that others can change is not used`(@TempDir folder: Path) {
        assertEquals("loaded", attempts("-Djava.io.tmpdir=$folder").first())
        val own = copies(folder).single().parent
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"))
        own.listDirectoryEntries().forEach { it.writeBytes(ByteArray(1)) }
        assertEquals("loaded", attempts("-Djava.io.tmpdir=$folder").first())
        assertEquals(1, Files.size(own.listDirectoryEntries().single()))
        assertEquals(listOf(own.name), folder.listDirectoryEntries("s2s-events-*").filter { it.exists() }.map { it.name })
    }
}
