package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.fixture.Reports.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** What is known of a badge from before is what its bytes say, and never what the clock or its issuer says. */
class SameBytesTest {
    private final SampleWorld world = new SampleWorld();
    private final CredentialVerifier verifier = world.verifier();

    @Test
    void the_second_report_is_the_first() {
        byte[] badge = world.signed(world.badge());
        assertThat(judge(badge)).isEqualTo(judge(badge));
        byte[] broken = new String(badge, StandardCharsets.UTF_8)
                .replace("Botanical", "Zoological")
                .getBytes(StandardCharsets.UTF_8);
        VerificationReport first = judge(broken);
        assertThat(first.outcome()).isEqualTo(Verdict.FAILED);
        assertThat(judge(broken)).isEqualTo(first);
    }

    @Test
    void it_expires_all_the_same() {
        ObjectNode badge = world.badge();
        badge.put("validUntil", world.clock().instant().plus(Duration.ofDays(1)).toString());
        byte[] signed = world.signed(badge);
        assertThat(judge(signed).outcome()).isEqualTo(Verdict.VERIFIED);
        world.clock().advance(Duration.ofDays(2));
        assertThat(check(judge(signed), "validity").problems().get(0).kind()).isEqualTo(ProblemKind.EXPIRED);
    }

    @Test
    void it_is_revoked_all_the_same() {
        world.publish(world.list("revocation", 131072, 9));
        byte[] signed = world.signed(world.withStatus("revocation", "7"));
        assertThat(judge(signed).outcome()).isEqualTo(Verdict.VERIFIED);
        world.publish(world.list("revocation", 131072, 7));
        assertThat(check(judge(signed), "revocation").problems().get(0).kind()).isEqualTo(ProblemKind.REVOKED);
    }

    @Test
    void another_key_under_the_same_name_did_not_sign_it() {
        SigningKey signer = TestKeys.fresh(SignatureAlgorithm.RS256);
        SigningKey other = TestKeys.fresh(SignatureAlgorithm.RS256);
        ObjectNode badge = world.badge();
        ((ObjectNode) Objects.requireNonNull(badge.get("issuer"))).put("id", signer.controller());
        byte[] jwt = world.jwt(badge, signer);
        world.dids().publish(signer.controller(), named(signer.jsonWebKeyId(), signer));
        assertThat(judge(jwt).outcome()).isEqualTo(Verdict.VERIFIED);
        world.dids().publish(signer.controller(), named(signer.jsonWebKeyId(), other));
        assertThat(check(judge(jwt), "proof").problems().get(0).kind()).isEqualTo(ProblemKind.BAD_SIGNATURE);
        world.dids().publish(signer.controller(), named(signer.jsonWebKeyId(), signer));
        assertThat(judge(jwt).outcome()).isEqualTo(Verdict.VERIFIED);
    }

    private static VerificationMethod named(String id, SigningKey key) {
        return new VerificationMethod(id, key.controller(), "JsonWebKey", key.publicKey(), null, null);
    }

    private VerificationReport judge(byte[] bytes) {
        return verifier.verify(VerificationInput.of(bytes)).await().atMost(Duration.ofSeconds(20));
    }
}
