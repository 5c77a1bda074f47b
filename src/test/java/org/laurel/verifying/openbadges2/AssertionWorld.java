package org.laurel.verifying.openbadges2;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.laurel.fixture.SampleWorld;
import org.laurel.securing.crypto.CryptoProviders;
import org.laurel.securing.crypto.KeyType;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** A small world in which assertions are published, signed and judged; nothing else answers. */
final class AssertionWorld {
    static final String ID = "https://badges.example/assertions/1";
    static final String UUID = "urn:uuid:a953081a-4bbd-4927-9653-7219bca00e3b";
    static final String BADGE = "https://badges.example/classes/1";
    static final String ISSUER = "https://badges.example/issuer";
    static final String KEY = "https://badges.example/key";
    static final String LIST = "https://badges.example/revoked";

    /** One pair for all tests: making one takes a while. */
    static final KeyPair RSA = CryptoProviders.keyPairGenerator(KeyType.RSA).generateKeyPair();

    private final SampleWorld world = new SampleWorld();

    /** With a badge class and an issuer who publishes one key. */
    AssertionWorld() {
        publish(badgeClass());
        publish(issuer());
        publish(key(RSA.getPublic()));
    }

    SampleWorld sample() {
        return world;
    }

    static ObjectNode hosted() {
        return json("{'@context':'https://w3id.org/openbadges/v2','type':'Assertion','id':'" + ID + "',"
                + "'recipient':{'type':'email','hashed':false,'identity':'ada@example.org'},"
                + "'badge':'" + BADGE + "','verification':{'type':'HostedBadge'},"
                + "'issuedOn':'2026-01-01T00:00:00Z','evidence':['https://badges.example/work/1']}");
    }

    static ObjectNode signed() {
        ObjectNode signed = hosted().put("id", UUID);
        signed.putObject("verification").put("type", "SignedBadge").put("creator", KEY);
        return signed;
    }

    static ObjectNode badgeClass() {
        return json("{'@context':'https://w3id.org/openbadges/v2','type':'BadgeClass','id':'" + BADGE + "',"
                + "'name':'Botany','description':'Knows plants.','image':'https://badges.example/botany.png',"
                + "'criteria':{'narrative':'Name **ten** plants.'},'issuer':'" + ISSUER + "'}");
    }

    static ObjectNode issuer() {
        return json("{'@context':'https://w3id.org/openbadges/v2','type':'Profile','id':'" + ISSUER + "',"
                + "'name':'The Botanical Garden','url':'https://badges.example','email':'a@badges.example',"
                + "'publicKey':'" + KEY + "'}");
    }

    static ObjectNode key(PublicKey key) {
        ObjectNode document = json("{'@context':'https://w3id.org/openbadges/v2','type':'CryptographicKey','id':'" + KEY
                + "','owner':'" + ISSUER + "'}");
        return document.put("publicKeyPem", pem(key));
    }

    static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Puts a document where its id says. */
    AssertionWorld publish(ObjectNode document) {
        world.web().put(document.path("id").asText(), "application/ld+json", document.toString());
        return this;
    }

    /** A compact JWS by a library that is not ours. */
    static String jws(ObjectNode assertion, KeyPair by, JWSAlgorithm algorithm) {
        JWSObject jws = new JWSObject(new JWSHeader(algorithm), new Payload(assertion.toString()));
        try {
            jws.sign(new RSASSASigner(by.getPrivate()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jws.serialize();
    }

    static String jws(ObjectNode assertion) {
        return jws(assertion, RSA, JWSAlgorithm.RS256);
    }

    VerificationReport judge(JsonNode assertion) {
        return judge(assertion.toString());
    }

    VerificationReport judge(String text) {
        return world.judge(text.getBytes(StandardCharsets.UTF_8));
    }

    VerificationReport judge(JsonNode assertion, Asked asked) {
        return world.judge(VerificationInput.of(assertion.toString().getBytes(StandardCharsets.UTF_8))
                .asking(asked));
    }

    VerificationReport judge(JsonNode assertion, @Nullable String recipient) {
        return world.judge(VerificationInput.of(assertion.toString().getBytes(StandardCharsets.UTF_8))
                .asking(Asked.whose(recipient)));
    }

    VerificationReport follow(String url) {
        return world.verifier()
                .verifyUrl(URI.create(url), Asked.NOTHING)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) StrictJson.parse(text.replace('\'', '"'));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static void assertVerified(VerificationReport report) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.VERIFIED);
    }

    static void assertFailed(VerificationReport report, String check, ProblemKind kind) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.FAILED);
        assertCheck(report, check, CheckOutcome.FAILED, kind);
    }

    static void assertOpen(VerificationReport report, String check, ProblemKind kind) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
        assertCheck(report, check, CheckOutcome.INDETERMINATE, kind);
    }

    static void assertCheck(VerificationReport report, String check, CheckOutcome outcome, ProblemKind kind) {
        CheckReport found = report.check(check).orElseThrow();
        assertThat(found.outcome()).as(report.toString()).isEqualTo(outcome);
        assertThat(found.problems().get(0).kind()).isEqualTo(kind);
    }

    static CheckOutcome outcome(VerificationReport report, String check) {
        return report.check(check).orElseThrow().outcome();
    }

    /** What the badge is called. */
    static String name(VerificationReport report) {
        return String.valueOf(requireNonNull(report.credential()).name());
    }

    /** What its issuer is called. */
    static String issuerName(VerificationReport report) {
        return String.valueOf(
                requireNonNull(requireNonNull(report.credential()).issuer()).name());
    }

    static String pointer(VerificationReport report, String check) {
        return report.check(check).orElseThrow().problems().get(0).pointer();
    }
}
