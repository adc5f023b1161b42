import Foundation

/// Address of the page that explains the codes of issues.
private let page = issuePage()

/// One problem of an event or a configuration, or one warning. It never holds the value that it complains about.
public struct Issue: Sendable, Hashable, CustomStringConvertible {
    /// Where: a JSON Pointer into what was given, such as `/callbackParams/order`; empty for the whole of it.
    public let path: String
    /// What: the stable code, which `url` explains.
    public let code: String
    /// Why: a sentence for people. It may change between versions.
    public let message: String

    /// Address of the documentation of `code`: its meaning and an example.
    public var url: String { "\(page)#\(code)" }

    public var description: String { "\(path.isEmpty ? "(event)" : path): \(message) [\(code)]" }

    init(path: String, code: String, message: String) {
        (self.path, self.code, self.message) = (path, code, message)
    }

    init(_ data: IssueData) {
        self.init(path: data.path, code: data.code, message: data.text)
    }
}

/// An event is wrong, and nothing was built. It never holds a value.
public struct ValidationError: Error, Hashable, LocalizedError, CustomStringConvertible {
    /// Everything that is wrong: at least one issue.
    public let issues: [Issue]

    public var description: String { issues.map(\.description).joined(separator: "; ") }
    public var errorDescription: String? { description }
}

/// A configuration is wrong. It never holds a value.
public struct ConfigError: Error, Hashable, LocalizedError, CustomStringConvertible {
    /// Everything that is wrong: at least one issue.
    public let issues: [Issue]

    public var description: String { issues.map(\.description).joined(separator: "; ") }
    public var errorDescription: String? { description }
}

/// Something inside the native library has failed: a fault of this project. Nothing was made of the call, and the client goes on.
public struct InternalError: Error, Hashable, LocalizedError, CustomStringConvertible {
    public var description: String { "a fault inside s2s-events; nothing was made of the call" }
    public var errorDescription: String? { description }
}
