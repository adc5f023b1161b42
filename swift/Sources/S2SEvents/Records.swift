/// A type that UniFFI makes of one of the core's. It is what crosses: two are equal where their bytes are.
protocol Record: Redacted, Hashable {
    /// UniFFI's writer of the type.
    func write(into bytes: inout [UInt8])
}

extension Record {
    public static func == (one: Self, other: Self) -> Bool { one.bytes == other.bytes }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    private var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        return bytes
    }
}

extension TimeForm: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTimeForm.write(self, into: &bytes) } }
extension RequestData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeRequestData.write(self, into: &bytes) } }
