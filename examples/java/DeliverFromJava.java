package examples;

import io.github.s2sevents.Delivery;
import io.github.s2sevents.DeliveryConfig;
import io.github.s2sevents.Do;
import io.github.s2sevents.Report;
import io.github.s2sevents.Request;
import io.github.s2sevents.Run;
import io.github.s2sevents.Storage;
import io.github.s2sevents.Ticket;
import io.github.s2sevents.Until;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Delivers events from Java 17: any thread submits, one thread runs, and a file has the log from which it goes on after a restart. */
public final class DeliverFromJava implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path path;
    private FileChannel file;
    private final Delivery delivery;
    private final Run run;
    private final Map<Ticket, Future<?>> underWay = new ConcurrentHashMap<>();
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
        run = delivery.getRun();
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
        run.begin(Until.IDLE, Storage.REPLACE, null, false, true);
        var failures = new ArrayList<Exception>();
        try {
            for (var next = run.next(); !(next instanceof Do.Done); next = run.next()) {
                if (next instanceof Do.Send send) {
                    exchange(send);
                } else if (next instanceof Do.Store store) {
                    store(store, failures);
                } else if (next instanceof Do.Report done) {
                    report(done, report, failures);
                } else if (next instanceof Do.Cancel cancel) {
                    Optional.ofNullable(underWay.get(cancel.getTicket())).ifPresent(request -> request.cancel(true));
                } else if (next instanceof Do.Wait wait) {
                    changed.tryAcquire(wait.getAtMost().toMillis(), TimeUnit.MILLISECONDS);
                    changed.drainPermits();
                }
            }
        } catch (InterruptedException | RuntimeException failure) {
            run.abandon();
            throw failure;
        }
        if (!failures.isEmpty()) {
            throw new IOException("a log could not be stored, or a report was not taken", failures.get(0));
        }
    }

    private void store(Do.Store store, List<Exception> failures) {
        try {
            if (store.getReplaces()) {
                replace(store.getLog());
            } else {
                append(store.getLog());
            }
        } catch (IOException failure) {
            failures.add(failure);
            run.notStored(store.getLog());
            return;
        }
        run.stored();
    }

    private void report(Do.Report done, Consumer<Report> report, List<Exception> failures) {
        var count = 0;
        try {
            for (var one : done.getReports()) {
                report.accept(one);
                count++;
            }
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
        run.reported(count);
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

    private void exchange(Do.Send send) {
        var request = send.getRequest();
        var call = HttpRequest.newBuilder(URI.create(request.getUrl()))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(request.getBody()));
        request.getHeaders().forEach(header -> call.header(header.getFirst(), header.getSecond()));
        var exchange = http.sendAsync(call.build(), HttpResponse.BodyHandlers.ofByteArray());
        underWay.put(send.getTicket(), exchange);
        exchange.whenComplete((response, failure) -> {
            underWay.remove(send.getTicket());
            if (response != null) {
                delivery.onResponse(send.getTicket(), response.statusCode(), response.headers().map(), response.body());
            } else {
                run.onError(send.getTicket(), failure instanceof CompletionException ? failure.getCause() : failure);
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
