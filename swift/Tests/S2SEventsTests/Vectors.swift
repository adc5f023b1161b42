import Foundation
@testable import S2SEvents

/// The root of the repository.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized

/// The cases of `vectors/`, as `vectors/README.md` specifies them.
enum Vectors {
    private static let folder = repository.appendingPathComponent("vectors")

    static func counts() throws -> JsonValue { try read(folder.appendingPathComponent("counts.json")) }

    static func all() throws -> [Case] {
        let providers = try contents(of: folder).filter { $0.hasDirectoryPath && !["delivery", "one_event"].contains($0.lastPathComponent) }
        return try providers.flatMap(contents).flatMap { file in
            let read = try read(file)
            return read["cases"]!.items.map { Case(provider: read["provider"]!.string!, fields: $0) }
        }
    }

    static func scriptCounts() throws -> JsonValue { try read(folder.appendingPathComponent("scripts.json")) }

    static func scripts() throws -> [JsonValue] {
        try contents(of: folder.appendingPathComponent("delivery")).flatMap { try read($0)["scripts"]!.items }
    }

    /// The cases of neutral events; each has the configuration of its destinations.
    static func neutral() throws -> [Case] {
        try contents(of: folder.appendingPathComponent("one_event")).flatMap { file in
            let read = try read(file)
            return read["cases"]!.items.map { fields in
                let set = fields["destinations"].map { ("config", read["destinations"]![$0.string!]!) }
                return Case(provider: "one_event", fields: .object(Pairs(fields.members.map { ($0, $1) } + (set.map { [$0] } ?? []))))
            }
        }
    }

    static func neutralCounts() throws -> JsonValue { try read(folder.appendingPathComponent("one_event.json")) }

    /// The cases of events of another format, and how many there have to be.
    static func converted(_ format: String) throws -> (String?, [Case]) {
        let read = try read(folder.appendingPathComponent("\(format).json"))
        return (read["count"]?.digits, read["cases"]!.items.map { Case(provider: format, fields: $0) })
    }

    static func hashes() throws -> JsonValue { try read(folder.appendingPathComponent("hashes.json")) }

    private static func contents(of folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).sorted { $0.path < $1.path }
    }

    private static func read(_ file: URL) throws -> JsonValue { try JsonReader.read(String(contentsOf: file, encoding: .utf8)) }
}

/// One case.
struct Case {
    let provider: String
    let fields: JsonValue

    subscript(key: String) -> JsonValue? { fields[key] }

    var name: String { "\(provider): \(self["name"]!.string!)" }
    var isJsonOnly: Bool { self["json_only"] == true }
    var config: JsonValue { self["config"] ?? [:] }

    /// The JSON text of the event.
    var text: String {
        switch self["raw"] {
        case nil: self["event"]!.text
        case .string(let text): text
        case let raw?: raw.items.map { $0.string ?? String(repeating: $0["repeat"]!.string!, count: Int($0["times"]!.digits!)!) }.joined()
        }
    }

    var newID: NewID { self["new_id"]?.string.map { made in .made { made } } ?? .none }

    func time(_ key: String) throws -> Date? { try self[key]?.string.map { try S2SEventsTests.time($0) } }
}

/// A time as it is written in a case or a script.
func time(_ text: String) throws -> Date {
    try Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: text.contains(".")))
}
