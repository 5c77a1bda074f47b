package org.laurel.securing.proof.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialKind;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.proof.UnverifiedCredential;

/**
 * The registered claims beside a credential: each must be there and say what the credential says (OB 3.0 §8.2.2, §9.1).
 * Under {@code typ: vc+jwt} they may be missing, and {@code nbf} and {@code exp} are the signature's own life
 * (VC-JOSE-COSE §3.1.3).
 */
final class CredentialClaims {
    private static final BigDecimal MAX_SECONDS = new BigDecimal("253402300800");
    private static final long TOLERANCE = 60;

    private final ObjectNode payload;
    private final CredentialDocument document;
    private final boolean joseCose;
    private final Instant now;

    private CredentialClaims(ObjectNode payload, CredentialDocument document, boolean joseCose, Instant now) {
        this.payload = payload;
        this.document = document;
        this.joseCose = joseCose;
        this.now = now;
    }

    /** The first contradiction, if any. */
    static Optional<ProofRefusal> refusal(UnverifiedCredential credential, boolean joseCose, Instant now) {
        ObjectNode payload = credential.payload();
        if (payload == null) {
            return Optional.of(new ProofRefusal(Code.MALFORMED, "the credential did not come as a JWT", ""));
        }
        return new CredentialClaims(payload, credential.document(), joseCose, now).refusal();
    }

    /** The id of the only subject. */
    static Optional<String> subjectId(ObjectNode credential) {
        JsonNode subject = credential.path("credentialSubject");
        JsonNode only = subject.isArray() && subject.size() == 1 ? subject.get(0) : subject;
        return Optional.ofNullable(only.path("id").textValue());
    }

    /** A NumericDate as whole seconds; empty when it is none (RFC 7519 §2). */
    static Optional<Long> seconds(JsonNode claim) {
        if (!claim.isNumber() || claim.decimalValue().abs().compareTo(MAX_SECONDS) > 0) {
            return Optional.empty();
        }
        return Optional.of(claim.decimalValue().setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private Optional<ProofRefusal> refusal() {
        if (document.isPresentation()) {
            return presentation();
        }
        boolean v1 = CredentialKind.isVersionOne(document);
        if (payload.has("vc") != v1) {
            return mismatch("vc", "the claim \"vc\" goes with VCDM 1.1, and only with it");
        }
        return sameText("iss", document.issuerId().orElse(null))
                .or(() -> sameText("sub", subjectId(document.json()).orElse(null)))
                .or(() -> sameText("jti", document.id().orElse(null)))
                .or(() -> joseCose ? alive() : sameTimes(v1));
    }

    /** A holder's claims: {@code iss} is the holder where both are named; the times are the signature's (VC-JOSE-COSE §3.1.2). */
    private Optional<ProofRefusal> presentation() {
        if (payload.has("vp") != CredentialKind.isVersionOne(document)) {
            return mismatch("vp", "the claim \"vp\" goes with VCDM 1.1, and only with it");
        }
        Optional<String> holder = document.holderId();
        if (payload.has("iss")
                && holder.filter(id -> !id.equals(payload.get("iss").textValue()))
                        .isPresent()) {
            return mismatch("iss", "the claim \"iss\" must equal the holder");
        }
        return alive();
    }

    private Optional<ProofRefusal> sameTimes(boolean v1) {
        String from = v1 ? "issuanceDate" : "validFrom";
        String until = v1 ? "expirationDate" : "validUntil";
        return sameTime("nbf", from).or(() -> {
            if (!payload.has("exp") && !document.json().has(until)) {
                return Optional.empty();
            }
            return sameTime("exp", until);
        });
    }

    private Optional<ProofRefusal> alive() {
        if (payload.has("nbf")
                && seconds(payload.get("nbf"))
                        .filter(s -> s <= now.getEpochSecond() + TOLERANCE)
                        .isEmpty()) {
            return Optional.of(new ProofRefusal(Code.OUT_OF_TIME, "the signature does not count yet", "/nbf"));
        }
        if (payload.has("exp")
                && seconds(payload.get("exp"))
                        .filter(s -> s > now.getEpochSecond())
                        .isEmpty()) {
            return Optional.of(new ProofRefusal(Code.OUT_OF_TIME, "the signature does not count any more", "/exp"));
        }
        return Optional.empty();
    }

    private Optional<ProofRefusal> sameText(String claim, @Nullable String expected) {
        JsonNode value = payload.path(claim);
        if (joseCose && value.isMissingNode()) {
            return Optional.empty();
        }
        if (expected == null || !value.isTextual() || !value.textValue().equals(expected)) {
            return mismatch(claim, "the claim \"" + claim + "\" must be there and equal the credential's");
        }
        return Optional.empty();
    }

    private Optional<ProofRefusal> sameTime(String claim, String property) {
        Optional<Long> stated = seconds(payload.path(claim));
        Optional<Long> expected =
                ProofTimes.read(document.json().path(property).asText()).map(Instant::getEpochSecond);
        if (stated.isEmpty() || !stated.equals(expected)) {
            return mismatch(claim, "the claim \"" + claim + "\" must be there and equal " + property);
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> mismatch(String claim, String detail) {
        return Optional.of(new ProofRefusal(Code.CLAIM_MISMATCH, detail, "/" + claim));
    }
}
