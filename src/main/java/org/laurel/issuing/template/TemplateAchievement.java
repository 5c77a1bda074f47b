package org.laurel.issuing.template;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.AchievementType;
import org.laurel.document.credential.Alignment;
import org.laurel.document.credential.AlignmentTargetType;
import org.laurel.document.credential.Criteria;
import org.laurel.document.credential.Image;
import org.laurel.document.credential.Related;
import org.laurel.document.credential.ResultDescription;
import org.laurel.document.credential.ResultType;
import org.laurel.document.credential.RubricCriterionLevel;
import org.laurel.issuing.citation.Citation;
import org.laurel.issuing.template.MicroCredentialTemplate.Criterion;
import org.laurel.issuing.template.MicroCredentialTemplate.Level;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;

/** Maps a filled template to the Open Badges Achievement, field by field as {@code docs/programme.md} has it; pure. */
public final class TemplateAchievement {
    private static final AchievementType KIND = AchievementType.of("MicroCredential");
    /** Of an alignment that stands for a citation. */
    public static final AlignmentTargetType RESEARCH = AlignmentTargetType.of("ext:ResearchCitation");
    /** Of the alignment that stands for the template as it was filled. */
    public static final AlignmentTargetType TEMPLATE = AlignmentTargetType.of("ext:MicroCredentialTemplate");

    private TemplateAchievement() {}

    /**
     * What an achievement has beside its template.
     *
     * @param id its address
     * @param templateUrl where the template is read, its digest in it
     * @param humanCode a code for people
     * @param inLanguage its language
     * @param image its picture
     * @param version its version
     * @param related other versions
     */
    public record Frame(
            String id,
            String templateUrl,
            @Nullable String humanCode,
            @Nullable String inLanguage,
            @Nullable Image image,
            @Nullable String version,
            List<Related> related) {}

    /** The achievement. */
    public static Achievement of(MicroCredentialTemplate template, Frame frame) {
        var audience = template.audience();
        return new Achievement(
                frame.id(),
                KIND,
                alignments(template, frame),
                null,
                audience == null ? null : audience.credits(),
                new Criteria(null, narrative(template)),
                description(template),
                List.of(),
                List.of(),
                audience == null || audience.subjects().isEmpty()
                        ? null
                        : audience.subjects().get(0),
                frame.humanCode(),
                frame.image(),
                frame.inLanguage(),
                template.title(),
                List.of(),
                frame.related(),
                results(template, frame.id()),
                null,
                tags(template),
                frame.version());
    }

    private static String description(MicroCredentialTemplate template) {
        if (template.summary() != null && !template.summary().isBlank()) {
            return template.summary();
        }
        return template.competency() != null && !template.competency().isBlank()
                ? template.competency()
                : template.title();
    }

    private static List<String> tags(MicroCredentialTemplate template) {
        Set<String> tags = new LinkedHashSet<>();
        if (template.audience() != null) {
            tags.addAll(template.audience().subjects());
            template.audience().grades().forEach(grade -> tags.add("Grade " + grade));
        }
        return List.copyOf(tags);
    }

    private static List<Alignment> alignments(MicroCredentialTemplate template, Frame frame) {
        List<Alignment> all = new ArrayList<>(template.alignments());
        template.research().forEach(draft -> draft.whole().ifPresent(citation -> all.add(cited(citation))));
        all.add(new Alignment("The template as it was filled", frame.templateUrl(), null, null, null, TEMPLATE));
        return all;
    }

    /** Own JSON-LD terms would fail every strict verifier, so a citation is an alignment. */
    private static Alignment cited(Citation citation) {
        String url = citation.parsedDoi()
                .map(doi -> "https://doi.org/" + doi)
                .or(() -> citation.parsedUrl().map(URI::toString))
                .orElse("urn:laurel:citation");
        StringBuilder text = new StringBuilder(String.join("; ", citation.authors()))
                .append(" (")
                .append(citation.year())
                .append("). Supports: ")
                .append(citation.claim());
        if (citation.quote() != null) {
            text.append(" \u201c").append(citation.quote()).append('\u201d');
        }
        return new Alignment(
                citation.title(), url, null, text.toString(), "ESSA evidence tier: " + citation.tier(), RESEARCH);
    }

    private static String narrative(MicroCredentialTemplate template) {
        StringBuilder text = new StringBuilder();
        paragraph(text, "Competency", template.competency());
        paragraph(text, "Key method", template.keyMethod());
        if (!template.methodComponents().isEmpty()) {
            text.append("**Method components**\n\n");
            template.methodComponents()
                    .forEach(one -> text.append("- ").append(one).append('\n'));
            text.append('\n');
        }
        for (int i = 0; i < template.parts().size(); i++) {
            Part part = template.parts().get(i);
            paragraph(text, "Part " + (i + 1) + ": " + part.title(), part.guidance());
        }
        String rule = rule(template);
        if (!rule.isEmpty()) {
            paragraph(text, "To earn it", rule);
        }
        return text.isEmpty() ? template.title() : text.toString().strip();
    }

    private static void paragraph(StringBuilder text, String heading, @Nullable String body) {
        if (body != null && !body.isBlank()) {
            text.append("**")
                    .append(heading)
                    .append("**\n\n")
                    .append(body.strip())
                    .append("\n\n");
        }
    }

    private static String rule(MicroCredentialTemplate template) {
        var rule = template.awardRule();
        if (rule == null) {
            return "";
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < template.parts().size(); i++) {
            if (rule.parts().contains(template.parts().get(i).id())) {
                all.add("Part " + (i + 1));
            }
        }
        String named = all.isEmpty() ? "" : String.join(", ", all) + (all.size() == 1 ? " has" : " have") + " to pass.";
        return rule.least() == null
                ? named
                : (named + " At least " + rule.least() + " of all parts have to pass.").strip();
    }

    private static List<ResultDescription> results(MicroCredentialTemplate template, String id) {
        List<ResultDescription> results = new ArrayList<>();
        for (Part part : template.parts()) {
            for (Criterion criterion : part.criteria()) {
                if (!criterion.levels().isEmpty()) {
                    results.add(result(criterionId(id, part.id(), criterion.id()), part, criterion));
                }
            }
        }
        return results;
    }

    /** The id that a criterion has as a result description of the achievement with this id. */
    public static String criterionId(String achievement, String part, String criterion) {
        return achievement + "#" + part + "-" + criterion;
    }

    /** The id that a level of such a criterion has. */
    public static String levelId(String criterionId, String level) {
        return criterionId + "-" + level;
    }

    private static ResultDescription result(String id, Part part, Criterion criterion) {
        List<RubricCriterionLevel> levels = new ArrayList<>();
        for (int i = 0; i < criterion.levels().size(); i++) {
            Level level = criterion.levels().get(i);
            levels.add(new RubricCriterionLevel(
                    levelId(id, level.id()),
                    level.name(),
                    level.description(),
                    Integer.toString(i + 1),
                    Integer.toString(i),
                    List.of()));
        }
        boolean passes =
                criterion.levels().stream().anyMatch(level -> level.id().equals(criterion.passes()));
        return new ResultDescription(
                id,
                part.title() + ": " + criterion.name(),
                ResultType.of("RubricCriterionLevel"),
                List.of(),
                List.of(),
                passes ? levelId(id, String.valueOf(criterion.passes())) : null,
                null,
                levels,
                null,
                null);
    }
}
