import Foundation
import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The quick start: send a purchase, report the problems of an event, and deliver events.
struct QuickStart {
    let adjust: Adjust
    let session = URLSession(configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)

    // --8<-- [start:client]
    // Without `baseUrl`, events go to Adjust.
    init(baseURL: String = "http://127.0.0.1:8080/adjust") throws {
        adjust = try Adjust(AdjustConfig(appToken: "4w565xzmb54d", environment: .sandbox, baseUrl: baseURL))
    }
    // --8<-- [end:client]

    // --8<-- [start:send]
    func purchase(of gpsAdid: String) throws -> Request {
        try adjust.event(AdjustEvent(eventToken: "f0ob4r", gpsAdid: gpsAdid, revenue: 19.99, currency: "USD"))
    }

    func send(_ request: Request) async throws -> Outcome {
        let (body, response) = try await session.data(for: URLRequest(request))
        return try adjust.interpret(request, response, body)
    }
    // --8<-- [end:send]

    // --8<-- [start:problems]
    func problems() throws -> [String] {
        do {
            _ = try adjust.event(AdjustEvent(eventToken: "f0ob4r", gpsAdid: "660e1d86", revenue: 19.99))
            return []
        } catch let error as ValidationError {
            return error.issues.map { "\($0.path) \($0.code) \($0.message)" }
        }
    }
    // --8<-- [end:problems]

    // --8<-- [start:deliver]
    func deliver(_ request: Request) async throws -> [Report] {
        let driver = Driver(try Delivery()) { [session] request in
            let (body, response) = try await session.data(for: URLRequest(request))
            return try Response(response, body)
        }
        try driver.submit("order-1", request)
        var reports: [Report] = []
        try await driver.run { report in reports.append(report) }
        return reports
    }
    // --8<-- [end:deliver]
}
