package org.laurel.securing.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDObjectDecoder;
import com.authlete.sd.SDObjectEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.ProofsByHand;
import org.laurel.fixture.Samples;
import org.laurel.fixture.SdJwts;
import org.laurel.fixture.SharedData;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.crypto.VerificationAlgorithm;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.sdjwt.SdJwtFault.Kind;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

class DisclosedClaimsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SigningKey KEY = TestKeys.fresh(SignatureAlgorithm.ES256);
    private static final String MEMBER = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";
    private static final String ELEMENT = "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0";

    /** The examples of RFC 9901 §4.2.1 to §4.2.4. */
    @Test
    void the_disclosures_of_the_specification_have_the_digests_it_gives() throws Exception {
        assertThat(SdJwts.digest(MEMBER)).isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
        assertThat(SdJwts.digest(ELEMENT)).isEqualTo("w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs");
        ObjectNode payload = object("{'_sd': ['X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'], '_sd_alg': 'sha-256',"
                + " 'nationalities': ['DE', {'...': 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs'}, 'US']}");
        assertThat(claims(payload, MEMBER, ELEMENT))
                .isEqualTo(object("{'family_name': 'Möbius', 'nationalities': ['DE', 'FR', 'US']}"));
        assertThat(claims(payload)).isEqualTo(object("{'nationalities': ['DE', 'US']}"));
    }

    /** An example of OpenID4VP, made by a reference implementation in Python. */
    @Test
    void a_published_presentation_discloses_what_its_publisher_says() throws Exception {
        String folder = "vectors/openid4vp/sd_jwt_vcld/01/";
        SdJwt shown =
                SdJwt.read(SharedData.text(folder + "sd_jwt_presentation.txt").replaceAll("\\s", ""));
        assertThat(DisclosedClaims.of(shown, PlainClaims.SD_JWT_VC))
                .isEqualTo(SharedData.object(folder + "verified_contents.json"));
        VerificationKey issuer = VerificationKey.ofJwk(object("{'kty': 'EC', 'crv': 'P-256',"
                + " 'x': 'b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ',"
                + " 'y': 'Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8'}"));
        assertThat(shown.token().isSignedBy(VerificationAlgorithm.ES256, issuer))
                .isTrue();
        KeyBinding.check(shown, shown.token().payload(), Instant.parse("2025-05-01T00:00:00Z"));
        assertThatThrownBy(
                        () -> KeyBinding.check(shown, shown.token().payload(), Instant.parse("2025-04-01T00:00:00Z")))
                .hasMessageContaining("dated in the future");
    }

    @Test
    void another_implementation_finds_the_same_in_what_it_hides() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ObjectNode badge = Samples.badge();
        for (int round = 0; round < 50; round++) {
            SDObjectEncoder encoder = new SDObjectEncoder();
            encoder.setDecoyMagnification(0.5, 1.5);
            encoder.getRetainedClaims().addAll(List.of("@context", "type", "issuer", "validFrom"));
            Map<String, Object> hidden = encoder.encode(JSON.convertValue(badge, Map.class));
            List<Disclosure> shown = new ArrayList<>(encoder.getDisclosures());
            Collections.shuffle(shown, random);
            Map<String, Object> all = new SDObjectDecoder().decode(hidden, shown);
            ObjectNode payload = JSON.convertValue(hidden, ObjectNode.class);
            String[] texts = shown.stream().map(Disclosure::getDisclosure).toArray(String[]::new);
            assertThat(claims(payload, texts)).as("seed " + seed).isEqualTo(JSON.valueToTree(all));
            assertThat(claims(payload, texts)).as("seed " + seed).isEqualTo(badge);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'_sd': 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'} | MALFORMED | must be an array",
                "{'_sd': [1]} | MALFORMED | a digest must be a text",
                "{'_sd': ['X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0', 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0']}"
                        + " | MALFORMED | a digest stands there twice",
                "{'a': {'_sd': ['d']}, 'b': [{'...': 'd'}]} | MALFORMED | a digest stands there twice",
                "{'_sd': ['X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'], 'family_name': 'M'} | MALFORMED | overrides",
                "{'a': [{'...': 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'}]} | MALFORMED | as an element",
                "{'a': {'...': 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0'}} | MALFORMED | alone in an element",
                "{'a': [{'...': 'd', 'b': 1}]} | MALFORMED | no other member",
                "{'a': {'_sd_alg': 'sha-256'}} | MALFORMED | at the top only",
                "{'_sd_alg': 'sha-512'} | NOT_SUPPORTED | other than by sha-256",
                "{'_sd_alg': 7} | NOT_SUPPORTED | other than by sha-256",
                "{'a': 1} | CHANGED | has no digest",
                "{'type': [{'...': 'd'}]} | MALFORMED | must stand in plain",
                "{'credentialStatus': {'_sd': ['d']}} | MALFORMED | must stand in plain",
                "{'credentialSchema': [{'a': {'_sd': ['d']}}]} | MALFORMED | must stand in plain",
            })
    void digests_stand_only_where_they_may(String payload, Kind kind, String words) {
        assertRefused(object(payload), kind, words, MEMBER);
    }

    @Test
    void a_disclosure_is_an_array_of_salt_name_and_value() {
        for (String broken :
                List.of("[]", "['s']", "['s','n',1,2]", "[1,'n',1]", "['s',1,1]", "{}", "1", "['s','n',1")) {
            String text = com.nimbusds.jose.util.Base64URL.encode(broken.replace('\'', '"'))
                    .toString();
            assertRefused(digestOf(text), Kind.MALFORMED, "a disclosure", text);
        }
        for (String name : List.of("_sd", "...")) {
            String text = SdJwts.disclosure("s", JSON.getNodeFactory().textNode(name), JSON.createArrayNode());
            assertRefused(digestOf(text), Kind.MALFORMED, "other than _sd", text);
        }
        assertRefused(digestOf(MEMBER), Kind.MALFORMED, "a disclosure", MEMBER + "=");
        assertRefused(digestOf(MEMBER), Kind.MALFORMED, "a disclosure", "");
        assertRefused(digestOf(MEMBER), Kind.MALFORMED, "twice", MEMBER, MEMBER);
        String member = SdJwts.disclosure("s", JSON.getNodeFactory().textNode("a"));
        assertRefused(digestOf(member), Kind.MALFORMED, "as a member", member);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "nbf",
                "exp",
                "cnf",
                "vct",
                "status",
                "@context",
                "type",
                "credentialStatus",
                "credentialSchema",
                "relatedResource",
                "issuer",
                "validFrom",
                "validUntil"
            })
    void what_a_verifier_must_see_is_not_disclosed(String name) {
        ObjectNode payload = JSON.createObjectNode().put(name, "x");
        String text = SdJwts.hide(payload, name);
        assertRefused(payload, Kind.MALFORMED, "must stand in plain", text);
    }

    @Test
    void an_issuer_may_disclose_its_name_but_not_its_id() throws Exception {
        ObjectNode badge = Samples.badge();
        String name = SdJwts.hide((ObjectNode) badge.get("issuer"), "name");
        assertThat(claims(badge, name)).isEqualTo(Samples.badge());
        String id = SdJwts.hide((ObjectNode) badge.get("issuer"), "id");
        assertRefused(badge, Kind.MALFORMED, "\"id\" must stand in plain", id);
    }

    @Test
    void a_disclosure_inside_another_is_put_in_place_and_alone_is_refused() throws Exception {
        ObjectNode badge = Samples.badge();
        ObjectNode subject = (ObjectNode) badge.get("credentialSubject");
        String inner = SdJwts.hide((ObjectNode) subject.get("achievement"), "criteria");
        String outer = SdJwts.hide(subject, "achievement");
        assertThat(claims(badge, inner, outer)).isEqualTo(Samples.badge());
        assertRefused(badge, Kind.CHANGED, "has no digest", inner);
    }

    @Test
    void the_number_and_the_depth_of_disclosures_are_bounded() throws Exception {
        ObjectNode many = JSON.createObjectNode();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= SdJwt.MOST_DISCLOSURES; i++) {
            many.put("c" + i, i);
            texts.add(SdJwts.hide(many, "c" + i));
        }
        assertThat(claims(many, texts.subList(1, texts.size()).toArray(String[]::new)))
                .hasSize(500);
        assertRefused(many, Kind.MALFORMED, "at most 500", texts.toArray(String[]::new));
        JsonNode inner = JSON.createArrayNode();
        List<String> deep = new ArrayList<>();
        for (int i : IntStream.range(0, 65).toArray()) {
            ArrayNode array = JSON.createArrayNode().add(inner);
            deep.add(SdJwts.hide(array, 0));
            inner = i % 2 == 0 ? array : JSON.createArrayNode().add(array);
        }
        ObjectNode top = JSON.createObjectNode();
        top.set("a", inner);
        assertRefused(top, Kind.MALFORMED, "deeper than 64", deep.toArray(String[]::new));
    }

    private static ObjectNode digestOf(String text) {
        return object("{'_sd': ['" + SdJwts.digest(text) + "']}");
    }

    private static ObjectNode claims(ObjectNode payload, String... disclosures) throws SdJwtException {
        String text = SdJwts.with(ProofsByHand.jws(object("{'alg': 'ES256'}"), payload, KEY), List.of(disclosures));
        return DisclosedClaims.of(SdJwt.read(text), PlainClaims.VERIFIABLE_CREDENTIAL);
    }

    private static void assertRefused(ObjectNode payload, Kind kind, String words, String... disclosures) {
        assertThatThrownBy(() -> claims(payload, disclosures))
                .isInstanceOfSatisfying(
                        SdJwtException.class,
                        e -> assertThat(e.fault().kind()).as(e.getMessage()).isEqualTo(kind))
                .hasMessageContaining(words);
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) StrictJson.parse(json.replace('\'', '"'));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
