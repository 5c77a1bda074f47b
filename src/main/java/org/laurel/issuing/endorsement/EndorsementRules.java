package org.laurel.issuing.endorsement;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.issuing.endorsement.Endorsement.Purpose;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Who may endorse what of their own accord, and take back which endorsement by itself. */
@ApplicationScoped
class EndorsementRules {
    private final Endorsements endorsements;
    private final List<SubjectCheck> checks;

    EndorsementRules(Endorsements endorsements, @All List<SubjectCheck> checks) {
        this.endorsements = endorsements;
        this.checks = List.copyOf(checks);
    }

    /** The IRI to be endorsed, which for what is hosted here is its own id; a 409 or 422 problem says what is in the way. */
    Uni<String> subject(Issuer by, String asked) {
        if (by.screening().isWithdrawn()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "Its right to issue was withdrawn on " + by.screening().at()
                            + ", so it endorses nobody. Allowed now: taking endorsements back.");
        }
        return known(asked)
                .invoke(known -> known.ifPresent(subject -> requireOthers(by, subject)))
                .map(known -> known.map(SubjectCheck.Subject::iri).orElse(asked))
                .call(subject -> requireOnce(by, subject));
    }

    private Uni<Optional<SubjectCheck.Subject>> known(String iri) {
        Uni<Optional<SubjectCheck.Subject>> found = Uni.createFrom().item(Optional.empty());
        for (SubjectCheck check : checks) {
            found = found.chain(one -> one.isPresent() ? Uni.createFrom().item(one) : check.find(iri));
        }
        return found;
    }

    private static void requireOthers(Issuer by, SubjectCheck.Subject subject) {
        if (subject.issuerNo() == by.number()) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation(
                            "/subject", "own", "subject: expected something of another's; this is your own.")));
        }
        if (by.kind() == OrganisationKind.PROGRAMME && !subject.vouchedFor()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "The programme speaks for organisations that passed screening and micro-credentials that passed review;"
                            + " this did not, or it no longer counts.");
        }
    }

    private Uni<Void> requireOnce(Issuer by, String subject) {
        return endorsements
                .of(subject)
                .invoke(standing -> standing.stream()
                        .filter(one -> one.by().equals(by.did()) && one.purpose() == Purpose.ENDORSEMENT)
                        .findFirst()
                        .ifPresent(one -> {
                            throw ProblemException.of(
                                    ProblemType.CONFLICT,
                                    "You endorse it already, by " + one.id()
                                            + ". Take that back first to say it anew.");
                        }))
                .replaceWithVoid();
    }

    /** Refuses to take back by itself what stands or falls with a screening or a review. */
    Uni<Void> requireOwnWord(Endorsement endorsement) {
        if (endorsement.purpose() == Purpose.ENDORSEMENT || endorsement.revoked() != null) {
            return Uni.createFrom().voidItem();
        }
        if (endorsement.purpose() == Purpose.RECOGNITION) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "It stands while the recognition does: withdraw that instead"
                            + " (POST /api/v1/recognitions/{id}/withdraw).");
        }
        return known(endorsement.subject())
                .invoke(known -> known.filter(SubjectCheck.Subject::vouchedFor).ifPresent(subject -> {
                    throw ProblemException.of(
                            ProblemType.CONFLICT,
                            endorsement.purpose() == Purpose.SCREENING
                                    ? "It stands while the organisation's screening does: withdraw that instead"
                                            + " (POST /api/v1/issuers/{issuer}/withdraw)."
                                    : "It stands while the micro-credential is published: retire that first"
                                            + " (POST /api/v1/achievements/{id}/retire).");
                }))
                .replaceWithVoid();
    }
}
