package org.laurel.securing.proof.dataintegrity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.shared.json.Pointers;

/** Reads what a proof says of itself (DI §2.1) and finds what is wrong with it whatever its key says. */
final class ProofShape {
    private static final String TYPE = "DataIntegrityProof";
    private static final Set<String> OCCASION = Set.of("domain", "challenge");
    private static final int MAX_VALUE = 256;
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "type",
            "cryptosuite",
            "created",
            "expires",
            "verificationMethod",
            "proofPurpose",
            "proofValue",
            "nonce");

    private ProofShape() {}

    /** What the proof says; a presentation's is for {@code authentication}, and may be bound to an occasion. */
    static ProofClaim claim(JsonNode proof, String pointer, boolean presentation) {
        String suite = text(proof, "cryptosuite").or(() -> text(proof, "type")).orElse("");
        return new ProofClaim(
                ProofFormat.DATA_INTEGRITY,
                suite,
                text(proof, "verificationMethod").orElse(null),
                text(proof, "proofPurpose").orElse(""),
                pointer,
                proof,
                refusal(proof, pointer, presentation).orElse(null));
    }

    private static Optional<ProofRefusal> refusal(JsonNode proof, String pointer, boolean presentation) {
        if (!proof.isObject()) {
            return refused(Code.MALFORMED, "a proof must be an object", pointer);
        }
        return unsupported(proof, pointer)
                .or(() -> strangeMember(proof, pointer, presentation))
                .or(() -> wrongPurpose(proof, pointer, presentation))
                .or(() -> wrongValue(proof, pointer));
    }

    private static Optional<ProofRefusal> unsupported(JsonNode proof, String pointer) {
        Optional<String> type = text(proof, "type");
        if (type.isEmpty()) {
            return refused(Code.MALFORMED, "a proof must have a type, one text", pointer + "/type");
        }
        boolean ownType =
                Cryptosuite.of(type.get()).filter(Cryptosuite::isOwnType).isPresent();
        if (!ownType && !type.get().equals(TYPE)) {
            return refused(
                    Code.NOT_SUPPORTED,
                    "proofs of the type \"" + shortened(type.get()) + "\" are not supported",
                    pointer + "/type");
        }
        if (ownType == proof.has("cryptosuite")
                || (!ownType && text(proof, "cryptosuite").isEmpty())) {
            return refused(
                    Code.MALFORMED,
                    "a DataIntegrityProof, and no other, must name its cryptosuite",
                    pointer + "/cryptosuite");
        }
        if (!ownType && suite(proof).isEmpty()) {
            return refused(
                    Code.NOT_SUPPORTED,
                    "the cryptosuite \"" + shortened(proof.path("cryptosuite").asText()) + "\" is not supported",
                    pointer + "/cryptosuite");
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> strangeMember(JsonNode proof, String pointer, boolean presentation) {
        boolean jcs = suite(proof).filter(Cryptosuite::isJcs).isPresent();
        for (Iterator<String> names = proof.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            String place = Pointers.child(pointer, name);
            if (OCCASION.contains(name) && presentation) {
                continue; // judged against what was asked for
            }
            if (OCCASION.contains(name)) {
                return refused(Code.WRONG_PURPOSE, "the proof is bound to a " + name + ", as presentations are", place);
            }
            boolean context = jcs && name.equals("@context");
            if (name.equals("previousProof")) {
                continue; // judged with the proofs that it names
            }
            if (!MEMBERS.contains(name) && !context) {
                return refused(Code.MALFORMED, "a proof has no member of this name", place);
            }
            if (!context && !proof.get(name).isTextual()) {
                return refused(Code.MALFORMED, "\"" + name + "\" of a proof must be one text", place);
            }
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> wrongPurpose(JsonNode proof, String pointer, boolean presentation) {
        Optional<String> purpose = text(proof, "proofPurpose");
        if (purpose.isEmpty()) {
            return refused(Code.MALFORMED, "a proof must have a proofPurpose", pointer + "/proofPurpose");
        }
        String expected = presentation ? "authentication" : "assertionMethod";
        if (!purpose.get().equals(expected)) {
            return refused(
                    Code.WRONG_PURPOSE,
                    "the proofPurpose of a " + (presentation ? "presentation" : "credential") + " must be " + expected,
                    pointer + "/proofPurpose");
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> wrongValue(JsonNode proof, String pointer) {
        if (text(proof, "verificationMethod").isEmpty()) {
            return refused(Code.MALFORMED, "a proof must name its verificationMethod", pointer + "/verificationMethod");
        }
        for (String date : new String[] {"created", "expires"}) {
            if (proof.has(date) && ProofTimes.read(proof.get(date).textValue()).isEmpty()) {
                return refused(
                        Code.MALFORMED, "\"" + date + "\" must be a date and time with a zone", pointer + "/" + date);
            }
        }
        String value = text(proof, "proofValue").orElse("");
        if (!value.startsWith("z") || value.length() > MAX_VALUE) {
            return refused(
                    Code.MALFORMED,
                    "the proofValue must be base58btc with the multibase header z",
                    pointer + "/proofValue");
        }
        return Optional.empty();
    }

    private static Optional<Cryptosuite> suite(JsonNode proof) {
        return text(proof, "cryptosuite").flatMap(Cryptosuite::of).filter(suite -> !suite.isOwnType());
    }

    private static Optional<String> text(JsonNode proof, String name) {
        return Optional.ofNullable(proof.path(name).textValue());
    }

    private static Optional<ProofRefusal> refused(Code code, String detail, String pointer) {
        return Optional.of(new ProofRefusal(code, detail, pointer));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
