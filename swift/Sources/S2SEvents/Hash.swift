/// SHA-256 digests of personal data, in the normal form that providers document for them.
///
/// A rule that providers share is one function, which names them. Each function returns 64 hexadecimal digits in lower case, the value of the
/// event field that it names; fields for plain values, such as `email`, apply the same functions. A ``ValidationError`` names the argument and
/// never repeats its value.
public enum Hash {
    /// Returns the digest of an email address: without white space around it, in lower case.
    ///
    /// AppsFlyer's `emailHashed`.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_email`, `control_character` or `already_hashed`, ``InternalError``.
    public static func email(_ email: String) throws -> String {
        try hashed(.email(email: email))
    }

    /// Returns the digest of a phone number: its digits with the calling code, without leading zeros and without `+`.
    ///
    /// AppsFlyer's `phoneNumberHashed`. A number that begins with neither `+` nor `00` is a national one: `defaultCallingCode` (such as `49`)
    /// replaces its leading zeros.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`, ``InternalError``.
    public static func phoneDigits(_ phone: String, defaultCallingCode: String? = nil) throws -> String {
        try hashed(.phoneDigits(phone: phone, defaultCallingCode: defaultCallingCode))
    }

    /// Returns the digest of a phone number in the form of E.164: as ``phoneDigits(_:defaultCallingCode:)``, but with a `+` in front.
    ///
    /// AppsFlyer's `phoneNumberE164Hashed`, Google's `sha256PhoneNumber`.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`, ``InternalError``.
    public static func phoneE164(_ phone: String, defaultCallingCode: String? = nil) throws -> String {
        try hashed(.phoneE164(phone: phone, defaultCallingCode: defaultCallingCode))
    }

    /// Returns the digest of a first or last name: without white space around it, in lower case.
    ///
    /// AppsFlyer's `firstNameHashed` and `lastNameHashed`.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func name(_ name: String) throws -> String {
        try hashed(.name(name: name))
    }

    /// Returns the digest of an email address by Google's rule: in lower case, without white space.
    ///
    /// For gmail.com and googlemail.com points before the `@` are removed; `+suffix` stays. Google's `sha256EmailAddress`.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_email`, `control_character` or `already_hashed`, ``InternalError``.
    public static func googleEmail(_ email: String) throws -> String {
        try hashed(.googleEmail(email: email))
    }

    /// Returns the digest of an email address as ``googleEmail(_:)`` does, for gmail.com and googlemail.com without `+suffix`.
    ///
    /// The rule of Google's Data Manager API, with which its other pages disagree.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_email`, `control_character` or `already_hashed`, ``InternalError``.
    public static func googleEmailWithoutSuffix(_ email: String) throws -> String {
        try hashed(.googleEmailWithoutSuffix(email: email))
    }

    /// Returns the digest of a first or last name by Google's rule: in lower case, without digits and symbols.
    ///
    /// Google's `sha256FirstName` and `sha256LastName`. White space around it is removed, inside of it it stays.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func googleName(_ name: String) throws -> String {
        try hashed(.googleName(name: name))
    }

    /// Returns the digest of a street and number by Google's rule: as ``googleName(_:)``, but with digits.
    ///
    /// Google's `sha256Street`.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func googleStreet(_ street: String) throws -> String {
        try hashed(.googleStreet(street: street))
    }

    /// Returns the digest of a text as it is, in UTF-8.
    ///
    /// - Throws: ``InternalError``.
    public static func sha256(_ text: String) throws -> String {
        try hashed(.text(text: text))
    }

    private static func hashed(_ input: HashInput) throws -> String {
        switch try caught({ try digestOf(input: input) }) {
        case .digest(let digest): return digest
        case .issues(let issues): throw ValidationError(issues: issues.map(Issue.init))
        }
    }
}
