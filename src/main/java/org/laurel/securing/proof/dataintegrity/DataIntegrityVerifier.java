package org.laurel.securing.proof.dataintegrity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.ProofOutcome;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.proof.ProofVerifier;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.shared.encoding.Multibase;

/**
 * Checks embedded proofs (DI §4.4) of the suites {@code eddsa-rdfc-2022}, {@code ecdsa-rdfc-2019} (P-256 and P-384),
 * {@code eddsa-jcs-2022} and {@code ecdsa-jcs-2019}. Each proof of a set stands
 * for itself; one that stands on others covers them, too (DI §4.5), and whether those hold is for the caller to ask.
 */
@ApplicationScoped
public class DataIntegrityVerifier implements ProofVerifier {
    private static final int MAX_PROOFS = 8;

    private final HashData hashData;

    /** With the canonical form that all rdfc suites share. */
    public DataIntegrityVerifier(RdfCanonicalizer canonicalizer) {
        this.hashData = new HashData(canonicalizer);
    }

    @Override
    public ProofFormat format() {
        return ProofFormat.DATA_INTEGRITY;
    }

    /** Eight proofs at most, in order; a credential that carries more gets a ninth claim that stands for the rest. */
    @Override
    public List<ProofClaim> claims(UnverifiedCredential credential) {
        JsonNode proof = credential.document().json().path("proof");
        boolean presentation = credential.document().isPresentation();
        if (proof.isMissingNode()) {
            return List.of();
        }
        if (!proof.isArray()) {
            return List.of(claim(proof, "/proof", new ProofChain(proof), presentation));
        }
        ProofChain chain = new ProofChain(proof);
        List<ProofClaim> claims = new ArrayList<>();
        issuersFirst(proof, credential.signerId().orElse(""))
                .limit(MAX_PROOFS)
                .sorted()
                .forEach(i -> claims.add(claim(proof.get(i), "/proof/" + i, chain, presentation)));
        if (proof.size() > MAX_PROOFS) {
            ProofRefusal refusal =
                    new ProofRefusal(Code.NOT_SUPPORTED, "only " + MAX_PROOFS + " proofs are looked at", "/proof");
            claims.add(new ProofClaim(format(), "", null, "", "/proof", proof, refusal));
        }
        return List.copyOf(claims);
    }

    /** The places of all proofs: however many others make, those that name a key of the signer are looked at. */
    private static Stream<Integer> issuersFirst(JsonNode proofs, String signer) {
        return IntStream.range(0, proofs.size())
                .boxed()
                .sorted(Comparator.comparing(
                        i -> !proofs.get(i).path("verificationMethod").asText().startsWith(signer)));
    }

    private static ProofClaim claim(JsonNode proof, String pointer, ProofChain chain, boolean presentation) {
        ProofClaim claim = ProofShape.claim(proof, pointer, presentation);
        return chain.refusal(proof, pointer).map(claim::refusedFor).orElse(claim);
    }

    @Override
    public ProofOutcome verify(
            UnverifiedCredential credential, ProofClaim claim, VerificationMethod method, Instant now) {
        if (claim.refusal() != null) {
            return ProofOutcome.refused(claim.refusal());
        }
        Cryptosuite suite = Cryptosuite.of(claim.suite()).orElseThrow();
        if (!suite.takes(method.key().type())) {
            return refused(
                    Code.WRONG_KEY_TYPE,
                    "a key of type " + method.key().type() + " does not go with " + suite.label(),
                    claim.pointer() + "/verificationMethod");
        }
        Optional<ProofRefusal> outOfTime = outOfTime(claim, method, now);
        if (outOfTime.isPresent()) {
            return ProofOutcome.refused(outOfTime.get());
        }
        return credential
                .once(
                        List.of("signature", claim.pointer(), method.key()),
                        () -> badSignature(suite, credential, claim, method.key()))
                .map(ProofOutcome::refused)
                .orElseGet(
                        () -> ProofOutcome.held(new VerifiedProof(credential, claim, method, date(claim, "created"))));
    }

    private Optional<ProofRefusal> badSignature(
            Cryptosuite suite, UnverifiedCredential credential, ProofClaim claim, VerificationKey key) {
        String at = claim.pointer() + "/proofValue";
        try {
            byte[] signature =
                    Multibase.decodeBase58(claim.proof().path("proofValue").asText());
            return Signatures.verify(key, message(suite, credential, claim, key), signature)
                    ? Optional.empty()
                    : Optional.of(new ProofRefusal(
                            Code.BAD_SIGNATURE,
                            "the signature does not match: the credential, the proof or the key has been changed",
                            at));
        } catch (CanonicalizationException e) {
            return Optional.of(new ProofRefusal(Code.NOT_CANONICAL, e.detail(), e.pointer()));
        } catch (IllegalArgumentException e) {
            return Optional.of(new ProofRefusal(Code.MALFORMED, "the proofValue cannot be read", at));
        }
    }

    private byte[] message(Cryptosuite suite, UnverifiedCredential credential, ProofClaim claim, VerificationKey key)
            throws CanonicalizationException {
        ObjectNode document = covered(credential, claim);
        ObjectNode options = claim.proof().deepCopy();
        options.remove("proofValue");
        HashAlgorithm hash = HashData.hashFor(key.type());
        return suite.isJcs()
                ? hashData.jcs(options, document, hash)
                : hashData.rdfc(options, document.path("@context"), hashData.hash(document, hash), hash);
    }

    /** The document without its proofs but those that this one stands on. */
    private static ObjectNode covered(UnverifiedCredential credential, ProofClaim claim) {
        ObjectNode document = credential.document().withoutProof().json();
        if (!claim.proof().has("previousProof")) {
            return document;
        }
        ObjectNode chained = document.deepCopy();
        chained.set("proof", new ProofChain(credential.document().json().path("proof")).before(claim.proof()));
        return chained;
    }

    private static Optional<ProofRefusal> outOfTime(ProofClaim claim, VerificationMethod method, Instant now) {
        Instant expires = date(claim, "expires");
        if (expires != null && !now.isBefore(expires)) {
            return Optional.of(new ProofRefusal(
                    Code.OUT_OF_TIME, "the proof expired at " + expires, claim.pointer() + "/expires"));
        }
        return ProofTimes.refusal(date(claim, "created"), method, now, claim.pointer() + "/created");
    }

    private static @Nullable Instant date(ProofClaim claim, String name) {
        return ProofTimes.read(claim.proof().path(name).asText()).orElse(null);
    }

    private static ProofOutcome refused(Code code, String detail, String pointer) {
        return ProofOutcome.refused(new ProofRefusal(code, detail, pointer));
    }
}
