package org.laurel.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.laurel.shared.encoding.Sha256;

/** A passkey by hand (WebAuthn §6), so that each of its parts can be wrong. */
final class SoftPasskey {
    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyPair key;
    private final byte[] id;
    String origin = Pages.ORIGIN;
    String rpId = "localhost";
    String handle = "";
    int flags = PRESENT | VERIFIED;
    int count;

    SoftPasskey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
        id = Sha256.of(key.getPublic().getEncoded());
    }

    /** What the browser hands in to make it known. */
    ObjectNode made(String challenge) {
        ByteBuffer attested = ByteBuffer.allocate(18 + id.length + cose().length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose());
        CBORObject attestation = CBORObject.NewMap()
                .Add("fmt", "none")
                .Add("attStmt", CBORObject.NewMap())
                .Add("authData", joined(data(flags | ATTESTED), attested.array()));
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", text(client("webauthn.create", challenge)))
                .put("attestationObject", text(attestation.EncodeToBytes()));
        response.putArray("transports").add("internal");
        return credential(response);
    }

    /** What the browser hands in to sign in. */
    ObjectNode signed(String challenge) throws GeneralSecurityException {
        byte[] client = client("webauthn.get", challenge);
        byte[] data = data(flags);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key.getPrivate());
        signature.update(joined(data, Sha256.of(client)));
        return credential(JSON.createObjectNode()
                .put("clientDataJSON", text(client))
                .put("authenticatorData", text(data))
                .put("signature", text(signature.sign()))
                .put("userHandle", text(handle.getBytes(StandardCharsets.UTF_8))));
    }

    private ObjectNode credential(ObjectNode response) {
        ObjectNode credential = JSON.createObjectNode()
                .put("id", text(id))
                .put("rawId", text(id))
                .put("type", "public-key")
                .put("authenticatorAttachment", "platform");
        credential.set("response", response);
        credential.putObject("clientExtensionResults");
        return credential;
    }

    private byte[] client(String type, String challenge) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("challenge", challenge)
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int withFlags) {
        return ByteBuffer.allocate(37)
                .put(Sha256.of(rpId.getBytes(StandardCharsets.UTF_8)))
                .put((byte) withFlags)
                .putInt(count)
                .array();
    }

    private byte[] cose() {
        ECPublicKey publicKey = (ECPublicKey) key.getPublic();
        return CBORObject.NewMap()
                .Add(1, 2)
                .Add(3, -7)
                .Add(-1, 1)
                .Add(-2, coordinate(publicKey.getW().getAffineX()))
                .Add(-3, coordinate(publicKey.getW().getAffineY()))
                .EncodeToBytes();
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
