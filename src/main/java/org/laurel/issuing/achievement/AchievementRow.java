package org.laurel.issuing.achievement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.shared.json.Constants;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.store.RowKey;

/** A micro-credential as it is stored. */
@Entity
@Table(name = "achievement")
@IdClass(RowKey.class)
class AchievementRow {
    @Id
    @Column(name = "issuer_no")
    int issuerNo;

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "state")
    String state;

    @Column(name = "definition")
    String definition;

    @Column(name = "human_code")
    @Nullable String humanCode;

    @Column(name = "direct_award")
    boolean directAward;

    @Column(name = "review")
    @Nullable String review;

    @Column(name = "review_by")
    @Nullable String reviewBy;

    @Column(name = "review_reason")
    @Nullable String reviewReason;

    @Column(name = "previous_version")
    @Nullable String previousVersion;

    @Column(name = "version")
    long version;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "published_at")
    @Nullable Instant publishedAt;

    @Column(name = "template")
    @Nullable String template;

    @Column(name = "template_edition")
    @Nullable Integer templateEdition;

    @Column(name = "round")
    int round;

    AchievementDefinition definition() {
        return new AchievementDefinition(
                issuerNo,
                id,
                publicId,
                Constants.stored(AchievementState.class, state),
                JsonColumns.read(definition, Achievement.class),
                directAward,
                review,
                reviewBy,
                reviewReason,
                previousVersion,
                template == null || templateEdition == null
                        ? null
                        : new AchievementDefinition.Drafted(templateEdition, template, round),
                version,
                createdAt,
                updatedAt,
                publishedAt);
    }
}
