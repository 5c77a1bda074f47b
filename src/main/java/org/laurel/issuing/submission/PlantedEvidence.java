package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.problem.Violation;

/** Evidence that an organisation made itself to see how it is assessed; stored as what educators hand in, and nobody's. */
public interface PlantedEvidence {
    /** As whose program it stands among submissions; no program has this id. */
    String PROGRAM = "planted";

    /** All that it lacks to be handed in, and answers to parts that there are not. */
    static List<Violation> faults(MicroCredentialTemplate template, SubmissionContent content) {
        Requirements requirements = new Requirements(template);
        return Stream.concat(requirements.unknown(content).stream(), requirements.lacks(content, List.of()).stream())
                .toList();
    }

    /** As assessors see it. */
    static BlindSubmission blind(SubmissionContent content, Instant at) {
        return new BlindSubmission(1, at, content.answers(), content.statements(), List.of(), List.of());
    }

    /** Stores it as submitted, in the caller's transaction; gives the row number of the submission. */
    Uni<Long> store(
            Mutiny.StatelessSession session, AchievementDefinition achievement, SubmissionContent content, Instant at);
}
