package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An embedded proof as it is written (OB 3.0 data model, Proof, Data Integrity 1.0 §2.1).
 *
 * @param id its own id
 * @param type {@code DataIntegrityProof} or a legacy suite
 * @param cryptosuite {@code eddsa-rdfc-2022} and the like
 * @param created when it was made
 * @param expires when it ends
 * @param verificationMethod the key's URL
 * @param proofPurpose {@code assertionMethod}
 * @param domain for whom
 * @param challenge in answer to what
 * @param nonce a random value
 * @param proofValue the signature, multibase
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "id",
    "type",
    "cryptosuite",
    "created",
    "expires",
    "verificationMethod",
    "proofPurpose",
    "domain",
    "challenge",
    "nonce",
    "proofValue"
})
public record Proof(
        @Nullable String id,
        String type,
        @Nullable String cryptosuite,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant created,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant expires,

        @Nullable String verificationMethod,
        @Nullable String proofPurpose,
        @Nullable String domain,
        @Nullable String challenge,
        @Nullable String nonce,
        @Nullable String proofValue) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public Proof {
        Require.optionalUri("id", id);
        Require.text("type", type);
        created = Require.seconds(created);
        expires = Require.seconds(expires);
        Require.inOrder("expires", created, expires);
        Require.optionalUri("verificationMethod", verificationMethod);
    }
}
