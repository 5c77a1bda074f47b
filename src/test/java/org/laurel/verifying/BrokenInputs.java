package org.laurel.verifying;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.dataintegrity.DataIntegritySigner;
import org.laurel.securing.proof.jwt.JwtSigner;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/** Makes the files of {@code broken/verify}: a good badge of a published key, and each time one fault. */
final class BrokenInputs {
    private static final RdfCanonicalizer CANONICALIZER = new RdfCanonicalizer(new ContextLibrary());
    private static final Instant SIGNED = Instant.parse("2026-02-01T00:00:00Z");
    private static final String SEED = "c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6";
    private static final String MULTIKEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    private final SigningKey key = TestKeys.ed25519(SEED, MULTIKEY);
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Every file by name. */
    Map<String, byte[]> all() {
        unreadable();
        changed();
        unknown();
        proofs();
        badges();
        jwts();
        return files;
    }

    private void unreadable() {
        String good = text(signed(badge()));
        put("duplicate-member.json", good.replaceFirst("\\{", "{\"name\":\"another\","));
        put("depth-65.json", "{\"type\":\"VerifiableCredential\",\"a\":" + "[".repeat(64) + "]".repeat(64) + "}");
        put("nul.json", good.replace("Laurel of", "Laurel\\u0000of"));
        put("lone-surrogate.json", good.replace("Laurel of", "Laurel\\ud800of"));
        put("trailing-comma.json", good.substring(0, good.length() - 1) + ",}");
        put("two-documents.json", good + good);
        put("text-after-the-end.json", good + "x");
        put("not-json.json", "this is not a badge");
        put("html.json", "<!DOCTYPE html><title>A badge</title>");
        put("array.json", "[" + good + "]");
        put("empty.json", "");
        put("blank.json", " \n");
        put("no-credential.json", "{\"hello\":\"world\"}");
        put("only-a-string.json", "\"VerifiableCredential\"");
        files.put("not-utf8.json", good.replace("Botany", "Botan\u00ff").getBytes(StandardCharsets.ISO_8859_1));
        put("byte-order-mark.json", "\ufeff" + good);
    }

    private void changed() {
        put("tampered-name.json", change(json -> json.put("name", "Laurel of Zoology")));
        put(
                "tampered-deep.json",
                change(json -> Samples.put(
                        json, "/credentialSubject/achievement/criteria/narrative", string("Names one plant."))));
        put(
                "tampered-proof-date.json",
                change(json -> Samples.put(json, "/proof/0/created", string("2026-02-02T00:00:00Z"))));
        put("undefined-term.json", change(json -> json.put("honours", "summa cum laude")));
        put("null-member.json", change(json -> json.putNull("description")));
        put(
                "inline-context.json",
                change(json -> json.withArray("@context").addObject().put("name", "https://schema.org/description")));
        put(
                "vocab-context.json",
                change(json -> json.withArray("@context").addObject().put("@vocab", "https://example.org/")));
        put(
                "nested-context.json",
                change(json -> Samples.put(
                        json, "/credentialSubject/@context", json.objectNode().put("name", "https://schema.org/x"))));
    }

    private void unknown() {
        put("unknown-context.json", change(json -> json.withArray("@context").add("https://example.org/context/v1")));
        put(
                "unknown-cryptosuite.json",
                change(json -> Samples.put(json, "/proof/0/cryptosuite", string("falcon-rdfc-2031"))));
        put(
                "unknown-proof-type.json",
                change(json -> Samples.put(json, "/proof/0/type", string("FalconSignature2031"))));
        put("unknown-did-method.json", text(signed(Samples.badgeOf("did:example:1"))));
        put("issuer-away.json", text(signed(Samples.badgeOf("did:web:away.example"))));
        put("issuer-gone.json", text(signed(Samples.badgeOf("did:web:gone.example"))));
        ObjectNode status = badge();
        status.putObject("credentialStatus")
                .put("id", "https://away.example/status/1#7")
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", "7")
                .put("statusListCredential", "https://away.example/status/1");
        put("status-away.json", text(signed(status)));
    }

    private void proofs() {
        put("no-proof.json", text(badge()));
        put("empty-proof.json", change(json -> json.putArray("proof")));
        put("proof-text.json", change(json -> json.put("proof", "trust me")));
        put("wrong-purpose.json", change(json -> Samples.put(json, "/proof/0/proofPurpose", string("authentication"))));
        put("proof-with-domain.json", change(json -> Samples.put(json, "/proof/0/domain", string("example.org"))));
        put("proof-value-hex.json", change(json -> Samples.put(json, "/proof/0/proofValue", string("f00ff"))));
        put("proof-value-empty.json", change(json -> Samples.put(json, "/proof/0/proofValue", string("z"))));
        put(
                "proof-expired.json",
                change(json -> Samples.put(json, "/proof/0/expires", string("2026-03-01T00:00:00Z"))));
        put(
                "proof-in-the-future.json",
                change(json -> Samples.put(json, "/proof/0/created", string("2036-03-01T00:00:00Z"))));
        put("proof-without-key.json", change(json -> ((ObjectNode) json.at("/proof/0")).remove("verificationMethod")));
        put(
                "other-issuers-key.json",
                text(signed(Samples.badgeOf("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"))));
    }

    private void badges() {
        put("expired.json", text(signed(badge().put("validUntil", "2026-11-01T00:00:00Z"))));
        put("not-yet-valid.json", text(signed(badge().put("validFrom", "2027-01-01T00:00:00Z"))));
        ObjectNode noCriteria = badge();
        ((ObjectNode) noCriteria.at("/credentialSubject/achievement")).remove("criteria");
        put("no-criteria.json", text(signed(noCriteria)));
        ObjectNode anonymous = badge();
        ((ObjectNode) anonymous.at("/credentialSubject")).remove("id");
        put("no-recipient.json", text(signed(anonymous)));
        ObjectNode noIssuer = badge();
        noIssuer.remove("issuer");
        put("no-issuer.json", text(signed(noIssuer)));
        put("good.json", text(signed(badge())));
    }

    private void jwts() {
        String good = jwt();
        String[] parts = good.split("\\.");
        put("good.jwt", good);
        put("final-newline.jwt", good + "\n");
        put("alg-none.jwt", encode("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        put(
                "alg-hs256.jwt",
                encode("{\"alg\":\"HS256\",\"kid\":\"" + key.jsonWebKeyId() + "\"}") + "." + parts[1] + "." + parts[2]);
        put(
                "alg-unknown.jwt",
                encode("{\"alg\":\"FALCON\",\"kid\":\"" + key.jsonWebKeyId() + "\"}") + "." + parts[1] + "."
                        + parts[2]);
        put(
                "crit-header.jwt",
                encode("{\"alg\":\"EdDSA\",\"crit\":[\"b64\"],\"b64\":false}") + "." + parts[1] + "." + parts[2]);
        put("no-key.jwt", encode("{\"alg\":\"EdDSA\"}") + "." + parts[1] + "." + parts[2]);
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        put(
                "tampered.jwt",
                parts[0] + "." + encode(payload.replace("Laurel of Botany", "Laurel of Zoology")) + "." + parts[2]);
        put("two-parts.jwt", parts[0] + "." + parts[1]);
        put("padding.jwt", parts[0] + "." + parts[1] + "." + parts[2] + "==");
        put("payload-not-json.jwt", parts[0] + "." + encode("hello") + "." + parts[2]);
    }

    private ObjectNode badge() {
        return Samples.badgeOf(key.controller());
    }

    private ObjectNode signed(ObjectNode badge) {
        return json(new DataIntegritySigner(CANONICALIZER)
                .sign(TestKeys.linted(new CredentialDocument(badge)), List.of(key), SIGNED)
                .text());
    }

    private String jwt() {
        return new JwtSigner()
                .sign(TestKeys.linted(new CredentialDocument(badge())), List.of(key), SIGNED)
                .text();
    }

    private String change(Consumer<ObjectNode> fault) {
        ObjectNode json = signed(badge());
        fault.accept(json);
        return text(json);
    }

    private void put(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode string(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static String text(JsonNode json) {
        return json.toString();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) StrictJson.parse(text);
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }
}
