package examples;

import static io.github.s2sevents.Interpret.interpret;

import io.github.s2sevents.AdjustConfig;
import io.github.s2sevents.DestinationConfig;
import io.github.s2sevents.Destinations;
import io.github.s2sevents.Event;
import io.github.s2sevents.EventIds;
import io.github.s2sevents.EventMapping;
import io.github.s2sevents.EventName;
import io.github.s2sevents.EventTarget;
import io.github.s2sevents.Ga4Config;
import io.github.s2sevents.Outcome;
import io.github.s2sevents.Part;
import io.github.s2sevents.Request;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends one purchase to every destination from Java 17. */
public final class SendEverywhereFromJava implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Destinations destinations;

    public SendEverywhereFromJava(String adjustUrl, String ga4Url) {
        var adjust = new AdjustConfig();
        adjust.setAppToken("4w565xzmb54d");
        adjust.setBaseUrl(adjustUrl); // without this line, events go to Adjust
        var mapping = new EventMapping();
        mapping.setOrderId("order");
        mapping.setIgnore(List.of("/id"));
        var ga4 = new Ga4Config();
        ga4.setMeasurementId("G-DEMO123456");
        ga4.setApiSecret("demo-api-secret");
        ga4.setBaseUrl(ga4Url); // without this line, events go to Google
        var ignoring = new EventMapping();
        ignoring.setIgnore(List.of("/id"));
        destinations = new Destinations(
                new DestinationConfig(adjust, Map.of(EventName.PURCHASE, new EventTarget("p4rc8s")), mapping),
                new DestinationConfig(ga4, Map.of(), ignoring));
    }

    /** What became of the purchase at each destination: the reason of an outcome, or the issues of the event there. */
    public Map<String, String> purchase(String order, String adid, String clientId) throws InterruptedException {
        var ids = new EventIds();
        ids.setAdjustAdid(adid);
        ids.setClientId(clientId);
        var event = new Event();
        event.setEvent(EventName.PURCHASE);
        event.setId(order);
        event.setTime(Instant.now());
        event.setValue(new BigDecimal("19.99"));
        event.setCurrency("USD");
        event.setOrderId(order);
        event.setIds(ids);
        var results = new LinkedHashMap<String, String>();
        for (var part : destinations.fanOut(event)) {
            if (part instanceof Part.Built built) {
                results.put(part.getDestination(), send(built.getRequest()).getReason());
            } else if (part instanceof Part.Refused refused) {
                results.put(part.getDestination(), refused.getIssues().toString());
            }
        }
        return results;
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

    @Override
    public void close() {
        destinations.close();
    }
}
