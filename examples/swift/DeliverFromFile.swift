import Foundation
import S2SEvents

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A log in a file that nobody else may read. After a failure that could not be undone it takes nothing more: open it again, and restore.
actor LogFile: LogStore {
    private let path: String
    private var file: FileHandle?

    init(_ path: String) throws {
        self.path = path
        file = try Self.open(path, O_RDWR | O_CREAT)
    }

    func read() throws -> Data {
        let file = try opened()
        try file.seek(toOffset: 0)
        return try file.readToEnd() ?? Data()
    }

    /// Cuts off the torn end of a write that was never confirmed.
    func cut(to wholeBytes: Int) throws { try opened().truncate(atOffset: UInt64(wholeBytes)) }

    /// Appends all of it or nothing.
    func append(_ part: Data) throws {
        let file = try opened()
        let begin = try file.seekToEnd()
        do {
            try file.write(contentsOf: part)
            try file.synchronize()
        } catch {
            do { try file.truncate(atOffset: begin) } catch { self.file = nil }
            throw error
        }
    }

    /// Writes a file of its own, and gives it the name of the log once it is on the disk.
    func replace(with log: Data) throws {
        _ = try opened()
        let new = "\(path).new"
        let file = try Self.open(new, O_RDWR | O_CREAT | O_TRUNC)
        do {
            try file.write(contentsOf: log)
            try file.synchronize()
            guard rename(new, path) == 0 else { throw Self.failure() }
        } catch {
            unlink(new)
            throw error
        }
        // Only once the name is on the disk, too, may anything be appended.
        self.file = nil
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        try Self.open(folder, O_RDONLY).synchronize()
        self.file = file
    }

    private func opened() throws -> FileHandle {
        guard let file else { throw CocoaError(.fileWriteUnknown) }
        return file
    }

    private static func open(_ path: String, _ flags: Int32) throws -> FileHandle {
        let descriptor = Foundation.open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    private static func failure() -> any Error { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

/// A driver that goes on where the log ends.
func driver(of log: LogFile, config: DeliveryConfig = DeliveryConfig(journal: true)) async throws -> Driver {
    let (delivery, wholeBytes) = try Delivery.restore(await log.read(), config: config)
    try await log.cut(to: wholeBytes)
    return Driver(delivery, store: log, send: exchange)
}

/// Sends a request of any provider with `URLSession`.
@Sendable func exchange(_ request: Request) async throws -> Response {
    let (body, response) = try await session.data(for: URLRequest(request))
    return try Response(response, body)
}
