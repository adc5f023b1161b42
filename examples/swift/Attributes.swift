import Foundation
import S2SEvents

/// Attributes are JSON: literals are such values, variables are put into them.
func action(of userID: String, price: Decimal, tags: [String]) -> MetrixAction {
    MetrixAction(
        customUserId: userID, time: Date(), name: "aewqd",
        attributes: ["plan": "gold", "renewal": true, "price": JsonValue(price), "tags": .array(tags.map(JsonValue.string))]
    )
}

/// Anything `Encodable`, by way of its JSON; what is counted in a `Decimal` or a `Double` leaves as `JSONEncoder` writes it.
func attributes(of value: some Encodable) throws -> Pairs<JsonValue>? {
    let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    guard case .object(let members) = try JsonValue.parse(text) else { return nil }
    return members
}
