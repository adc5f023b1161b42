import Foundation
import S2SEvents

/// What an app's backend knows of a purchase.
struct Purchase: Codable, Sendable {
    let advertisingID: String
    let amount: Decimal
    let currency: String
    let orderID: String
    let paidAt: Date
}

/// What a handler of any web framework does with a purchase; the client is made once and shared by all.
struct PurchaseHandler: Sendable {
    let adjust: Adjust

    /// The status of the response.
    func handle(_ purchase: Purchase) async throws -> Int {
        let event = AdjustEvent(
            eventToken: "f0ob4r", gpsAdid: purchase.advertisingID, createdAt: purchase.paidAt, revenue: purchase.amount,
            currency: purchase.currency, callbackParams: ["order": purchase.orderID]
        )
        let request: Request
        do {
            request = try adjust.event(event)
        } catch let error as ValidationError {
            print(error)  // everything that is wrong, and never a value
            return 422
        }
        switch try await send(request).kind {
        case .delivered, .duplicate: return 200
        case .rejected: return 422
        case .unauthorized: return 500
        case .retryLater, .unclear: return 503  // keep the purchase, and send it again later
        }
    }
}
