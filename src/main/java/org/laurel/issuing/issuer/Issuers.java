package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.document.credential.Profile;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.IssuerKey;
import org.laurel.securing.key.KeyState;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of issuers. */
public interface Issuers {

    /** By slug or public id. */
    Uni<Optional<Issuer>> find(String slugOrId);

    /** By number. */
    Uni<Optional<Issuer>> find(int number);

    /**
     * Of whom the programme has something to say, oldest first: itself, those whose screening counts now, and those whose right
     * to issue was withdrawn. Who was let in without screening is not among them.
     */
    Uni<List<Issuer>> spokenOf();

    /** The programme itself; empty until its profile is written. */
    Uni<Optional<Issuer>> programme();

    /** Newest first; only the one with this number when given. */
    Uni<Page<Issuer>> list(Optional<Set<Integer>> only, PageRequest page);

    /**
     * Makes an issuer with its keys: P-256 and Ed25519, or those given. Fails with a 409 problem when the slug is taken.
     */
    Uni<Issuer> create(NewIssuer issuer, Alongside<Issuer> alongside);

    /** Replaces profile and settings of the version that was read; fails with a 412 problem when it has changed since. */
    Uni<Issuer> update(Issuer read, Profile profile, IssuerSettings settings, String by);

    /** Adds an active key; with a number, the key with that number is retired in the same transaction. */
    Uni<IssuerKey> addKey(
            Issuer issuer,
            SignatureAlgorithm algorithm,
            Optional<Long> retiring,
            String by,
            Alongside<IssuerKey> alongside);

    /**
     * Decides anew on its screening; fails with a 409 problem when another decision came first.
     *
     * @param read as it was read
     * @param alongside what is stored in the same transaction
     */
    Uni<Issuer> screen(Issuer read, Screening decided, String by, Alongside<Issuer> alongside);

    /**
     * In the transaction that has stored something new of the issuer's, and so holds back a withdrawal until it is through: fails
     * with a 409 problem when the right to issue was withdrawn before.
     */
    Uni<Void> requireIssuing(Mutiny.StatelessSession session, int number);

    /** Takes a key out of use. */
    Uni<Issuer> retireKey(Issuer issuer, long number, KeyState state, String by);

    /**
     * An issuer to be made.
     *
     * @param slug its name in URLs
     * @param profile its profile; the id is its DID
     * @param settings how it signs
     * @param standing what it is, and whether it was screened
     * @param by who makes it
     */
    record NewIssuer(Slug slug, Profile profile, IssuerSettings settings, Standing standing, String by) {

        /** One that the administrator makes without screening. */
        public static NewIssuer waived(Slug slug, Profile profile, IssuerSettings settings, String by) {
            return new NewIssuer(
                    slug,
                    profile,
                    settings,
                    new Standing(OrganisationKind.ISSUER, Screening.waived(by), List.of()),
                    by);
        }
    }

    /**
     * What an organisation is from its beginning.
     *
     * @param kind what it is
     * @param screening what came of its screening
     * @param keys key pairs made elsewhere, for the demo and tests; empty to make fresh ones
     */
    record Standing(OrganisationKind kind, Screening screening, List<KeyPair> keys) {}
}
