package io.github.s2sevents

import io.github.s2sevents.ffi.MessagesData

/**
 * Metrix's REST API: one app. What is wrong with its configuration is a [ConfigException].
 *
 * Where a message has no `id`, it gets one from `newId`: a random UUID by default; with null it is an issue.
 */
public class Metrix(config: MetrixConfig) :
    Client({ io.github.s2sevents.ffi.Client.metrix(config) }, { EventJson.of(config, "provider" to "metrix") }) {
    /** The request of a profile update, or a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun user(user: MetrixUser, newId: NewId? = NewId.RANDOM): Request = buildTyped(AnyEvent.MetrixUser(user), newId = newId)

    /** The request of an action, or a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun action(action: MetrixAction, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(AnyEvent.MetrixAction(action), newId = newId)

    /** The request of revenue, or a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun revenue(revenue: MetrixRevenue, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(AnyEvent.MetrixRevenue(revenue), newId = newId)

    /** The request of a business event, or a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun businessEvent(businessEvent: MetrixBusinessEvent, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(AnyEvent.MetrixBusinessEvent(businessEvent), newId = newId)

    /** One request of several messages of one user, or a [ValidationException] with all issues. */
    @JvmOverloads
    public fun messages(identity: MetrixIdentity, messages: List<MetrixMessage>, newId: NewId? = NewId.RANDOM): Request = try {
        buildMessages(MessagesData.Typed(identity, messages), messages.size, newId)
    } catch (failure: Exception) {
        rethrowIfCancelled(failure)
        refusedMessages(identity, messages, newId)
    }.orThrow()

    /** All issues of messages that cannot be written as they are. */
    private fun refusedMessages(identity: MetrixIdentity, messages: List<MetrixMessage>, newId: NewId?): BuildResult {
        val user = EventJson.ofIdentity(identity)
        val all = EventJson.ofMessages(messages)
        return user.and(all).refused(buildMessages(MessagesData.Json(user.text, all.text), messages.size, newId))
    }
}
