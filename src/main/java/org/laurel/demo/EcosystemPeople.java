package org.laurel.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.access.people.EmailAddress;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.document.credential.Profile;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.IssuerSettings;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.issuer.Slug;
import org.laurel.issuing.screening.ApplicationOutcome;
import org.laurel.issuing.screening.ScreenApplications;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Alongside;

/** The programme of the ecosystem, its people, and the organisations that applied. */
@ApplicationScoped
class EcosystemPeople {
    static final String PROGRAMME = "educator-micro-credentials";
    static final String BY = "demo";
    private static final int WITHDRAWN = EcosystemData.ACCEPTED - 1;

    private final Issuers issuers;
    private final Accounts accounts;
    private final ScreenApplications screening;
    private final BaseUrl base;

    EcosystemPeople(Issuers issuers, Accounts accounts, ScreenApplications screening, BaseUrl base) {
        this.issuers = issuers;
        this.accounts = accounts;
        this.screening = screening;
        this.base = base;
    }

    /** Who screens and reviews. */
    record Crew(List<Account> screeners, Account reviewer) {}

    /** Makes the programme and its people, unless they are there. */
    Uni<Crew> programme() {
        return organisation(PROGRAMME, "Educator Micro-credentials", OrganisationKind.PROGRAMME)
                .chain(() -> account("screener-1", Role.SCREENER))
                .chain(one -> account("screener-2", Role.SCREENER).chain(two -> account("reviewer-1", Role.REVIEWER)
                        .map(reviewer -> new Crew(List.of(one, two), reviewer))));
    }

    Uni<Issuer> organisation(String slug, String name, OrganisationKind kind) {
        Profile profile = Profile.organisation(
                base.issuerDid(slug), name, "https://" + slug + ".example", "hello@" + slug + ".example");
        Issuers.NewIssuer made = new Issuers.NewIssuer(
                new Slug(slug),
                profile,
                IssuerSettings.DEFAULT,
                new Issuers.Standing(kind, Screening.waived(BY), List.of()),
                BY);
        return issuers.find(slug)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : issuers.create(made, Alongside.nothing()));
    }

    private Uni<Account> account(String name, Role role) {
        return account(name, new EmailAddress(name + "@" + PROGRAMME + ".example"), Organisation.PROGRAMME, role);
    }

    /** Somebody with a role, unless they are there. */
    Uni<Account> account(String name, EmailAddress address, Organisation where, Role role) {
        return accounts.findByAddress(address)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : accounts.create(
                                new Accounts.NewAccount(name, address, Optional.empty(), BY),
                                (session, made) -> accounts.give(session, made, where, role, BY)));
    }

    private Uni<Account> applicant(EcosystemData data, int index) {
        return account(data.person(index), new EmailAddress("lead@" + data.slug(index) + ".example"));
    }

    /** Somebody who is an educator and nothing else, unless they are there. */
    Uni<Account> account(String name, EmailAddress address) {
        return accounts.findByAddress(address)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : accounts.create(
                                new Accounts.NewAccount(name, address, Optional.empty(), BY), Alongside.nothing()));
    }

    /** Whether somebody with this address is there. */
    Uni<Boolean> isThere(EmailAddress address) {
        return accounts.findByAddress(address).map(Optional::isPresent);
    }

    private Uni<String> submitted(EcosystemData data, int index, Account applicant) {
        return screening
                .begin(applicant.number(), applicant.id(), data.application(index))
                .call(id -> screening.submit(id, applicant.id()));
    }

    /** An organisation that applied, was scored by two and let in. */
    Uni<Void> accepted(Crew crew, EcosystemData data, int index) {
        long one = crew.screeners().get(0).number();
        long two = crew.screeners().get(1).number();
        return issuers.find(data.slug(index))
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().voidItem()
                        : applicant(data, index)
                                .chain(applicant -> submitted(data, index, applicant))
                                .call(id -> screening.score(id, one, index % 2, "The application shows it."))
                                .call(id -> screening.score(id, two, index % 2, "Well founded."))
                                .chain(id -> screening.decide(
                                        id,
                                        ApplicationOutcome.ACCEPT,
                                        "Sound research, and assessors who are trained.",
                                        one))
                                .replaceWithVoid());
    }

    /** An application that is in another state: each of them once or twice. */
    Uni<Void> other(Crew crew, EcosystemData data, int index) {
        int number = EcosystemData.ACCEPTED + index;
        long one = crew.screeners().get(0).number();
        long two = crew.screeners().get(1).number();
        EmailAddress address = new EmailAddress("lead@" + data.slug(number) + ".example");
        return accounts.findByAddress(address)
                .chain(known -> known.isPresent()
                        ? Uni.createFrom().voidItem()
                        : applicant(data, number).chain(applicant -> {
                            if (index < 2) {
                                return screening
                                        .begin(applicant.number(), applicant.id(), data.application(number))
                                        .replaceWithVoid();
                            }
                            Uni<String> handedIn = submitted(data, number, applicant);
                            return switch (index) {
                                case 2, 3 -> handedIn.replaceWithVoid();
                                case 4 -> handedIn.chain(id -> screening.score(id, one, 1, "Clear."));
                                case 5 -> decided(handedIn, one, two, 1, ApplicationOutcome.REQUEST_CHANGES);
                                case 6 -> decided(handedIn, one, two, 3, ApplicationOutcome.DECLINE);
                                default -> handedIn.chain(id -> screening.takeBack(id, applicant.id()));
                            };
                        }));
    }

    private Uni<Void> decided(Uni<String> id, long one, long two, int below, ApplicationOutcome outcome) {
        return id.call(it -> screening.score(it, one, below, "As the application stands."))
                .call(it -> screening.score(it, two, below, "As the application stands."))
                .chain(it -> screening.decide(
                        it, outcome, "Which study was done with your own learners? Show its figures.", one))
                .replaceWithVoid();
    }

    /** One of them is withdrawn at the end. */
    Uni<Void> withdrawn(EcosystemData data) {
        return issuers.find(data.slug(WITHDRAWN))
                .map(Optional::orElseThrow)
                .chain(issuer -> screening.withdraw(issuer, "Evidence was no longer assessed by trained people.", BY))
                .replaceWithVoid();
    }
}
