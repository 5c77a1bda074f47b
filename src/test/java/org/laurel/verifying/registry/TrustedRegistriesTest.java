package org.laurel.verifying.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.FakeWeb;
import org.laurel.verifying.check.KnownIssuers.Answer;
import org.laurel.verifying.report.RegistryEntry;

/** Lists as the Digital Credentials Consortium publishes them, and trust anchors of OpenID Federation; statements by Nimbus. */
class TrustedRegistriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String MAP = "https://registry.example/registry.json";
    private static final String ANCHOR = "https://anchor.example";
    private static final String SCHOOL = "did:web:school.example";
    private static final String ASKED = ANCHOR + "/fetch?sub=did%3Aweb%3Aschool.example";

    private final FakeWeb web = new FakeWeb();
    private final ECKey key = key("anchor-1");

    @Test
    void without_a_setting_nobody_is_known() {
        assertThat(look(SCHOOL)).isEqualTo(Answer.NOBODY);
    }

    @Test
    void a_list_names_an_issuer_or_does_not() {
        web.put(
                MAP,
                "application/json",
                bytes("{\"meta\":{},\"registry\":{\"did:web:school.example\":"
                        + "{\"name\":\"A School\",\"url\":\"https://school.example\",\"location\":\"Here\"}}}"));
        assertThat(look(SCHOOL, "did-map " + MAP))
                .isEqualTo(Answer.named(new RegistryEntry(MAP, "A School", "https://school.example", null)));
        assertThat(look("did:web:other.example", "did-map " + MAP)).isEqualTo(Answer.NOBODY);
    }

    @Test
    void a_list_that_is_away_or_no_list_is_told_and_names_nobody() {
        assertThat(look(SCHOOL, "did-map " + MAP)).isEqualTo(Answer.silent(MAP));
        web.put(MAP, "text/html", bytes("<html>"));
        assertThat(look(SCHOOL, "did-map " + MAP)).isEqualTo(Answer.silent(MAP));
    }

    @Test
    void a_trust_anchor_vouches_for_an_issuer() throws Exception {
        anchor(key);
        web.put(ASKED, "application/entity-statement+jwt", bytes(statement(key, ANCHOR, SCHOOL, NOW.plusSeconds(60))));
        assertThat(look(SCHOOL, "federation " + ANCHOR))
                .isEqualTo(Answer.named(new RegistryEntry(ANCHOR, "A School", "https://school.example", null)));
    }

    @Test
    void a_statement_by_another_key_about_another_or_of_yesterday_vouches_for_nobody() throws Exception {
        anchor(key);
        web.put(
                ASKED,
                "application/entity-statement+jwt",
                bytes(statement(key("anchor-1"), ANCHOR, SCHOOL, NOW.plusSeconds(60))));
        assertThat(look(SCHOOL, "federation " + ANCHOR)).isEqualTo(Answer.silent(ANCHOR));
        web.put(ASKED, "application/entity-statement+jwt", bytes(statement(key, ANCHOR, SCHOOL, NOW)));
        assertThat(look(SCHOOL, "federation " + ANCHOR)).isEqualTo(Answer.silent(ANCHOR));
        web.put(
                ASKED,
                "application/entity-statement+jwt",
                bytes(statement(key, ANCHOR, "did:web:other.example", NOW.plusSeconds(60))));
        assertThat(look(SCHOOL, "federation " + ANCHOR)).isEqualTo(Answer.NOBODY);
    }

    @Test
    void settings_that_are_none_are_refused_at_start() {
        assertThatThrownBy(() -> look(SCHOOL, "https://registry.example")).hasMessageContaining("a form and a URL");
        assertThatThrownBy(() -> look(SCHOOL, "list https://registry.example"))
                .hasMessageContaining("did-map or federation");
    }

    private void anchor(ECKey signer) throws Exception {
        web.put(
                ANCHOR + "/.well-known/openid-federation",
                "application/entity-statement+jwt",
                bytes(statement(signer, ANCHOR, ANCHOR, NOW.plusSeconds(3600))));
    }

    private static String statement(ECKey signer, String issuer, String subject, Instant end) throws Exception {
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("entity-statement+jwt"))
                        .keyID(signer.getKeyID())
                        .build(),
                new Payload(Map.of(
                        "iss", issuer,
                        "sub", subject,
                        "exp", end.getEpochSecond(),
                        "jwks", new JWKSet(signer.toPublicJWK()).toJSONObject(),
                        "metadata",
                                Map.of(
                                        "federation_entity",
                                        Map.of(
                                                "organization_name", "A School",
                                                "homepage_uri", "https://school.example",
                                                "federation_fetch_endpoint", ANCHOR + "/fetch")))));
        jws.sign(new ECDSASigner(signer));
        return jws.serialize();
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer look(String issuer, String... settings) {
        RegistryConfig config = () -> settings.length == 0 ? Optional.empty() : Optional.of(List.of(settings));
        return new TrustedRegistries(config, web, Clock.fixed(NOW, ZoneOffset.UTC))
                .look(issuer)
                .await()
                .indefinitely();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
