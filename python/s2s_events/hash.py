"""SHA-256 digests of personal data, in the normal form that providers document for them.

    from s2s_events import hash

    event = {"email_hashed": hash.email(" John_Smith@gmail.com "), ...}

A rule that providers share is one function, which names them. Each function returns 64 hexadecimal digits in lower
case, the value of the event field that it names; fields for plain values, such as `email`, apply the same functions.
A `ValidationError` names the argument and never repeats its value.
"""

from . import _native

__all__ = [
    "email",
    "external_id",
    "google_email",
    "google_email_without_suffix",
    "google_name",
    "google_street",
    "meta_city",
    "meta_country",
    "meta_date_of_birth",
    "meta_gender",
    "meta_name",
    "meta_name_without_spaces",
    "meta_state",
    "meta_zip_code",
    "name",
    "phone_digits",
    "phone_e164",
    "sha256",
]


def email(email: str) -> str:
    """Return the digest of an email address: without white space around it, in lower case.

    AppsFlyer's `email_hashed`.

    Raises `ValidationError` with the code `empty`, `invalid_email`, `control_character` or `already_hashed`.
    """
    return _native.hash_email(email)


def phone_digits(phone: str, default_calling_code: str | None = None) -> str:
    """Return the digest of a phone number: its digits with the calling code, without leading zeros and without `+`.

    AppsFlyer's `phone_number_hashed`. A number that begins with neither `+` nor `00` is a national one:
    `default_calling_code` (such as `49`) replaces its leading zeros.

    Raises `ValidationError` with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`.
    """
    return _native.hash_phone_digits(phone, default_calling_code)


def phone_e164(phone: str, default_calling_code: str | None = None) -> str:
    """Return the digest of a phone number in the form of E.164: as `phone_digits`, but with a `+` in front.

    AppsFlyer's `phone_number_e164_hashed`, Google's `sha256_phone_number`.

    Raises `ValidationError` with the code `empty`, `invalid_phone`, `control_character` or `already_hashed`.
    """
    return _native.hash_phone_e164(phone, default_calling_code)


def name(name: str) -> str:
    """Return the digest of a first or last name: without white space around it, in lower case.

    AppsFlyer's `first_name_hashed` and `last_name_hashed`.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_name(name)


def google_email(email: str) -> str:
    """Return the digest of an email address by Google's rule: in lower case, without white space.

    For gmail.com and googlemail.com points before the `@` are removed; `+suffix` stays. Google's
    `sha256_email_address`.

    Raises `ValidationError` with the code `empty`, `invalid_email`, `control_character` or `already_hashed`.
    """
    return _native.hash_google_email(email)


def google_email_without_suffix(email: str) -> str:
    """Return the digest of an email address as `google_email` does, for Gmail without `+suffix`.

    The rule of Google's Data Manager API, with which its other pages disagree.

    Raises `ValidationError` with the code `empty`, `invalid_email`, `control_character` or `already_hashed`.
    """
    return _native.hash_google_email_without_suffix(email)


def google_name(name: str) -> str:
    """Return the digest of a first or last name by Google's rule: in lower case, without digits and symbols.

    Google's `sha256_first_name` and `sha256_last_name`. White space around it is removed, inside of it it stays.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_google_name(name)


def google_street(street: str) -> str:
    """Return the digest of a street and number by Google's rule: as `google_name`, but with digits.

    Google's `sha256_street`.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_google_street(street)


def meta_name(name: str) -> str:
    """Return the digest of a first or last name by Meta's rule: in lower case, without punctuation.

    Meta's `hashed_first_name` and `hashed_last_name`. White space around it is removed; white space inside of it,
    digits and accents stay.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_meta_name(name)


def meta_name_without_spaces(name: str) -> str:
    """Return the digest of a first or last name as `meta_name` does, without any white space.

    Meta's `hashed_first_name` and `hashed_last_name` by the rule of its parameter builder; its documentation speaks
    of punctuation alone.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_meta_name_without_spaces(name)


def meta_city(city: str) -> str:
    """Return the digest of a city by Meta's rule: its letters in lower case, of any script and with the marks on them.

    Meta's `hashed_city`. Digits, punctuation, symbols and white space are removed.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_meta_city(city)


def meta_state(state: str) -> str:
    """Return the digest of a state or province by Meta's rule: its letters in lower case and its digits.

    Meta's `hashed_state`. For one of the United States give its code of two letters, such as `ca`: no name is
    translated.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_meta_state(state)


def meta_zip_code(zip_code: str) -> str:
    """Return the digest of a postal code by Meta's rule: in lower case, without white space and dashes.

    Meta's `hashed_zip_code`. Of a code such as `98121-4892`, as in the United States, the first five digits are hashed.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_meta_zip_code(zip_code)


def meta_country(country: str) -> str:
    """Return the digest of a country by Meta's rule: two letters (ISO 3166-1) in lower case.

    Meta's `hashed_country`. White space around it is removed.

    Raises `ValidationError` with the code `empty`, `invalid_shape`, `control_character` or `already_hashed`.
    """
    return _native.hash_meta_country(country)


def meta_date_of_birth(date_of_birth: str) -> str:
    """Return the digest of a date of birth by Meta's rule, `YYYYMMDD`: from that form or `YYYY-MM-DD`.

    Meta's `hashed_date_of_birth`. The year is at least 1900. Whether the date is in the future is not checked.

    Raises `ValidationError` with the code `empty`, `invalid_shape`, `out_of_range`, `control_character` or
    `already_hashed`.
    """
    return _native.hash_meta_date_of_birth(date_of_birth)


def meta_gender(gender: str) -> str:
    """Return the digest of a gender by Meta's rule, `f` or `m`: from these letters, `female` or `male`, in any case.

    Meta's `hashed_gender`.

    Raises `ValidationError` with the code `empty`, `invalid_choice`, `control_character` or `already_hashed`.
    """
    return _native.hash_meta_gender(gender)


def external_id(external_id: str) -> str:
    """Return the digest of your own ID of a user: without white space around it. Its case stays.

    `hashed_external_ids` of Meta and TikTok. Meta recommends to hash it, in the same form in every channel.

    Raises `ValidationError` with the code `empty`, `control_character` or `already_hashed`.
    """
    return _native.hash_external_id(external_id)


def sha256(text: str) -> str:
    """Return the digest of a text as it is, in UTF-8.

    Raises `ValidationError` with the code `invalid_unicode`.
    """
    return _native.hash_sha256(text)
