package org.laurel.verifying.sdjwtvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.fixture.Reports.about;
import static org.laurel.fixture.Reports.assertRefused;
import static org.laurel.fixture.Reports.check;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.fixture.ProofsByHand;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.SdJwts;
import org.laurel.fixture.SharedData;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** SD-JWT VCs of the IETF. */
class SdJwtVcTest {
    private static final String ISSUER = "https://issuer.example/tenants/1";
    private static final String METADATA = "https://issuer.example/.well-known/jwt-vc-issuer/tenants/1";
    private static final String LIST = "https://issuer.example/statuslists/1";
    private static final SigningKey KEY = TestKeys.fresh(SignatureAlgorithm.ES256);
    private static final SigningKey HOLDER = TestKeys.fresh(SignatureAlgorithm.ES256);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SampleWorld world = new SampleWorld();
    private final ObjectNode claims = SdJwts.boundTo(
            HOLDER,
            JSON.objectNode()
                    .put("iss", ISSUER)
                    .put("vct", "https://issuer.example/types/diploma")
                    .put("iat", 1_790_000_000)
                    .put("nbf", 1_790_000_000)
                    .put("exp", 1_890_000_000)
                    .put("sub", "urn:uuid:1")
                    .put("given_name", "Ada"));

    @BeforeEach
    void publish_the_issuer_s_keys() {
        publish(metadata());
    }

    @Test
    void a_credential_is_verified_and_said_to_be_no_badge() {
        String name = SdJwts.hide(claims, "given_name");
        VerificationReport report = judge(signed(name));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.input().format()).isEqualTo("dc+sd-jwt");
        assertThat(report.input().cryptosuite()).isEqualTo("ES256");
        assertThat(report.input().specification()).isEqualTo("SD-JWT VC");
        assertThat(about(report).types()).containsExactly("https://issuer.example/types/diploma");
        assertThat(about(report).validUntil()).isEqualTo("2029-11-22T00:00:00Z");
        assertThat(check(report, "open-badges").outcome()).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(check(report, "open-badges").reason()).contains("no data model of Open Badges");
        assertThat(check(report, "revocation").outcome()).isEqualTo(CheckOutcome.SKIPPED);
    }

    @Test
    void one_made_by_another_implementation_is_verified() throws Exception {
        SDObjectBuilder builder = new SDObjectBuilder();
        new ObjectMapper()
                .convertValue(claims, Map.class)
                .forEach((name, value) -> builder.putClaim(name.toString(), value));
        Disclosure hidden = builder.putSDClaim("family_name", "Lovelace");
        builder.putDecoyDigests(3);
        ObjectNode payload = new ObjectMapper().convertValue(builder.build(true), ObjectNode.class);
        String jwt = ProofsByHand.jws(header("dc+sd-jwt"), payload, KEY);
        String text = new SDJWT(jwt, List.of(hidden)).toString();
        assertThat(judge(text).verified()).isTrue();
        SDJWT shown = new SDJWT(jwt, List.of(hidden));
        ObjectNode binding = SdJwts.binding(text, "n", "a");
        assertThat(binding.path("sd_hash").asText()).isEqualTo(shown.getSDHash());
        assertThat(judge(SdJwts.shown(text, HOLDER, binding), "n", "a").verified())
                .isTrue();
    }

    /** The example of OpenID4VP, by the published key of its issuer; the holder's answer has its own nonce. */
    @Test
    void a_published_example_is_verified_with_its_issuer_s_published_key() {
        String text = SharedData.text("vectors/openid4vp/sd_jwt_vcld/01/sd_jwt_presentation.txt")
                .replaceAll("\\s", "");
        world.web()
                .put(
                        "https://issuer.example.com/.well-known/jwt-vc-issuer",
                        "application/json",
                        "{\"issuer\": \"https://issuer.example.com\", \"jwks\": {\"keys\": [{\"kty\": \"EC\", \"crv\":"
                                + " \"P-256\", \"x\": \"b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ\", \"y\":"
                                + " \"Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8\"}]}}");
        VerificationReport report = judge(text, "1234567890", "https://verifier.example.org");
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertRefused(judge(text, "another", null), ProblemKind.NOT_FOR_THIS_OCCASION);
    }

    @Test
    void the_older_type_is_read_by_its_vct() {
        String text = SdJwts.with(ProofsByHand.jws(header("vc+sd-jwt"), claims, KEY), List.of());
        assertThat(judge(text).input().format()).isEqualTo("dc+sd-jwt");
        assertThat(judge(text).verified()).isTrue();
        claims.remove("vct");
        assertRefused(judge(signed()), ProblemKind.NOT_READABLE);
    }

    @Test
    void an_issuer_that_is_a_did_signs_with_a_key_of_its_document() {
        claims.put("iss", KEY.controller());
        ObjectNode header = header("dc+sd-jwt").put("kid", KEY.multikeyId());
        assertThat(judge(ProofsByHand.jws(header, claims, KEY) + "~").verified())
                .isTrue();
        header.put("kid", KEY.multikeyId().substring(KEY.multikeyId().indexOf('#')));
        assertThat(judge(ProofsByHand.jws(header, claims, KEY) + "~").verified())
                .isTrue();
        assertRefused(judge(ProofsByHand.jws(header, claims, HOLDER) + "~"), ProblemKind.BAD_SIGNATURE);
        header.put("kid", "did:web:another.example#1");
        assertRefused(judge(ProofsByHand.jws(header, claims, KEY) + "~"), ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void keys_behind_a_jwks_uri_are_fetched() {
        ObjectNode metadata = metadata();
        String keys = metadata.remove("jwks").toString();
        publish(metadata.put("jwks_uri", "https://issuer.example/keys"));
        assertThat(judge(signed()).outcome()).isEqualTo(Verdict.INDETERMINATE);
        world.web().put("https://issuer.example/keys", "application/jwk-set+json", keys);
        assertThat(judge(signed()).verified()).isTrue();
    }

    @Test
    void metadata_of_another_or_of_nobody_is_refused() {
        publish(metadata().put("issuer", "https://issuer.example"));
        assertRefused(judge(signed()), ProblemKind.ISSUER_FAULTY);
        publish(metadata().put("jwks_uri", "https://issuer.example/keys"));
        assertRefused(judge(signed()), ProblemKind.ISSUER_FAULTY);
        publish(JSON.objectNode().put("issuer", ISSUER));
        assertRefused(judge(signed()), ProblemKind.ISSUER_FAULTY);
        ObjectNode others = metadata();
        ((ObjectNode) others.at("/jwks/keys/0")).put("kid", "other");
        publish(others);
        assertRefused(judge(signed()), ProblemKind.NOT_THE_ISSUERS_KEY);
        claims.put("iss", "https://elsewhere.example");
        assertOpen(judge(signed()), "issuer", ProblemKind.ISSUER_OUT_OF_REACH);
        claims.put("iss", "mailto:issuer@example.com");
        assertOpen(judge(signed()), "issuer", ProblemKind.ISSUER_NOT_SUPPORTED);
        claims.remove("iss");
        assertOpen(judge(signed()), "issuer", ProblemKind.ISSUER_NOT_SUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "nbf, 1800000000, NOT_YET_VALID",
        "exp, 1790000001, EXPIRED",
        "exp, x, RULE_BROKEN",
        "iat, 1800000000, PROOF_OUT_OF_TIME"
    })
    void its_dates_are_kept(String claim, String value, ProblemKind kind) {
        if (value.equals("x")) {
            claims.put(claim, value);
        } else {
            claims.put(claim, Long.parseLong(value));
        }
        assertRefused(judge(signed()), kind);
    }

    @Test
    void what_decides_is_not_disclosed_and_what_was_not_signed_is_refused() {
        String made = SdJwts.disclosure("s", JSON.textNode("degree"), JSON.textNode("PhD"));
        assertRefused(judge(signed(made)), ProblemKind.BAD_SIGNATURE);
        for (String name : List.of("exp", "nbf", "cnf", "vct")) {
            ObjectNode before = claims.deepCopy();
            String hidden = SdJwts.hide(claims, name);
            assertThat(judge(signed(hidden)).outcome()).as(name).isEqualTo(Verdict.FAILED);
            claims.removeAll();
            claims.setAll(before);
        }
    }

    @Test
    void any_single_fault_is_found() {
        String name = SdJwts.hide(claims, "given_name");
        String text = signed(name);
        String shown = SdJwts.shown(text, HOLDER, SdJwts.binding(text, "n", "a"));
        assertThat(judge(shown).verified()).isTrue();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            int at = random.nextInt(shown.length());
            StringBuilder changed = new StringBuilder(shown);
            changed.setCharAt(at, shown.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(judge(changed.toString()).verified())
                    .as("character " + at + " of " + shown + ", seed " + seed)
                    .isFalse();
        }
    }

    @Test
    void the_status_of_a_list_is_told() {
        // 1, 2, 0, 3 are the first four statuses of the specification's example of two bits
        publishList(list());
        assertRefused(judge(withStatus(0)), ProblemKind.REVOKED);
        assertRefused(judge(withStatus(1)), ProblemKind.SUSPENDED);
        assertThat(judge(withStatus(2)).verified()).isTrue();
        assertOpen(judge(withStatus(3)), "revocation", ProblemKind.STATUS_NOT_SUPPORTED);
        assertRefused(judge(withStatus(12)), ProblemKind.STATUS_NOT_BELIEVABLE);
        assertRefused(judge(withStatus(-1)), ProblemKind.STATUS_NOT_BELIEVABLE);
        world.web().leave(LIST);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "sub, https://issuer.example/statuslists/2, STATUS_NOT_BELIEVABLE",
                "sub, null, STATUS_NOT_BELIEVABLE",
                "iss, https://another.example, STATUS_NOT_BELIEVABLE",
                "iat, null, STATUS_NOT_BELIEVABLE",
                "iat, 1800000000, STATUS_NOT_BELIEVABLE",
                "status_list, null, STATUS_NOT_BELIEVABLE",
                "exp, 1790000001, STATUS_OUT_OF_REACH"
            })
    void a_list_that_is_not_what_it_should_be_is_not_believed(String claim, @Nullable String value, ProblemKind kind) {
        ObjectNode list = list();
        list.remove(claim);
        if (value != null && value.matches("\\d+")) {
            list.put(claim, Long.parseLong(value));
        } else if (value != null) {
            list.put(claim, value);
        }
        publishList(list);
        VerificationReport report = judge(withStatus(2));
        assertThat(report.verified()).isFalse();
        assertThat(check(report, "revocation").problems().get(0).kind()).isEqualTo(kind);
    }

    @Test
    void a_list_by_another_or_of_another_type_or_away_is_not_believed() {
        world.web().put(LIST, "application/statuslist+jwt", ProofsByHand.jws(header("statuslist+jwt"), list(), HOLDER));
        assertRefused(judge(withStatus(2)), ProblemKind.STATUS_NOT_BELIEVABLE);
        world.web().put(LIST, "application/statuslist+jwt", ProofsByHand.jws(header("JWT"), list(), KEY));
        assertRefused(judge(withStatus(2)), ProblemKind.STATUS_NOT_BELIEVABLE);
        world.web().put(LIST, "application/statuslist+jwt", "{}");
        assertRefused(judge(withStatus(2)), ProblemKind.STATUS_NOT_BELIEVABLE);
        claims.putObject("status").putObject("other");
        assertOpen(judge(signed()), "suspension", ProblemKind.STATUS_NOT_SUPPORTED);
        SampleWorld empty = new SampleWorld();
        assertThat(empty.judge(withStatus(2).getBytes(StandardCharsets.UTF_8)).outcome())
                .isEqualTo(Verdict.INDETERMINATE);
    }

    @Test
    void a_list_older_than_its_ttl_is_fetched_anew() {
        String jwt = ProofsByHand.jws(header("statuslist+jwt"), list().put("ttl", 300), KEY);
        world.web()
                .put(
                        LIST,
                        "application/statuslist+jwt",
                        jwt.getBytes(StandardCharsets.UTF_8),
                        Instant.parse("2026-11-25T07:54:59Z"));
        assertThat(judge(withStatus(2)).verified()).isTrue();
        assertThat(world.web().asked(LIST)).isEqualTo(4); // two checks, each twice
    }

    @Test
    void a_recipient_is_its_sub_or_email() {
        claims.put("email", "Ada@example.com");
        byte[] text = signed().getBytes(StandardCharsets.UTF_8);
        for (String recipient : List.of("urn:uuid:1", "ada@example.com")) {
            VerificationReport report = world.verifier()
                    .verify(text, Asked.whose(recipient))
                    .await()
                    .atMost(Duration.ofSeconds(20));
            assertThat(check(report, "recipient").outcome()).as(recipient).isEqualTo(CheckOutcome.PASSED);
        }
        VerificationReport other =
                world.verifier().verify(text, Asked.whose("urn:uuid:2")).await().atMost(Duration.ofSeconds(20));
        assertThat(check(other, "recipient").outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(other.verified()).isTrue();
    }

    private static ObjectNode header(String type) {
        return JSON.objectNode().put("alg", "ES256").put("kid", "1").put("typ", type);
    }

    private static ObjectNode metadata() {
        ObjectNode metadata = JSON.objectNode().put("issuer", ISSUER);
        metadata.putObject("jwks").putArray("keys").add(KEY.publicKey().jwk().put("kid", "1"));
        return metadata;
    }

    private void publish(ObjectNode metadata) {
        world.web().put(METADATA, "application/json", metadata.toString());
    }

    private static ObjectNode list() {
        ObjectNode list = JSON.objectNode().put("sub", LIST).put("iat", 1_790_000_000);
        list.putObject("status_list").put("bits", 2).put("lst", "eNo76fITAAPfAgc");
        return list;
    }

    private void publishList(ObjectNode list) {
        world.web().put(LIST, "application/statuslist+jwt", ProofsByHand.jws(header("statuslist+jwt"), list, KEY));
    }

    private String withStatus(int index) {
        claims.putObject("status").putObject("status_list").put("idx", index).put("uri", LIST);
        return signed();
    }

    private String signed(String... disclosures) {
        return SdJwts.with(ProofsByHand.jws(header("dc+sd-jwt"), claims, KEY), List.of(disclosures));
    }

    private VerificationReport judge(String text) {
        return judge(text, null, null);
    }

    private VerificationReport judge(String text, @Nullable String challenge, @Nullable String domain) {
        return world.judge(text, challenge, domain);
    }

    private static void assertOpen(VerificationReport report, String id, ProblemKind kind) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(check(report, id).problems().get(0).kind()).isEqualTo(kind);
    }
}
