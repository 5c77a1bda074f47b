package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.JsonFlip;
import org.laurel.fixture.ProofsByHand;
import org.laurel.fixture.SampleDocuments;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** Each value of a signed badge in turn is changed, dropped, nulled, of another kind, or gets company: none of it survives. */
class FlippedValuesTest {
    /**
     * An rdfc suite signs statements: where a credential inside repeats contexts that stand around it already, the
     * statements are the same without them.
     */
    private static final List<String> SAYS_THE_SAME = List.of(
            "dropped /issuer/endorsement/0/@context",
            "dropped /issuer/endorsement/0/@context/0",
            "dropped /issuer/endorsement/0/@context/1");

    /** The full badge has so many values that the other flips are left to the small ones. */
    private static final Set<String> FULL = Set.of("changed", "dropped");

    private final SampleWorld world = new SampleWorld();
    private final CredentialVerifier verifier = world.verifier();

    @Test
    void no_flip_survives_in_a_full_badge_with_eddsa_rdfc_2022() throws MalformedJsonException {
        ObjectNode signed = (ObjectNode) StrictJson.parse(world.signed(full()));
        assertVerified(signed.toString());
        List<JsonFlip> flips = JsonFlip.all(signed).stream()
                .filter(flip -> FULL.contains(flip.change()))
                .toList();
        assertThat(survivors(flips)).containsExactlyElementsOf(SAYS_THE_SAME);
    }

    @Test
    void no_flip_survives_with_ecdsa_rdfc_2019() throws MalformedJsonException {
        SigningKey key = TestKeys.fresh(SignatureAlgorithm.ES256);
        ObjectNode badge = Samples.badgeOf(key.controller());
        assertThat(survivors((ObjectNode) StrictJson.parse(world.signed(badge, key))))
                .isEmpty();
    }

    @Test
    void no_flip_survives_with_eddsa_jcs_2022() {
        assertThat(survivors(ProofsByHand.jcs(world.badge(), world.key()))).isEmpty();
    }

    @Test
    void no_flip_survives_in_the_header_and_the_payload_of_a_jwt() throws MalformedJsonException {
        for (SignatureAlgorithm algorithm : List.of(SignatureAlgorithm.EDDSA, SignatureAlgorithm.ES256)) {
            SigningKey key = TestKeys.fresh(algorithm);
            String jwt = new String(world.jwt(Samples.badgeOf(key.controller()), key), StandardCharsets.US_ASCII);
            assertVerified(jwt);
            String[] parts = jwt.split("\\.");
            assertThat(JsonFlip.all(decoded(parts[0])))
                    .noneMatch(flip -> survives(flip, encoded(flip.document()) + "." + parts[1] + "." + parts[2]));
            assertThat(JsonFlip.all(decoded(parts[1])))
                    .noneMatch(flip -> survives(flip, parts[0] + "." + encoded(flip.document()) + "." + parts[2]));
        }
    }

    private List<String> survivors(ObjectNode signed) {
        assertVerified(signed.toString());
        return survivors(JsonFlip.all(signed));
    }

    private List<String> survivors(List<JsonFlip> flips) {
        return flips.stream()
                .filter(flip -> survives(flip, flip.document().toString()))
                .map(JsonFlip::toString)
                .toList();
    }

    private void assertVerified(String credential) {
        assertThat(judge(credential).verified())
                .as(judge(credential).toString())
                .isTrue();
    }

    /**
     * Never a yes; and never because a check broke down, for that names nothing. A second proof that does not hold beside
     * one that does is told, for a set of proofs is not itself signed (DI 1.0 §2.1.1).
     */
    private boolean survives(JsonFlip flip, String credential) {
        VerificationReport report = judge(credential);
        boolean broke = report.checks().stream()
                .flatMap(check -> check.problems().stream())
                .anyMatch(problem -> problem.kind() == ProblemKind.CHECK_BROKE);
        boolean told = flip.pointer().matches("/proof/[0-9]+")
                && report.check("proof").orElseThrow().outcome() == CheckOutcome.WARNING;
        return broke || report.verified() && !told;
    }

    private VerificationReport judge(String credential) {
        return verifier.verify(credential.getBytes(StandardCharsets.UTF_8), Asked.NOTHING)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private ObjectNode full() {
        ObjectNode badge = SampleDocuments.sample("badge-full").json();
        ((ObjectNode) badge.get("issuer")).put("id", world.key().controller());
        badge.remove("termsOfUse"); // the kind of terms is the issuer's own, and no context here defines it
        badge.set("credentialStatus", world.withStatus("revocation", "8").get("credentialStatus"));
        world.publish(world.list("revocation", 131072, 7));
        return badge;
    }

    private static ObjectNode decoded(String part) throws MalformedJsonException {
        return (ObjectNode) StrictJson.parse(Base64Url.decode(part));
    }

    private static String encoded(JsonNode json) {
        return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
