package org.laurel.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.util.List;
import org.laurel.boot.StartCheck;
import org.laurel.boot.StartException;
import org.laurel.securing.crypto.PrivateJwk;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.key.IssuerKeys;
import org.laurel.shared.encoding.BuildFile;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.origin.BaseUrl;

/** The throw-away keys of {@code keys-example}, which everybody can read; a service on https does not start with them. */
@ApplicationScoped
class ExampleKeys implements StartCheck {
    private static final List<String> FILES = List.of("p256.private.jwk.json", "ed25519.private.jwk.json");

    private final IssuerKeys keys;
    private final BaseUrl base;

    ExampleKeys(IssuerKeys keys, BaseUrl base) {
        this.keys = keys;
        this.base = base;
    }

    /** The key pairs. */
    List<KeyPair> pairs() {
        return FILES.stream()
                .map(file -> PrivateJwk.keyPair(JsonColumns.parse(BuildFile.text("/keys-example/" + file))))
                .toList();
    }

    @Override
    public Uni<Void> check() {
        if (base.isDevelopment()) {
            return Uni.createFrom().voidItem();
        }
        List<VerificationKey> known = pairs().stream()
                .map(pair -> VerificationKey.of(pair.getPublic()))
                .toList();
        return keys.all()
                .invoke(all -> {
                    if (all.stream().anyMatch(key -> known.contains(key.publicKey()))) {
                        throw new StartException(
                                "An issuer signs with a throw-away key of keys-example, which everybody"
                                        + " can read. That is refused when LAUREL_BASE_URL is https: begin a new installation.");
                    }
                })
                .replaceWithVoid();
    }
}
