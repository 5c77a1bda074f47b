package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.CredentialSchema;
import org.laurel.document.credential.CredentialStatus;
import org.laurel.document.credential.EndorsementCredential;
import org.laurel.document.credential.EndorsementSubject;
import org.laurel.document.credential.OpenBadges;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.signing.IssueCredential;
import org.laurel.securing.key.IssuerKeys;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.securing.status.StatusLists;
import org.laurel.securing.status.StatusPurpose;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Signs endorsements, by the same road as badges: allot, compose, lint, sign. */
@ApplicationScoped
public class Endorse {
    private final IssueCredential issueCredential;
    private final StatusLists statusLists;
    private final IssuerKeys keys;
    private final Database database;
    private final Sources sources;

    Endorse(
            IssueCredential issueCredential,
            StatusLists statusLists,
            IssuerKeys keys,
            Database database,
            Sources sources) {
        this.issueCredential = issueCredential;
        this.statusLists = statusLists;
        this.keys = keys;
        this.database = database;
        this.sources = sources;
    }

    /**
     * What is to be said.
     *
     * @param subject the IRI that is endorsed
     * @param purpose what for
     * @param name what wallets show
     * @param comment what is said, Markdown
     * @param from from when it is valid; null for now
     * @param until when it lapses; null for never
     */
    public record Wanted(
            String subject,
            Endorsement.Purpose purpose,
            String name,
            String comment,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** What is to be said from now on. */
        public Wanted(
                String subject, Endorsement.Purpose purpose, String name, String comment, @Nullable Instant until) {
            this(subject, purpose, name, comment, null, until);
        }
    }

    /** Signs it; the status entry is taken at once, and is a gap when nothing is stored. */
    public Uni<NewEndorsement> sign(Issuer by, Wanted wanted, String actor) {
        return database.read(session -> Database.rowNumbers(session, 1)).chain(numbers -> statusLists
                .allot(by.number(), StatusPurpose.REVOCATION, 1)
                .chain(entries -> keys.ring(by.keys()).map(by.settings()::plan).chain(plan -> {
                    Endorsement made = made(by, wanted, actor, numbers.get(0), entries.get(0));
                    return issueCredential
                            .sign(made.id(), linter -> linter.lint(document(by, wanted, made)), plan)
                            .map(signed -> new NewEndorsement(by, made, signed));
                })));
    }

    private Endorsement made(Issuer by, Wanted wanted, String actor, long number, StatusListIndex entry) {
        Instant now = sources.now();
        return new Endorsement(
                by.number(),
                number,
                sources.publicId(by.number()),
                wanted.subject(),
                wanted.purpose(),
                wanted.comment(),
                new Endorsement.Term(wanted.from() == null ? now : wanted.from(), wanted.until()),
                entry,
                new Endorsement.Made(actor, now),
                null);
    }

    private CredentialDocument document(Issuer by, Wanted wanted, Endorsement made) {
        StatusListIndex entry = made.revocation();
        return new CredentialDocument(JsonColumns.tree(new EndorsementCredential(
                List.of(OpenBadges.CREDENTIALS_V2, OpenBadges.CONTEXT, OpenBadges.EXTENSIONS),
                sources.base().endorsement(made.id()),
                wanted.name(),
                null,
                by.profile(),
                made.made().at(),
                made.term().from(),
                made.term().until(),
                new EndorsementSubject(wanted.subject(), wanted.comment()),
                List.of(new CredentialSchema(OpenBadges.ENDORSEMENT_SCHEMA, OpenBadges.SCHEMA_VALIDATOR)),
                List.of(CredentialStatus.entry(
                        sources.base().statusList(entry.listId()),
                        entry.purpose().wire(),
                        entry.index())),
                null,
                List.of())));
    }

    /** Time, addresses, and what must be unguessable. */
    @ApplicationScoped
    static class Sources {
        private final BaseUrl base;
        private final Clock clock;
        private final SecureRandom random;

        Sources(BaseUrl base, Clock clock, SecureRandom random) {
            this.base = base;
            this.clock = clock;
            this.random = random;
        }

        BaseUrl base() {
            return base;
        }

        /** In whole seconds, as endorsements are dated. */
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }

        String publicId(int issuerNo) {
            return PublicId.fresh(issuerNo, random).toString();
        }
    }
}
