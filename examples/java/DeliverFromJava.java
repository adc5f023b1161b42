package examples;

import io.github.s2sevents.Delivery;
import io.github.s2sevents.DeliveryConfig;
import io.github.s2sevents.Next;
import io.github.s2sevents.Report;
import io.github.s2sevents.Request;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Delivers events from Java 17: any thread submits, one thread runs, and a file has the log from which it goes on after a restart. */
public final class DeliverFromJava implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path path;
    private FileChannel file;
    private final Delivery delivery;
    /** Something has changed that the thread that runs does not know. */
    private final Semaphore changed = new Semaphore(0);

    public DeliverFromJava(Path log) throws IOException {
        path = log;
        file = open(path);
        var stored = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (stored.hasRemaining() && file.read(stored) >= 0) {}
        var config = new DeliveryConfig();
        config.setJournal(true);
        config.setBackoffMs(100L);
        var restored = Delivery.restore(stored.array(), config);
        delivery = restored.getDelivery();
        // A write that was torn was never confirmed.
        file.truncate(restored.getWholeBytes());
        file.position(restored.getWholeBytes());
    }

    public void submit(String id, Request request) {
        delivery.submit(id, request);
        changed.release();
    }

    /** Sends until nothing is left to do; `report` keeps what became of an event. */
    public void run(Consumer<Report> report) throws IOException, InterruptedException {
        while (true) {
            for (var told : delivery.takeReports()) {
                report.accept(told);
                delivery.acknowledge(told.getId());
            }
            var next = delivery.poll();
            if (next instanceof Next.Send send) {
                exchange(send);
            } else if (next instanceof Next.Store) {
                store();
            } else if (next instanceof Next.WaitUntil wait) {
                changed.tryAcquire(Duration.between(Instant.now(), wait.getTime()).toMillis() + 1, TimeUnit.MILLISECONDS);
            } else if (next instanceof Next.WaitForAnswer) {
                changed.acquire();
            } else {
                return;
            }
        }
    }

    private void store() throws IOException {
        var snapshot = delivery.takeSnapshot();
        var log = snapshot == null ? delivery.takeLog() : snapshot;
        try {
            if (snapshot == null) {
                append(log);
            } else {
                replace(snapshot);
            }
        } catch (IOException failure) {
            delivery.logNotStored(log);
            throw failure;
        }
        delivery.logStored();
    }

    /** Appends all of it or nothing. */
    private void append(byte[] log) throws IOException {
        var begin = file.position();
        try {
            write(file, log);
        } catch (IOException failure) {
            file.truncate(begin);
            throw failure;
        }
    }

    /**
     * Replaces the file by a shorter one, at once: whenever the machine stops, one of the two is there, and whole. Where that fails, nothing can
     * be appended before the log is opened and read again.
     */
    private void replace(byte[] snapshot) throws IOException {
        var fresh = path.resolveSibling(path.getFileName() + ".new");
        try (var channel = open(fresh)) {
            channel.truncate(0);
            write(channel, snapshot);
        }
        // Windows replaces no file that is open.
        file.close();
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // Only then is the new name of the file on the disk. Windows cannot open folders.
        if (File.separatorChar == '/') {
            try (var folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
        file = open(path);
        file.position(file.size());
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void write(FileChannel file, byte[] log) throws IOException {
        for (var bytes = ByteBuffer.wrap(log); bytes.hasRemaining();) {
            file.write(bytes);
        }
        file.force(false);
    }

    private void exchange(Next.Send send) {
        var request = send.getRequest();
        var call = HttpRequest.newBuilder(URI.create(request.getUrl()))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(request.getBody()))
                .timeout(Duration.ofSeconds(30));
        request.getHeaders().forEach(header -> call.header(header.getFirst(), header.getSecond()));
        http.sendAsync(call.build(), HttpResponse.BodyHandlers.ofByteArray()).whenComplete((response, failure) -> {
            if (response != null) {
                delivery.onResponse(send.getTicket(), response.statusCode(), response.headers().map(), response.body());
            } else {
                delivery.onNoResponse(send.getTicket(), failure instanceof CompletionException ? failure.getCause() : failure);
            }
            changed.release();
        });
    }

    @Override
    public void close() throws IOException {
        delivery.close();
        file.close();
    }
}
