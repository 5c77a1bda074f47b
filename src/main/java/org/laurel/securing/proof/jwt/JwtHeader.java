package org.laurel.securing.proof.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.crypto.VerificationAlgorithm;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.shared.json.Pointers;

/** What a VC-JWT's header may hold (OB 3.0 §8.2.1; VC-JOSE-COSE §3.1.1) and what its algorithms ask of the key. */
final class JwtHeader {
    private static final Set<String> TYPES = Set.of("JWT", "vc+jwt", "vc+ld+jwt");
    private static final Set<String> PRESENTATION_TYPES = Set.of("JWT", "vp+jwt", "vp+ld+jwt");
    private static final Set<String> SD_TYPES = Set.of("vc+sd-jwt", "vc+ld+sd-jwt", "vc+ld+json+sd-jwt");
    private static final Set<String> SD_PRESENTATION_TYPES = Set.of("vp+sd-jwt", "vp+ld+sd-jwt", "vp+ld+json+sd-jwt");
    private static final Set<String> MEMBERS = Set.of("alg", "kid", "jwk", "typ", "cty");

    private JwtHeader() {}

    /** Whether it is a JWT by VC-JOSE-COSE, where the registered claims mean something else. */
    static boolean isJoseCose(JsonNode header) {
        return header.path("typ").asText().equals("vc+jwt");
    }

    /** The algorithm of this name, when it is one that is read here. */
    static Optional<VerificationAlgorithm> algorithm(String name) {
        return VerificationAlgorithm.ofJoseName(name);
    }

    /** What is wrong with the header whatever the key says. */
    static Optional<ProofRefusal> refusal(ObjectNode header, boolean presentation) {
        String content = presentation ? "vp" : "vc";
        return strangeMember(header)
                .or(() -> wrongAlgorithm(header))
                .or(() -> wrongType(header, presentation ? PRESENTATION_TYPES : TYPES, "JWT or " + content + "+jwt"))
                .or(() -> wrongContentType(header, content))
                .or(() -> noKey(header));
    }

    /** The same for an SD-JWT, which no other JWT can be taken for (VC-JOSE-COSE §3.2; RFC 9901 §9.11). */
    static Optional<ProofRefusal> refusalOfSdJwt(ObjectNode header, boolean presentation) {
        String content = presentation ? "vp" : "vc";
        return strangeMember(header)
                .or(() -> wrongAlgorithm(header))
                .or(() -> wrongType(header, presentation ? SD_PRESENTATION_TYPES : SD_TYPES, content + "+sd-jwt"))
                .or(() -> wrongContentType(header, content))
                .or(() -> noKey(header));
    }

    private static Optional<ProofRefusal> strangeMember(ObjectNode header) {
        for (Iterator<String> names = header.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                return refused(Code.MALFORMED, "the header must not hold this member", Pointers.child("", name));
            }
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> wrongAlgorithm(ObjectNode header) {
        String algorithm = header.path("alg").textValue();
        if (algorithm == null || algorithm.equalsIgnoreCase("none") || algorithm.startsWith("HS")) {
            return refused(Code.MALFORMED, "the header's alg must be that of a digital signature", "/alg");
        }
        if (algorithm(algorithm).isEmpty()) {
            return refused(
                    Code.NOT_SUPPORTED, "this alg is not supported; RS256, PS256, ES256, ES384 and EdDSA are", "/alg");
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> wrongType(ObjectNode header, Set<String> types, String expected) {
        if (header.has("typ") && !types.contains(header.get("typ").asText())) {
            return refused(Code.MALFORMED, "the header's typ, if it is there, must be " + expected, "/typ");
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> wrongContentType(ObjectNode header, String content) {
        if (header.has("cty") && !header.get("cty").asText().equals(content)) {
            return refused(Code.MALFORMED, "the header's cty, if it is there, must be " + content, "/cty");
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> noKey(ObjectNode header) {
        JsonNode kid = header.path("kid");
        JsonNode jwk = header.path("jwk");
        if (kid.isMissingNode() && jwk.isMissingNode()) {
            return refused(Code.MALFORMED, "the header names no key: kid or jwk is needed", "");
        }
        if (!kid.isMissingNode() && !kid.isTextual()) {
            return refused(Code.MALFORMED, "the header's kid must be a text", "/kid");
        }
        try {
            if (!jwk.isMissingNode()) {
                VerificationKey.ofJwk(jwk);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return refused(Code.MALFORMED, "the header's jwk: " + e.getMessage(), "/jwk");
        }
    }

    private static Optional<ProofRefusal> refused(Code code, String detail, String pointer) {
        return Optional.of(new ProofRefusal(code, detail, pointer));
    }
}
