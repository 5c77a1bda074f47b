package org.laurel.hosting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.laurel.issuing.signing.HostedCredential;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.JsonColumns;

/**
 * A document as the public gets it.
 *
 * @param body its bytes
 * @param tag its strong entity tag, quotes included
 * @param maxAge how long it may be kept
 * @param signedAs the forms in which it was signed, this among them; none when it is no credential
 */
@SuppressWarnings("ArrayRecordComponent") // served, never compared
public record PublicDocument(byte[] body, String tag, Duration maxAge, Set<Representation> signedAs) {

    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Set<Representation> JSON = Set.of(Representation.JSON);
    private static final Set<Representation> JWT = Set.of(Representation.JWT);
    private static final Set<Representation> BOTH = Set.of(Representation.JSON, Representation.JWT);

    /** A credential in the form that is asked for, byte for byte as it was signed; empty when it was not signed in it. */
    static Optional<PublicDocument> of(HostedCredential hosted, Representation form) {
        byte[] bytes = form == Representation.JWT ? hosted.jwt() : hosted.json();
        String tag = form == Representation.JWT ? hosted.jwtTag() : hosted.jsonTag();
        return Optional.ofNullable(bytes)
                .map(body -> new PublicDocument(body, "\"" + tag + "\"", SHORT, signedAs(hosted)));
    }

    private static Set<Representation> signedAs(HostedCredential hosted) {
        return hosted.jwt() == null ? JSON : hosted.json() == null ? JWT : BOTH;
    }

    /** One with a tag, which is written without quotes here. */
    static PublicDocument of(byte[] body, String tag, Duration maxAge) {
        return new PublicDocument(body, "\"" + tag + "\"", maxAge, Set.of());
    }

    /** In which form a credential is: a compact JWS begins with no brace. */
    public Representation form() {
        return body.length > 0 && body[0] == '{' ? Representation.JSON : Representation.JWT;
    }

    /** What a credential says, as UTF-8 JSON, in whichever form it is. */
    public byte[] document() {
        return form() == Representation.JSON ? body : HostedCredential.payload(body);
    }

    /** A document that is written today. */
    static PublicDocument of(ObjectNode json) {
        return of(JsonColumns.write(json).getBytes(StandardCharsets.UTF_8), SHORT);
    }

    /** One whose tag follows from its bytes. */
    public static PublicDocument of(byte[] body, Duration maxAge) {
        return of(body, Base64Url.encode(Sha256.of(body)), maxAge);
    }
}
