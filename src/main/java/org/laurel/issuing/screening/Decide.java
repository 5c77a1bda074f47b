package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.document.credential.Profile;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.endorsement.NewEndorsement;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.IssuerSettings;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.issuer.Slug;
import org.laurel.issuing.programme.ScreeningRubric;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Database;

/**
 * Decides on applications. Accepting makes the organisation with its DID and keys, its owner, and the programme's signed
 * word for it: all in one transaction, or none of it.
 */
@ApplicationScoped
class Decide {
    private final Screeners screeners;
    private final Scores scores;
    private final Letting letting;

    Decide(Screeners screeners, Scores scores, Letting letting) {
        this.screeners = screeners;
        this.scores = scores;
        this.letting = letting;
    }

    /**
     * What is decided.
     *
     * @param outcome what
     * @param reasons for the applicant
     * @param slug the organisation's name in URLs when it is accepted; the one that it wished when null
     * @param account who decides; empty for the administrator's token
     * @param by how the audit calls them
     */
    record Wanted(
            Application.Outcome outcome,
            String reasons,
            @Nullable Slug slug,
            OptionalLong account,
            String by) {}

    /** Decides; gives the organisation that was let in. */
    Uni<Optional<Issuer>> decide(Application application, Wanted wanted) {
        if (!application.state().isWithScreeners()) {
            throw application.not("decide on it");
        }
        Uni<?> free = wanted.account().isPresent()
                ? screeners.free(application, wanted.account().getAsLong())
                : Uni.createFrom().voidItem();
        return free.chain(() -> screeners.rubric(application))
                .chain(rubric -> scores.of(application).chain(there -> {
                    require(there, rubric, wanted);
                    Application.Decision decision =
                            new Application.Decision(wanted.outcome(), wanted.reasons(), wanted.by(), letting.now());
                    return wanted.outcome() == Application.Outcome.ACCEPT
                            ? letting.in(application, decision, slug(application, wanted), rubric.termMonths())
                                    .map(Optional::of)
                            : letting.out(application, decision).replaceWith(Optional.empty());
                }));
    }

    private static void require(List<Application.Score> there, ScreeningRubric rubric, Wanted wanted) {
        Screeners.Standing standing = Screeners.standing(there, rubric);
        switch (standing.kind()) {
            case WAITS -> throw Screeners.conflict("Two screeners have to score it first; " + there.size() + " did.");
            case DIFFERS ->
                throw Screeners.conflict("The two screeners differ by more than " + rubric.mostDifference()
                        + ": a third scores it and decides.");
            case THIRD -> {
                if (wanted.account().isPresent()
                        && wanted.account().getAsLong() != there.get(2).account()) {
                    throw Screeners.conflict("The two screeners differ, so the third decides.");
                }
            }
            case AGREED -> {}
        }
        if (wanted.outcome() == Application.Outcome.ACCEPT && standing.total() < rubric.passMark()) {
            throw Screeners.conflict("The scores come to " + standing.total() + ", and " + rubric.passMark()
                    + " are needed to accept: request changes, or decline.");
        }
    }

    private static @Nullable Slug slug(Application application, Wanted wanted) {
        if (application.organisations().renews() != null) {
            return null;
        }
        Slug slug = wanted.slug();
        if (slug == null && application.content().organisation() != null) {
            slug = application.content().organisation().slug();
        }
        if (slug == null) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation("/slug", "required", "\"slug\" is required: the application wishes none.")));
        }
        return slug;
    }

    /** Lets an organisation in, or not. */
    @ApplicationScoped
    static class Letting {
        private final Applications applications;
        private final Issuers issuers;
        private final Endorsements endorsements;
        private final ProgrammeWord word;
        private final Owners owners;

        Letting(
                Applications applications,
                Issuers issuers,
                Endorsements endorsements,
                ProgrammeWord word,
                Owners owners) {
            this.applications = applications;
            this.issuers = issuers;
            this.endorsements = endorsements;
            this.word = word;
            this.owners = owners;
        }

        Instant now() {
            return word.now();
        }

        Uni<Void> out(Application application, Application.Decision decision) {
            return owners.write(session -> applications.decide(session, application, decision, null));
        }

        Uni<Issuer> in(Application application, Application.Decision decision, @Nullable Slug slug, int months) {
            Instant until = decision.at()
                    .atOffset(ZoneOffset.UTC)
                    .plusMonths(months)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .toInstant();
            Screening screening = Screening.accepted(decision.by(), decision.at(), until);
            Integer renews = application.organisations().renews();
            return renews == null
                    ? make(application, decision, Objects.requireNonNull(slug), screening)
                    : renew(application, decision, renews, screening);
        }

        private Uni<Issuer> make(
                Application application, Application.Decision decision, Slug slug, Screening screening) {
            Profile profile = profile(application, word.did(slug));
            Issuers.NewIssuer made = new Issuers.NewIssuer(
                    slug,
                    profile,
                    IssuerSettings.DEFAULT,
                    new Issuers.Standing(OrganisationKind.ISSUER, screening, List.of()),
                    decision.by());
            return owners.find(application).chain(owner -> word.of(profile, screening, decision.by())
                    .chain(endorsement -> issuers.create(
                            made, (session, issuer) -> store(session, application, decision, endorsement, issuer)
                                    .chain(() -> owners.give(session, owner, issuer, decision.by())))));
        }

        private Uni<Issuer> renew(
                Application application, Application.Decision decision, int number, Screening screening) {
            return issuers.find(number).map(Optional::orElseThrow).chain(read -> word.of(
                            read.profile(), screening, decision.by())
                    .chain(endorsement ->
                            issuers.screen(read, screening, decision.by(), (session, issuer) -> endorsements
                                    .revokeAll(
                                            session,
                                            new Endorsements.Withdrawn(
                                                    issuer.did(),
                                                    Endorsement.Purpose.SCREENING,
                                                    "Renewed.",
                                                    decision.by()))
                                    .chain(() -> store(session, application, decision, endorsement, issuer)))));
        }

        private Uni<Void> store(
                Mutiny.StatelessSession session,
                Application application,
                Application.Decision decision,
                NewEndorsement endorsement,
                Issuer issuer) {
            return applications
                    .decide(session, application, decision, issuer.number())
                    .chain(() -> endorsements.add(session, endorsement));
        }

        private static Profile profile(Application application, String did) {
            ApplicationContent.Applicant applicant =
                    Objects.requireNonNull(application.content().organisation());
            return Profile.organisation(
                    did,
                    Objects.requireNonNull(applicant.name()),
                    applicant.url(),
                    applicant.email() == null ? null : applicant.email().text());
        }
    }

    /** The owner of an organisation that is let in: who applied for it. */
    @ApplicationScoped
    static class Owners {
        private final Accounts accounts;
        private final Database database;

        Owners(Accounts accounts, Database database) {
            this.accounts = accounts;
            this.database = database;
        }

        <T> Uni<T> write(Function<Mutiny.StatelessSession, Uni<T>> work) {
            return database.write(work);
        }

        Uni<Account> find(Application application) {
            return accounts.find(application.account())
                    .map(found -> found.filter(one -> one.state() == Account.State.ACTIVE)
                            .orElseThrow(() -> Screeners.conflict("The applicant's account is no longer in use.")));
        }

        Uni<Void> give(Mutiny.StatelessSession session, Account owner, Issuer issuer, String by) {
            return accounts.give(
                    session,
                    owner,
                    new Account.Membership(
                            new Organisation(issuer.number(), issuer.id()), Role.OWNER, issuer.createdAt()),
                    by);
        }
    }
}
