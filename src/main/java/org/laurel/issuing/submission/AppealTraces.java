package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.people.AccountTraces;
import org.laurel.shared.work.OneByOne;

/** Appeals in the export of an account, with the decisions that they are against. */
@ApplicationScoped
class AppealTraces implements AccountTraces {
    private final Submissions submissions;
    private final PostgresAppeals appeals;

    AppealTraces(Submissions submissions, PostgresAppeals appeals) {
        this.submissions = submissions;
        this.appeals = appeals;
    }

    @Override
    public String name() {
        return "appeals";
    }

    @Override
    public Uni<?> of(long account) {
        return submissions
                .of(account)
                .chain(written -> OneByOne.all(written, one -> appeals.find(one)
                        .map(found -> found.map(appeal -> new Traced(one.id(), appeal)))))
                .map(all -> all.stream().flatMap(Optional::stream).toList());
    }

    private record Traced(String submission, Appeals.Appeal appeal) {}
}
