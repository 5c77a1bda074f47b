package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential in which one party endorses another, an achievement or a badge, before it is signed (OB 3.0 data model, EndorsementCredential).
 *
 * @param context {@link OpenBadges#CONTEXTS} and what extensions need; those two when none is given
 * @param id its URL
 * @param name what wallets show
 * @param description a short description
 * @param issuer who endorses; its id is the DID that signs
 * @param awardedDate when it was first given
 * @param validFrom from when it is valid
 * @param validUntil until when it is valid
 * @param credentialSubject what is endorsed
 * @param credentialSchema schemas it conforms to
 * @param credentialStatus where its status can be read: one is written as an object, several as an array
 * @param refreshService where a newer version can be had
 * @param termsOfUse terms of use
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(value = "type", allowGetters = true)
@JsonPropertyOrder({
    "@context",
    "id",
    "type",
    "name",
    "description",
    "issuer",
    "awardedDate",
    "validFrom",
    "validUntil",
    "credentialSubject",
    "credentialSchema",
    "credentialStatus",
    "refreshService",
    "termsOfUse"
})
public record EndorsementCredential(
        @JsonProperty("@context") List<String> context,
        String id,
        String name,
        @Nullable String description,
        Profile issuer,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant awardedDate,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class)
        Instant validFrom,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant validUntil,

        EndorsementSubject credentialSubject,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<CredentialSchema> credentialSchema,

        @JsonFormat(
                with = {
                    JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED,
                    JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY
                })
        List<CredentialStatus> credentialStatus,

        @Nullable RefreshService refreshService,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<TermsOfUse> termsOfUse) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public EndorsementCredential {
        context = context == null || context.isEmpty() ? OpenBadges.CONTEXTS : List.copyOf(context);
        Require.uri("id", id);
        Require.text("name", name);
        Require.optionalText("description", description);
        awardedDate = Require.seconds(awardedDate);
        Require.there("issuer", issuer);
        Require.there("credentialSubject", credentialSubject);
        validFrom = Require.there("validFrom", validFrom).truncatedTo(ChronoUnit.SECONDS);
        validUntil = Require.seconds(validUntil);
        Require.inOrder("validUntil", validFrom, validUntil);
        credentialSchema = Require.list(credentialSchema);
        credentialStatus = Require.list(credentialStatus);
        termsOfUse = Require.list(termsOfUse);
    }

    /** Always {@code ["VerifiableCredential","EndorsementCredential"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("VerifiableCredential", "EndorsementCredential");
    }
}
