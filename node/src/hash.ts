/**
 * SHA-256 digests of personal data, in the normal form that providers document for them.
 *
 * ```js
 * import { hash } from 's2s-events'
 *
 * const event = { emailHashed: hash.email(' John_Smith@gmail.com ') }
 * ```
 *
 * A rule that providers share is one function, which names them. Each function returns 64 hexadecimal digits in lower case, the value of the
 * event field that it names; fields for plain values, such as `email`, apply the same functions. A {@link ValidationError} names the argument and
 * never repeats its value.
 *
 * @packageDocumentation
 */

import { ValidationError } from './errors.js'
import * as native from './native.js'

/**
 * Returns the digest of an email address: without white space around it, in lower case.
 *
 * AppsFlyer's `emailHashed`.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_email`, `control_character` or `already_hashed`.
 */
export function email(email: string): string {
  return digest(native.hashEmail(unicode('/email', email)))
}

/**
 * Returns the digest of a phone number: its digits with the calling code, without leading zeros and without `+`.
 *
 * AppsFlyer's `phoneNumberHashed`. A number that begins with neither `+` nor `00` is a national one: `defaultCallingCode` (such as `49`) replaces
 * its leading zeros.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`.
 */
export function phoneDigits(phone: string, defaultCallingCode?: string): string {
  return digest(native.hashPhoneDigits(unicode('/phone', phone), callingCode(defaultCallingCode)))
}

/**
 * Returns the digest of a phone number in the form of E.164: as {@link phoneDigits}, but with a `+` in front.
 *
 * AppsFlyer's `phoneNumberE164Hashed`, Google's `sha256PhoneNumber`.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`.
 */
export function phoneE164(phone: string, defaultCallingCode?: string): string {
  return digest(native.hashPhoneE164(unicode('/phone', phone), callingCode(defaultCallingCode)))
}

/**
 * Returns the digest of a first or last name: without white space around it, in lower case.
 *
 * AppsFlyer's `firstNameHashed` and `lastNameHashed`.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function name(name: string): string {
  return digest(native.hashName(unicode('/name', name)))
}

/**
 * Returns the digest of an email address by Google's rule: in lower case, without white space.
 *
 * For gmail.com and googlemail.com points before the `@` are removed; `+suffix` stays. Google's `sha256EmailAddress`.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_email`, `control_character` or `already_hashed`.
 */
export function googleEmail(email: string): string {
  return digest(native.hashGoogleEmail(unicode('/email', email)))
}

/**
 * Returns the digest of an email address as {@link googleEmail} does, for gmail.com and googlemail.com without `+suffix`.
 *
 * The rule of Google's Data Manager API, with which its other pages disagree.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_email`, `control_character` or `already_hashed`.
 */
export function googleEmailWithoutSuffix(email: string): string {
  return digest(native.hashGoogleEmailWithoutSuffix(unicode('/email', email)))
}

/**
 * Returns the digest of a first or last name by Google's rule: in lower case, without digits and symbols.
 *
 * Google's `sha256FirstName` and `sha256LastName`. White space around it is removed, inside of it it stays.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function googleName(name: string): string {
  return digest(native.hashGoogleName(unicode('/name', name)))
}

/**
 * Returns the digest of a street and number by Google's rule: as {@link googleName}, but with digits.
 *
 * Google's `sha256Street`.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function googleStreet(street: string): string {
  return digest(native.hashGoogleStreet(unicode('/street', street)))
}

/**
 * Returns the digest of a first or last name by Meta's rule: in lower case, without punctuation.
 *
 * Meta's `hashedFirstName` and `hashedLastName`. White space around it is removed; white space inside of it, digits and accents stay.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function metaName(name: string): string {
  return digest(native.hashMetaName(unicode('/name', name)))
}

/**
 * Returns the digest of a first or last name as {@link metaName} does, without any white space.
 *
 * Meta's `hashedFirstName` and `hashedLastName` by the rule of its parameter builder; its documentation speaks of punctuation alone.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function metaNameWithoutSpaces(name: string): string {
  return digest(native.hashMetaNameWithoutSpaces(unicode('/name', name)))
}

/**
 * Returns the digest of a city by Meta's rule: its letters in lower case, of any script and with the marks on them.
 *
 * Meta's `hashedCity`. Digits, punctuation, symbols and white space are removed.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function metaCity(city: string): string {
  return digest(native.hashMetaCity(unicode('/city', city)))
}

/**
 * Returns the digest of a state or province by Meta's rule: its letters in lower case and its digits.
 *
 * Meta's `hashedState`. For one of the United States give its code of two letters, such as `ca`: no name is translated.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function metaState(state: string): string {
  return digest(native.hashMetaState(unicode('/state', state)))
}

/**
 * Returns the digest of a postal code by Meta's rule: in lower case, without white space and dashes.
 *
 * Meta's `hashedZipCode`. Of a code such as `98121-4892`, as in the United States, the first five digits are hashed.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function metaZipCode(zipCode: string): string {
  return digest(native.hashMetaZipCode(unicode('/zipCode', zipCode)))
}

/**
 * Returns the digest of a country by Meta's rule: two letters (ISO 3166-1) in lower case.
 *
 * Meta's `hashedCountry`. White space around it is removed.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_shape`, `control_character` or `already_hashed`.
 */
export function metaCountry(country: string): string {
  return digest(native.hashMetaCountry(unicode('/country', country)))
}

/**
 * Returns the digest of a date of birth by Meta's rule, `YYYYMMDD`: from that form or `YYYY-MM-DD`.
 *
 * Meta's `hashedDateOfBirth`. The year is at least 1900. Whether the date is in the future is not checked.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_shape`, `out_of_range`, `control_character` or `already_hashed`.
 */
export function metaDateOfBirth(dateOfBirth: string): string {
  return digest(native.hashMetaDateOfBirth(unicode('/dateOfBirth', dateOfBirth)))
}

/**
 * Returns the digest of a gender by Meta's rule, `f` or `m`: from these letters, `female` or `male`, in any case.
 *
 * Meta's `hashedGender`.
 *
 * @throws {@link ValidationError} with the code `empty`, `invalid_choice`, `control_character` or `already_hashed`.
 */
export function metaGender(gender: string): string {
  return digest(native.hashMetaGender(unicode('/gender', gender)))
}

/**
 * Returns the digest of your own ID of a user: without white space around it. Its case stays.
 *
 * `hashedExternalIds` of Meta and TikTok. Meta recommends to hash it, in the same form in every channel.
 *
 * @throws {@link ValidationError} with the code `empty`, `control_character` or `already_hashed`.
 */
export function externalId(externalId: string): string {
  return digest(native.hashExternalId(unicode('/externalId', externalId)))
}

/**
 * Returns the digest of a text as it is, in UTF-8.
 *
 * @throws {@link ValidationError} with the code `invalid_unicode`.
 */
export function sha256(text: string): string {
  return native.hashSha256(unicode('/text', text))
}

function digest(text: string): string {
  if (text.startsWith('[')) throw new ValidationError(JSON.parse(text))
  return text
}

function callingCode(code: string | undefined): string | undefined {
  return code === undefined ? undefined : unicode('/defaultCallingCode', code)
}

function unicode(path: string, text: string): string {
  if (typeof text !== 'string') throw new TypeError(`${path.slice(1)} must be a string`)
  if (text.isWellFormed()) return text
  throw new ValidationError([{ path, code: 'invalid_unicode', message: 'holds half of a surrogate pair' }])
}
