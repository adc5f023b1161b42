package examples

import io.github.s2sevents.Delivery
import io.github.s2sevents.DeliveryConfig
import io.github.s2sevents.Driver
import io.github.s2sevents.Request
import io.github.s2sevents.Response
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.future.await
import kotlinx.coroutines.withContext
import java.io.RandomAccessFile
import java.net.URI
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Duration

/** A log in a file: what is in it, and a way to append to it. */
class LogFile(path: Path) : AutoCloseable {
    private val file = RandomAccessFile(path.toFile(), "rw")

    fun read(): ByteArray = ByteArray(Math.toIntExact(file.length())).also(file::readFully)

    /** Cuts off the torn end of a write that was never confirmed. */
    fun cut(wholeBytes: Int) {
        file.setLength(wholeBytes.toLong())
        file.seek(file.length())
    }

    /** Appends all of it or nothing. */
    suspend fun append(log: ByteArray) = withContext(Dispatchers.IO) {
        val begin = file.length()
        try {
            file.write(log)
            file.fd.sync()
        } catch (failure: java.io.IOException) {
            cut(begin.toInt())
            throw failure
        }
    }

    override fun close() = file.close()
}

/** A driver that goes on where the log ends. */
fun driverOf(log: LogFile, config: DeliveryConfig = DeliveryConfig(journal = true)): Driver {
    val (delivery, wholeBytes) = Delivery.restore(log.read(), config)
    log.cut(wholeBytes)
    return Driver(delivery, ::exchange, log::append)
}

/** Sends a request with `java.net.http`. */
suspend fun exchange(request: Request): Response {
    val call = HttpRequest.newBuilder(URI.create(request.url))
        .method(request.method, HttpRequest.BodyPublishers.ofByteArray(request.body))
        .apply { request.headers.forEach { (name, value) -> header(name, value) } }
        .timeout(Duration.ofSeconds(30))
        .build()
    val response = http.sendAsync(call, HttpResponse.BodyHandlers.ofByteArray()).await()
    return Response(response.statusCode(), response.headers().map(), response.body())
}
