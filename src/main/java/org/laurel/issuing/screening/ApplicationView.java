package org.laurel.issuing.screening;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.programme.ScreeningRubric;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;

/**
 * An application as the API shows it.
 *
 * @param id its public id
 * @param state where it is
 * @param allowed what can be done now
 * @param renews the organisation whose screening it renews, by its name in URLs
 * @param issuer the organisation that it led to, likewise
 * @param content what the applicant wrote
 * @param round how often it was handed in
 * @param screeningRubric the edition by which it is scored
 * @param createdAt when it was begun
 * @param updatedAt when it was last changed
 * @param submittedAt when it was last handed in
 * @param decision what was decided last
 * @param scores for screeners: those of this round that they may see; absent for the applicant
 * @param scored for screeners: how many have scored in this round
 * @param conflicts for screeners: who declared one
 */
record ApplicationView(
        String id,
        ApplicationState state,
        String allowed,
        @Nullable String renews,
        @Nullable String issuer,
        ApplicationContent content,
        int round,
        @Nullable Integer screeningRubric,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        Application.@Nullable Decision decision,
        @Nullable List<ScoreView> scores,
        @Nullable Integer scored,
        @Nullable List<ConflictView> conflicts) {

    /** What one screener thinks. */
    record ScoreView(String screener, List<Application.CriterionScore> scores, int total, Instant at) {
        static ScoreView of(Application.Score score) {
            return new ScoreView(score.screener(), score.scores(), score.total(), score.at());
        }
    }

    /** Who declared a conflict of interest. */
    record ConflictView(String screener, String reason, Instant declaredAt) {
        static ConflictView of(Application.Conflict conflict) {
            return new ConflictView(conflict.screener(), conflict.reason(), conflict.declaredAt());
        }
    }

    /** As its applicant sees it. */
    static ApplicationView of(Application application) {
        return of(application, application.state().allowed(), null, null, null);
    }

    private static ApplicationView of(
            Application application,
            String allowed,
            @Nullable List<ScoreView> scores,
            @Nullable Integer scored,
            @Nullable List<ConflictView> conflicts) {
        return new ApplicationView(
                application.id(),
                application.state(),
                allowed,
                application.organisations().renewed(),
                application.organisations().letIn(),
                application.content(),
                application.round(),
                application.rubricEdition(),
                application.times().createdAt(),
                application.times().updatedAt(),
                application.times().submittedAt(),
                application.decision(),
                scores,
                scored,
                conflicts);
    }

    /**
     * As a screener sees it: until two have scored, each sees their own scores only.
     *
     * @param rubric by which it is scored
     */
    static ApplicationView forScreener(
            Application application,
            ScreeningRubric rubric,
            List<Application.Score> there,
            List<Application.Conflict> conflicts,
            long account) {
        List<ScoreView> shown = there.stream()
                .filter(one -> there.size() >= 2 || one.account() == account)
                .map(ScoreView::of)
                .toList();
        return of(
                application,
                application.state().isWithScreeners()
                        ? Screeners.standing(there, rubric).kind().allowed()
                        : application.state().allowed(),
                shown,
                there.size(),
                conflicts.stream().map(ConflictView::of).toList());
    }

    static Answer answer(int status, Application application, ApplicationView view) {
        Answer answer = Answer.of(status, view).with("ETag", EntityTags.of(application.version()));
        return status == 201 ? answer.with("Location", "/api/v1/applications/" + application.id()) : answer;
    }
}
