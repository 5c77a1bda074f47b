package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A badge before it is signed (OB 3.0 data model, OpenBadgeCredential, VCDM 2.0). Proofs are added by signers.
 *
 * @param context {@link OpenBadges#CONTEXTS} and what extensions need; those two when none is given
 * @param id its URL
 * @param name what wallets show
 * @param description a short description
 * @param image what wallets show
 * @param issuer who awards it; its id is the DID that signs
 * @param awardedDate when it was first awarded, as validFrom moves with corrections
 * @param validFrom from when it is valid
 * @param validUntil until when it is valid
 * @param credentialSubject who achieved what
 * @param evidence what shows it
 * @param endorsement signed endorsements of it, exactly as they were signed
 * @param endorsementJwt endorsements of it as compact JWS
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
    "image",
    "issuer",
    "awardedDate",
    "validFrom",
    "validUntil",
    "credentialSubject",
    "evidence",
    "endorsement",
    "endorsementJwt",
    "credentialSchema",
    "credentialStatus",
    "refreshService",
    "termsOfUse"
})
public record OpenBadgeCredential(
        @JsonProperty("@context") List<String> context,
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable Image image,
        Profile issuer,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant awardedDate,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class)
        Instant validFrom,

        @JsonSerialize(using = WireTime.Writer.class) @JsonDeserialize(using = WireTime.Reader.class) @Nullable Instant validUntil,

        AchievementSubject credentialSubject,
        List<Evidence> evidence,
        List<ObjectNode> endorsement,
        List<String> endorsementJwt,

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
    public OpenBadgeCredential {
        context = context == null || context.isEmpty() ? OpenBadges.CONTEXTS : List.copyOf(context);
        Require.uri("id", id);
        Require.optionalText("name", name);
        Require.optionalText("description", description);
        evidence = Require.list(evidence);
        endorsement = Require.list(endorsement);
        endorsementJwt = Require.list(endorsementJwt);
        Require.jws("endorsementJwt", endorsementJwt);
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

    /** Always {@code ["VerifiableCredential","OpenBadgeCredential"]}; written on the wire as an array, and passed over in reading. */
    @JsonProperty("type")
    public List<String> type() {
        return List.of("VerifiableCredential", "OpenBadgeCredential");
    }
}
