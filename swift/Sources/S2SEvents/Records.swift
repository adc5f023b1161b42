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

extension AdjustConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustConfig.write(self, into: &bytes) } }
extension AdjustEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustEvent.write(self, into: &bytes) } }
extension MetrixConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixConfig.write(self, into: &bytes) } }
extension MetrixUser: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixUser.write(self, into: &bytes) } }
extension MetrixAction: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixAction.write(self, into: &bytes) } }
extension MetrixRevenue: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixRevenue.write(self, into: &bytes) } }
extension MetrixBusinessEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixBusinessEvent.write(self, into: &bytes) } }
extension MetrixIdentity: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixIdentity.write(self, into: &bytes) } }
extension MetrixMessage: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixMessage.write(self, into: &bytes) } }
extension MetrixInAppConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixInAppConfig.write(self, into: &bytes) } }
extension MetrixInAppEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixInAppEvent.write(self, into: &bytes) } }
extension TimeForm: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTimeForm.write(self, into: &bytes) } }
extension RequestData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeRequestData.write(self, into: &bytes) } }
