package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An identifier of the recipient, hashed or plain (OB 3.0 data model, IdentityObject); closed.
 *
 * @param hashed whether identityHash is a hash
 * @param identityHash {@code sha256$} and hex over identifier and salt, or the identifier itself when not hashed
 * @param identityType what kind it is
 * @param salt what was appended before hashing; absent when nothing was
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({"type", "hashed", "identityHash", "identityType", "salt"})
public record IdentityObject(
        boolean hashed,
        String identityHash,
        IdentifierType identityType,
        @Nullable String salt) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public IdentityObject {
        Require.text("identityHash", identityHash);
        Require.there("identityType", identityType);
        if (hashed && !HashedIdentity.isHash(identityHash)) {
            throw Require.wrong("identityHash", "sha256$ or md5$ and hexadecimal digits", identityHash);
        }
        Require.optionalText("salt", salt);
    }

    /** Always {@code "IdentityObject"}; written on the wire, and passed over in reading. */
    @JsonProperty("type")
    public String type() {
        return "IdentityObject";
    }
}
