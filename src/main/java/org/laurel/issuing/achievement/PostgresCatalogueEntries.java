package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Alignment;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.store.Database;

/** Writes what the catalogue searches, in the transaction that publishes or retires. */
@ApplicationScoped
class PostgresCatalogueEntries {
    private static final Set<String> COMPETENCIES = Set.of("ceasn:Competency", "CFItem");

    Uni<Void> add(Mutiny.StatelessSession session, AchievementDefinition definition) {
        Achievement achievement = definition.achievement();
        MicroCredentialTemplate template =
                definition.drafted() == null ? null : definition.drafted().template();
        MicroCredentialTemplate.Audience audience = template == null ? null : template.audience();
        List<String> subjects = audience == null ? field(achievement) : audience.subjects();
        String second = String.join(" ", second(achievement, template, subjects));
        return Database.insert(
                session,
                "insert into catalogue_entry values ($1, $2, $3, $4, $5, $6, setweight(to_tsvector($7::regconfig, $4), 'A')"
                        + " || setweight(to_tsvector($7::regconfig, $8), 'B')"
                        + " || setweight(to_tsvector($7::regconfig, $9), 'C')"
                        + " || setweight(to_tsvector($7::regconfig, (select coalesce(profile::jsonb ->> 'name', slug)"
                        + " from issuer where issuer_no = $1)), 'D'), $10, $11, $12, nullif($13, 0::numeric),"
                        + " nullif($14, 0::numeric), $15, $16, $7)",
                definition.issuerNo(),
                definition.number(),
                definition.id(),
                achievement.name(),
                achievement.description(),
                (achievement.name() + " " + second).toLowerCase(Locale.ROOT),
                language(achievement.inLanguage()),
                second,
                String.join(" ", third(achievement, template)),
                subjects.toArray(String[]::new),
                (audience == null ? List.<String>of() : audience.grades()).toArray(String[]::new),
                competencies(achievement).toArray(String[]::new),
                number(audience == null ? null : audience.estimatedHours()),
                number(achievement.creditsAvailable()),
                definition.isReviewed(),
                Objects.requireNonNull(definition.publishedAt()).atOffset(ZoneOffset.UTC));
    }

    Uni<Void> remove(Mutiny.StatelessSession session, AchievementDefinition definition) {
        return Database.insert(
                session,
                "delete from catalogue_entry where issuer_no = $1 and achievement_no = $2",
                definition.issuerNo(),
                definition.number());
    }

    private static BigDecimal number(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** A text search configuration of PostgreSQL. */
    private static String language(@Nullable String tag) {
        String language = tag == null ? "en" : Locale.forLanguageTag(tag).getLanguage();
        return switch (language) {
            case "en" -> "english";
            case "es" -> "spanish";
            default -> "simple";
        };
    }

    private static List<String> field(Achievement achievement) {
        return achievement.fieldOfStudy() == null ? List.of() : List.of(achievement.fieldOfStudy());
    }

    private static List<String> competencies(Achievement achievement) {
        return achievement.alignment().stream()
                .filter(one -> one.targetType() != null
                        && COMPETENCIES.contains(one.targetType().value()))
                .map(Alignment::targetName)
                .distinct()
                .toList();
    }

    private static List<String> second(
            Achievement achievement, @Nullable MicroCredentialTemplate template, List<String> subjects) {
        List<String> words = new ArrayList<>(subjects);
        words.add(achievement.description());
        words.addAll(achievement.tag());
        words.addAll(competencies(achievement));
        if (template != null && template.competency() != null) {
            words.add(template.competency());
        }
        return words;
    }

    private static List<String> third(Achievement achievement, @Nullable MicroCredentialTemplate template) {
        List<String> words = new ArrayList<>();
        if (achievement.criteria().narrative() != null) {
            words.add(achievement.criteria().narrative());
        }
        if (template != null) {
            if (template.rationale() != null) {
                words.add(template.rationale());
            }
            template.research().forEach(one -> {
                words.add(one.title() + " " + one.claim());
                words.addAll(one.authors());
            });
        }
        return words;
    }
}
