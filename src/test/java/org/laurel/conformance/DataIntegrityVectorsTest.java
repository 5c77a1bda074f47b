package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.fixture.SharedData;
import org.laurel.fixture.TestContexts;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofOutcome;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.proof.dataintegrity.DataIntegritySigner;
import org.laurel.securing.proof.dataintegrity.DataIntegrityVerifier;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Multibase;
import org.laurel.shared.json.StrictJson;

/** Signed credentials of W3C and 1EdTech: ours verifies each, and signs the Ed25519 ones to the same bytes. */
class DataIntegrityVectorsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final String EDDSA = "vectors/vc-di-eddsa/";
    private static final String ECDSA = "vectors/vc-di-ecdsa/";

    @TestFactory
    Stream<DynamicTest> w3c_proofs_hold() {
        ContextLibrary library = TestContexts.withExamples();
        return Stream.of(
                        EDDSA + "eddsa-rdfc-2022/signedDataInt.json",
                        EDDSA + "eddsa-rdfc-2022/employ/signedDataInt.json",
                        EDDSA + "eddsa-jcs-2022/signedJCS.json",
                        EDDSA + "proof-set-chain/signedProofSet1.json",
                        EDDSA + "proof-set-chain/signedProofSet2.json",
                        ECDSA + "ecdsa-rdfc-2019-p256/signedECDSAP256.json",
                        ECDSA + "ecdsa-rdfc-2019-p256/employ/signedECDSAP256.json",
                        ECDSA + "ecdsa-rdfc-2019-p384/signedECDSAP384.json",
                        ECDSA + "ecdsa-rdfc-2019-p384/employ/signedECDSAP384.json",
                        ECDSA + "ecdsa-jcs-2019-p256/signedJCSECDSAP256.json",
                        ECDSA + "ecdsa-jcs-2019-p384/signedJCSECDSAP384.json")
                .map(file -> DynamicTest.dynamicTest(file, () -> assertHolds(SharedData.object(file), library)));
    }

    /** The vector was made with an older edition of the suite's context than the one that is published. */
    @Test
    void the_older_signature_type_holds() {
        ContextLibrary library = TestContexts.withExamples()
                .with(
                        "https://w3id.org/security/suites/ed25519-2020/v1",
                        SharedData.bytes(EDDSA + "contexts/lds-ed25519-2020-v1.json"));
        assertHolds(SharedData.object(EDDSA + "Ed25519Signature2020/signedEdSig.json"), library);
    }

    @TestFactory
    Stream<DynamicTest> open_badges_proofs_hold() {
        return Stream.of("ob", "clr")
                .map(name -> DynamicTest.dynamicTest(name, () -> assertHolds(openBadge(name), TestContexts.bundled())));
    }

    @TestFactory
    Stream<DynamicTest> every_proof_of_a_chain_holds() {
        return Stream.of(1, 2)
                .map(n -> DynamicTest.dynamicTest("chain " + n, () -> {
                    ObjectNode signed = SharedData.object(EDDSA + "proof-set-chain/signedProofChain" + n + ".json");
                    assertThat(signed.get("proof").findValues("previousProof")).hasSize(n);
                    assertHolds(signed, TestContexts.withExamples());
                }));
    }

    @TestFactory
    Stream<DynamicTest> ed25519_signatures_are_the_published_ones() {
        return Stream.of(
                DynamicTest.dynamicTest("OB", () -> assertSignsAlike("ob", TestContexts.bundled())),
                DynamicTest.dynamicTest("CLR", () -> assertSignsAlike("clr", TestContexts.bundled())));
    }

    @TestFactory
    Stream<DynamicTest> w3c_ed25519_signatures_are_the_published_ones() {
        String seed = Hex.encode(Multibase.decode(SharedData.json(EDDSA + "keyPair.json")
                        .path("privateKeyMultibase")
                        .asText()))
                .substring(4);
        return Stream.of("eddsa-rdfc-2022/", "eddsa-rdfc-2022/employ/")
                .map(folder -> DynamicTest.dynamicTest(folder, () -> {
                    ObjectNode signed = SharedData.object(EDDSA + folder + "signedDataInt.json");
                    assertSignsAlike(signed, seed, TestContexts.withExamples());
                }));
    }

    private static void assertSignsAlike(String name, ContextLibrary library) throws Exception {
        JsonNode vector = SharedData.json("ob3/vectors/" + name + "-eddsa-rdfc-2022.json");
        assertSignsAlike(openBadge(name), vector.path("privateKeyHex").asText().substring(0, 64), library);
    }

    private static void assertSignsAlike(ObjectNode signed, String seed, ContextLibrary library) throws Exception {
        JsonNode proof = signed.get("proof").isArray() ? signed.at("/proof/0") : signed.get("proof");
        SigningKey key = TestKeys.ed25519(seed, proof.path("verificationMethod").asText());
        CredentialDocument document = new CredentialDocument(signed).withoutProof();
        byte[] ours = new DataIntegritySigner(new RdfCanonicalizer(library))
                .sign(
                        TestKeys.linted(document),
                        List.of(key),
                        Instant.parse(proof.path("created").asText()))
                .bytes();
        assertThat(StrictJson.parse(ours).at("/proof/0")).isEqualTo(proof);
    }

    private static void assertHolds(ObjectNode signed, ContextLibrary library) {
        UnverifiedCredential credential = unverified(signed);
        DataIntegrityVerifier verifier = verifier(library);
        List<ProofClaim> claims = verifier.claims(credential);
        assertThat(claims).isNotEmpty();
        IntStream.range(0, claims.size()).forEach(i -> {
            ProofOutcome outcome = verifier.verify(credential, claims.get(i), method(claims.get(i)), NOW);
            assertThat(outcome.refusal()).as(claims.get(i).pointer()).isEmpty();
        });
    }

    /** In the vectors, the fragment of every verification method is the key. */
    private static VerificationMethod method(ProofClaim claim) {
        String url = String.valueOf(claim.verificationMethod());
        int hash = url.indexOf('#');
        VerificationKey key = VerificationKey.ofMultikey(url.substring(hash + 1));
        return new VerificationMethod(url, url.substring(0, hash), "Multikey", key, null, null);
    }

    private static ObjectNode openBadge(String name) {
        return (ObjectNode)
                SharedData.json("ob3/vectors/" + name + "-eddsa-rdfc-2022.json").get("signedCredential");
    }

    private static DataIntegrityVerifier verifier(ContextLibrary library) {
        return new DataIntegrityVerifier(new RdfCanonicalizer(library));
    }

    private static UnverifiedCredential unverified(ObjectNode signed) {
        return UnverifiedCredential.ofJson(new CredentialDocument(signed));
    }
}
