package org.laurel.securing.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jboss.logging.Logger;

/**
 * The one cryptographic provider of this process, chosen once: Amazon Corretto's where its native library loads (thirty
 * times the JDK's signatures a second), else BouncyCastle, else the JDK's own. A provider is taken only when it signs and
 * verifies with keys that the JDK made.
 */
public final class CryptoProviders {
    private static final Logger LOG = Logger.getLogger(CryptoProviders.class);
    private static final String ACCP = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Optional<Provider> CHOSEN = choose();

    private CryptoProviders() {}

    /** What was chosen, for a start message: {@code AmazonCorrettoCryptoProvider 2.5.0}. */
    public static String description() {
        return CHOSEN.map(p -> p.getName() + " " + p.getVersionStr()).orElse("the JDK's own providers");
    }

    /** A fresh {@link Signature}, by JCA name; throws IllegalStateException when there is no such algorithm. */
    public static Signature signature(String jcaName) {
        return get(() ->
                CHOSEN.isPresent() ? Signature.getInstance(jcaName, CHOSEN.get()) : Signature.getInstance(jcaName));
    }

    /** A factory for keys of this type that the signatures take without conversion. */
    public static KeyFactory keyFactory(KeyType type) {
        return get(() -> ofJdk(type)
                ? KeyFactory.getInstance(type.jcaAlgorithm())
                : KeyFactory.getInstance(type.jcaAlgorithm(), CHOSEN.orElseThrow()));
    }

    /** A generator of key pairs of this type, ready to generate; RSA keys get 2048 bits (OB 3.0 §8.2.1). */
    public static KeyPairGenerator keyPairGenerator(KeyType type) {
        return get(() -> initialised(
                type,
                ofJdk(type)
                        ? KeyPairGenerator.getInstance(type.jcaAlgorithm())
                        : KeyPairGenerator.getInstance(type.jcaAlgorithm(), CHOSEN.orElseThrow())));
    }

    /** Corretto's provider has no key factory for Ed25519 and refuses BouncyCastle's keys; all take the JDK's. */
    private static boolean ofJdk(KeyType type) {
        return type == KeyType.ED25519 || CHOSEN.isEmpty();
    }

    private static KeyPairGenerator initialised(KeyType type, KeyPairGenerator generator)
            throws GeneralSecurityException {
        if (type == KeyType.RSA) {
            generator.initialize(2048);
        } else if (type != KeyType.ED25519) {
            generator.initialize(new ECGenParameterSpec(type.curveName()));
        }
        return generator;
    }

    private static Optional<Provider> choose() {
        List<Supplier<Optional<Provider>>> candidates =
                List.of(CryptoProviders::corretto, () -> Optional.of(new BouncyCastleProvider()));
        return candidates.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(CryptoProviders::works)
                .findFirst();
    }

    private static Optional<Provider> corretto() {
        try {
            Provider provider =
                    (Provider) Class.forName(ACCP).getField("INSTANCE").get(null);
            provider.getClass().getMethod("assertHealthy").invoke(provider);
            return Optional.of(provider);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.debugf("Corretto's provider does not load here: %s", e);
            return Optional.empty();
        }
    }

    private static boolean works(Provider provider) {
        try {
            return signs(provider, SignatureAlgorithm.EDDSA) && signs(provider, SignatureAlgorithm.ES256);
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            LOG.warnf("%s is passed over: %s", provider.getName(), e);
            return false;
        }
    }

    private static boolean signs(Provider provider, SignatureAlgorithm algorithm) throws GeneralSecurityException {
        KeyType type = algorithm.keyType();
        KeyPair pair = initialised(
                        type, KeyPairGenerator.getInstance(type.jcaAlgorithm(), Security.getProvider("SunEC")))
                .generateKeyPair();
        byte[] message = {1, 2, 3};
        Signature signer = Signature.getInstance(algorithm.jcaName(), provider);
        signer.initSign(pair.getPrivate());
        signer.update(message);
        byte[] signature = signer.sign();
        signer.initVerify(pair.getPublic());
        signer.update(message);
        return signature.length == 64 && signer.verify(signature);
    }

    private static <T> T get(JcaCall<T> call) {
        try {
            return call.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cryptographic provider lacks an algorithm: " + e.getMessage(), e);
        }
    }

    private interface JcaCall<T> {
        T get() throws GeneralSecurityException;
    }
}
