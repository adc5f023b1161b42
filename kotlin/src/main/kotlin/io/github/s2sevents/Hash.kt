package io.github.s2sevents

import io.github.s2sevents.ffi.Fault
import io.github.s2sevents.ffi.HashInput
import io.github.s2sevents.ffi.Hashed
import io.github.s2sevents.ffi.digestOf
import java.nio.charset.CharacterCodingException

/**
 * SHA-256 digests of personal data, in the normal form that providers document for them.
 *
 * A rule that providers share is one function, which names them. Each function returns 64 hexadecimal digits in lower case, the value of the
 * event field that it names; fields for plain values, such as `email`, apply the same functions. A [ValidationException] names the argument and
 * never repeats its value.
 */
public object Hash {
    /**
     * Returns the digest of an email address: without white space around it, in lower case.
     *
     * AppsFlyer's `emailHashed`.
     *
     * @throws ValidationException with the code `empty`, `invalid_email`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun email(email: String): String = hashed(HashInput.Email(email))

    /**
     * Returns the digest of a phone number: its digits with the calling code, without leading zeros and without `+`.
     *
     * AppsFlyer's `phoneNumberHashed`. A number that begins with neither `+` nor `00` is a national one: [defaultCallingCode] (such as `49`)
     * replaces its leading zeros.
     *
     * @throws ValidationException with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`
     */
    @JvmStatic
    @JvmOverloads
    public fun phoneDigits(phone: String, defaultCallingCode: String? = null): String =
        hashed(HashInput.PhoneDigits(phone, defaultCallingCode))

    /**
     * Returns the digest of a phone number in the form of E.164: as [phoneDigits], but with a `+` in front.
     *
     * AppsFlyer's `phoneNumberE164Hashed`, Google's `sha256PhoneNumber`.
     *
     * @throws ValidationException with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`
     */
    @JvmStatic
    @JvmOverloads
    public fun phoneE164(phone: String, defaultCallingCode: String? = null): String = hashed(HashInput.PhoneE164(phone, defaultCallingCode))

    /**
     * Returns the digest of a first or last name: without white space around it, in lower case.
     *
     * AppsFlyer's `firstNameHashed` and `lastNameHashed`.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun name(name: String): String = hashed(HashInput.Name(name))

    /**
     * Returns the digest of an email address by Google's rule: in lower case, without white space.
     *
     * For gmail.com and googlemail.com points before the `@` are removed; `+suffix` stays. Google's `sha256EmailAddress`.
     *
     * @throws ValidationException with the code `empty`, `invalid_email`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun googleEmail(email: String): String = hashed(HashInput.GoogleEmail(email))

    /**
     * Returns the digest of an email address as [googleEmail] does, for gmail.com and googlemail.com without `+suffix`.
     *
     * The rule of Google's Data Manager API, with which its other pages disagree.
     *
     * @throws ValidationException with the code `empty`, `invalid_email`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun googleEmailWithoutSuffix(email: String): String = hashed(HashInput.GoogleEmailWithoutSuffix(email))

    /**
     * Returns the digest of a first or last name by Google's rule: in lower case, without digits and symbols.
     *
     * Google's `sha256FirstName` and `sha256LastName`. White space around it is removed, inside of it it stays.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun googleName(name: String): String = hashed(HashInput.GoogleName(name))

    /**
     * Returns the digest of a street and number by Google's rule: as [googleName], but with digits.
     *
     * Google's `sha256Street`.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun googleStreet(street: String): String = hashed(HashInput.GoogleStreet(street))

    /**
     * Returns the digest of a first or last name by Meta's rule: in lower case, without punctuation.
     *
     * Meta's `hashedFirstName` and `hashedLastName`. White space around it is removed; white space inside of it, digits and accents stay.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaName(name: String): String = hashed(HashInput.MetaName(name))

    /**
     * Returns the digest of a first or last name as [metaName] does, without any white space.
     *
     * Meta's `hashedFirstName` and `hashedLastName` by the rule of its parameter builder; its documentation speaks of punctuation alone.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaNameWithoutSpaces(name: String): String = hashed(HashInput.MetaNameWithoutSpaces(name))

    /**
     * Returns the digest of a city by Meta's rule: its letters in lower case, of any script and with the marks on them.
     *
     * Meta's `hashedCity`. Digits, punctuation, symbols and white space are removed.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaCity(city: String): String = hashed(HashInput.MetaCity(city))

    /**
     * Returns the digest of a state or province by Meta's rule: its letters in lower case and its digits.
     *
     * Meta's `hashedState`. For one of the United States give its code of two letters, such as `ca`: no name is translated.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaState(state: String): String = hashed(HashInput.MetaState(state))

    /**
     * Returns the digest of a postal code by Meta's rule: in lower case, without white space and dashes.
     *
     * Meta's `hashedZipCode`. Of a code such as `98121-4892`, as in the United States, the first five digits are hashed.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaZipCode(zipCode: String): String = hashed(HashInput.MetaZipCode(zipCode))

    /**
     * Returns the digest of a country by Meta's rule: two letters (ISO 3166-1) in lower case.
     *
     * Meta's `hashedCountry`. White space around it is removed.
     *
     * @throws ValidationException with the code `empty`, `invalid_shape`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaCountry(country: String): String = hashed(HashInput.MetaCountry(country))

    /**
     * Returns the digest of a date of birth by Meta's rule, `YYYYMMDD`: from that form or `YYYY-MM-DD`.
     *
     * Meta's `hashedDateOfBirth`. The year is at least 1900. Whether the date is in the future is not checked.
     *
     * @throws ValidationException with the code `empty`, `invalid_shape`, `out_of_range`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaDateOfBirth(dateOfBirth: String): String = hashed(HashInput.MetaDateOfBirth(dateOfBirth))

    /**
     * Returns the digest of a gender by Meta's rule, `f` or `m`: from these letters, `female` or `male`, in any case.
     *
     * Meta's `hashedGender`.
     *
     * @throws ValidationException with the code `empty`, `invalid_choice`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun metaGender(gender: String): String = hashed(HashInput.MetaGender(gender))

    /**
     * Returns the digest of your own ID of a user: without white space around it. Its case stays.
     *
     * `hashedExternalIds` of Meta and TikTok. Meta recommends to hash it, in the same form in every channel.
     *
     * @throws ValidationException with the code `empty`, `control_character` or `already_hashed`
     */
    @JvmStatic
    public fun externalId(externalId: String): String = hashed(HashInput.ExternalId(externalId))

    /**
     * Returns the digest of a text as it is, in UTF-8.
     *
     * @throws ValidationException with the code `invalid_unicode`
     */
    @JvmStatic
    public fun sha256(text: String): String = hashed(HashInput.Text(text))

    private fun hashed(input: HashInput): String {
        Native.ensureLoaded()
        val hashed = try {
            digestOf(input)
        } catch (_: CharacterCodingException) {
            throw ValidationException(listOf(HALF_A_PAIR))
        } catch (_: Fault) {
            throw fault()
        }
        return when (hashed) {
            is Hashed.Digest -> hashed.digest
            is Hashed.Issues -> throw ValidationException(issuesOf(hashed.issues))
        }
    }
}
