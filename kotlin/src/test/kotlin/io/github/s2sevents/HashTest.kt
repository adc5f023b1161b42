package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Every vector of `vectors/hashes.json`. */
class HashTest {
    @Test
    fun `every vector holds`() {
        val vectors = (Vectors.HASHES["hashes"] as List<*>).map { it.asObject() }
        for (vector in vectors) {
            val found = try {
                hashed(vector)
            } catch (exception: ValidationException) {
                exception.issues.map { it.path to it.code }
            }
            val issue = vector["issue"]?.asObject()
            val expected = if (issue == null) vector["digest"] else listOf(camelCase(issue["path"] as String) to issue["code"])
            assertEquals(expected, found, vector.toString())
        }
        assertEquals(Vectors.HASHES["count"].toString().toInt(), vectors.size)
    }

    @Test
    fun `a value that cannot be hashed is not repeated`() {
        val exception = assertThrows<ValidationException> { Hash.email("canary\ud800") }
        assertEquals(listOf("invalid_unicode"), exception.issues.map { it.code })
        assertFalse("canary" in exception.toString())
    }

    private fun hashed(vector: Map<String, Any?>): String {
        val input = vector["input"] as String
        val code = vector["default_calling_code"] as String?
        return when (val function = vector["function"]) {
            "email" -> Hash.email(input)
            "phone_digits" -> Hash.phoneDigits(input, code)
            "phone_e164" -> Hash.phoneE164(input, code)
            "name" -> Hash.name(input)
            "google_email" -> Hash.googleEmail(input)
            "google_email_without_suffix" -> Hash.googleEmailWithoutSuffix(input)
            "google_name" -> Hash.googleName(input)
            "google_street" -> Hash.googleStreet(input)
            "meta_name" -> Hash.metaName(input)
            "meta_name_without_spaces" -> Hash.metaNameWithoutSpaces(input)
            "meta_city" -> Hash.metaCity(input)
            "meta_state" -> Hash.metaState(input)
            "meta_zip_code" -> Hash.metaZipCode(input)
            "meta_country" -> Hash.metaCountry(input)
            "meta_date_of_birth" -> Hash.metaDateOfBirth(input)
            "meta_gender" -> Hash.metaGender(input)
            "external_id" -> Hash.externalId(input)
            "sha256" -> Hash.sha256(input)
            else -> error("there is no function $function")
        }
    }

    private fun camelCase(path: String) = path.replace(Regex("_(.)")) { it.groupValues[1].uppercase() }
}
