package org.laurel.issuing.achievement;

import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of micro-credentials. */
public interface AchievementDefinitions {

    /** By public id. */
    Uni<Optional<AchievementDefinition>> find(PublicId id);

    /** By what may be a public id. */
    default Uni<Optional<AchievementDefinition>> find(String id) {
        Optional<PublicId> parsed = PublicId.parse(id);
        return parsed.isPresent() ? find(parsed.get()) : Uni.createFrom().item(Optional.empty());
    }

    /** The newest published one with this human code; empty when there is none. */
    Uni<Optional<AchievementDefinition>> findByCode(int issuerNo, String humanCode);

    /** The newest published version that was made from it, at first or at second hand; empty when there is none. */
    Uni<Optional<AchievementDefinition>> newest(AchievementDefinition definition);

    /** Of every organisation, or of these when given; those in one state only when given; newest first. */
    Uni<Page<AchievementDefinition>> list(
            Optional<Set<Integer>> issuers, Optional<AchievementState> state, PageRequest page);

    /** Stores a draft. */
    Uni<AchievementDefinition> create(Draft draft, Alongside<AchievementDefinition> alongside);

    /** Keeps what a draft is to be; 409 when it is no draft any more, empty when somebody saved since it was read. */
    Uni<Optional<AchievementDefinition>> replace(AchievementDefinition read, Content content, String by);

    /** Every save of a draft, newest first, at most 200. */
    Uni<List<Save>> saves(AchievementDefinition definition);

    /**
     * Publishes a draft without review: from then on it is frozen. 409 when it is no draft, or its organisation may issue
     * nothing new.
     *
     * @param reason why without review; null when none is given
     */
    Uni<AchievementDefinition> publish(AchievementDefinition read, String by, @Nullable String reason);

    /** Hands a draft in for review. 409 when it is no draft any more. */
    Uni<AchievementDefinition> submit(AchievementDefinition read, String by);

    /**
     * Ends a review: publishes what was read, or gives it back. Exactly one review of a round wins, every other is a 409
     * problem; publishing is one, too, when the issuer's screening does not count by then.
     *
     * @param alongside what is stored in the same transaction
     */
    Uni<AchievementDefinition> review(
            AchievementDefinition read, Review review, Alongside<AchievementDefinition> alongside);

    /** Every review, oldest first. */
    Uni<List<Review>> reviews(AchievementDefinition definition);

    /** Ends awarding; 409 unless it is published. */
    Uni<AchievementDefinition> retire(AchievementDefinition read, String by);

    /**
     * A draft to be stored.
     *
     * @param id its public id
     * @param content what it says
     * @param previousVersion the id of the version it is made from, or null
     * @param by who makes it
     */
    record Draft(PublicId id, Content content, @Nullable String previousVersion, String by) {}

    /**
     * What a draft says.
     *
     * @param achievement what badges will say of it
     * @param directAward whether it may be awarded directly
     * @param drafted what was filled into the template; null when it was not drafted on it
     */
    record Content(Achievement achievement, boolean directAward, AchievementDefinition.@Nullable Drafted drafted) {}

    /** A save of a draft: what it said then. */
    record Save(
            long version,
            String by,
            Instant at,
            Achievement achievement,
            @Nullable MicroCredentialTemplate template) {}

    /**
     * A review.
     *
     * @param reviewer who
     * @param outcome what came of it
     * @param comments at parts of the template
     * @param at when
     * @param round how often it had been handed in
     */
    record Review(String reviewer, Outcome outcome, List<Comment> comments, Instant at, int round) {

        /** What can come of it. */
        public enum Outcome {
            /** It is published. */
            PUBLISH,
            /** Its authors are to change it. */
            REQUEST_CHANGES,
            /** The review was closed, since the organisation may issue nothing new. */
            CLOSED;

            @Override
            @JsonValue
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        /** A comment at one part, by JSON Pointer into the template; empty for the whole. */
        public record Comment(String pointer, String text) {
            /** Refuses what says nothing. */
            public Comment {
                if (!pointer.isEmpty() && !pointer.startsWith("/") || pointer.length() > 200) {
                    throw new IllegalArgumentException("pointer: expected a JSON Pointer such as /research/0");
                }
                Bounds.text("text", text, 10_000);
            }
        }
    }
}
