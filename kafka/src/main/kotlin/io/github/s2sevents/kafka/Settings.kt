// Made by `cargo xtask generate` from `crates/s2s-core`.

package io.github.s2sevents.kafka

import io.github.s2sevents.DeliveryConfig
import io.github.s2sevents.DeliveryLimits
import io.github.s2sevents.DeliveryRepeat

/** The settings of a destination, by the names of the providers. */
internal val PROVIDERS: Map<String, List<Setting>> = mapOf(
    "adjust" to listOf(
        Setting(
            "app_token",
            Takes.TEXT,
            "The app token from the dashboard: visible ASCII, such as `4w565xzmb54d`. Required.",
            isRequired = true,
        ),
        Setting(
            "environment",
            Takes.TEXT,
            "The environment that requests are posted to, always sent explicitly: `sandbox` or `production` " +
                "(default, as documented).",
            default = "production",
            choices = listOf("sandbox", "production"),
        ),
        Setting(
            "auth_token",
            Takes.TEXT,
            "The S2S security token, sent as `Authorization: Bearer …`; needed where S2S security is enforced for " +
                "the app. It is created under AppView, Protection, S2S Security and is not the account's API token. " +
                "Source: <https://dev.adjust.com/en/api/s2s-api/security/>",
        ),
        Setting(
            "request_style",
            Takes.TEXT,
            "Where the parameters of events and ad revenue travel: `post_form` (default), `post_query` or " +
                "`get_query`. Third-party sharing knows no `get_query`, for which it has `post_query`; sessions are " +
                "always forms, and the parameters of erasures always in the URL.",
            default = "post_form",
            choices = listOf("post_form", "post_query", "get_query"),
        ),
        Setting(
            "time_format",
            Takes.TEXT,
            "How the event's time is sent: `unix_seconds` (default, recommended by Adjust) or `iso8601`.",
            default = "unix_seconds",
            choices = listOf("unix_seconds", "iso8601"),
        ),
        Setting(
            "max_future",
            Takes.INTEGER,
            "How far ahead of `now` an event may be, in seconds; 86400 (24 hours) by default. Adjust documents no " +
                "limit; a day leaves room for clocks in the wrong time zone.",
            default = "86400",
        ),
        Setting(
            "ipv6",
            Takes.TEXT,
            "What happens to an IPv6 address, which Adjust does not support: `refuse` (default) or `omit`.",
            default = "refuse",
            choices = listOf("refuse", "omit"),
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API, `https://s2s.adjust.com` by default: `https` or `http`, a host, and an " +
                "optional path; `/event` and the paths of the other kinds are appended. Adjust documents no S2S host " +
                "for data residency; if Adjust names you one, set it here.",
            default = "https://s2s.adjust.com",
        ),
        Setting(
            "gdpr_base_url",
            Takes.TEXT,
            "The address for erasures, `https://gdpr.adjust.com` by default: as `base_url`; `/gdpr_forget_device` " +
                "is appended. Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>",
            default = "https://gdpr.adjust.com",
        ),
        Setting(
            "sharing_format",
            Takes.TEXT,
            "How the maps of third-party sharing are encoded, which Adjust's page does not show: `by_partner` " +
                "(default, as Adjust's SDKs do it) or `as_list`. Neither was confirmed for S2S.",
            default = "by_partner",
            choices = listOf("by_partner", "as_list"),
        ),
    ),
    "appsflyer" to listOf(
        Setting(
            "app_id",
            Takes.TEXT,
            "The app's ID, the last segment of the URL: for iOS `id` and the digits of the App Store, such as " +
                "`id123456789`; for Android the package name as in the dashboard, such as `com.example.myapp`; for " +
                "Windows the ID of the Microsoft Store. Letters, digits, `.`, `_` and `-`. Nothing is added to it: " +
                "AppsFlyer accepts an iOS ID without `id` with a 200 and loses the event. Required. Source: " +
                "<https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>",
            isRequired = true,
        ),
        Setting(
            "s2s_key",
            Takes.TEXT,
            "The S2S key of the app, sent as it is as `authentication`: visible ASCII. An admin creates it in the " +
                "security center; it is neither the dev key nor the token of the pull API. Required. Source: " +
                "<https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>",
            isRequired = true,
        ),
        Setting(
            "platform",
            Takes.TEXT,
            "The platform of the app: `ios`, `android` or `windows`. By default it follows from `app_id`: `id` and " +
                "digits is iOS, what has a `.` is Android. Required where neither is so.",
            choices = listOf("ios", "android", "windows"),
        ),
        Setting(
            "empty_event_value",
            Takes.TEXT,
            "What is sent as `eventValue` of an event without one: `empty` (default, the empty text) or `space` " +
                "(one space).",
            default = "empty",
            choices = listOf("empty", "space"),
        ),
        Setting(
            "money_as",
            Takes.TEXT,
            "How `af_revenue`, `af_price`, `af_net_revenue` and `af_projected_revenue` are sent in `eventValue`: " +
                "`string` (default, as in AppsFlyer's examples) or `number`.",
            default = "string",
            choices = listOf("string", "number"),
        ),
        Setting(
            "unlisted_currency",
            Takes.TEXT,
            "What happens to an `event_currency` that is not among the 179 codes that AppsFlyer lists: `warn` " +
                "(default) or `refuse`. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>",
            default = "warn",
            choices = listOf("warn", "refuse"),
        ),
        Setting(
            "missing_currency",
            Takes.TEXT,
            "What happens to an event with `af_revenue` and without `event_currency`: `refuse` (default) or `send`. " +
                "Which currency AppsFlyer takes then is not documented for S2S events.",
            default = "refuse",
            choices = listOf("refuse", "send"),
        ),
        Setting(
            "max_body_bytes",
            Takes.INTEGER,
            "Maximum size of the body in bytes (default 1,024). AppsFlyer documents \"1KB\"; older copies of its " +
                "pages have 1,000 bytes, from which on there is a warning. What happens to a larger body is not " +
                "documented. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>",
            default = "1024",
        ),
        Setting(
            "late",
            Takes.TEXT,
            "What happens to an event that is sent after 02:00 UTC of the day after its own, when AppsFlyer records " +
                "it at the time of its arrival: `warn` (default), `refuse` (also while it waits in a delivery) or " +
                "`send`. Source: <https://support.appsflyer.com/hc/en-us/articles/207034486>",
            default = "warn",
            choices = listOf("warn", "refuse", "send"),
        ),
        Setting(
            "max_future",
            Takes.INTEGER,
            "Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). AppsFlyer " +
                "documents no limit.",
            default = "86400",
        ),
        Setting(
            "default_calling_code",
            Takes.TEXT,
            "The calling code of a `phone` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. " +
                "Without it such a number is an issue.",
        ),
        Setting(
            "phone_hash",
            Takes.TEXT,
            "The forms in which a `phone` is hashed: `both` (default), `digits` (`phone_number_hashed` alone) or " +
                "`e164` (`phone_number_e164_hashed` alone).",
            default = "both",
            choices = listOf("both", "digits", "e164"),
        ),
        Setting(
            "max_event_name",
            Takes.INTEGER,
            "Maximum number of characters of an `event_name` (default 100, which AppsFlyer documents for its SDKs; " +
                "an older text had 45). Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>",
            default = "100",
        ),
        Setting(
            "ipv6",
            Takes.TEXT,
            "What happens to an IPv6 address, as AppsFlyer documents IPv4 alone: `refuse` (default) or `omit`.",
            default = "refuse",
            choices = listOf("refuse", "omit"),
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API (default `https://api3.appsflyer.com`): `https` or `http`, a host, and an " +
                "optional path; `/inappevent/{app_id}` is appended.",
            default = "https://api3.appsflyer.com",
        ),
    ),
    "branch" to listOf(
        Setting(
            "branch_key",
            Takes.TEXT,
            "The key of the app: `key_live_` or `key_test_` and visible ASCII, from the dashboard. Sent in the " +
                "body. It decides between the live and the test environment; no response of Branch says which one it " +
                "was. Required. Source: <https://help.branch.io/apidocs/events>",
            isRequired = true,
        ),
        Setting(
            "extra_standard_names",
            Takes.LIST,
            "Names of standard events that this library does not know yet: visible ASCII without spaces. The kind " +
                "`standard` accepts them, and `custom` refuses them. Upper and lower case differ. Default: none. " +
                "Source: <https://help.branch.io/apidocs/events>",
        ),
        Setting(
            "require_os_version",
            Takes.TEXT,
            "What happens to an event of iOS or Android without `os_version`, which Branch asks for with events of " +
                "servers: `warn` (default), `require` or `ignore`. Source: " +
                "<https://help.branch.io/developer-hub/track-branch-events>",
            default = "warn",
            choices = listOf("warn", "require", "ignore"),
        ),
        Setting(
            "negative_revenue",
            Takes.TEXT,
            "What happens to a negative `revenue`: `refuse` (default) or `send`. Branch does not document it; " +
                "others say that it is not supported.",
            default = "refuse",
            choices = listOf("refuse", "send"),
        ),
        Setting(
            "missing_currency",
            Takes.TEXT,
            "What happens to `revenue`, `shipping` or `tax` without `currency`, which Branch counts as US dollars: " +
                "`refuse` (default) or `send` (with a warning). Source: " +
                "<https://help.branch.io/developer-hub/track-branch-events>",
            default = "refuse",
            choices = listOf("refuse", "send"),
        ),
        Setting(
            "undocumented_parts",
            Takes.TEXT,
            "What happens to parts of an event that Branch's pages do not agree to take: fields of `event_data` " +
                "other than `description` with a custom event, and `content_items` with a custom or a lifecycle event. " +
                "`warn` (default), `refuse` or `send`. Sources: <https://help.branch.io/apidocs/events>, " +
                "<https://help.branch.io/developer-hub/track-branch-events>",
            default = "warn",
            choices = listOf("warn", "refuse", "send"),
        ),
        Setting(
            "custom_fields_as",
            Takes.TEXT,
            "The form in which `custom_fields` of an item are sent, as Branch's pages disagree: `string` (default, " +
                "a text of JSON) or `object`. Sources: <https://help.branch.io/developer-hub/track-branch-events>, " +
                "<https://help.branch.io/apidocs/events>",
            default = "string",
            choices = listOf("string", "object"),
        ),
        Setting(
            "product_category",
            Takes.TEXT,
            "The form in which `product_category` of an item is sent, as Branch's pages disagree: `as_given` " +
                "(default), `constant` (such as `SPORTING_GOODS`) or `display` (such as `Sporting Goods`). Sources: " +
                "<https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>",
            default = "as_given",
            choices = listOf("as_given", "constant", "display"),
        ),
        Setting(
            "late",
            Takes.TEXT,
            "What happens to an event that happened longer ago than `max_delay` when its request is built: `warn` " +
                "(default), `refuse` or `send`. Branch takes no time and records an event when it arrives. A delivery " +
                "does not check it again: its setting `max_age_ms` says how long an event may wait there. Source: " +
                "<https://help.branch.io/apidocs/events/overview>",
            default = "warn",
            choices = listOf("warn", "refuse", "send"),
        ),
        Setting(
            "max_delay",
            Takes.INTEGER,
            "Number of seconds after which an event is late (default 86,400, 24 hours). Branch asks for events as " +
                "they happen, and documents no limit. Source: <https://help.branch.io/apidocs/events/overview>",
            default = "86400",
        ),
        Setting(
            "max_future",
            Takes.INTEGER,
            "Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Branch " +
                "documents no limit.",
            default = "86400",
        ),
        Setting(
            "ip_override",
            Takes.BOOLEAN,
            "Whether `ip` of `user_data` is also sent as the header `X-IP-Override` (default `false`), from which " +
                "Branch takes the geography once its support has allowed that for the app. Until then the header is " +
                "ignored. With it, `ip` is required. Source: <https://help.branch.io/developer-hub/track-branch-events>",
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API (default `https://api2.branch.io`): `https` or `http`, a host, and an optional " +
                "path; `/v2/event/standard` or `/v2/event/custom` is appended. Branch documents no address in the " +
                "European Union for this API. Source: <https://help.branch.io/apidocs/events>",
            default = "https://api2.branch.io",
        ),
    ),
    "ga4" to listOf(
        Setting(
            "firebase_app_id",
            Takes.TEXT,
            "The ID of an app in Firebase, such as `1:98765432109:ios:fedcba9876543210`: it makes the destination " +
                "an app stream. Sent in the URL, with its colons as they are. Not together with `measurement_id`. " +
                "Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>",
        ),
        Setting(
            "measurement_id",
            Takes.TEXT,
            "The ID of a web stream: `G-` with letters and digits, such as `G-PSW1MY7HB4`. It is not the stream's " +
                "number. Sent in the URL. Not together with `firebase_app_id`. Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>",
        ),
        Setting(
            "api_secret",
            Takes.TEXT,
            "The secret of the stream: visible ASCII, from Admin, Data streams, Measurement Protocol API secrets. " +
                "Sent in the URL, where logs of proxies may hold it. Analytics reports no error for a wrong one. " +
                "Required. Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>",
            isRequired = true,
        ),
        Setting(
            "region",
            Takes.TEXT,
            "Where the data is collected: `global` (default) or `eu`. Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>",
            default = "global",
            choices = listOf("global", "eu"),
        ),
        Setting(
            "validation",
            Takes.BOOLEAN,
            "Whether requests go to the validation server, which records nothing (default `false`). It is asked to " +
                "enforce the recommendations (`validation_behavior`), and checks neither `api_secret` nor the ID of the " +
                "stream. Its messages are in the outcome's details; no outcome of it is `delivered`, so a delivery " +
                "stops at the first valid event and keeps the others. Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events>",
        ),
        Setting(
            "too_old",
            Takes.TEXT,
            "What happens to an event of more than 72 hours ago, which Analytics records at 72 hours ago: `refuse` " +
                "(default, also while it waits in a delivery) or `send` (with a warning). Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>",
            default = "refuse",
            choices = listOf("refuse", "send"),
        ),
        Setting(
            "max_future",
            Takes.INTEGER,
            "Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Google says " +
                "that events happened in the past, and documents no limit. Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>",
            default = "86400",
        ),
        Setting(
            "missing_session",
            Takes.TEXT,
            "What happens to an event without `session_id` or `engagement_time_msec`, which reports such as " +
                "Realtime may not show: `warn` (default) or `ignore`. Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>",
            default = "warn",
            choices = listOf("warn", "ignore"),
        ),
        Setting(
            "recommended",
            Takes.TEXT,
            "What happens to an event without a parameter that Google asks for with its name, such as the `items` " +
                "of `add_to_cart`: `warn` (default), `require` or `ignore`. `transaction_id`, `value` and `currency` of " +
                "`purchase` and `refund` are always required. Source: " +
                "<https://developers.google.com/analytics/devguides/collection/ga4/reference/events>",
            default = "warn",
            choices = listOf("warn", "require", "ignore"),
        ),
        Setting(
            "analytics360",
            Takes.BOOLEAN,
            "Whether the property is one of Analytics 360, in which a parameter's text has up to 500 characters " +
                "instead of 100 (default `false`). Source: <https://support.google.com/analytics/answer/9267744>",
        ),
        Setting(
            "max_item_params",
            Takes.INTEGER,
            "Maximum number of parameters of your own in an item (default 10, as the guide has it; a page of the " +
                "help center has 27). Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>",
            default = "10",
        ),
        Setting(
            "gmail_plus",
            Takes.TEXT,
            "What happens to `+suffix` in an email address of Gmail before it is hashed: `keep` (default) or " +
                "`strip`. Google's pages disagree.",
            default = "keep",
            choices = listOf("keep", "strip"),
        ),
        Setting(
            "default_calling_code",
            Takes.TEXT,
            "The calling code of an entry of `phone_numbers` that begins with neither `+` nor `00`: 1 to 3 digits, " +
                "such as `49`. Without it such a number is an issue.",
        ),
        Setting(
            "ipv6",
            Takes.TEXT,
            "What happens to an IPv6 address in `ip_override`, as Google documents an IPv4 address alone: `refuse` " +
                "(default), `omit` or `send`.",
            default = "refuse",
            choices = listOf("refuse", "omit", "send"),
        ),
        Setting(
            "max_events",
            Takes.INTEGER,
            "Maximum number of events in one request, whether you or a delivery put them together (default 25, " +
                "which is Google's limit). Source: " +
                "<https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>",
            default = "25",
        ),
        Setting(
            "max_bytes",
            Takes.INTEGER,
            "Maximum size of the body of one request in bytes, whether you or a delivery put it together (default " +
                "130,000, at most 133,120). Google's limit is \"130 kB\", and not said to be the one or the other. " +
                "Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>",
            default = "130000",
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API, by default that of `region`: `https` or `http`, a host, and an optional path; " +
                "`/mp/collect` is appended, or `/debug/mp/collect` with `validation`.",
        ),
    ),
    "meta" to listOf(
        Setting(
            "dataset_id",
            Takes.TEXT,
            "The ID of the dataset or pixel: digits, from Events Manager. App events need a dataset that is linked " +
                "to exactly one app. Part of the path. Required. Sources: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>, " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>",
            isRequired = true,
        ),
        Setting(
            "access_token",
            Takes.TEXT,
            "The access token: visible ASCII, from Events Manager or of a system user. Required. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>",
            isRequired = true,
        ),
        Setting(
            "api_version",
            Takes.TEXT,
            "The version of the API: `v` and two numbers with a point (default `v25.0`, that of Meta's samples of " +
                "February 2026). Part of the path. Meta's pages disagree about how long a version is supported, from 90 " +
                "days to two years. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>",
            default = "v25.0",
        ),
        Setting(
            "token_in",
            Takes.TEXT,
            "Where the access token is sent: `query` (default, the only place documented for a JSON body) or " +
                "`body`, which keeps it out of URLs and the logs of proxies. Meta documents the body for forms alone, " +
                "and its own libraries send both. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>",
            default = "query",
            choices = listOf("query", "body"),
        ),
        Setting(
            "test_event_code",
            Takes.TEXT,
            "A test code from Events Manager: visible ASCII, such as `TEST123`. Events with it are shown under Test " +
                "Events and **count all the same**, so every request has a warning. Remove it in production. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>",
        ),
        Setting(
            "partner_agent",
            Takes.TEXT,
            "The name of a partner's platform: fewer than 23 characters, at least two of them letters (A to Z in " +
                "both cases). Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/guides/end-to-end-implementation>",
        ),
        Setting(
            "external_id",
            Takes.TEXT,
            "How plain `external_ids` are sent: `hash` (default, which Meta recommends) or `plain`. Every channel " +
                "has to use the same form. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>",
            default = "hash",
            choices = listOf("hash", "plain"),
        ),
        Setting(
            "name_spaces",
            Takes.TEXT,
            "What happens to white space inside of `first_name` and `last_name` before they are hashed: `keep` " +
                "(default, as Meta's page has it) or `remove` (as its parameter builder does). Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>",
            default = "keep",
            choices = listOf("keep", "remove"),
        ),
        Setting(
            "madid_case",
            Takes.TEXT,
            "The case of letters in `madid`, which Meta does not document: `lower` (default, that of its sample) or " +
                "`keep`. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>",
            default = "lower",
            choices = listOf("lower", "keep"),
        ),
        Setting(
            "default_calling_code",
            Takes.TEXT,
            "The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as " +
                "`49`. Without it such a number is an issue.",
        ),
        Setting(
            "max_future",
            Takes.INTEGER,
            "Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Meta " +
                "documents nothing about events in the future. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>",
            default = "86400",
        ),
        Setting(
            "max_events",
            Takes.INTEGER,
            "Maximum number of events in one request, whether you or a delivery put them together: 1 (default) to " +
                "1,000, which is Meta's limit. One invalid event refuses all events of its request. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>",
            default = "1",
        ),
        Setting(
            "max_bytes",
            Takes.INTEGER,
            "Maximum size of the body of one request in bytes, whether you or a delivery put it together (default " +
                "1,000,000). Meta documents no limit.",
            default = "1000000",
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API, `https://graph.facebook.com` by default: `https` or `http`, a host, and an " +
                "optional path; the version, the dataset and `/events` are appended. Set it for a Conversions API " +
                "Gateway. Source: " +
                "<https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>",
            default = "https://graph.facebook.com",
        ),
    ),
    "metrix" to listOf(
        Setting(
            "app_id",
            Takes.TEXT,
            "The application's id, sent as `X-Application-Id`: visible ASCII. Required. Source: " +
                "<https://docs.metrix.ir/en/technical/api/getting-started>",
            isRequired = true,
        ),
        Setting(
            "api_key",
            Takes.TEXT,
            "The server key, sent as `X-API-Key`: visible ASCII. Required. It must not be used in client-side code. " +
                "Source: <https://docs.metrix.ir/en/technical/api/getting-started>",
            isRequired = true,
        ),
        Setting(
            "time_format",
            Takes.TEXT,
            "How `time` is sent: `seconds_string` (default) or `millis_number`. The page \"getting started\" " +
                "specifies Unix seconds as a string; the pages on users, events and troubleshooting and Metrix's Web " +
                "SDK have a JSON number of milliseconds. Whether the server takes both is not documented by Metrix.",
            default = "seconds_string",
            choices = listOf("seconds_string", "millis_number"),
        ),
        Setting(
            "max_events",
            Takes.INTEGER,
            "Maximum number of messages in one request, whether you or a delivery put them together (default 100). " +
                "No limit is documented by Metrix.",
            default = "100",
        ),
        Setting(
            "max_bytes",
            Takes.INTEGER,
            "Maximum size of the body of one request in bytes, whether you or a delivery put it together (default " +
                "524,288). No limit is documented by Metrix.",
            default = "524288",
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API, `https://entry.metrix.ir` by default: `https` or `http`, a host, and an " +
                "optional path; `/` is appended.",
            default = "https://entry.metrix.ir",
        ),
    ),
    "metrix_inapp" to listOf(
        Setting(
            "app_id",
            Takes.TEXT,
            "The app's id, a segment of the URL's path: any text without control characters but `.` and `..`; it is " +
                "percent-encoded. Required. Source: <https://docs.metrix.ir/faq/s2s-integration/>",
            isRequired = true,
        ),
        Setting(
            "dev_key",
            Takes.TEXT,
            "The app's dev key, sent as it is as `Authorization`: visible ASCII. Required. Source: " +
                "<https://docs.metrix.ir/faq/s2s-integration/>",
            isRequired = true,
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API, `http://analytics.metrix.ir` by default, as documented: `https` or `http`, a " +
                "host, and an optional path; `/inappevent/{app_id}` is appended. Newer copies of the documentation have " +
                "`https://analytics.metrix.ir`.",
            default = "http://analytics.metrix.ir",
        ),
    ),
    "singular" to listOf(
        Setting(
            "sdk_key",
            Takes.TEXT,
            "The SDK key: visible ASCII, from Developer Tools, SDK Integration, SDK Keys. It is not the key of the " +
                "Reporting API, which Singular refuses. What Singular responds to a wrong key is not documented. " +
                "Required. Source: <https://support.singular.net/hc/en-us/articles/31496864868635>",
            isRequired = true,
        ),
        Setting(
            "app_id",
            Takes.TEXT,
            "The package name or bundle ID of the app, such as `com.singular.app`: visible ASCII, case-sensitive. " +
                "The number of the App Store is an issue. Required. Source: " +
                "<https://support.singular.net/hc/en-us/articles/31496864868635>",
            isRequired = true,
        ),
        Setting(
            "platform",
            Takes.TEXT,
            "The platform of events that name none: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, " +
                "`Nintendo`, `MetaQuest` or `CTV`, in any case. Singular's is case-sensitive, so it is sent as it is " +
                "written here. Source: <https://support.singular.net/hc/en-us/articles/31542603988379>",
        ),
        Setting(
            "event_api",
            Takes.TEXT,
            "The version of the API for events and ad revenue: `v2` (default), which identifies devices by `sdid` " +
                "alone and is the only one for accounts created since 2026-07-15, or `v1`, which identifies them by the " +
                "identifiers of their platform. Sessions are always `v1`. Change it only while no event waits in a " +
                "delivery. Source: <https://support.singular.net/hc/en-us/articles/31496864868635>",
            default = "v2",
            choices = listOf("v2", "v1"),
        ),
        Setting(
            "request_style",
            Takes.TEXT,
            "Where the parameters travel: `post_form` (default, as the current pages have it) or `get_query` (as " +
                "older pages have it). Source: <https://support.singular.net/hc/en-us/articles/31496864868635>",
            default = "post_form",
            choices = listOf("post_form", "get_query"),
        ),
        Setting(
            "console_platforms",
            Takes.TEXT,
            "How the platforms of PCs and consoles are sent, as Singular's pages disagree: `current` (default, such " +
                "as `PC` and `Playstation`) or `lower` (such as `pc` and `playstation`). Source: " +
                "<https://support.singular.net/hc/en-us/articles/17499952586779>",
            default = "current",
            choices = listOf("current", "lower"),
        ),
        Setting(
            "time_format",
            Takes.TEXT,
            "How the time is sent: `umilisec` (default, milliseconds) or `utime` (seconds). A delivery that dates " +
                "an event without a time sends it as `umilisec`. Source: " +
                "<https://support.singular.net/hc/en-us/articles/31496864868635>",
            default = "umilisec",
            choices = listOf("umilisec", "utime"),
        ),
        Setting(
            "ipv6",
            Takes.TEXT,
            "What happens to an IPv6 address, which older pages of Singular exclude: `refuse` (default), `omit` " +
                "(only with `country`) or `send`. Source: <https://support.singular.net/hc/en-us/articles/360048588672>",
            default = "refuse",
            choices = listOf("refuse", "omit", "send"),
        ),
        Setting(
            "negative_revenue",
            Takes.TEXT,
            "What happens to a negative `amount`, about which Singular's pages say nothing: `send` (default) or " +
                "`refuse`.",
            default = "send",
            choices = listOf("send", "refuse"),
        ),
        Setting(
            "require_receipt",
            Takes.BOOLEAN,
            "Whether an `event` of revenue without `purchase_receipt` is an issue (default `false`): for apps with " +
                "the switch \"Reject IAP without Receipt\", which lets Singular drop such events without a word.",
        ),
        Setting(
            "max_event_name",
            Takes.INTEGER,
            "Maximum number of bytes in the name of an event (default 32, which is Singular's limit: 32 ASCII " +
                "characters). Source: <https://support.singular.net/hc/en-us/articles/35353603419803>",
            default = "32",
        ),
        Setting(
            "max_url_bytes",
            Takes.INTEGER,
            "Maximum number of bytes in the URL of a request with `get_query` (default 4,000, at most 65,534). A " +
                "page of mParticle has 4,000 characters for the query; Singular documents no limit. For a request " +
                "without a time it is 23 bytes less, so that a delivery can date it.",
            default = "4000",
        ),
        Setting(
            "max_future",
            Takes.INTEGER,
            "Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Singular " +
                "documents no limit.",
            default = "86400",
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API (default `https://s2s.singular.net/api`): `https` or `http`, a host, and an " +
                "optional path; `/v1/launch`, `/v1/evt` and `/v2/evt` are appended. Source: " +
                "<https://support.singular.net/hc/en-us/articles/31394799175963>",
            default = "https://s2s.singular.net/api",
        ),
    ),
    "tiktok" to listOf(
        Setting(
            "event_source",
            Takes.TEXT,
            "The sort of the source: `web`, `app`, `offline` or `crm`. It says which fields and which names of " +
                "events there are. `app` is a feature that TikTok has to switch on. Required. Source: " +
                "<https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
            isRequired = true,
            choices = listOf("web", "app", "offline", "crm"),
        ),
        Setting(
            "event_source_id",
            Takes.TEXT,
            "The ID of the source: the pixel code (`web`), the TikTok App ID, which is not the ID of a store " +
                "(`app`), the ID of the offline event set (`offline`) or of the CRM event set (`crm`). Visible ASCII. " +
                "Required. Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
            isRequired = true,
        ),
        Setting(
            "access_token",
            Takes.TEXT,
            "The access token, sent in the header `access-token`, without `Bearer`: visible ASCII. From Events " +
                "Manager, or from an app of a developer with the permission to report conversion events. Required. " +
                "Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
            isRequired = true,
        ),
        Setting(
            "test_event_code",
            Takes.TEXT,
            "The code of Events Manager, Test events: visible ASCII. Whether events with it count is not " +
                "documented. Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
        ),
        Setting(
            "partner_name",
            Takes.TEXT,
            "The name of a partner of TikTok. TikTok refuses names that it does not know. Source: " +
                "<https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
        ),
        Setting(
            "missing_event_id",
            Takes.TEXT,
            "What happens to an event without `event_id`, which TikTok needs to recognize a repetition: `refuse` " +
                "(default), `warn` or `ignore`. Only for `web`, `offline` and `crm`. Source: " +
                "<https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
            default = "refuse",
            choices = listOf("refuse", "warn", "ignore"),
        ),
        Setting(
            "app_external_id",
            Takes.BOOLEAN,
            "Whether events of an app may have `external_ids` and `hashed_external_ids`, which TikTok documents for " +
                "`web` and `crm` alone (default `false`). Source: " +
                "<https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
        ),
        Setting(
            "hash_maids",
            Takes.BOOLEAN,
            "Whether `idfa` and `gaid` are sent as SHA-256 digests of their form in lower case (default `false`: " +
                "sent as they are). TikTok's page contradicts itself on the case of a hashed IDFA: the text says lower " +
                "case, the digest in its example is that of upper case. Source: " +
                "<https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
        ),
        Setting(
            "ad_impression_name",
            Takes.TEXT,
            "The spelling in which an impression of an ad in an app is sent, whichever of both is given: " +
                "`InAppADImpr` (default) or `InAppAdImpr`. TikTok's own SDKs disagree. Sources: " +
                "<https://github.com/tiktok/tiktok-business-ios-sdk>, " +
                "<https://github.com/tiktok/tiktok-business-android-sdk>",
            default = "InAppADImpr",
            choices = listOf("InAppADImpr", "InAppAdImpr"),
        ),
        Setting(
            "unlisted_currency",
            Takes.TEXT,
            "What happens to a currency that TikTok does not list: `warn` (default) or `refuse`. What TikTok does " +
                "with one is not documented. Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
            default = "warn",
            choices = listOf("warn", "refuse"),
        ),
        Setting(
            "max_age",
            Takes.INTEGER,
            "Maximum age of an event in seconds, above which there is a warning (default 604,800, 7 days). TikTok " +
                "documents no limit.",
            default = "604800",
        ),
        Setting(
            "max_future",
            Takes.INTEGER,
            "Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). TikTok " +
                "documents no limit.",
            default = "86400",
        ),
        Setting(
            "default_calling_code",
            Takes.TEXT,
            "The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as " +
                "`49`. Without it such a number is an issue.",
        ),
        Setting(
            "max_events",
            Takes.INTEGER,
            "Maximum number of events in one request, whether you or a delivery put them together (default 1, at " +
                "most 1,000, which is TikTok's limit). TikTok refuses all events of a request if one of them is wrong, " +
                "and recommends to send each at once. Source: " +
                "<https://business-api.tiktok.com/portal/docs?id=1771101303285761>",
            default = "1",
        ),
        Setting(
            "max_bytes",
            Takes.INTEGER,
            "Maximum size of the body of one request in bytes, whether you or a delivery put it together (default " +
                "1,000,000). TikTok documents no limit.",
            default = "1000000",
        ),
        Setting(
            "base_url",
            Takes.TEXT,
            "The address of the API (default `https://business-api.tiktok.com`): `https` or `http`, a host, and an " +
                "optional path; `/open_api/v1.3/event/track/` is appended.",
            default = "https://business-api.tiktok.com",
        ),
    ),
)

/** How a destination takes neutral events. */
internal val MAPPING: List<Setting> = listOf(
    Setting(
        "unmapped",
        Takes.TEXT,
        "What happens to a field that the destination has no place for: `issue` (default) or `warn`.",
        default = "issue",
        choices = listOf("issue", "warn"),
    ),
    Setting(
        "ignore",
        Takes.LIST,
        "Fields for which nothing happens if the destination has no place for them: JSON Pointers into the event, " +
            "such as `/shipping`, with `*` for the position of an item.",
    ),
    Setting(
        "no_consent",
        Takes.TEXT,
        "What happens to the fields of `user` other than `id` where `consent.ad_user_data` is false or " +
            "`consent.limited_data_use` is true: `send_flags` (default) or `withhold_user_data`.",
        default = "send_flags",
        choices = listOf("send_flags", "withhold_user_data"),
    ),
    Setting(
        "value",
        Takes.TEXT,
        "What the provider gets as the value: `as_given` (default) or `net`.",
        default = "as_given",
        choices = listOf("as_given", "net"),
    ),
    Setting(
        "order_id",
        Takes.TEXT,
        "The name of the parameter that `order_id` becomes, where the provider has no field for it.",
    ),
    Setting(
        "user_id",
        Takes.TEXT,
        "The name of the parameter that `user.id` becomes, where the provider has no field for it.",
    ),
    Setting(
        "params",
        Takes.BOOLEAN,
        "Whether `params` become parameters, where the provider has no field for free values (default `false`).",
    ),
)

/** The settings of a delivery. */
internal val DELIVERY: List<Setting> = listOf(
    Setting(
        "max_in_flight",
        Takes.INTEGER,
        "Maximum number of requests in flight (default 64).",
    ),
    Setting(
        "request_timeout_ms",
        Takes.INTEGER,
        "Maximum duration of a request until its response is read (default 30,000). A driver cancels a longer one, " +
            "which counts as a `timeout`.",
    ),
    Setting(
        "max_attempts",
        Takes.INTEGER,
        "Maximum number of attempts that may have reached the provider (default 20); then the event is given up. " +
            "Attempts in which nothing was sent, and responses that refuse the credentials, do not count.",
    ),
    Setting(
        "max_age_ms",
        Takes.INTEGER,
        "Time after its submission at which an event is given up (default 7 days).",
    ),
    Setting(
        "backoff_ms",
        Takes.INTEGER,
        "Longest wait before the first repetition (default 1000). It doubles with each attempt, and the wait is a " +
            "random part of it (exponential backoff with full jitter).",
    ),
    Setting(
        "max_backoff_ms",
        Takes.INTEGER,
        "Longest wait before any repetition (default 900,000, 15 minutes).",
    ),
    Setting(
        "max_retry_after_ms",
        Takes.INTEGER,
        "Limit to which a longer `Retry-After` is reduced (default 3,600,000, an hour).",
    ),
    Setting(
        "device_retry_ms",
        Takes.INTEGER,
        "First wait of an event whose device the provider does not know yet (default 3600000, an hour). It doubles " +
            "with each attempt, up to eight hours. Devices were seen to become known after hours, and after up to a " +
            "week.",
    ),
    Setting(
        "max_device_attempts",
        Takes.INTEGER,
        "Maximum number of attempts for an event whose device is not known yet (default 24). With the default waits " +
            "they take 167 of the 168 hours of `max_age_ms`.",
    ),
    Setting(
        "probe_ms",
        Takes.INTEGER,
        "Interval of single requests to a destination that refuses the credentials, or all events (default 60,000), " +
            "until it is resumed or one of them is accepted.",
    ),
    Setting(
        "breaker_failures",
        Takes.INTEGER,
        "Number of requests in a row without a response after which a destination gets no more for `breaker_ms` " +
            "(default 5).",
    ),
    Setting(
        "breaker_ms",
        Takes.INTEGER,
        "Pause of a destination that does not respond (default 30,000). Then one request tries whether it responds " +
            "again.",
    ),
    Setting(
        "linger_ms",
        Takes.INTEGER,
        "Time that an event waits for others of its lane that can share its request, where the provider takes " +
            "several in a request (default 1000); 0 sends each at once.",
    ),
    Setting(
        "date_undated",
        Takes.BOOLEAN,
        "Gives an event without a time that of its submission, where the provider would take the time of receipt " +
            "(default `true`). Otherwise a repetition hours later is an event of hours later.",
    ),
    Setting(
        "max_lanes",
        Takes.INTEGER,
        "Maximum number of idle lanes whose last event time is kept (default 100,000), for as long as a provider " +
            "accepts older events.",
    ),
)

/** The settings of the destinations of one provider. */
internal val LIMITS: List<Setting> = listOf(
    Setting(
        "max_in_flight",
        Takes.INTEGER,
        "Maximum number of requests in flight to one destination (default 16).",
    ),
    Setting(
        "per_second",
        Takes.INTEGER,
        "Maximum number of requests to one destination in a second (default: no limit). A 429 halves the rate, also " +
            "where there is no limit; accepted requests raise it again.",
    ),
    Setting(
        "repeat",
        Takes.TEXT,
        "Treatment of an event that may have been accepted, where the provider may count it twice: `at_least_once` " +
            "(default) sends it again, `at_most_once` does not.",
        default = "at_least_once",
        choices = listOf("at_least_once", "at_most_once"),
    ),
)

/** The settings of a delivery, of those that are given. */
internal fun deliveryConfig(given: Map<String, Any>, limits: Map<String, DeliveryLimits>): DeliveryConfig = DeliveryConfig(
    maxPending = MOST_PENDING,
    maxInFlight = given["max_in_flight"] as Long?,
    requestTimeoutMs = given["request_timeout_ms"] as Long?,
    maxAttempts = given["max_attempts"] as Long?,
    maxAgeMs = given["max_age_ms"] as Long?,
    backoffMs = given["backoff_ms"] as Long?,
    maxBackoffMs = given["max_backoff_ms"] as Long?,
    maxRetryAfterMs = given["max_retry_after_ms"] as Long?,
    deviceRetryMs = given["device_retry_ms"] as Long?,
    maxDeviceAttempts = given["max_device_attempts"] as Long?,
    probeMs = given["probe_ms"] as Long?,
    breakerFailures = given["breaker_failures"] as Long?,
    breakerMs = given["breaker_ms"] as Long?,
    lingerMs = given["linger_ms"] as Long?,
    dateUndated = given["date_undated"] as Boolean?,
    maxLanes = given["max_lanes"] as Long?,
    providers = limits,
)

/** The settings of the destinations of one provider, of those that are given. */
internal fun deliveryLimits(given: Map<String, Any>): DeliveryLimits = DeliveryLimits(
    maxInFlight = given["max_in_flight"] as Long?,
    perSecond = given["per_second"] as Long?,
    repeat = (given["repeat"] as String?)?.let { DeliveryRepeat.valueOf(it.uppercase()) },
)
