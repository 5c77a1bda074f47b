package org.laurel.securing.proof.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.LintedCredential;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.CredentialSigner;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.securing.proof.UnsignableCredentialException;
import org.laurel.shared.encoding.Base64Url;

/**
 * Makes a VC-JWT as OB 3.0 §8.2 asks: the header is {@code alg}, {@code kid}, {@code typ: JWT} and nothing else; the
 * payload is the credential at its top level, its members as they stand, and {@code iss}, {@code sub}, {@code jti},
 * {@code nbf} and, where the credential ends, {@code exp}.
 */
@ApplicationScoped
public class JwtSigner implements CredentialSigner {

    @Override
    public ProofFormat format() {
        return ProofFormat.VC_JWT;
    }

    /** The time of signing is not written: OB 3.0 leaves no place for it. */
    @Override
    public SecuredCredential sign(LintedCredential credential, List<SigningKey> keys, Instant created) {
        if (keys.size() != 1) {
            throw new IllegalArgumentException("a VC-JWT is signed with exactly one key, not " + keys.size());
        }
        SigningKey key = keys.get(0);
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", key.algorithm().joseName())
                .put("kid", key.jsonWebKeyId())
                .put("typ", "JWT");
        String input = encoded(header) + "." + Base64Url.encode(payload(credential));
        byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
        String jwt = input + "." + Base64Url.encode(signature);
        return new SecuredCredential(format(), jwt.getBytes(StandardCharsets.US_ASCII));
    }

    /** The document as it stands, and behind its last member the claims. */
    private static byte[] payload(LintedCredential credential) {
        byte[] claims = claims(credential.head()).toString().getBytes(StandardCharsets.UTF_8);
        byte[] text = credential.text();
        byte[] payload = Arrays.copyOf(text, text.length + claims.length - 1);
        payload[text.length - 1] = ',';
        System.arraycopy(claims, 1, payload, text.length, claims.length - 1);
        return payload;
    }

    private static ObjectNode claims(CredentialDocument document) {
        ObjectNode json = document.json();
        for (String claim : CredentialParser.CLAIMS) {
            if (json.has(claim)) {
                throw new UnsignableCredentialException("the credential must not hold the claim itself", "/" + claim);
            }
        }
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", needed(document.issuerId().orElse(null), "/issuer"));
        claims.put("sub", needed(CredentialClaims.subjectId(json).orElse(null), "/credentialSubject/id"));
        claims.put("jti", needed(document.id().orElse(null), "/id"));
        claims.put("nbf", seconds(json.path("validFrom"), "/validFrom"));
        if (json.has("validUntil")) {
            claims.put("exp", seconds(json.path("validUntil"), "/validUntil"));
        }
        return claims;
    }

    private static String needed(@Nullable String value, String pointer) {
        if (value == null) {
            throw new UnsignableCredentialException("a VC-JWT needs this identifier", pointer);
        }
        return value;
    }

    /** A NumericDate counts whole seconds, and must equal what the credential says. */
    private static long seconds(JsonNode date, String pointer) {
        Instant instant = ProofTimes.read(date.asText())
                .filter(i -> i.getNano() == 0)
                .orElseThrow(() -> new UnsignableCredentialException(
                        "a VC-JWT needs a date and time with a zone, in whole seconds", pointer));
        return instant.getEpochSecond();
    }

    private static String encoded(ObjectNode json) {
        return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
