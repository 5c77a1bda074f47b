package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;

/**
 * What the credential says of itself; as good as the verdict.
 *
 * @param id its id
 * @param types its types
 * @param name its name
 * @param issuer who says so
 * @param achievement what was achieved
 * @param recipient who achieved it
 * @param validFrom from when, as written
 * @param validUntil until when, as written
 * @param issuedAt when it was made, of an SD-JWT VC
 * @param comment what an endorsement says
 * @param claims what an SD-JWT VC says and its holder discloses, the claims about the token itself left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialReport(
        @Nullable String id,
        List<String> types,
        @Nullable String name,
        @Nullable Named issuer,
        @Nullable Named achievement,
        @Nullable Named recipient,
        @Nullable String validFrom,
        @Nullable String validUntil,
        @Nullable String issuedAt,
        @Nullable String comment,
        @Nullable ObjectNode claims) {
    private static final Set<String> BADGES = Set.of("OpenBadgeCredential", "AchievementCredential", "Assertion");

    /** Reads what can be read. */
    public static CredentialReport of(CredentialDocument document) {
        JsonNode json = document.json();
        JsonNode subject = document.isPresentation() ? holder(json) : json.path("credentialSubject");
        return new CredentialReport(
                document.id().orElse(null),
                document.types(),
                json.path("name").textValue(),
                issuer(document.issuerId().orElse(null), json.path("issuer")),
                named(
                        subject.path("achievement").path("id").textValue(),
                        subject.path("achievement").path("name").textValue()),
                named(subject.path("id").textValue(), recipientName(subject.path("identifier"))),
                first(
                        json.path("validFrom").textValue(),
                        json.path("issuanceDate").textValue()),
                first(
                        json.path("validUntil").textValue(),
                        json.path("expirationDate").textValue()),
                null,
                subject.path("endorsementComment").textValue(),
                null);
    }

    /** Of a presentation the recipient is who shows it. */
    private static JsonNode holder(JsonNode json) {
        JsonNode holder = json.path("holder");
        return holder.isTextual() ? JsonNodeFactory.instance.objectNode().set("id", holder) : holder;
    }

    /** Whether it is a presentation of credentials, and none itself. */
    @JsonIgnore
    public boolean isPresentation() {
        return types.contains(OpenBadges.VERIFIABLE_PRESENTATION);
    }

    /** Whether it speaks for something else. */
    @JsonIgnore
    public boolean isEndorsement() {
        return types.contains(OpenBadges.ENDORSEMENT_CREDENTIAL);
    }

    /** What people call it, as a key for {@link Wording}. */
    String thing() {
        if (isPresentation()) {
            return "presentation";
        }
        if (isEndorsement()) {
            return "endorsement";
        }
        if (types.contains(OpenBadges.CLR_CREDENTIAL)) {
            return "learner-record";
        }
        boolean badge = achievement != null || types.stream().anyMatch(BADGES::contains);
        return badge ? "badge" : "credential";
    }

    private static @Nullable String recipientName(JsonNode identifiers) {
        List<String> names = new ArrayList<>();
        for (JsonNode identifier : identifiers.isArray() ? identifiers : List.of(identifiers)) {
            if ("name".equals(identifier.path("identityType").textValue())
                    && !identifier.path("hashed").asBoolean(true)) {
                names.add(identifier.path("identityHash").asText(""));
            }
        }
        return names.isEmpty() ? null : names.get(0);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return Stream.of(one == null ? other == null ? "" : other : one)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Named issuer(@Nullable String id, JsonNode issuer) {
        Named named = named(id, issuer.path("name").textValue());
        return named == null
                ? null
                : new Named(
                        named.id(),
                        named.name(),
                        issuer.path("url").textValue(),
                        issuer.path("email").textValue());
    }

    private static @Nullable Named named(@Nullable String id, @Nullable String name) {
        return Stream.of(id, name).allMatch(Objects::isNull) ? null : new Named(id, name);
    }

    /**
     * Something with an id and a name.
     *
     * @param id its id
     * @param name its name
     * @param url an issuer's page, as the credential names it
     * @param email an issuer's address, as the credential names it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(
            @Nullable String id,
            @Nullable String name,
            @Nullable String url,
            @Nullable String email) {

        /** Without a contact. */
        public Named(@Nullable String id, @Nullable String name) {
            this(id, name, null, null);
        }
    }
}
