package examples;

import io.github.s2sevents.Delivery;
import io.github.s2sevents.DeliveryConfig;
import io.github.s2sevents.Next;
import io.github.s2sevents.Report;
import io.github.s2sevents.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
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
    private final FileChannel file;
    private final Delivery delivery;
    /** Something has changed that the thread that runs does not know. */
    private final Semaphore changed = new Semaphore(0);

    public DeliverFromJava(Path log) throws IOException {
        file = FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
        var log = delivery.takeLog();
        var begin = file.position();
        try {
            for (var bytes = ByteBuffer.wrap(log); bytes.hasRemaining();) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException failure) {
            delivery.logNotStored(log);
            file.truncate(begin);
            throw failure;
        }
        delivery.logStored();
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
