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

    /// Returns the digest of a first or last name by Meta's rule: in lower case, without punctuation.
    ///
    /// Meta's `hashedFirstName` and `hashedLastName`. White space around it is removed; white space inside of it, digits and accents stay.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func metaName(_ name: String) throws -> String {
        try hashed(.metaName(name: name))
    }

    /// Returns the digest of a first or last name as ``metaName(_:)`` does, without any white space.
    ///
    /// Meta's `hashedFirstName` and `hashedLastName` by the rule of its parameter builder; its documentation speaks of punctuation alone.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func metaNameWithoutSpaces(_ name: String) throws -> String {
        try hashed(.metaNameWithoutSpaces(name: name))
    }

    /// Returns the digest of a city by Meta's rule: its letters in lower case, of any script and with the marks on them.
    ///
    /// Meta's `hashedCity`. Digits, punctuation, symbols and white space are removed.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func metaCity(_ city: String) throws -> String {
        try hashed(.metaCity(city: city))
    }

    /// Returns the digest of a state or province by Meta's rule: its letters in lower case and its digits.
    ///
    /// Meta's `hashedState`. For one of the United States give its code of two letters, such as `ca`: no name is translated.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func metaState(_ state: String) throws -> String {
        try hashed(.metaState(state: state))
    }

    /// Returns the digest of a postal code by Meta's rule: in lower case, without white space and dashes.
    ///
    /// Meta's `hashedZipCode`. Of a code such as `98121-4892`, as in the United States, the first five digits are hashed.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func metaZipCode(_ zipCode: String) throws -> String {
        try hashed(.metaZipCode(zipCode: zipCode))
    }

    /// Returns the digest of a country by Meta's rule: two letters (ISO 3166-1) in lower case.
    ///
    /// Meta's `hashedCountry`. White space around it is removed.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_shape`, `control_character` or `already_hashed`, ``InternalError``.
    public static func metaCountry(_ country: String) throws -> String {
        try hashed(.metaCountry(country: country))
    }

    /// Returns the digest of a date of birth by Meta's rule, `YYYYMMDD`: from that form or `YYYY-MM-DD`.
    ///
    /// Meta's `hashedDateOfBirth`. The year is at least 1900. Whether the date is in the future is not checked.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_shape`, `out_of_range`, `control_character` or `already_hashed`,
    ///   ``InternalError``.
    public static func metaDateOfBirth(_ dateOfBirth: String) throws -> String {
        try hashed(.metaDateOfBirth(dateOfBirth: dateOfBirth))
    }

    /// Returns the digest of a gender by Meta's rule, `f` or `m`: from these letters, `female` or `male`, in any case.
    ///
    /// Meta's `hashedGender`.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `invalid_choice`, `control_character` or `already_hashed`, ``InternalError``.
    public static func metaGender(_ gender: String) throws -> String {
        try hashed(.metaGender(gender: gender))
    }

    /// Returns the digest of your own ID of a user: without white space around it. Its case stays.
    ///
    /// `hashedExternalIds` of Meta and TikTok. Meta recommends to hash it, in the same form in every channel.
    ///
    /// - Throws: ``ValidationError`` with the code `empty`, `control_character` or `already_hashed`, ``InternalError``.
    public static func externalId(_ externalId: String) throws -> String {
        try hashed(.externalId(externalId: externalId))
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
