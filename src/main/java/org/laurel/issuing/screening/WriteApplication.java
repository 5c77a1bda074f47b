package org.laurel.issuing.screening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.access.role.Role;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.programme.Programme;
import org.laurel.issuing.programme.ProgrammeEditions;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;

/** Begins, changes and hands in applications. */
@ApplicationScoped
class WriteApplication {
    private static final String RENEWS = "renews";

    private final Applications applications;
    private final Issuers issuers;
    private final Accounts accounts;
    private final Programme programme;
    private final ProgrammeEditions editions;

    WriteApplication(
            Applications applications,
            Issuers issuers,
            Accounts accounts,
            Programme programme,
            ProgrammeEditions editions) {
        this.applications = applications;
        this.issuers = issuers;
        this.accounts = accounts;
        this.programme = programme;
        this.editions = editions;
    }

    /** Begins one; with {@code renews} the name of an organisation whose owner the caller is. */
    Uni<Application> begin(long account, String by, byte[] body, Alongside<Application> alongside) {
        ObjectNode tree = object(body);
        JsonNode renews = tree.remove(RENEWS);
        ApplicationContent content = content(tree);
        return programme
                .get()
                .chain(() -> renewed(account, renews))
                .chain(number -> applications.create(
                        account, new Applications.Fresh(content, number.orElse(null), by), alongside));
    }

    private Uni<Optional<Integer>> renewed(long account, @Nullable JsonNode renews) {
        if (renews == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return issuers.find(renews.asText()).chain(issuer -> accounts.find(account)
                .map(Optional::orElseThrow)
                .map(applicant -> Optional.of(issuer.filter(one -> owns(applicant, one.number()))
                        .map(one -> requireRenewable(one).number())
                        .orElseThrow(() -> ProblemException.of(
                                ProblemType.INVALID,
                                List.of(new Violation(
                                        "/" + RENEWS,
                                        "unknown",
                                        "You are no owner of an organisation with this slug or id.")))))));
    }

    /** Itself; a 409 problem when nothing is there to be renewed. */
    static Issuer requireRenewable(Issuer issuer) {
        if (issuer.kind() != OrganisationKind.ISSUER) {
            throw Screeners.conflict("It is a " + issuer.kind() + ", which is not screened.");
        }
        if (issuer.screening().isWithdrawn()) {
            throw Screeners.conflict(
                    "Its right to issue was withdrawn on " + issuer.screening().at()
                            + ", so its screening is not renewed. Allowed now: an administrator gives the right back.");
        }
        return issuer;
    }

    private static boolean owns(Account applicant, int number) {
        return applicant.memberships().stream()
                .anyMatch(one -> one.role() == Role.OWNER && one.organisation().number() == number);
    }

    /** What it would say with these members instead; {@code null} takes one away. */
    static ApplicationContent changed(Application read, byte[] body) {
        ObjectNode tree = JsonColumns.tree(read.content());
        object(body).properties().forEach(member -> {
            if (member.getValue().isNull()) {
                tree.remove(member.getKey());
            } else {
                tree.set(member.getKey(), member.getValue());
            }
        });
        return content(tree);
    }

    /** Hands it in; a 422 problem names all that is missing. */
    Uni<Application> submit(Application read, String by) {
        if (!read.state().isOpen()) {
            throw read.not("submit it");
        }
        List<Violation> lacks = read.content().lacks();
        if (!lacks.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, lacks);
        }
        Integer renews = read.organisations().renews();
        Uni<?> renewable = renews == null
                ? Uni.createFrom().voidItem()
                : issuers.find(renews).invoke(found -> requireRenewable(found.orElseThrow()));
        return programme
                .get()
                .chain(() -> renewable)
                .chain(() -> editions.screeningRubric())
                .chain(rubric -> applications.submit(read, rubric.number(), by));
    }

    private static ApplicationContent content(ObjectNode tree) {
        return RecordReader.bind(tree, ApplicationContent.class).orThrow();
    }

    private static ObjectNode object(byte[] body) {
        if (RecordReader.tree(body) instanceof ObjectNode object) {
            return object;
        }
        throw ProblemException.of(ProblemType.INVALID, List.of(new Violation("", "type", "expected an object.")));
    }
}
