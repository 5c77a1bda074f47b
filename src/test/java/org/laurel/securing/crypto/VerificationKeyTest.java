package org.laurel.securing.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Multibase;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

class VerificationKeyTest {

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void reads_every_form_that_it_writes(KeyType type) {
        VerificationKey key = VerificationKey.of(
                CryptoProviders.keyPairGenerator(type).generateKeyPair().getPublic());
        assertThat(key.type()).isEqualTo(type);
        assertThat(VerificationKey.ofJwk(key.jwk())).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(VerificationKey.of(key.jcaKey())).isEqualTo(key);
        if (type == KeyType.RSA) {
            assertThatThrownBy(key::multikey).isInstanceOf(IllegalStateException.class);
        } else {
            assertThat(VerificationKey.ofMultikey(key.multikey())).isEqualTo(key);
        }
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void reads_pem(KeyType type) {
        PublicKey key = CryptoProviders.keyPairGenerator(type).generateKeyPair().getPublic();
        assertThat(VerificationKey.ofPem(pem("PUBLIC KEY", key.getEncoded()))).isEqualTo(VerificationKey.of(key));
    }

    @Test
    void reads_the_older_pem_of_rsa_keys() throws Exception {
        PublicKey key =
                CryptoProviders.keyPairGenerator(KeyType.RSA).generateKeyPair().getPublic();
        byte[] pkcs1 = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .parsePublicKey()
                .getEncoded();
        assertThat(VerificationKey.ofPem(pem("RSA PUBLIC KEY", pkcs1))).isEqualTo(VerificationKey.of(key));
        assertThatThrownBy(() -> VerificationKey.ofPem(pem("RSA PUBLIC KEY", key.getEncoded())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_pem_that_is_no_public_key_of_a_kind_that_we_know() throws Exception {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        byte[] weak = small.generateKeyPair().getPublic().getEncoded();
        assertThatThrownBy(() -> VerificationKey.ofPem(pem("PUBLIC KEY", weak))).hasMessageContaining("1024");
        byte[] exchange = KeyPairGenerator.getInstance("X25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        assertThatThrownBy(() -> VerificationKey.ofPem(pem("PUBLIC KEY", exchange)))
                .isInstanceOf(UnsupportedKeyException.class);
        for (String none : new String[] {"", "x", pem("PRIVATE KEY", weak), pem("PUBLIC KEY", new byte[0])}) {
            assertThatThrownBy(() -> VerificationKey.ofPem(none)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void verifies_what_its_private_half_signed_and_nothing_else(SignatureAlgorithm algorithm) {
        KeyPair pair = CryptoProviders.keyPairGenerator(algorithm.keyType()).generateKeyPair();
        VerificationKey key = VerificationKey.of(pair.getPublic());
        byte[] message = {1, 2, 3};
        byte[] signature = Signatures.sign(algorithm, pair.getPrivate(), message);
        assertThat(Signatures.verify(key, message, signature)).isTrue();
        assertThat(Signatures.verify(key, new byte[] {1, 2, 4}, signature)).isFalse();
        signature[5] ^= 1;
        assertThat(Signatures.verify(key, message, signature)).isFalse();
        assertThat(Signatures.verify(key, message, new byte[signature.length])).isFalse();
        assertThat(Signatures.verify(key, message, new byte[3])).isFalse();
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void private_keys_sign_after_they_were_stored(SignatureAlgorithm algorithm) throws Exception {
        KeyType type = algorithm.keyType();
        KeyPair pair = CryptoProviders.keyPairGenerator(type).generateKeyPair();
        byte[] stored = pair.getPrivate().getEncoded();
        PrivateKey read = CryptoProviders.keyFactory(type).generatePrivate(new PKCS8EncodedKeySpec(stored));
        byte[] message = {1, 2, 3};
        byte[] signature = Signatures.sign(algorithm, read, message);
        assertThat(Signatures.verify(VerificationKey.of(pair.getPublic()), message, signature))
                .isTrue();
    }

    @Test
    void gives_the_thumbprint_of_rfc_8037_appendix_a() throws MalformedJsonException {
        VerificationKey key = VerificationKey.ofJwk(StrictJson.parse(
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"));
        assertThat(key.thumbprint()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void refuses_a_private_member(String member) {
        ObjectNode jwk = fresh(KeyType.P256).jwk().put(member, "AQAB");
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk)).hasMessageContaining("private member");
    }

    @ParameterizedTest
    @EnumSource(value = KeyType.class, names = "RSA", mode = EnumSource.Mode.EXCLUDE)
    void refuses_coordinates_of_another_length(KeyType type) {
        ObjectNode jwk = fresh(type).jwk();
        byte[] x = Base64Url.decode(jwk.get("x").textValue());
        byte[] padded = new byte[x.length + 1];
        System.arraycopy(x, 0, padded, 1, x.length);
        jwk.put("x", Base64Url.encode(padded));
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_point_beside_the_curve() {
        ObjectNode jwk = fresh(KeyType.P256).jwk().put("y", Base64Url.encode(new byte[32]));
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk)).hasMessageContaining("not on P-256");
        // x = 5 has a square on P-256, x = 1 has none
        assertThatThrownBy(
                        () -> VerificationKey.ofMultikey(Multibase.base58(Hex.decode("802402" + "0".repeat(63) + "1"))))
                .hasMessageContaining("not on P-256");
        // y = 2 belongs to no point of Ed25519
        assertThatThrownBy(() -> VerificationKey.ofMultikey(Multibase.base58(Hex.decode("ed0102" + "00".repeat(31)))))
                .hasMessageContaining("no point");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            })
    void refuses_an_ed25519_point_of_small_order(String bytes) {
        assertThatThrownBy(() -> VerificationKey.ofMultikey(Multibase.base58(Hex.decode("ed01" + bytes))))
                .hasMessageContaining("small order");
    }

    @Test
    void refuses_weak_rsa_keys() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        assertThatThrownBy(() -> VerificationKey.of(generator.generateKeyPair().getPublic()))
                .hasMessageContaining("2048 to 4096");
        ObjectNode jwk = fresh(KeyType.RSA).jwk();
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk.deepCopy().put("e", "Aw")))
                .hasMessageContaining("exponent");
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk.deepCopy().put("e", "AAEAAQ")))
                .hasMessageContaining("leading zeros");
        byte[] huge = BigInteger.ONE.shiftLeft(4096).add(BigInteger.ONE).toByteArray();
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk.deepCopy().put("n", Base64Url.encode(huge))))
                .hasMessageContaining("2048 to 4096");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "z",
                "zz",
                "u7QEB",
                "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
                "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme"
            })
    void refuses_other_multikeys(String text) {
        assertThatThrownBy(() -> VerificationKey.ofMultikey(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"kty\":\"oct\"}",
                "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AQ\",\"y\":\"AQ\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AQ\"}",
                "{\"kty\":7}"
            })
    void refuses_other_jwks(String json) throws MalformedJsonException {
        var jwk = StrictJson.parse(json);
        assertThatThrownBy(() -> VerificationKey.ofJwk(jwk)).isInstanceOf(IllegalArgumentException.class);
    }

    private static VerificationKey fresh(KeyType type) {
        return VerificationKey.of(
                CryptoProviders.keyPairGenerator(type).generateKeyPair().getPublic());
    }
}
