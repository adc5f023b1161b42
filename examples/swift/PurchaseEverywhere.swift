import Foundation
import S2SEvents

/// What a shop knows of a paid order.
struct Order: Codable, Sendable {
    let id: String
    let paidAt: Date
    let amount: Decimal
    let currency: String
    let email: String
    let adjustAdid: String
    let clientID: String
}

/// All destinations of the shop. Without base URLs, they are the providers' own.
func destinations(adjustURL: String? = nil, ga4URL: String? = nil) throws -> Destinations {
    try Destinations(
        DestinationConfig(
            AdjustConfig(appToken: "4w565xzmb54d", baseUrl: adjustURL),
            events: [.purchase: "p4rc8s"],
            // Adjust has no place for the email address.
            mapping: EventMapping(ignore: ["/id", "/user/email"], orderId: "order")
        ),
        DestinationConfig(
            Ga4Config(measurementId: "G-DEMO123456", apiSecret: "demo-api-secret", baseUrl: ga4URL),
            mapping: EventMapping(unmapped: .warn)
        )
    )
}

/// What a handler of any web framework does with a paid order. A task of the application runs the driver: see `DeliverFromFile.swift`.
struct OrderHandler: Sendable {
    let destinations: Destinations
    let driver: Driver

    /// Submits the order to every destination. Returns the issues of those that it cannot be sent to.
    func handle(_ order: Order) throws -> [String: [Issue]] {
        let event = Event(
            event: .purchase, id: order.id, time: order.paidAt, source: .server, value: order.amount, currency: order.currency, orderId: order.id,
            user: EventUser(email: order.email), ids: EventIds(adjustAdid: order.adjustAdid, clientId: order.clientID)
        )
        let parts = try destinations.fanOut(event)
        try driver.submitParts(order.id, parts)
        return Dictionary(uniqueKeysWithValues: parts.filter { !$0.issues.isEmpty }.map { ($0.destination, $0.issues) })
    }
}
