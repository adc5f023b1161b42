/// What becomes of a neutral event at one destination. Its description shows the label, the verdict and codes of issues, and no value.
public struct Part: Sendable, Hashable, Redacted {
    /// The label of the destination: its name, or that of its provider where it has none. A destination that has the name of a provider is
    /// `destination.NAME`.
    public let destination: String
    /// The name of the destination's provider API.
    public let provider: String
    /// What becomes of the event there.
    public let verdict: Verdict

    /// What becomes of a neutral event at a destination.
    public enum Verdict: Sendable, Hashable, Redacted {
        /// It is built. Paths of the request's warnings are those of the neutral event.
        case built(Request)
        /// It has issues there, at least one, and nothing is sent. Their paths are those of the neutral event.
        case refused([Issue])
        /// The destination does not get the event: see ``EventTarget/skip``.
        case skipped

        public var description: String {
            switch self {
            case .built(let request): shown("built", request.warnings)
            case .refused(let issues): shown("refused", issues)
            case .skipped: "skipped"
            }
        }

        private func shown(_ verdict: String, _ issues: [Issue]) -> String {
            ([verdict] + issues.map(\.code)).joined(separator: ", ")
        }
    }

    init(_ data: ExplainedData) {
        (destination, provider) = (data.label, data.provider)
        verdict = switch data.verdict {
        case .built(let request): .built(Request(request))
        case .refused(let issues): .refused(issues.map(Issue.init))
        case .skipped: .skipped
        }
    }

    /// The request, where the event is built.
    public var request: Request? { if case .built(let request) = verdict { request } else { nil } }

    /// The issues of the event at the destination; empty where it is built or skipped.
    public var issues: [Issue] { if case .refused(let issues) = verdict { issues } else { [] } }

    public var description: String { "Part(\(destination): \(verdict))" }
}

/// What becomes of a neutral event at one destination, and where its fields go there.
public struct Explained: Sendable, Hashable, Redacted {
    /// What becomes of it.
    public let part: Part
    /// The fields that have a place there, also those that the event does not have. Empty where the event is skipped.
    public let rows: [Row]

    /// Where a field of a neutral event goes at a destination. It holds no value.
    public struct Row: Sendable, Hashable {
        /// The field: a JSON Pointer into the neutral event, in which `*` is the position of an item.
        public let from: String
        /// The field of the provider's own event in the JSON form: a JSON Pointer, in which `*` is a position.
        public let to: String
        /// How its value gets there.
        public let how: How
        /// Whether the event has the field.
        public let isGiven: Bool

        /// How a value gets to its place. The raw value is the stable name.
        public enum How: String, Sendable, CaseIterable {
            /// As it is, or in the provider's form of it.
            case plain
            /// As a digest of its normal form.
            case hashed
            /// In the provider's word for it.
            case named
            /// Not at all: the user has not consented.
            case withheld
        }

        init(_ data: RowData) throws {
            guard let how = How(rawValue: data.how) else { throw InternalError() }
            (from, to, self.how, isGiven) = (data.from, data.to, how, data.isGiven)
        }
    }

    init(_ data: ExplainedData) throws {
        (part, rows) = (Part(data), try data.rows.map(Row.init))
    }

    public var description: String { "Explained(\(part), \(rows.count) rows)" }
}
