package examples

import io.github.s2sevents.Delivery
import io.github.s2sevents.DeliveryConfig
import io.github.s2sevents.Driver
import io.github.s2sevents.Request
import io.github.s2sevents.Response
import io.github.s2sevents.Store
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.future.await
import kotlinx.coroutines.withContext
import java.io.File
import java.io.IOException
import java.io.RandomAccessFile
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.nio.file.StandardOpenOption

/** A log in a file: what is in it, and the ways to append to it and to replace it. One process at a time may have it open. */
class LogFile(private val path: Path) :
    Store,
    AutoCloseable {
    private var file = open(path)

    fun read(): ByteArray = ByteArray(Math.toIntExact(file.length())).also(file::readFully)

    /** Cuts off the torn end of a write that was never confirmed. */
    fun cut(wholeBytes: Long) {
        file.setLength(wholeBytes)
        file.seek(wholeBytes)
    }

    /** Appends all of it or nothing. */
    override suspend fun append(log: ByteArray) = withContext(Dispatchers.IO) {
        val begin = file.length()
        try {
            file.write(log)
            file.fd.sync()
        } catch (failure: IOException) {
            cut(begin)
            throw failure
        }
    }

    /**
     * Replaces the file by another one, at once: whenever the machine stops, one of the two is there, and whole. Where that fails, nothing can be
     * appended before the log is opened and read again.
     */
    override suspend fun replace(snapshot: ByteArray) = withContext(Dispatchers.IO) {
        val fresh = path.resolveSibling("${path.fileName}.new")
        open(fresh).use {
            it.setLength(0)
            it.write(snapshot)
            it.fd.sync()
        }
        // Windows replaces no file that is open.
        file.close()
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
        syncFolder()
        file = open(path)
        file.seek(file.length())
    }

    /** Only then is the new name of the file on the disk. Windows cannot open folders. */
    private fun syncFolder() {
        val folder = path.toAbsolutePath().parent
        if (File.separatorChar == '/') FileChannel.open(folder, StandardOpenOption.READ).use { it.force(true) }
    }

    override fun close() = file.close()

    private fun open(path: Path) = RandomAccessFile(path.toFile(), "rw")
}

/** A driver that goes on where the log ends. */
fun driverOf(log: LogFile, config: DeliveryConfig = DeliveryConfig(journal = true)): Driver {
    val (delivery, wholeBytes) = Delivery.restore(log.read(), config)
    log.cut(wholeBytes.toLong())
    return Driver(delivery, ::exchange, log)
}

private val httpClient = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()

/** Sends a request with `java.net.http`. */
suspend fun exchange(request: Request): Response {
    val call = HttpRequest.newBuilder(URI.create(request.url))
        .method(request.method, HttpRequest.BodyPublishers.ofByteArray(request.body))
        .apply { request.headers.forEach { (name, value) -> header(name, value) } }
        .build()
    val response = httpClient.sendAsync(call, HttpResponse.BodyHandlers.ofByteArray()).await()
    return Response(response.statusCode(), response.headers().map(), response.body())
}
