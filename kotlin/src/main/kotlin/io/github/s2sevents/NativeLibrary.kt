package io.github.s2sevents

import com.sun.jna.Platform
import java.io.File
import java.io.IOException
import java.net.URL
import java.nio.file.AtomicMoveNotSupportedException
import java.nio.file.FileAlreadyExistsException
import java.nio.file.FileSystemException
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.nio.file.attribute.PosixFileAttributes
import java.nio.file.attribute.PosixFilePermissions
import java.security.MessageDigest
import java.time.Duration
import java.time.Instant

/**
 * The native library: the one that the property `s2s.events.library` names, or the one in the jar. Of the latter, a copy is kept in a
 * folder of the user's own below `java.io.tmpdir`. Its name has the version and a hash of its content, so that later processes use it, too.
 */
internal object NativeLibrary {
    @Volatile
    private var isLoaded = false

    /** Why JNA's own library could not be loaded: later attempts report nothing but that JNA's class is missing. */
    private var jnaFailure: LinkageError? = null

    /** Loads the library, unless that was done. An attempt that fails is an [UnsatisfiedLinkError]; the next call makes another one. */
    fun load() {
        if (isLoaded) return
        synchronized(this) {
            if (isLoaded) return
            loadJna()
            val library = System.getProperty(PROPERTY)?.let { File(it).absolutePath } ?: copied().toString()
            try {
                System.load(library)
            } catch (failure: UnsatisfiedLinkError) {
                val folder = File(library).parent
                throw unusable("`$folder`, which may be mounted with `noexec`: ${reasonOf(failure)}", failure)
            }
            // UniFFI's own calls use the same library.
            for (component in listOf("s2s_core", "s2s_uniffi")) System.setProperty("uniffi.component.$component.libraryOverride", library)
            isLoaded = true
        }
    }

    /** The library of a platform in the jar, in the layout in which JNA looks for it, too. */
    fun resource(platform: String): URL = NativeLibrary::class.java.getResource("/$platform/${System.mapLibraryName("s2s_uniffi")}")
        ?: throw UnsatisfiedLinkError(
            "s2s-events carries no native library for `$platform`; build it with cargo from bindings/uniffi " +
                "and name it in the system property `$PROPERTY`",
        )

    /** JNA copies a library of its own out of its jar, and has the same troubles with that. */
    private fun loadJna() {
        try {
            Class.forName("com.sun.jna.Native")
        } catch (failure: LinkageError) {
            val first = jnaFailure ?: failure.also { jnaFailure = it }
            throw linkError(
                "s2s-events cannot load the native library of JNA: ${reasonOf(first)}; name a folder from which libraries can be loaded " +
                    "in the system property `jna.tmpdir` and start the process again",
                first,
            )
        }
    }

    private fun copied(): Path {
        val content = resource(platform()).openStream().use { it.readAllBytes() }
        val temporary = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath()
        try {
            val own = ownFolder(temporary)
            // Where another user took the name, nothing in that folder can be trusted.
            val folder = own ?: Files.createTempDirectory(temporary, "s2s-events-").also { it.toFile().deleteOnExit() }
            val file = folder.resolve(nameOf(content))
            if (own == null) file.toFile().deleteOnExit()
            if (!holds(file, content)) write(file, content)
            return file
        } catch (failure: IOException) {
            throw unusable("`$temporary`: ${reasonOf(failure)}", failure)
        }
    }

    private fun nameOf(content: ByteArray): String {
        val hash = MessageDigest.getInstance("SHA-256").digest(content).take(HASH_BYTES).joinToString("") { "%02x".format(it) }
        val version = NativeLibrary::class.java.`package`?.implementationVersion
        return listOfNotNull("s2s-events", version, hash).joinToString("-") + "-" + System.mapLibraryName("s2s_uniffi")
    }

    /** A folder that this user alone can change; null where the name belongs to something else. */
    private fun ownFolder(temporary: Path): Path? {
        val user = System.getProperty("user.name").orEmpty().replace(Regex("[^A-Za-z0-9_-]"), "_")
        val folder = temporary.resolve("s2s-events-$user")
        try {
            if (IS_POSIX) Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY)) else Files.createDirectory(folder)
        } catch (_: FileAlreadyExistsException) {
            if (!isOwn(folder)) return null
        }
        return folder
    }

    private fun isOwn(folder: Path): Boolean {
        if (!IS_POSIX) return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        val attributes = Files.readAttributes(folder, PosixFileAttributes::class.java, LinkOption.NOFOLLOW_LINKS)
        if (!attributes.isDirectory || attributes.permissions() != OWNER_ONLY) return false
        val probe = try {
            Files.createTempFile(folder, "", PART)
        } catch (_: java.nio.file.AccessDeniedException) {
            return false
        }
        return try {
            Files.getOwner(probe) == attributes.owner()
        } finally {
            Files.deleteIfExists(probe)
        }
    }

    private fun holds(file: Path, content: ByteArray): Boolean = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) &&
        Files.size(file) == content.size.toLong() && Files.readAllBytes(file).contentEquals(content)

    /** Writes the file so that it is there whole or not at all, also where several processes do it at once. */
    private fun write(file: Path, content: ByteArray) {
        removeParts(file.parent)
        val part = Files.createTempFile(file.parent, "", PART)
        try {
            Files.write(part, content)
            move(part, file)
        } catch (failure: FileSystemException) {
            // Windows does not replace a library that another process has loaded.
            if (!holds(file, content)) throw failure
        } finally {
            Files.deleteIfExists(part)
        }
    }

    private fun move(part: Path, file: Path) {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE)
        } catch (_: AtomicMoveNotSupportedException) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING)
        }
    }

    /** Removes what processes left that were killed while they wrote. */
    private fun removeParts(folder: Path) {
        val old = Instant.now().minus(Duration.ofMinutes(10))
        folder.toFile().listFiles().orEmpty()
            .filter { it.name.endsWith(PART) && it.lastModified() < old.toEpochMilli() }
            .forEach { it.delete() }
    }

    /** The platform as JNA names it, and `-musl` after it where the C library is musl. */
    private fun platform(): String {
        val isMusl = Platform.isLinux() && File("/lib").list().orEmpty().any { it.startsWith("ld-musl-") } &&
            !File("/lib64").list().orEmpty().any { it.startsWith("ld-linux-") }
        return Platform.RESOURCE_PREFIX + if (isMusl) "-musl" else ""
    }

    private fun unusable(what: String, cause: Throwable): UnsatisfiedLinkError = linkError(
        "s2s-events cannot load its native library from $what; name another folder in the system property `java.io.tmpdir`, " +
            "or the library itself in `$PROPERTY`",
        cause,
    )

    private fun linkError(message: String, cause: Throwable): UnsatisfiedLinkError =
        UnsatisfiedLinkError(message).apply { initCause(cause) }

    private fun reasonOf(failure: Throwable): String = "${failure.javaClass.simpleName}: ${failure.message}"

    private const val PROPERTY = "s2s.events.library"
    private const val PART = ".part"
    private const val HASH_BYTES = 16
    private val OWNER_ONLY = PosixFilePermissions.fromString("rwx------")
    private val IS_POSIX = "posix" in FileSystems.getDefault().supportedFileAttributeViews()
}
