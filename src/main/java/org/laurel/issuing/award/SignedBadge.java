package org.laurel.issuing.award;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Evidence;
import org.laurel.document.credential.IdentityObject;
import org.laurel.document.credential.Result;
import org.laurel.issuing.signing.HostedCredential;
import org.laurel.shared.json.JsonColumns;

/**
 * A badge of ours, read from the bytes that were signed: what the award's row does not keep.
 *
 * @param json the whole
 */
record SignedBadge(JsonNode json) {

    /** Reads the bytes. */
    static SignedBadge of(HostedCredential hosted) {
        return new SignedBadge(JsonColumns.parse(new String(hosted.document(), StandardCharsets.UTF_8)));
    }

    /** When it was first awarded. */
    Instant awardedDate(Instant otherwise) {
        Instant read = time(json.path("awardedDate"));
        return read == null ? otherwise : read;
    }

    /** The holder's DID, where it is about one. */
    Optional<String> did() {
        return Optional.of(json.at("/credentialSubject/id").asText()).filter(id -> id.startsWith("did:"));
    }

    /** By what the recipient is known. */
    List<IdentityObject> identifiers() {
        return all(json.at("/credentialSubject/identifier"), IdentityObject.class);
    }

    /** What shows it. */
    List<Evidence> evidence() {
        return all(json.path("evidence"), Evidence.class);
    }

    /** Results reached. */
    List<Result> results() {
        return all(json.at("/credentialSubject/result"), Result.class);
    }

    /** A text of the subject. */
    @Nullable String text(String member) {
        return json.path("credentialSubject").path(member).textValue();
    }

    /** A time of the subject. */
    @Nullable Instant time(String member) {
        return time(json.path("credentialSubject").path(member));
    }

    /** Credits earned. */
    @Nullable BigDecimal credits() {
        JsonNode credits = json.at("/credentialSubject/creditsEarned");
        return credits.isNumber() ? credits.decimalValue() : null;
    }

    private static @Nullable Instant time(JsonNode node) {
        return node.isTextual() ? OffsetDateTime.parse(node.textValue()).toInstant() : null;
    }

    /** One may stand without an array. */
    private static <T> List<T> all(JsonNode node, Class<T> type) {
        List<T> read = new ArrayList<>();
        if (node.isObject()) {
            read.add(JsonColumns.read(node.toString(), type));
        }
        if (node.isArray()) {
            node.forEach(item -> read.add(JsonColumns.read(item.toString(), type)));
        }
        return read;
    }
}
