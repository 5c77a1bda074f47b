package org.laurel.verifying;

import static org.laurel.verifying.Mutation.KEY;
import static org.laurel.verifying.Mutation.WORLD;
import static org.laurel.verifying.Mutation.bytes;
import static org.laurel.verifying.Mutation.edited;
import static org.laurel.verifying.Mutation.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.fixture.JsonFlip;
import org.laurel.fixture.ProofsByHand;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.key.SigningKey;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompressedBits;

/** Makes the mutations of badges, proofs and status lists; those of pictures are {@link PictureMutations}. */
final class Mutations {
    private static final String[] PROOF = {
        "type|\"FalconSignature2031\"",
        "type|\"\"",
        "type|7",
        "type|drop",
        "type|[\"DataIntegrityProof\"]",
        "type|\"Ed25519Signature2020\"",
        "type|\"JsonWebSignature2020\"",
        "type|\"dataIntegrityProof\"",
        "cryptosuite|drop",
        "cryptosuite|\"falcon-rdfc-2031\"",
        "cryptosuite|7",
        "cryptosuite|\"\"",
        "cryptosuite|\"eddsa-jcs-2022\"",
        "cryptosuite|\"eddsa-2022\"",
        "cryptosuite|\"ecdsa-rdfc-2019\"",
        "cryptosuite|\"ecdsa-sd-2023\"",
        "cryptosuite|\"bbs-2023\"",
        "cryptosuite|\"EDDSA-RDFC-2022\"",
        "created|\"2026-02-01T00:00:01Z\"",
        "created|\"yesterday\"",
        "created|drop",
        "created|\"2036-02-01T00:00:00Z\"",
        "created|\"2026-02-01\"",
        "created|\"2026-02-01T00:00:00\"",
        "created|1769904000",
        "created|\"\"",
        "expires|\"2026-03-01T00:00:00Z\"",
        "expires|\"2036-03-01T00:00:00Z\"",
        "expires|\"never\"",
        "verificationMethod|drop",
        "verificationMethod|\"\"",
        "verificationMethod|[]",
        "verificationMethod|{}",
        "verificationMethod|\"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#"
                + "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK\"",
        "verificationMethod|\"did:web:gone.example#1\"",
        "verificationMethod|\"did:web:away.example#1\"",
        "verificationMethod|\"did:falcon:1#1\"",
        "verificationMethod|\"https://away.example/keys/1\"",
        "verificationMethod|\"#key\"",
        "verificationMethod|\"did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2\"",
        "verificationMethod|\"did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#other\"",
        "verificationMethod|\"did:key:zUnreadable#zUnreadable\"",
        "verificationMethod|\"https://badges.internal.example/k\"",
        "proofPurpose|drop",
        "proofPurpose|\"authentication\"",
        "proofPurpose|\"keyAgreement\"",
        "proofPurpose|\"\"",
        "proofPurpose|[\"assertionMethod\"]",
        "proofPurpose|\"https://w3id.org/security#assertionMethod\"",
        "proofValue|drop",
        "proofValue|\"z\"",
        "proofValue|\"\"",
        "proofValue|7",
        "proofValue|\"f00ff\"",
        "proofValue|\"uAAAA\"",
        "proofValue|\"z0OIl\"",
        "proofValue|\"z1111111111111111111111111111111111111111111111111111111111111111\"",
        "domain|\"badges.example\"",
        "challenge|\"1\"",
        "nonce|\"1\"",
        "previousProof|\"urn:uuid:1\"",
        "id|7",
        "jws|\"a..b\"",
        "honours|\"x\"",
        "@context|\"https://www.w3.org/ns/credentials/v2\"",
        "creator|\"did:web:badges.example\"",
    };

    private static final String[] LIST = {
        "encodedList|drop",
        "encodedList|\"\"",
        "encodedList|\"u\"",
        "encodedList|7",
        "encodedList|[]",
        "encodedList|\"uH4sIAAAAAAAAA\"",
        "encodedList|\"H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA\"",
        "encodedList|\"zH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA\"",
        "encodedList|\"uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA==\"",
        "encodedList|\"uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsA\"",
        "encodedList|\"uAAAAAAAAAAAAAAAAAAAAAAAA\"",
        "encodedList|\"u****\"",
        "statusPurpose|drop",
        "statusPurpose|\"suspension\"",
        "statusPurpose|\"Revocation\"",
        "statusPurpose|7",
        "statusPurpose|[]",
        "type|drop",
        "type|\"StatusList\"",
        "type|\"BitstringStatusListEntry\"",
        "type|7",
    };

    private static final String[] LIST_WHOLE = {
        "/issuer|\"did:web:other.example\"",
        "/issuer|drop",
        "/issuer|7",
        "/id|\"https://badges.example/status/2\"",
        "/type|[\"VerifiableCredential\"]",
        "/type|[\"BitstringStatusListCredential\"]",
        "/type|drop",
        "/validUntil|\"2026-11-25T07:59:59Z\"",
        "/validFrom|\"2026-11-25T09:00:00Z\"",
        "/credentialSubject|drop",
        "/credentialSubject|[]",
        "/credentialSubject|\"x\"",
        "/validUntil|\"never\"",
    };

    private static final String[] ENTRY = {
        "statusListIndex|\"7\"",
        "statusListIndex|\"131072\"",
        "statusListIndex|\"-1\"",
        "statusListIndex|\"08\"",
        "statusListIndex|\"8.0\"",
        "statusListIndex|\"eight\"",
        "statusListIndex|\"99999999999999999999\"",
        "statusListIndex|8",
        "statusListIndex|drop",
        "statusListIndex|\"\"",
        "statusListCredential|drop",
        "statusListCredential|\"https://away.example/status/1\"",
        "statusListCredential|\"https://badges.internal.example/status\"",
        "statusListCredential|\"status/1\"",
        "statusListCredential|\"ftp://badges.example/status/1\"",
        "statusListCredential|7",
        "statusPurpose|drop",
        "statusPurpose|7",
        "statusPurpose|\"suspension\"",
        "type|\"FalconStatus2031\"",
        "type|drop",
        "statusSize|2",
        "statusSize|\"1\"",
        "statusSize|0",
    };

    private final List<Mutation> all = new ArrayList<>();
    private final byte[] goodList = WORLD.signed(Mutation.plainList());
    private final byte[] goodBadge = bytes(Mutation.badge());

    /** Every mutation. */
    static List<Mutation> all() {
        Mutations made = new Mutations();
        made.badges();
        made.proofs();
        made.jwts();
        made.lists();
        made.entries();
        PictureMutations.all().forEach((name, picture) -> made.badge("picture: " + name, picture));
        return made.all;
    }

    /** Every other flip of a badge outside its proof. */
    private void badges() {
        List<JsonFlip> flips = JsonFlip.all(Mutation.badge()).stream()
                .filter(flip -> !flip.pointer().startsWith("/proof/"))
                .toList();
        for (int i = 0; i < flips.size(); i += 2) {
            badge("badge: " + flips.get(i), bytes(flips.get(i).document()));
        }
    }

    private void proofs() {
        ObjectNode signed = Mutation.badge();
        for (String change : PROOF) {
            String[] parts = change.split("\\|", 2);
            badge("proof: " + parts[0] + " " + parts[1], bytes(edited(signed, "/proof/0/" + parts[0], parts[1])));
        }
        for (String proof :
                new String[] {"drop", "[]", "{}", "\"trust me\"", "7", "[[]]", "[\"x\"]", "[{}]", "[7,8]", "true"}) {
            badge("proof: the whole " + proof, bytes(edited(signed, "/proof", proof)));
        }
        String value = signed.at("/proof/0/proofValue").textValue();
        Map<String, String> values = Map.of(
                "longer",
                value + "1",
                "shorter",
                value.substring(0, value.length() - 1),
                "with a leading zero",
                "z1" + value.substring(1),
                "of another base",
                value.replaceFirst("^z", "u"),
                "after a space",
                " " + value,
                "of another badge",
                json(WORLD.signed(WORLD.badge())).at("/proof/0/proofValue").textValue());
        new TreeMap<>(values)
                .forEach((kind, other) -> badge(
                        "proof: value " + kind, bytes(edited(signed, "/proof/0/proofValue", "\"" + other + "\""))));
        for (int i = 1; i < value.length(); i += 9) {
            String other = value.substring(0, i) + (value.charAt(i) == 'A' ? 'B' : 'A') + value.substring(i + 1);
            badge("proof: value at " + i, bytes(edited(signed, "/proof/0/proofValue", "\"" + other + "\"")));
        }
    }

    private void jwts() {
        String[] parts = new String(WORLD.jwt(WORLD.badge(), KEY), StandardCharsets.US_ASCII).split("\\.");
        for (JsonFlip flip : JsonFlip.all(json(Base64Url.decode(parts[0])))) {
            badge("jwt header: " + flip, bytes(part(flip) + "." + parts[1] + "." + parts[2]));
        }
        List<JsonFlip> flips = JsonFlip.all(json(Base64Url.decode(parts[1])));
        for (int i = 0; i < flips.size(); i += 5) {
            badge("jwt payload: " + flips.get(i), bytes(parts[0] + "." + part(flips.get(i)) + "." + parts[2]));
        }
    }

    /** Lists that their issuer signed with a fault, and lists that somebody changed afterwards. */
    private void lists() {
        for (String change : LIST) {
            String[] parts = change.split("\\|", 2);
            list("signed " + parts[0] + " " + parts[1], "/credentialSubject/" + parts[0], parts[1]);
        }
        for (String change : LIST_WHOLE) {
            String[] parts = change.split("\\|", 2);
            list("signed " + parts[0] + " " + parts[1], parts[0], parts[1]);
        }
        byte[] small = new byte[1024];
        list("signed small", "/credentialSubject/encodedList", "\"" + CompressedBits.encode(small) + "\"");
        SigningKey another = TestKeys.ed25519(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "did:key:z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw#z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw");
        all.add(new Mutation("list: another's key", goodBadge, WORLD.signed(Mutation.plainList(), another)));
        for (String text :
                new String[] {"", "<html>", "[]", "{}", "null", "a.b.c", "\ufeff", "{\"url\":\"https://away.example/\"}"
                }) {
            all.add(new Mutation("list: instead " + text, goodBadge, bytes(text)));
        }
        List<JsonFlip> flips = JsonFlip.all(json(goodList)).stream()
                .filter(flip -> !flip.toString().equals("retyped /issuer")) // an object with only the id says the same
                .toList();
        for (int i = 0; i < flips.size(); i += 2) {
            all.add(new Mutation(
                    "list: " + flips.get(i), goodBadge, bytes(flips.get(i).document())));
        }
    }

    /** Entries of badges that were signed so; by a jcs suite, which signs what an rdfc suite refuses. */
    private void entries() {
        for (String change : ENTRY) {
            String[] parts = change.split("\\|", 2);
            ObjectNode badge = edited(WORLD.withStatus("revocation", "8"), "/credentialStatus/" + parts[0], parts[1]);
            badge("entry: " + parts[0] + " " + parts[1], bytes(ProofsByHand.jcs(badge, KEY)));
        }
    }

    private void list(String name, String pointer, String value) {
        ObjectNode list = edited(Mutation.plainList(), pointer, value);
        all.add(new Mutation("list: " + name, goodBadge, bytes(ProofsByHand.jcs(list, KEY))));
    }

    private void badge(String name, byte[] input) {
        all.add(new Mutation(name, input, goodList));
    }

    private static String part(JsonFlip flip) {
        return Base64Url.encode(bytes(flip.document()));
    }
}
