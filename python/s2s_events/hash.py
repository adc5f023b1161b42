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
    "google_email",
    "google_email_without_suffix",
    "google_name",
    "google_street",
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


def sha256(text: str) -> str:
    """Return the digest of a text as it is, in UTF-8.

    Raises `ValidationError` with the code `invalid_unicode`.
    """
    return _native.hash_sha256(text)
