package org.laurel.securing.key;

import io.smallrye.mutiny.Uni;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.securing.crypto.SignatureAlgorithm;

/** The collection of issuers' keys. */
public interface IssuerKeys {

    /** The issuer's ring; kept in memory until {@link KeyOwner#keysVersion} grows. */
    Uni<KeyRing> ring(KeyOwner owner);

    /** The public side of every issuer's keys but compromised ones, for {@code /.well-known/jwks.json}. */
    Uni<List<IssuerKey>> all();

    /** Makes active keys in the caller's transaction. */
    Uni<List<IssuerKey>> add(Mutiny.StatelessSession session, KeyOwner owner, List<SignatureAlgorithm> algorithms);

    /** Takes in throw-away key pairs, active, in the caller's transaction. */
    Uni<List<IssuerKey>> adopt(Mutiny.StatelessSession session, KeyOwner owner, List<KeyPair> pairs);

    /** Moves a key to another state in the caller's transaction; a compromised one stays so. */
    Uni<Void> move(Mutiny.StatelessSession session, KeyOwner owner, long number, KeyState state, Instant at);
}
