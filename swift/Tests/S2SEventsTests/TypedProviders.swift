// Made by `cargo xtask generate` from `crates/s2s-core`.

import Foundation
@testable import S2SEvents

/// Typed clients and events of cases, by the names of providers and kinds.
enum TypedProviders {
    static let names = ["adjust", "appsflyer", "branch", "ga4", "meta", "metrix", "metrix_inapp", "singular", "tiktok"]

    /// The kind of each provider that counts where a case of a response has none.
    static let mainKinds = ["adjust": "event", "appsflyer": "event", "branch": "standard", "ga4": "event", "meta": "event", "metrix": "user", "metrix_inapp": "event", "singular": "event", "tiktok": "event"]

    static func client(_ provider: String, _ config: JsonValue) throws -> any ProviderClient {
        switch provider {
        case "adjust": try Adjust(record(config))
        case "appsflyer": try AppsFlyer(record(config))
        case "branch": try Branch(record(config))
        case "ga4": try Ga4(record(config))
        case "meta": try Meta(record(config))
        case "metrix": try Metrix(record(config))
        case "metrix_inapp": try MetrixInApp(record(config))
        case "singular": try Singular(record(config))
        case "tiktok": try TikTok(record(config))
        default: throw NoValue()
        }
    }

    static func build(_ client: any ProviderClient, _ event: JsonValue, now: Date, newID: NewID) throws -> Request {
        switch (client, event["kind"]?.string.map(snakeCase)) {
        case (let client as Adjust, "event"): try client.event(record(event), now: now)
        case (let client as Adjust, "ad_revenue"): try client.adRevenue(record(event), now: now)
        case (let client as Adjust, "session"): try client.session(record(event), now: now)
        case (let client as Adjust, "third_party_sharing"): try client.thirdPartySharing(record(event), now: now)
        case (let client as Adjust, "gdpr_forget_device"): try client.gdprForgetDevice(record(event), now: now)
        case (let client as AppsFlyer, "event"): try client.event(record(event), now: now)
        case (let client as Branch, "standard"): try client.standard(record(event), now: now)
        case (let client as Branch, "custom"): try client.custom(record(event), now: now)
        case (let client as Ga4, "event"): try client.event(record(event), now: now)
        case (let client as Meta, "event"): try client.event(record(event), now: now)
        case (let client as Metrix, "user"): try client.user(record(event), now: now, newID: newID)
        case (let client as Metrix, "action"): try client.action(record(event), now: now, newID: newID)
        case (let client as Metrix, "revenue"): try client.revenue(record(event), now: now, newID: newID)
        case (let client as Metrix, "business_event"): try client.businessEvent(record(event), now: now, newID: newID)
        case (let client as MetrixInApp, "event"): try client.event(record(event), now: now)
        case (let client as Singular, "event"): try client.event(record(event), now: now)
        case (let client as Singular, "ad_revenue"): try client.adRevenue(record(event), now: now)
        case (let client as Singular, "session"): try client.session(record(event), now: now)
        case (let client as TikTok, "event"): try client.event(record(event), now: now)
        default: throw NoValue()
        }
    }

    static func laneKey(_ client: any ProviderClient, _ event: JsonValue, now: Date) throws -> String? {
        switch (client, event["kind"]?.string.map(snakeCase)) {
        case (let client as Adjust, "event"): try client.laneKey(record(event) as AdjustEvent, now: now)
        case (let client as Adjust, "ad_revenue"): try client.laneKey(record(event) as AdjustAdRevenue, now: now)
        case (let client as Adjust, "session"): try client.laneKey(record(event) as AdjustSession, now: now)
        case (let client as Adjust, "third_party_sharing"): try client.laneKey(record(event) as AdjustThirdPartySharing, now: now)
        case (let client as Adjust, "gdpr_forget_device"): try client.laneKey(record(event) as AdjustGdprForgetDevice, now: now)
        case (let client as AppsFlyer, "event"): try client.laneKey(record(event) as AppsFlyerEvent, now: now)
        case (let client as Branch, "standard"): try client.laneKey(record(event) as BranchStandard, now: now)
        case (let client as Branch, "custom"): try client.laneKey(record(event) as BranchCustom, now: now)
        case (let client as Ga4, "event"): try client.laneKey(record(event) as Ga4Event, now: now)
        case (let client as Meta, "event"): try client.laneKey(record(event) as MetaEvent, now: now)
        case (let client as Metrix, "user"): try client.laneKey(record(event) as MetrixUser, now: now)
        case (let client as Metrix, "action"): try client.laneKey(record(event) as MetrixAction, now: now)
        case (let client as Metrix, "revenue"): try client.laneKey(record(event) as MetrixRevenue, now: now)
        case (let client as Metrix, "business_event"): try client.laneKey(record(event) as MetrixBusinessEvent, now: now)
        case (let client as MetrixInApp, "event"): try client.laneKey(record(event) as MetrixInAppEvent, now: now)
        case (let client as Singular, "event"): try client.laneKey(record(event) as SingularEvent, now: now)
        case (let client as Singular, "ad_revenue"): try client.laneKey(record(event) as SingularAdRevenue, now: now)
        case (let client as Singular, "session"): try client.laneKey(record(event) as SingularSession, now: now)
        case (let client as TikTok, "event"): try client.laneKey(record(event) as TikTokEvent, now: now)
        default: throw NoValue()
        }
    }

    static func messages(_ client: any ProviderClient, _ identity: JsonValue, _ messages: [JsonValue], now: Date, newID: NewID) throws -> Request {
        switch client {
        case let client as Ga4: try client.events(record(identity), messages.map(ga4Message), now: now, newID: newID)
        case let client as Meta: try client.events(messages.map(metaMessage), now: now, newID: newID)
        case let client as Metrix: try client.messages(record(identity), messages.map(metrixMessage), now: now, newID: newID)
        case let client as TikTok: try client.events(messages.map(tiktokMessage), now: now, newID: newID)
        default: throw NoValue()
        }
    }

    static func destination(
        _ provider: String, _ config: JsonValue, events: [EventName: EventTarget], mapping: EventMapping, name: String?
    ) throws -> DestinationConfig {
        switch provider {
        case "adjust": try DestinationConfig(record(config) as AdjustConfig, events: events, mapping: mapping, name: name)
        case "appsflyer": try DestinationConfig(record(config) as AppsFlyerConfig, events: events, mapping: mapping, name: name)
        case "branch": try DestinationConfig(record(config) as BranchConfig, events: events, mapping: mapping, name: name)
        case "ga4": try DestinationConfig(record(config) as Ga4Config, events: events, mapping: mapping, name: name)
        case "meta": try DestinationConfig(record(config) as MetaConfig, events: events, mapping: mapping, name: name)
        case "metrix": try DestinationConfig(record(config) as MetrixConfig, events: events, mapping: mapping, name: name)
        case "metrix_inapp": try DestinationConfig(record(config) as MetrixInAppConfig, events: events, mapping: mapping, name: name)
        case "singular": try DestinationConfig(record(config) as SingularConfig, events: events, mapping: mapping, name: name)
        case "tiktok": try DestinationConfig(record(config) as TikTokConfig, events: events, mapping: mapping, name: name)
        default: throw NoValue()
        }
    }

    /// Where fields are inside of fields, by the names of the providers: `*` is a position or a key.
    static let records: [String: Set<String>] = [
        "appsflyer": [
            "app_set_id",
            "consent_data",
            "consent_data/manual",
            "consent_data/tcf",
        ],
        "branch": [
            "content_items/*",
            "event_data",
            "user_data",
        ],
        "ga4": [
            "consent",
            "device",
            "items/*",
            "user_data",
            "user_data/address/*",
            "user_location",
            "user_properties/*",
        ],
        "meta": [
            "app_data",
            "app_data/extinfo",
            "custom_data",
            "custom_data/contents/*",
            "original_event_data",
            "user_data",
        ],
        "singular": [
            "data_sharing_options",
        ],
        "tiktok": [
            "ad",
            "app",
            "lead",
            "page",
            "properties",
            "properties/contents/*",
            "user",
        ],
    ]

    private static func ga4Message(_ json: JsonValue) throws -> Ga4Message {
        switch json["kind"]?.string.map(snakeCase) {
        case "event": .event(try record(json))
        default: throw NoValue()
        }
    }

    private static func metaMessage(_ json: JsonValue) throws -> MetaMessage {
        switch json["kind"]?.string.map(snakeCase) {
        case "event": .event(try record(json))
        default: throw NoValue()
        }
    }

    private static func metrixMessage(_ json: JsonValue) throws -> MetrixMessage {
        switch json["kind"]?.string.map(snakeCase) {
        case "user": .user(try record(json))
        case "action": .action(try record(json))
        case "revenue": .revenue(try record(json))
        case "business_event": .businessEvent(try record(json))
        default: throw NoValue()
        }
    }

    private static func tiktokMessage(_ json: JsonValue) throws -> TikTokMessage {
        switch json["kind"]?.string.map(snakeCase) {
        case "event": .event(try record(json))
        default: throw NoValue()
        }
    }
}
