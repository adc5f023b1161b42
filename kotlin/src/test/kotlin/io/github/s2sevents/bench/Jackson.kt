package io.github.s2sevents.bench

import com.fasterxml.jackson.annotation.JsonProperty
import com.fasterxml.jackson.databind.ObjectMapper
import io.github.s2sevents.AdjustEvent
import java.math.BigDecimal
import java.net.URLEncoder
import java.time.Duration
import java.time.Instant

/** What a careful user writes by hand: the same bytes for the same events, with the same checks, Jackson for JSON and `URLEncoder` for the form. */
internal class Jackson(private val appToken: String, private val authToken: String, private val environment: String) {
    class Sent(val method: String, val url: String, val headers: Map<String, String>, val body: ByteArray)

    private val json = ObjectMapper()

    fun typed(event: AdjustEvent, now: Instant): Sent = send(
        Fields().apply {
            eventToken = event.eventToken
            gpsAdid = event.gpsAdid
            adid = event.adid
            osName = event.osName
            osVersion = event.osVersion
            deviceName = event.deviceName
            ipAddress = event.ipAddress
            userAgent = event.userAgent
            revenue = event.revenue as BigDecimal?
            currency = event.currency
            callbackParams = event.callbackParams
            partnerParams = event.partnerParams
        },
        event.createdAt as Instant?,
        now,
    )

    fun json(line: ByteArray, now: Instant): Sent {
        val fields = json.readValue(line, Fields::class.java)
        return send(fields, fields.createdAt?.let(Instant::parse), now)
    }

    private fun send(event: Fields, createdAt: Instant?, now: Instant): Sent {
        check(event, createdAt, now)
        val form = StringBuilder(768)
        add(form, "s2s", "1")
        add(form, "event_token", event.eventToken)
        add(form, "app_token", appToken)
        add(form, "gps_adid", event.gpsAdid?.lowercase())
        add(form, "adid", event.adid)
        add(form, "os_name", event.osName)
        add(form, "os_version", event.osVersion)
        add(form, "device_name", event.deviceName)
        add(form, "ip_address", event.ipAddress)
        add(form, "user_agent", event.userAgent)
        add(form, "created_at_unix", createdAt?.epochSecond?.toString())
        add(form, "callback_params", event.callbackParams?.let(json::writeValueAsString))
        add(form, "partner_params", event.partnerParams?.let(json::writeValueAsString))
        add(form, "currency", event.currency?.uppercase())
        add(form, "revenue", event.revenue?.stripTrailingZeros()?.toPlainString())
        add(form, "environment", environment)
        val headers = mapOf("content-type" to "application/x-www-form-urlencoded", "authorization" to "Bearer $authToken")
        return Sent("POST", "https://s2s.adjust.com/event", headers, form.toString().toByteArray())
    }

    private fun add(form: StringBuilder, name: String, value: String?) {
        if (value == null) return
        if (form.isNotEmpty()) form.append('&')
        form.append(name).append('=').append(URLEncoder.encode(value, Charsets.UTF_8).replace("+", "%20"))
    }

    private fun check(event: Fields, createdAt: Instant?, now: Instant) {
        require(event.eventToken?.all { it in '!'..'~' } == true)
        require(event.gpsAdid?.let(UUID::matches) != false)
        require(event.adid?.let(HEX::matches) != false)
        require(event.gpsAdid != null || event.adid != null)
        require(event.ipAddress?.let(IP::matches) != false)
        require((event.currency == null) == (event.revenue == null))
        require(event.currency?.let { it.length == 3 && it.all(Char::isLetter) } != false)
        require(event.revenue?.let { it >= LEAST && it <= MOST && it.precision() <= 28 } != false)
        require(createdAt == null || (createdAt >= now - OLDEST && createdAt <= now + FURTHEST))
        for (text in listOf(event.osName, event.osVersion, event.deviceName, event.userAgent)) {
            require(text == null || (text.isNotEmpty() && text.none(Char::isISOControl)))
        }
    }

    /** The fields that the events of the bench have. */
    class Fields {
        @JsonProperty var provider: String? = null

        @JsonProperty var kind: String? = null

        @JsonProperty("event_token")
        var eventToken: String? = null

        @JsonProperty("gps_adid")
        var gpsAdid: String? = null

        @JsonProperty var adid: String? = null

        @JsonProperty("os_name")
        var osName: String? = null

        @JsonProperty("os_version")
        var osVersion: String? = null

        @JsonProperty("device_name")
        var deviceName: String? = null

        @JsonProperty("ip_address")
        var ipAddress: String? = null

        @JsonProperty("user_agent")
        var userAgent: String? = null

        @JsonProperty("created_at")
        var createdAt: String? = null

        @JsonProperty var revenue: BigDecimal? = null

        @JsonProperty var currency: String? = null

        @JsonProperty("callback_params")
        var callbackParams: Map<String, String>? = null

        @JsonProperty("partner_params")
        var partnerParams: Map<String, String>? = null
    }

    private companion object {
        val UUID = Regex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        val HEX = Regex("[0-9a-fA-F]{32}")
        val IP = Regex("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}")
        val LEAST = BigDecimal("0.001")
        val MOST = BigDecimal("100000000000")
        val OLDEST: Duration = Duration.ofDays(58)
        val FURTHEST: Duration = Duration.ofDays(1)
    }
}
