package org.laurel.verifying.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.verifying.openbadges2.AssertionWorld.ISSUER;
import static org.laurel.verifying.openbadges2.AssertionWorld.KEY;
import static org.laurel.verifying.openbadges2.AssertionWorld.LIST;
import static org.laurel.verifying.openbadges2.AssertionWorld.RSA;
import static org.laurel.verifying.openbadges2.AssertionWorld.UUID;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertFailed;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertOpen;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertVerified;
import static org.laurel.verifying.openbadges2.AssertionWorld.issuer;
import static org.laurel.verifying.openbadges2.AssertionWorld.json;
import static org.laurel.verifying.openbadges2.AssertionWorld.jws;
import static org.laurel.verifying.openbadges2.AssertionWorld.key;
import static org.laurel.verifying.openbadges2.AssertionWorld.name;
import static org.laurel.verifying.openbadges2.AssertionWorld.outcome;
import static org.laurel.verifying.openbadges2.AssertionWorld.pem;
import static org.laurel.verifying.openbadges2.AssertionWorld.signed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.laurel.securing.crypto.CryptoProviders;
import org.laurel.securing.crypto.KeyType;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

class SignedAssertionTest {
    private static final KeyPair OTHER =
            CryptoProviders.keyPairGenerator(KeyType.RSA).generateKeyPair();

    private final AssertionWorld world = new AssertionWorld();

    @Test
    void a_signature_by_another_library_holds() {
        VerificationReport report = world.judge(jws(signed()));
        assertVerified(report);
        assertThat(report.summary())
                .isEqualTo("This badge is genuine and valid: the issuer, which calls itself “The Botanical Garden”,"
                        + " signed it and nothing in it has"
                        + " been changed.");
        assertThat(report.input().form()).isEqualTo("jwt");
        assertThat(report.input().format()).isEqualTo("ob2-signed");
        assertThat(report.input().cryptosuite()).isEqualTo("RS256");
        assertThat(outcome(report, "hosted")).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(outcome(report, "issuer-key")).isEqualTo(CheckOutcome.PASSED);
        assertVerified(world.judge(jws(signed(), RSA, JWSAlgorithm.PS256)));
    }

    @Test
    void without_creator_the_keys_of_the_profile_are_tried() {
        ObjectNode signed = signed();
        signed.putObject("verification").put("type", "signed");
        ObjectNode issuer = issuer();
        issuer.putArray("publicKey").add("https://badges.example/old-key").add(KEY);
        world.publish(issuer).publish(key(OTHER.getPublic()).put("id", "https://badges.example/old-key"));
        assertVerified(world.judge(jws(signed)));
        world.sample().web().answer("https://badges.example/old-key", 503, "");
        assertVerified(world.judge(jws(signed)));
        assertOpen(world.judge(jws(signed, OTHER, JWSAlgorithm.RS256)), "proof", ProblemKind.KEY_OUT_OF_REACH);
    }

    @Test
    void a_key_may_be_written_out_in_the_profile_and_be_a_jwk() {
        ObjectNode issuer = issuer();
        ObjectNode key = issuer.putObject("publicKey").put("id", KEY);
        key.set("publicKeyJwk", VerificationKey.of(RSA.getPublic()).jwk());
        world.publish(issuer);
        assertVerified(world.judge(jws(signed())));
        assertThat(world.sample().web().asked(KEY)).isZero();
    }

    @Test
    void a_changed_payload_or_another_s_signature_does_not_hold() {
        String jws = jws(signed());
        String[] parts = jws.split("\\.");
        String payload =
                Base64Url.encode(signed().put("narrative", "x").toString().getBytes(StandardCharsets.UTF_8));
        assertFailed(world.judge(parts[0] + "." + payload + "." + parts[2]), "proof", ProblemKind.BAD_SIGNATURE);
        VerificationReport report = world.judge(jws(signed(), OTHER, JWSAlgorithm.RS256));
        assertFailed(report, "proof", ProblemKind.BAD_SIGNATURE);
        assertThat(outcome(report, "issuer-key")).isEqualTo(CheckOutcome.NOT_RUN);
    }

    @Test
    void none_and_secret_key_algorithms_are_no_signatures() {
        for (String algorithm : new String[] {"none", "None", "HS256"}) {
            assertFailed(world.judge(forged("{\"alg\":\"" + algorithm + "\"}")), "proof", ProblemKind.MALFORMED_PROOF);
        }
        assertFailed(world.judge(forged("{}")), "proof", ProblemKind.MALFORMED_PROOF);
        assertFailed(
                world.judge(forged("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}")),
                "proof",
                ProblemKind.MALFORMED_PROOF);
        assertOpen(world.judge(forged("{\"alg\":\"RS512\"}")), "proof", ProblemKind.PROOF_NOT_SUPPORTED);
        assertFailed(world.judge(forged("{\"alg\":\"ES256\"}")), "proof", ProblemKind.WRONG_KEY_TYPE);
    }

    @Test
    void json_alone_is_no_signed_badge() {
        assertFailed(world.judge(signed()), "proof", ProblemKind.NO_PROOF);
    }

    @Test
    void a_key_that_the_profile_does_not_list_is_not_the_issuer_s() {
        String foreign = "https://evil.example/key";
        world.publish(key(OTHER.getPublic()).put("id", foreign));
        ObjectNode signed = signed();
        signed.putObject("verification").put("type", "SignedBadge").put("creator", foreign);
        VerificationReport report = world.judge(jws(signed, OTHER, JWSAlgorithm.RS256));
        assertFailed(report, "issuer-key", ProblemKind.NOT_THE_ISSUERS_KEY);
        assertThat(outcome(report, "proof")).isEqualTo(CheckOutcome.PASSED);
        assertThat(report.summary()).startsWith("This badge is not genuine");
    }

    @Test
    void a_key_that_another_owns_is_not_the_issuer_s() {
        world.publish(key(RSA.getPublic()).put("owner", "https://other.example/issuer"));
        assertFailed(world.judge(jws(signed())), "issuer-key", ProblemKind.NOT_THE_ISSUERS_KEY);
        ObjectNode ownerless = key(RSA.getPublic());
        ownerless.remove("owner");
        world.publish(ownerless);
        assertFailed(world.judge(jws(signed())), "issuer-key", ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void a_profile_that_came_along_says_nothing_about_keys() {
        ObjectNode signed = signed();
        signed.putObject("verification").put("type", "SignedBadge").put("creator", "https://evil.example/key");
        ObjectNode badge = AssertionWorld.badgeClass();
        badge.set("issuer", issuer().put("publicKey", "https://evil.example/key"));
        signed.set("badge", badge);
        world.publish(key(OTHER.getPublic()).put("id", "https://evil.example/key"));
        assertFailed(
                world.judge(jws(signed, OTHER, JWSAlgorithm.RS256)), "issuer-key", ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void a_badge_class_without_address_counts_as_it_was_signed() {
        ObjectNode signed = signed();
        signed.set("badge", AssertionWorld.badgeClass().put("id", "urn:uuid:0"));
        VerificationReport report = world.judge(jws(signed));
        assertVerified(report);
        assertThat(name(report)).isEqualTo("Botany");
    }

    @Test
    void a_key_out_of_reach_leaves_the_question_open_and_one_that_is_no_key_does_not() {
        world.sample().web().answer(KEY, 503, "");
        assertOpen(world.judge(jws(signed())), "proof", ProblemKind.KEY_OUT_OF_REACH);
        world.sample().web().answer(KEY, 404, "");
        assertFailed(world.judge(jws(signed())), "proof", ProblemKind.KEY_NOT_FOUND);
        world.publish(key(RSA.getPublic()).put("publicKeyPem", "nonsense"));
        assertFailed(world.judge(jws(signed())), "proof", ProblemKind.WRONG_KEY_TYPE);
        world.publish(
                key(RSA.getPublic()).put("publicKeyPem", pem(RSA.getPublic()).replace("PUBLIC KEY", "PRIVATE KEY")));
        assertFailed(world.judge(jws(signed())), "proof", ProblemKind.WRONG_KEY_TYPE);
        ObjectNode issuer = issuer();
        issuer.remove("publicKey");
        ObjectNode signed = signed();
        signed.putObject("verification").put("type", "SignedBadge");
        world.publish(issuer);
        assertFailed(world.judge(jws(signed)), "proof", ProblemKind.KEY_NOT_FOUND);
    }

    @Test
    void the_issuer_s_list_is_asked_by_id_and_by_uid() {
        world.publish(issuer().put("revocationList", LIST));
        assertOpen(world.judge(jws(signed())), "revocation", ProblemKind.STATUS_OUT_OF_REACH);
        assertThat(revoked("[]")).isEqualTo(CheckOutcome.PASSED);
        assertThat(revoked("['urn:uuid:0',{'id':'urn:uuid:1'},{'uid':'abc'},{}]"))
                .isEqualTo(CheckOutcome.PASSED);
        assertThat(revoked("[{'id':'" + UUID + "','revoked':false}]")).isEqualTo(CheckOutcome.PASSED);
        assertThat(revoked("['" + UUID + "']")).isEqualTo(CheckOutcome.FAILED);
        assertThat(revoked("'" + UUID + "'")).isEqualTo(CheckOutcome.FAILED);
        world.publish(json("{'id':'" + LIST + "','revokedAssertions':[{'uid':'abc','revocationReason':'Error'}]}"));
        VerificationReport report = world.judge(jws(signed().put("uid", "abc")));
        assertFailed(report, "revocation", ProblemKind.REVOKED);
        assertThat(report.check("revocation").orElseThrow().problems().get(0).detail())
                .isEqualTo("the issuer's list says so: Error");
        assertThat(report.summary()).isEqualTo("This badge is genuine, but its issuer has revoked it.");
    }

    @Test
    void a_list_that_is_none_is_not_good_news() {
        world.publish(issuer().put("revocationList", LIST));
        world.publish(json("{'id':'" + LIST + "','type':'RevocationList'}"));
        assertFailed(world.judge(jws(signed())), "revocation", ProblemKind.STATUS_NOT_BELIEVABLE);
        world.sample().web().put(LIST, "text/html", "<html>");
        assertOpen(world.judge(jws(signed())), "revocation", ProblemKind.STATUS_OUT_OF_REACH);
        world.sample().web().answer(LIST, 404, "");
        assertOpen(world.judge(jws(signed())), "revocation", ProblemKind.STATUS_OUT_OF_REACH);
    }

    @Test
    void an_issuer_without_address_has_no_keys_that_could_be_believed() {
        ObjectNode signed = signed();
        ObjectNode badge = AssertionWorld.badgeClass().put("id", "urn:uuid:0");
        badge.set("issuer", issuer().put("id", "urn:uuid:1"));
        signed.set("badge", badge);
        assertOpen(world.judge(jws(signed)), "issuer", ProblemKind.ISSUER_NOT_SUPPORTED);
        assertThat(ISSUER).startsWith("https://");
    }

    private CheckOutcome revoked(String entries) {
        world.publish(json("{'id':'" + LIST + "','revokedAssertions':" + entries + "}"));
        return outcome(world.judge(jws(signed())), "revocation");
    }

    private static String forged(String header) {
        return Base64Url.encode(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + Base64Url.encode(signed().toString().getBytes(StandardCharsets.UTF_8))
                + ".AAAA";
    }
}
