package examples;

import static io.github.s2sevents.Interpret.interpret;

import io.github.s2sevents.Adjust;
import io.github.s2sevents.AdjustConfig;
import io.github.s2sevents.AdjustEnvironment;
import io.github.s2sevents.AdjustEvent;
import io.github.s2sevents.Outcome;
import io.github.s2sevents.Request;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

/** Sends a purchase from Java 17. */
public final class SendFromJava {
    private final HttpClient http = HttpClient.newHttpClient();

    public Outcome purchase(String baseUrl) throws InterruptedException {
        var config = new AdjustConfig();
        config.setAppToken("4w565xzmb54d");
        config.setEnvironment(AdjustEnvironment.SANDBOX);
        config.setBaseUrl(baseUrl);
        try (var adjust = new Adjust(config)) {
            var event = new AdjustEvent();
            event.setEventToken("f0ob4r");
            event.setGpsAdid("660e1d86-6796-463a-be86-897993136018");
            event.setCreatedAt(Instant.now());
            event.setRevenue(new BigDecimal("19.99"));
            event.setCurrency("USD");
            return send(adjust.event(event));
        }
    }

    /** Sends a request of any provider. */
    private Outcome send(Request request) throws InterruptedException {
        var call = HttpRequest.newBuilder(URI.create(request.getUrl()))
                .method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(request.getBody()));
        request.getHeaders().forEach(header -> call.header(header.getFirst(), header.getSecond()));
        try {
            var response = http.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
            return interpret(request, response.statusCode(), response.headers().map(), response.body());
        } catch (IOException failure) {
            return interpret(request, failure);
        }
    }
}
