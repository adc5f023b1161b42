package io.github.s2sevents

/** What came back for a request. `toString` shows the status alone. */
public class Response @JvmOverloads constructor(
    /** The status code. */
    public val status: Int,
    /** The names of the headers, in any case, each with its values. */
    public val headers: Map<String, List<String>>,
    /** The body, decoded from its transfer and content encodings. */
    public val body: ByteArray = ByteArray(0),
) {
    override fun toString(): String = "Response($status)"
}
