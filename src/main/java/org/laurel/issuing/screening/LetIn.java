package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.laurel.shared.store.Database;

/** Lets an organisation in, or not: with all that this means, in one transaction. */
@ApplicationScoped
class LetIn {
    private final Applications applications;
    private final Issuers issuers;
    private final Endorsements endorsements;
    private final ProgrammeWord word;
    private final Accounts accounts;
    private final Database database;

    LetIn(
            Applications applications,
            Issuers issuers,
            Endorsements endorsements,
            ProgrammeWord word,
            Accounts accounts,
            Database database) {
        this.applications = applications;
        this.issuers = issuers;
        this.endorsements = endorsements;
        this.word = word;
        this.accounts = accounts;
        this.database = database;
    }

    Instant now() {
        return word.now();
    }

    /** The application as it is by now. */
    Uni<Application> now(Application read) {
        return applications.find(read.id()).map(Optional::orElseThrow);
    }

    Uni<Void> out(Application application, Application.Decision decision) {
        return database.write(session -> applications.decide(session, application, decision, null));
    }

    Uni<Issuer> in(Application application, Application.Decision decision, @Nullable Slug slug, int months) {
        Instant until = decision.at()
                .atOffset(ZoneOffset.UTC)
                .plusMonths(months)
                .truncatedTo(ChronoUnit.SECONDS)
                .toInstant();
        Integer renews = application.organisations().renews();
        return renews == null
                ? make(application, decision, Objects.requireNonNull(slug), until)
                : renew(application, decision, renews, until);
    }

    private Uni<Issuer> make(Application application, Application.Decision decision, Slug slug, Instant until) {
        Profile profile = profile(application, word.did(slug));
        Screening screening = Screening.accepted(decision.by(), decision.at(), until, profile);
        Issuers.NewIssuer made = new Issuers.NewIssuer(
                slug,
                profile,
                IssuerSettings.DEFAULT,
                new Issuers.Standing(OrganisationKind.ISSUER, screening, List.of()),
                decision.by());
        return applicant(application).chain(owner -> word.of(profile, screening, decision.by())
                .chain(endorsement -> issuers.create(
                        made, (session, issuer) -> store(session, application, decision, endorsement, issuer)
                                .chain(() -> accounts.give(
                                        session,
                                        owner,
                                        new Organisation(issuer.number(), issuer.id()),
                                        Role.OWNER,
                                        decision.by())))));
    }

    private Uni<Issuer> renew(Application application, Application.Decision decision, int number, Instant until) {
        return issuers.find(number).map(Optional::orElseThrow).chain(read -> {
            WriteApplication.requireRenewable(read);
            Screening screening = Screening.accepted(decision.by(), decision.at(), until, read.profile());
            return renew(application, decision, read, screening);
        });
    }

    private Uni<Issuer> renew(
            Application application, Application.Decision decision, Issuer read, Screening screening) {
        return word.of(read.profile(), screening, decision.by())
                .chain(endorsement -> issuers.screen(read, screening, decision.by(), (session, issuer) -> endorsements
                        .revokeAll(
                                session,
                                new Endorsements.Withdrawn(
                                        issuer.did(), Endorsement.Purpose.SCREENING, "Renewed.", decision.by()))
                        .chain(() -> store(session, application, decision, endorsement, issuer))));
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

    /** Who applied, and becomes the owner. */
    private Uni<Account> applicant(Application application) {
        return accounts.find(application.account())
                .map(found -> found.filter(one -> one.state() == Account.State.ACTIVE)
                        .orElseThrow(() -> Screeners.conflict("The applicant's account is no longer in use.")));
    }
}
