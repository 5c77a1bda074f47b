package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.access.people.Accounts;

/** What educators are called, to find their names where assessors would read them. */
@ApplicationScoped
class EducatorNames {
    private final Accounts accounts;
    private final Submissions submissions;

    EducatorNames(Accounts accounts, Submissions submissions) {
        this.accounts = accounts;
        this.submissions = submissions;
    }

    /** What the owner of a submission is called. */
    Uni<List<String>> of(Submission.Owner owner) {
        Educator educator = owner.educator();
        if (educator != null) {
            return Uni.createFrom().item(educator.name() == null ? List.of() : List.of(educator.name()));
        }
        Long account = owner.account();
        return account == null
                ? Uni.createFrom().item(List.of())
                : accounts.find(account)
                        .map(found -> found.map(one -> List.of(one.name())).orElse(List.of()));
    }

    /** What the owner of a file is called. */
    Uni<List<String>> of(EvidenceFile file) {
        return submissions.owner(file.issuerNo(), file.submission()).chain(owner -> owner.map(this::of)
                .orElse(Uni.createFrom().item(List.of())));
    }
}
