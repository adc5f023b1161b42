// Made by `cargo xtask generate` from `crates/s2s-core`.

package io.github.s2sevents

import java.time.Instant

/** Typed clients and events of cases, by the names of providers and kinds. */
internal object TypedProviders {
    val NAMES: List<String> = listOf("adjust", "appsflyer", "branch", "ga4", "meta", "metrix", "metrix_inapp", "singular", "tiktok")

    /** The kind of each provider that counts where a case of a response has none. */
    val MAIN_KINDS: Map<String, String> = mapOf(
        "adjust" to "event",
        "appsflyer" to "event",
        "branch" to "standard",
        "ga4" to "event",
        "meta" to "event",
        "metrix" to "user",
        "metrix_inapp" to "event",
        "singular" to "event",
        "tiktok" to "event",
    )

    fun client(provider: String, config: Map<String, Any?>): Client = when (provider) {
        "adjust" -> Adjust(Typed.of(config))
        "appsflyer" -> AppsFlyer(Typed.of(config))
        "branch" -> Branch(Typed.of(config))
        "ga4" -> Ga4(Typed.of(config))
        "meta" -> Meta(Typed.of(config))
        "metrix" -> Metrix(Typed.of(config))
        "metrix_inapp" -> MetrixInApp(Typed.of(config))
        "singular" -> Singular(Typed.of(config))
        "tiktok" -> TikTok(Typed.of(config))
        else -> error("there is no provider $provider")
    }

    fun build(client: Client, kind: String, event: Map<String, Any?>, now: Instant, newId: NewId?): Request = when (client) {
        is Adjust -> when (kind) {
            "event" -> client.event(Typed.of(event), now)
            "ad_revenue" -> client.adRevenue(Typed.of(event), now)
            "session" -> client.session(Typed.of(event), now)
            "third_party_sharing" -> client.thirdPartySharing(Typed.of(event), now)
            "gdpr_forget_device" -> client.gdprForgetDevice(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is AppsFlyer -> when (kind) {
            "event" -> client.event(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is Branch -> when (kind) {
            "standard" -> client.standard(Typed.of(event), now)
            "custom" -> client.custom(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is Ga4 -> when (kind) {
            "event" -> client.event(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is Meta -> when (kind) {
            "event" -> client.event(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is Metrix -> when (kind) {
            "user" -> client.user(Typed.of(event), newId, now)
            "action" -> client.action(Typed.of(event), newId, now)
            "revenue" -> client.revenue(Typed.of(event), newId, now)
            "business_event" -> client.businessEvent(Typed.of(event), newId, now)
            else -> error("there is no kind $kind")
        }
        is MetrixInApp -> when (kind) {
            "event" -> client.event(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is Singular -> when (kind) {
            "event" -> client.event(Typed.of(event), now)
            "ad_revenue" -> client.adRevenue(Typed.of(event), now)
            "session" -> client.session(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is TikTok -> when (kind) {
            "event" -> client.event(Typed.of(event), now)
            else -> error("there is no kind $kind")
        }
        is Destination -> error("not a typed client")
    }

    fun laneKey(client: Client, kind: String, event: Map<String, Any?>, now: Instant): String? = when (client) {
        is Adjust -> when (kind) {
            "event" -> client.laneKey(Typed.of<AdjustEvent>(event), now)
            "ad_revenue" -> client.laneKey(Typed.of<AdjustAdRevenue>(event), now)
            "session" -> client.laneKey(Typed.of<AdjustSession>(event), now)
            "third_party_sharing" -> client.laneKey(Typed.of<AdjustThirdPartySharing>(event), now)
            "gdpr_forget_device" -> client.laneKey(Typed.of<AdjustGdprForgetDevice>(event), now)
            else -> error("there is no kind $kind")
        }
        is AppsFlyer -> when (kind) {
            "event" -> client.laneKey(Typed.of<AppsFlyerEvent>(event), now)
            else -> error("there is no kind $kind")
        }
        is Branch -> when (kind) {
            "standard" -> client.laneKey(Typed.of<BranchStandard>(event), now)
            "custom" -> client.laneKey(Typed.of<BranchCustom>(event), now)
            else -> error("there is no kind $kind")
        }
        is Ga4 -> when (kind) {
            "event" -> client.laneKey(Typed.of<Ga4Event>(event), now)
            else -> error("there is no kind $kind")
        }
        is Meta -> when (kind) {
            "event" -> client.laneKey(Typed.of<MetaEvent>(event), now)
            else -> error("there is no kind $kind")
        }
        is Metrix -> when (kind) {
            "user" -> client.laneKey(Typed.of<MetrixUser>(event), now)
            "action" -> client.laneKey(Typed.of<MetrixAction>(event), now)
            "revenue" -> client.laneKey(Typed.of<MetrixRevenue>(event), now)
            "business_event" -> client.laneKey(Typed.of<MetrixBusinessEvent>(event), now)
            else -> error("there is no kind $kind")
        }
        is MetrixInApp -> when (kind) {
            "event" -> client.laneKey(Typed.of<MetrixInAppEvent>(event), now)
            else -> error("there is no kind $kind")
        }
        is Singular -> when (kind) {
            "event" -> client.laneKey(Typed.of<SingularEvent>(event), now)
            "ad_revenue" -> client.laneKey(Typed.of<SingularAdRevenue>(event), now)
            "session" -> client.laneKey(Typed.of<SingularSession>(event), now)
            else -> error("there is no kind $kind")
        }
        is TikTok -> when (kind) {
            "event" -> client.laneKey(Typed.of<TikTokEvent>(event), now)
            else -> error("there is no kind $kind")
        }
        is Destination -> error("not a typed client")
    }

    fun messages(
        client: Client,
        identity: Map<String, Any?>,
        messages: List<Pair<String, Map<String, Any?>>>,
        newId: NewId?,
        now: Instant,
    ): Request = when (client) {
        is Ga4 -> client.events(Typed.of(identity), messages.map { (kind, fields) -> ga4Message(kind, fields) }, newId, now)
        is Meta -> client.events(messages.map { (kind, fields) -> metaMessage(kind, fields) }, newId, now)
        is Metrix -> client.messages(Typed.of(identity), messages.map { (kind, fields) -> metrixMessage(kind, fields) }, newId, now)
        is TikTok -> client.events(messages.map { (kind, fields) -> tiktokMessage(kind, fields) }, newId, now)
        else -> error("a client of requests of one event")
    }

    fun destination(
        provider: String,
        config: Map<String, Any?>,
        events: Map<EventName, EventTarget>,
        mapping: EventMapping,
        name: String?,
    ): DestinationConfig = when (provider) {
        "adjust" -> DestinationConfig(Typed.of<AdjustConfig>(config), events, mapping, name)
        "appsflyer" -> DestinationConfig(Typed.of<AppsFlyerConfig>(config), events, mapping, name)
        "branch" -> DestinationConfig(Typed.of<BranchConfig>(config), events, mapping, name)
        "ga4" -> DestinationConfig(Typed.of<Ga4Config>(config), events, mapping, name)
        "meta" -> DestinationConfig(Typed.of<MetaConfig>(config), events, mapping, name)
        "metrix" -> DestinationConfig(Typed.of<MetrixConfig>(config), events, mapping, name)
        "metrix_inapp" -> DestinationConfig(Typed.of<MetrixInAppConfig>(config), events, mapping, name)
        "singular" -> DestinationConfig(Typed.of<SingularConfig>(config), events, mapping, name)
        "tiktok" -> DestinationConfig(Typed.of<TikTokConfig>(config), events, mapping, name)
        else -> error("there is no provider $provider")
    }

    /** Where fields are inside of fields, by the names of the providers: `*` is a position or a key. */
    val RECORDS: Map<String, Set<String>> = mapOf(
        "appsflyer" to setOf(
            "app_set_id",
            "consent_data",
            "consent_data/manual",
            "consent_data/tcf",
        ),
        "branch" to setOf(
            "content_items/*",
            "event_data",
            "user_data",
        ),
        "ga4" to setOf(
            "consent",
            "device",
            "items/*",
            "user_data",
            "user_data/address/*",
            "user_location",
            "user_properties/*",
        ),
        "meta" to setOf(
            "app_data",
            "app_data/extinfo",
            "custom_data",
            "custom_data/contents/*",
            "original_event_data",
            "user_data",
        ),
        "singular" to setOf(
            "data_sharing_options",
        ),
        "tiktok" to setOf(
            "ad",
            "app",
            "lead",
            "page",
            "properties",
            "properties/contents/*",
            "user",
        ),
    )

    private fun ga4Message(kind: String, fields: Map<String, Any?>): Ga4Message = when (kind) {
        "event" -> Ga4Message.Event(Typed.of(fields))
        else -> error("there is no kind $kind")
    }

    private fun metaMessage(kind: String, fields: Map<String, Any?>): MetaMessage = when (kind) {
        "event" -> MetaMessage.Event(Typed.of(fields))
        else -> error("there is no kind $kind")
    }

    private fun metrixMessage(kind: String, fields: Map<String, Any?>): MetrixMessage = when (kind) {
        "user" -> MetrixMessage.User(Typed.of(fields))
        "action" -> MetrixMessage.Action(Typed.of(fields))
        "revenue" -> MetrixMessage.Revenue(Typed.of(fields))
        "business_event" -> MetrixMessage.BusinessEvent(Typed.of(fields))
        else -> error("there is no kind $kind")
    }

    private fun tiktokMessage(kind: String, fields: Map<String, Any?>): TikTokMessage = when (kind) {
        "event" -> TikTokMessage.Event(Typed.of(fields))
        else -> error("there is no kind $kind")
    }
}
