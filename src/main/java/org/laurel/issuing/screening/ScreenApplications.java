package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.programme.ScreeningRubric;
import org.laurel.shared.store.Alongside;

/** The way of an application from its first words to a decision, for those who drive it from elsewhere than its doors. */
@ApplicationScoped
public class ScreenApplications {
    private final Applications applications;
    private final WriteApplication write;
    private final Screeners screeners;
    private final Decide decide;
    private final Withdraw withdraw;

    ScreenApplications(
            Applications applications, WriteApplication write, Screeners screeners, Decide decide, Withdraw withdraw) {
        this.applications = applications;
        this.write = write;
        this.screeners = screeners;
        this.decide = decide;
        this.withdraw = withdraw;
    }

    /** Begins one; gives its id. */
    public Uni<String> begin(long account, String by, byte[] content) {
        return write.begin(account, by, content, Alongside.nothing()).map(Application::id);
    }

    /** Hands it in. */
    public Uni<Void> submit(String id, String by) {
        return found(id).chain(one -> write.submit(one, by)).replaceWithVoid();
    }

    /** Takes it back. */
    public Uni<Void> takeBack(String id, String by) {
        return found(id).chain(one -> applications.withdraw(one, by)).replaceWithVoid();
    }

    /** Scores every criterion so far below its highest level. */
    public Uni<Void> score(String id, long account, int below, String comment) {
        return found(id)
                .chain(one -> screeners
                        .rubric(one)
                        .chain(rubric -> screeners.score(one, account, scores(rubric, below, comment))))
                .replaceWithVoid();
    }

    private static List<Application.CriterionScore> scores(ScreeningRubric rubric, int below, String comment) {
        return rubric.criteria().stream()
                .map(one -> new Application.CriterionScore(one.id(), Math.max(0, one.highest() - below), comment))
                .toList();
    }

    /** Decides; gives the organisation that was let in. */
    public Uni<Optional<Issuer>> decide(String id, ApplicationOutcome outcome, String reasons, long account) {
        return found(id)
                .chain(one -> decide.decide(
                        one, new Decide.Wanted(outcome, reasons, null, OptionalLong.of(account), "demo")));
    }

    /** Withdraws an organisation's right to issue. */
    public Uni<Issuer> withdraw(Issuer issuer, String reason, String by) {
        return withdraw.withdraw(issuer, reason, by);
    }

    private Uni<Application> found(String id) {
        return applications.find(id).map(Optional::orElseThrow);
    }
}
