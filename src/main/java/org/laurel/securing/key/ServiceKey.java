package org.laurel.securing.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import org.laurel.securing.crypto.Ed25519Seed;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.sealing.MasterKey;

/**
 * The key with which the service speaks for itself, and for no issuer: an Ed25519 key made of the master key, so that
 * every replica has it and nothing is stored. It signs receipts, the registry and transcripts, never a
 * badge.
 */
@ApplicationScoped
public class ServiceKey {
    private final KeyPair pair;
    private final VerificationKey publicKey;
    private final String controller;

    ServiceKey(MasterKey master, BaseUrl base) {
        this.pair = Ed25519Seed.keyPair(master.derive("service-key/1"));
        this.publicKey = VerificationKey.of(pair.getPublic());
        this.controller = base.text();
    }

    /** Who speaks: our base URL. */
    public String controller() {
        return controller;
    }

    /** The URL of the key: the published key set, and the key's thumbprint in it. */
    public String id() {
        return controller + "/.well-known/jwks.json#" + publicKey.thumbprint();
    }

    /** The public half as a JWK with {@code kid}, {@code alg}, {@code use} and {@code iss}. */
    public ObjectNode jwk() {
        ObjectNode jwk = publicKey.jwk();
        jwk.put("kid", id());
        jwk.put("alg", SignatureAlgorithm.EDDSA.joseName());
        jwk.put("use", "sig");
        jwk.put("iss", controller);
        return jwk;
    }

    /** The header of a JWS of ours: {@code alg}, the type that it is, {@code kid}. */
    public ObjectNode header(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("alg", SignatureAlgorithm.EDDSA.joseName())
                .put("typ", type)
                .put("kid", id());
    }

    /** A compact JWS (RFC 7515 §7.1) around the payload. */
    public String jws(ObjectNode header, ObjectNode payload) {
        String message = encoded(header) + "." + encoded(payload);
        return message + "." + Base64Url.encode(sign(message.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(ObjectNode node) {
        return Base64Url.encode(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Signs the bytes as they are. */
    public byte[] sign(byte[] message) {
        return Signatures.sign(SignatureAlgorithm.EDDSA, pair.getPrivate(), message);
    }

    /** Whether this key signed the message. */
    public boolean signed(byte[] message, byte[] signature) {
        return Signatures.verify(publicKey, message, signature);
    }
}
