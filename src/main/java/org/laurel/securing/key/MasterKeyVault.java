package org.laurel.securing.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import org.laurel.securing.crypto.CryptoProviders;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.shared.sealing.AesGcm;
import org.laurel.shared.sealing.MasterKey;

/** Wraps private keys with AES-256-GCM under a data key per issuer, and data keys under the master key. */
@ApplicationScoped
class MasterKeyVault implements KeyVault {
    private final byte[] wrapping;
    private final SecureRandom random;

    MasterKeyVault(MasterKey master, SecureRandom random) {
        this.wrapping = master.derive("issuer-data-keys");
        this.random = random;
    }

    @Override
    public byte[] newDataKey(String issuerDid) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return AesGcm.seal(wrapping, key, dataKeyContext(issuerDid), random);
    }

    @Override
    public WrappedKey generate(String issuerDid, byte[] wrappedDataKey, long keyNumber, SignatureAlgorithm algorithm) {
        KeyPairGenerator generator = CryptoProviders.keyPairGenerator(algorithm.keyType());
        return adopt(issuerDid, wrappedDataKey, keyNumber, generator.generateKeyPair());
    }

    @Override
    public WrappedKey adopt(String issuerDid, byte[] wrappedDataKey, long keyNumber, KeyPair pair) {
        byte[] wrapped = AesGcm.seal(
                dataKey(issuerDid, wrappedDataKey),
                pair.getPrivate().getEncoded(),
                keyContext(issuerDid, keyNumber),
                random);
        return new WrappedKey(VerificationKey.of(pair.getPublic()), wrapped);
    }

    @Override
    public SigningKey open(IssuerKey key, byte[] wrappedDataKey, byte[] wrappedPrivate) {
        byte[] pkcs8 = AesGcm.open(
                dataKey(key.controller(), wrappedDataKey), wrappedPrivate, keyContext(key.controller(), key.number()));
        try {
            PrivateKey privateKey = CryptoProviders.keyFactory(key.algorithm().keyType())
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new OpenedKey(key, privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the private key of " + key.jsonWebKeyId() + " cannot be read", e);
        }
    }

    private byte[] dataKey(String issuerDid, byte[] wrapped) {
        return AesGcm.open(wrapping, wrapped, dataKeyContext(issuerDid));
    }

    private static String dataKeyContext(String issuerDid) {
        return "data-key/" + issuerDid;
    }

    private static String keyContext(String issuerDid, long keyNumber) {
        return "issuer-key/" + issuerDid + "/" + keyNumber;
    }

    /** Signs; the private half has no getter. */
    private static final class OpenedKey implements SigningKey {
        private final IssuerKey key;
        private final PrivateKey privateKey;

        OpenedKey(IssuerKey key, PrivateKey privateKey) {
            this.key = key;
            this.privateKey = privateKey;
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return key.algorithm();
        }

        @Override
        public VerificationKey publicKey() {
            return key.publicKey();
        }

        @Override
        public String controller() {
            return key.controller();
        }

        @Override
        public String multikeyId() {
            return key.multikeyId();
        }

        @Override
        public String jsonWebKeyId() {
            return key.jsonWebKeyId();
        }

        @Override
        public byte[] sign(byte[] message) {
            return Signatures.sign(key.algorithm(), privateKey, message);
        }

        @Override
        public String toString() {
            return "SigningKey[" + key.jsonWebKeyId() + "]";
        }
    }
}
