import Foundation

/// Returns what an error says: its type, its description, and the errors that have caused it. It may repeat values of the request, which the core
/// hides.
func causeText(_ error: any Error) -> String {
    causes(of: error, deepest: 8).joined(separator: ": ")
}

/// Returns the text of an error, for the core. It is far more than is kept: what is cut off here could not be found to be part of a value.
func shortened(_ cause: String) -> String {
    String(decoding: cause.utf8.prefix(1 << 20), as: UTF8.self)
}

private func causes(of error: any Error, deepest: Int) -> [String] {
    let type = String(describing: type(of: error))
    guard let error = foundationError(error) else { return [type, String(describing: error)] }
    let said = ["\(type) (\(error.domain) \(error.code))", error.localizedDescription]
    if deepest == 0 { return said }
    let several = error.userInfo["NSMultipleUnderlyingErrorsKey"] as? [any Error]
    let underlying = several ?? (error.userInfo[NSUnderlyingErrorKey] as? any Error).map { [$0] } ?? []
    return said + underlying.flatMap { causes(of: $0, deepest: deepest - 1) }
}

/// Foundation's own errors are described by domain and code; those of Swift describe themselves.
private func foundationError(_ error: any Error) -> NSError? {
    let isFoundations = type(of: error) is NSError.Type || error is any CustomNSError
    return isFoundations ? error as NSError : nil
}
