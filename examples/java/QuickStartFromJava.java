package examples;

import io.github.s2sevents.Adjust;
import io.github.s2sevents.AdjustConfig;
import io.github.s2sevents.AdjustEnvironment;
import io.github.s2sevents.AdjustEvent;
import io.github.s2sevents.Outcome;
import io.github.s2sevents.Request;
import io.github.s2sevents.ValidationException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The quick start: send a purchase, and report the problems of an event. */
public final class QuickStartFromJava {
    private final Adjust adjust;
    private final HttpClient http = HttpClient.newHttpClient();

    // --8<-- [start:client]
    public QuickStartFromJava(String baseUrl) {
        var config = new AdjustConfig();
        config.setAppToken("4w565xzmb54d");
        config.setEnvironment(AdjustEnvironment.SANDBOX);
        config.setBaseUrl(baseUrl); // without this line, events go to Adjust
        adjust = new Adjust(config);
    }
    // --8<-- [end:client]

    // --8<-- [start:send]
    public Request purchase(String gpsAdid) {
        var event = new AdjustEvent();
        event.setEventToken("f0ob4r");
        event.setGpsAdid(gpsAdid);
        event.setRevenue(new BigDecimal("19.99"));
        event.setCurrency("USD");
        return adjust.event(event);
    }

    public Outcome send(Request request) throws IOException, InterruptedException {
        var call = HttpRequest.newBuilder(URI.create(request.getUrl()))
                .method(request.getMethod(), BodyPublishers.ofByteArray(request.getBody()));
        request.getHeaders().forEach(header -> call.header(header.getFirst(), header.getSecond()));
        var response = http.send(call.build(), BodyHandlers.ofByteArray());
        return adjust.interpret(request, response.statusCode(), response.headers().map(), response.body());
    }
    // --8<-- [end:send]

    // --8<-- [start:problems]
    public List<String> problems() {
        var event = new AdjustEvent();
        event.setEventToken("f0ob4r");
        event.setGpsAdid("660e1d86");
        event.setRevenue(new BigDecimal("19.99"));
        try {
            adjust.event(event);
            return List.of();
        } catch (ValidationException exception) {
            return exception.getIssues().stream()
                    .map(issue -> issue.getPath() + " " + issue.getCode() + " " + issue.getMessage())
                    .toList();
        }
    }
    // --8<-- [end:problems]
}
