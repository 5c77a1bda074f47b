package org.laurel.verifying.sdjwtvc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.sdjwt.PlainClaims;
import org.laurel.securing.sdjwt.SdJwt;
import org.laurel.securing.sdjwt.SdJwtException;
import org.laurel.securing.sdjwt.SelectiveDisclosure;
import org.laurel.verifying.check.OtherCredential;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.CredentialReport.Named;

/**
 * What is known so far of an SD-JWT VC.
 *
 * @param disclosure the SD-JWT, and its claims with what is disclosed in its place
 * @param issuerOrNull the issuer's keys, once they were had
 */
record SdJwtVc(SelectiveDisclosure disclosure, @Nullable DidDocument issuerOrNull) implements OtherCredential {
    private static final int MAX_BYTES = 1 << 20;
    private static final String TYPE = "dc+sd-jwt";
    /** The media type before it was given to W3C's credentials. */
    private static final String OLDER_TYPE = "vc+sd-jwt";

    /** Claims that the report says in its own words, or that say nothing of the subject (RFC 7519 §4.1, SD-JWT VC §2.2.2). */
    private static final List<String> OF_THE_TOKEN =
            List.of("iss", "sub", "nbf", "exp", "iat", "jti", "cnf", "status", "_sd_alg", "vct#integrity");

    private static final BigDecimal MAX_SECONDS = new BigDecimal("253402300799");

    /** The SD-JWT VC; empty for what is none, also for credentials of W3C in an SD-JWT. */
    static Optional<SdJwtVc> read(byte[] bytes) {
        String text = bytes.length > MAX_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8).strip();
        if (!SdJwt.isOne(text)) {
            return Optional.empty();
        }
        try {
            SdJwt sdJwt = SdJwt.read(text);
            return isOne(sdJwt)
                    ? Optional.of(new SdJwtVc(SelectiveDisclosure.of(sdJwt, PlainClaims.SD_JWT_VC), null))
                    : Optional.empty();
        } catch (SdJwtException e) {
            return Optional.empty(); // the plan for all else says what is wrong with it
        }
    }

    SdJwtVc with(DidDocument issuer) {
        return new SdJwtVc(disclosure, issuer);
    }

    ObjectNode claims() {
        return disclosure.claims();
    }

    ObjectNode header() {
        return disclosure.sdJwt().token().header();
    }

    /** The text of a claim; empty when it is none. */
    String text(String claim) {
        return claims().path(claim).asText("");
    }

    /** A NumericDate (RFC 7519 §2); empty when it is none. */
    static Optional<Instant> time(JsonNode claim) {
        return claim.isNumber() && claim.decimalValue().abs().compareTo(MAX_SECONDS) <= 0
                ? Optional.of(Instant.ofEpochSecond(
                        claim.decimalValue().setScale(0, RoundingMode.FLOOR).longValueExact()))
                : Optional.empty();
    }

    @Override
    public String specification() {
        return "SD-JWT VC";
    }

    @Override
    public CredentialReport report() {
        String issuer = text("iss");
        String subject = text("sub");
        return new CredentialReport(
                claims().path("jti").textValue(),
                Stream.of(text("vct")).filter(type -> !type.isEmpty()).toList(),
                null,
                issuer.isEmpty() ? null : new Named(issuer, null),
                null,
                subject.isEmpty() ? null : new Named(subject, null),
                written("nbf"),
                written("exp"),
                written("iat"),
                null,
                said());
    }

    private ObjectNode said() {
        ObjectNode said = claims().deepCopy();
        said.remove(OF_THE_TOKEN);
        return said;
    }

    private @Nullable String written(String claim) {
        return time(claims().path(claim)).map(Objects::toString).orElse(null);
    }

    private static boolean isOne(SdJwt sdJwt) {
        String type = sdJwt.token().header().path("typ").asText("");
        ObjectNode payload = sdJwt.token().payload();
        return type.equals(TYPE)
                || (List.of(OLDER_TYPE, "").contains(type) && payload.has("vct") && !payload.has("@context"));
    }
}
