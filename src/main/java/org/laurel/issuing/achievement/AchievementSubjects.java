package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.issuing.endorsement.SubjectCheck;
import org.laurel.shared.origin.BaseUrl;

/** Published micro-credentials can be endorsed; drafts are nobody's business. */
@ApplicationScoped
class AchievementSubjects implements SubjectCheck {
    private final AchievementDefinitions definitions;
    private final BaseUrl base;

    AchievementSubjects(AchievementDefinitions definitions, BaseUrl base) {
        this.definitions = definitions;
        this.base = base;
    }

    @Override
    public Uni<Optional<Subject>> find(String iri) {
        String folder = base.achievement("");
        if (!iri.startsWith(folder)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return definitions
                .find(iri.substring(folder.length()))
                .map(found -> Optional.of(found.filter(one -> one.state().isPublic())
                        .map(AchievementSubjects::subject)
                        .orElseThrow(SubjectCheck::unknown)));
    }

    private static Subject subject(AchievementDefinition one) {
        boolean stands = one.state() == AchievementState.PUBLISHED && one.isReviewed();
        return new Subject(one.achievement().id(), one.issuerNo(), stands);
    }
}
