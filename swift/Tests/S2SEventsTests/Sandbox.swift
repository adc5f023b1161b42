import Foundation
import XCTest

@testable import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A sandbox that plays the providers: the program `s2s sandbox`, with what its configuration says.
final class Sandbox {
    private let process = Process()
    private let url: String

    init(_ config: String = "") throws {
        let output = Pipe()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).toml")
        try config.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        process.executableURL = repository.appendingPathComponent("target/debug/s2s")
        process.arguments = ["sandbox", "--port", "0", "--config", file.path]
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        url = String(decoding: line, as: UTF8.self)
    }

    /// The `baseUrl` of a provider.
    func baseURL(_ provider: String) -> String { "\(url)/\(provider)" }

    /// How many events the providers took.
    func accepted() async throws -> Int { try await events("accepted").count }

    /// The entries of its account: those `accepted`, `rejected`, or `duplicates`.
    func events(_ of: String) async throws -> [JsonValue] {
        let (account, _) = try await session.data(from: XCTUnwrap(URL(string: "\(url)/_sandbox/events")))
        return try XCTUnwrap(JsonReader.read(String(decoding: account, as: UTF8.self))[of]).items
    }

    deinit {
        // Asked kindly, it waits for the connections that the session keeps.
        kill(process.processIdentifier, SIGKILL)
    }
}

/// A server that sends every connection the same bytes, or none.
final class Server: Sendable {
    let port: UInt16
    private let socket: Int32

    init(answering answer: String) throws {
        #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
        #else
        let stream = SOCK_STREAM
        #endif
        let socket = Foundation.socket(AF_INET, stream, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, address, &length) == 0
            }
        }
        guard isListening else { throw CocoaError(.featureUnsupported) }
        (self.socket, port) = (socket, UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread {
            while case let connection = accept(socket, nil, nil), connection >= 0 {
                var request = [UInt8](repeating: 0, count: 1 << 16)
                _ = read(connection, &request, request.count)
                _ = Array(answer.utf8).withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
                close(connection)
            }
        }
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }
}
