import XCTest

@testable import S2SEvents

/// Every vector of `vectors/hashes.json`.
final class HashTests: XCTestCase {
    func testEveryVectorHolds() throws {
        let vectors = try Vectors.hashes()
        let hashes = vectors["hashes"]!.items
        for vector in hashes {
            let issue = vector["issue"].map { "\(camelCase($0["path"]!.string!)) \($0["code"]!.string!)" }
            do {
                let digest = try hashed(vector)
                XCTAssertEqual(digest, vector["digest"]?.string, vector.text)
            } catch let error as ValidationError {
                XCTAssertEqual(error.issues.map { "\($0.path) \($0.code)" }, [issue], vector.text)
            }
        }
        XCTAssertEqual("\(hashes.count)", vectors["count"]!.digits)
    }

    private func hashed(_ vector: JsonValue) throws -> String {
        let input = vector["input"]!.string!
        let code = vector["default_calling_code"]?.string
        switch vector["function"]!.string! {
        case "email": return try Hash.email(input)
        case "phone_digits": return try Hash.phoneDigits(input, defaultCallingCode: code)
        case "phone_e164": return try Hash.phoneE164(input, defaultCallingCode: code)
        case "name": return try Hash.name(input)
        case "google_email": return try Hash.googleEmail(input)
        case "google_email_without_suffix": return try Hash.googleEmailWithoutSuffix(input)
        case "google_name": return try Hash.googleName(input)
        case "google_street": return try Hash.googleStreet(input)
        case "meta_name": return try Hash.metaName(input)
        case "meta_name_without_spaces": return try Hash.metaNameWithoutSpaces(input)
        case "meta_city": return try Hash.metaCity(input)
        case "meta_state": return try Hash.metaState(input)
        case "meta_zip_code": return try Hash.metaZipCode(input)
        case "meta_country": return try Hash.metaCountry(input)
        case "meta_date_of_birth": return try Hash.metaDateOfBirth(input)
        case "meta_gender": return try Hash.metaGender(input)
        case "external_id": return try Hash.externalId(input)
        case "sha256": return try Hash.sha256(input)
        case let function: return "there is no function \(function)"
        }
    }

    private func camelCase(_ path: String) -> String {
        let words = path.split(separator: "_", omittingEmptySubsequences: false)
        return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}
