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
