package org.laurel.issuing.submission;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.sealing.Person;

/**
 * A submission as the API shows it to whoever writes it.
 *
 * @param id its public id
 * @param achievement the micro-credential that it is for
 * @param state where it is
 * @param allowed what can be done now
 * @param educator for whom a program hands in
 * @param answers to the parts
 * @param statements what the educator states
 * @param round how often it was submitted
 * @param createdAt when it was started
 * @param updatedAt when it was last saved
 * @param submittedAt when it was last submitted
 * @param decision what assessors decided last
 * @param award the award that it led to
 */
record SubmissionView(
        String id,
        String achievement,
        SubmissionState state,
        String allowed,
        @Nullable Educator educator,
        List<SubmissionContent.Answer> answers,
        SubmissionContent.@Nullable Statements statements,
        int round,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt,
        @Nullable SubmissionDecision decision,
        @Nullable String award) {

    static SubmissionView of(Submission submission) {
        return new SubmissionView(
                submission.id(),
                submission.achievement(),
                submission.state(),
                submission.state().allowed(),
                submission.owner().educator(),
                submission.content().answers(),
                submission.content().statements(),
                submission.round(),
                submission.times().createdAt(),
                submission.times().updatedAt(),
                submission.times().submittedAt(),
                submission.decided().decision(),
                submission.decided().award());
    }

    static Answer answer(int status, Submission submission) {
        Answer answer = Answer.of(status, of(submission))
                .with("ETag", EntityTags.of(submission.version()))
                .about(new Person(submission.issuerNo(), submission.number()));
        return status == 201 ? answer.with("Location", "/api/v1/submissions/" + submission.id()) : answer;
    }
}
