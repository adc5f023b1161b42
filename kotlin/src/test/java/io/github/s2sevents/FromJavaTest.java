package io.github.s2sevents;

import static io.github.s2sevents.Interpret.interpret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Java does that Kotlin's types forbid, and how functions of Kotlin are called from it. */
class FromJavaTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static AdjustEvent event(Map<String, String> params) {
        var event = new AdjustEvent();
        event.setEventToken("f0ob4r");
        event.setAdid("18546f6171f67e29d1cb983322ad1329");
        event.setCallbackParams(params);
        return event;
    }

    private static Map<String, String> order(String order) {
        var params = new HashMap<String, String>();
        params.put("order", order);
        return params;
    }

    @Test
    void aNullInAMapIsAnIssueOfItsEvent() {
        var config = new AdjustConfig();
        config.setAppToken("4w565xzmb54d");
        try (var adjust = new Adjust(config)) {
            var results = adjust.buildMany(Arrays.asList(event(order("A-1")), event(order(null)), null, event(order("A-2"))), NOW);
            assertInstanceOf(BuildResult.Success.class, results.get(0));
            assertEquals("/callbackParams/order null_value", issue(results.get(1)));
            assertEquals(" null_value", issue(results.get(2)));
            assertInstanceOf(BuildResult.Success.class, results.get(3));
        }
    }

    private static String issue(BuildResult result) {
        var issues = assertInstanceOf(BuildResult.Failure.class, result).getIssues();
        assertEquals(1, issues.size());
        return issues.get(0).getPath() + " " + issues.get(0).getCode();
    }

    @Test
    void oneFunctionInterpretsForEveryProvider() {
        try (var adjust = new Destination("{\"provider\":\"adjust\",\"app_token\":\"4w565xzmb54d\"}");
                var metrix = new Destination("{\"provider\":\"metrix\",\"app_id\":\"app\",\"api_key\":\"key\"}")) {
            var request = adjust.build(
                    "{\"provider\":\"adjust\",\"kind\":\"event\",\"event_token\":\"f0ob4r\",\"adid\":\"18546f6171f67e29d1cb983322ad1329\"}", NOW);
            var body = "Missing authentication token".getBytes(StandardCharsets.UTF_8);
            assertInstanceOf(Outcome.Unauthorized.class, interpret(request, 202, Map.of("a", List.of("b")), body));
            assertInstanceOf(Outcome.Unauthorized.class, interpret(request, new Response(202, Map.of(), body)));
            assertInstanceOf(Outcome.Unauthorized.class, metrix.interpret(request, 202, Map.of(), body));
            assertInstanceOf(Outcome.RetryLater.class, interpret(request, new java.net.ConnectException()));
            assertInstanceOf(Outcome.RetryLater.class, interpret(NoResponse.CONNECT));
        }
    }
}
