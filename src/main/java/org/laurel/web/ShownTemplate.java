package org.laurel.web;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.finding.catalogue.GradeOrder;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.issuing.template.MicroCredentialTemplate.Criterion;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.verifying.report.Wording;

/**
 * A filled template as the page of its micro-credential shows it; what is not filled is null or empty.
 *
 * @param competency what an educator shows, as safe HTML
 * @param method the practice that shows it, as safe HTML
 * @param components the steps of it
 * @param rationale why it works, as safe HTML
 * @param audience for whom it is, and what it takes
 * @param resources what helps
 * @param parts what is handed in
 * @param rule what has to pass, in sentences
 * @param research what it rests on
 */
record ShownTemplate(
        @Nullable RawString competency,
        @Nullable RawString method,
        List<String> components,
        @Nullable RawString rationale,
        List<SharedBadge.Item> audience,
        List<SharedBadge.Item> resources,
        List<Handed> parts,
        List<String> rule,
        List<Research.Cited> research) {
    /** What people call the files that are mostly taken; others are called by their media type. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("application/pdf", "PDF"),
            Map.entry("image/png", "PNG"),
            Map.entry("image/jpeg", "JPEG"),
            Map.entry("image/webp", "WebP"),
            Map.entry("text/plain", "TXT"),
            Map.entry("text/csv", "CSV"),
            Map.entry("video/mp4", "MP4"),
            Map.entry("video/quicktime", "MOV"),
            Map.entry("audio/mpeg", "MP3"),
            Map.entry("application/msword", "DOC"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"));

    /**
     * A part of what is handed in.
     *
     * @param title what it is called
     * @param kind what it asks for
     * @param guidance what to write or to show, as safe HTML
     * @param bounds how long a text may be, and which files are taken
     * @param criteria how it is scored
     */
    record Handed(
            String title,
            String kind,
            @Nullable RawString guidance,
            List<SharedBadge.Item> bounds,
            List<Scored> criteria) {}

    /** A criterion, its levels from low to high. */
    record Scored(String name, List<Step> levels) {}

    /** A level of a criterion, and whether it is enough. */
    record Step(String name, @Nullable String description, boolean passes) {}

    /** Reads it. */
    static ShownTemplate of(MicroCredentialTemplate template, Wording words) {
        return new ShownTemplate(
                markdown(template.competency()),
                markdown(template.keyMethod()),
                template.methodComponents(),
                markdown(template.rationale()),
                audience(template.audience(), words),
                template.resources().stream()
                        .map(one -> new SharedBadge.Item(text(one.name()), one.note(), SharedBadge.link(one.url())))
                        .toList(),
                handed(template.parts(), words),
                rule(template, words),
                Research.of(template, words));
    }

    private static List<SharedBadge.Item> audience(MicroCredentialTemplate.@Nullable Audience audience, Wording words) {
        List<SharedBadge.Item> items = new ArrayList<>();
        if (audience != null) {
            add(items, words.text("share.forWhom"), audience.description());
            add(
                    items,
                    words.text("share.grades"),
                    String.join(
                            ", ",
                            audience.grades().stream()
                                    .sorted(GradeOrder.YOUNGEST_FIRST)
                                    .toList()));
            add(items, words.text("share.subjects"), String.join(", ", audience.subjects()));
            add(
                    items,
                    words.text("share.takes"),
                    audience.estimatedHours() == null
                            ? null
                            : audience.estimatedHours().toPlainString() + " " + words.text("share.hours"));
            add(
                    items,
                    words.text("share.credits"),
                    audience.credits() == null ? null : audience.credits().toPlainString());
        }
        return items;
    }

    private static List<Handed> handed(List<Part> parts, Wording words) {
        List<Handed> all = new ArrayList<>();
        for (Part part : parts) {
            String number = words.text("share.part", Integer.toString(all.size() + 1));
            all.add(handed(number + ": " + text(part.title()), part, words));
        }
        return all;
    }

    private static Handed handed(String title, Part part, Wording words) {
        List<SharedBadge.Item> bounds = new ArrayList<>();
        if (part.wordLimit() != null) {
            add(
                    bounds,
                    words.text("share.wordLimit"),
                    words.text("share.mostWords", part.wordLimit().toString()));
        }
        add(
                bounds,
                words.text("share.fileTypes"),
                String.join(
                        ", ",
                        part.fileTypes().stream()
                                .map(type -> FILES.getOrDefault(type, type))
                                .toList()));
        return new Handed(
                title,
                words.text("share.kind." + part.kind()),
                markdown(part.guidance()),
                bounds,
                part.criteria().stream()
                        .filter(one -> !one.levels().isEmpty())
                        .map(ShownTemplate::scored)
                        .toList());
    }

    /** The level that is named is enough, and each above it. */
    private static Scored scored(Criterion criterion) {
        List<Step> steps = new ArrayList<>();
        boolean passes = false;
        for (MicroCredentialTemplate.Level level : criterion.levels()) {
            passes = passes || level.id().equals(criterion.passes());
            steps.add(new Step(text(level.name()), level.description(), passes));
        }
        return new Scored(text(criterion.name()), steps);
    }

    private static List<String> rule(MicroCredentialTemplate template, Wording words) {
        List<String> sentences = new ArrayList<>();
        MicroCredentialTemplate.AwardRule rule = template.awardRule();
        if (rule != null) {
            List<String> named = new ArrayList<>();
            for (int i = 0; i < template.parts().size(); i++) {
                Part part = template.parts().get(i);
                if (rule.parts().contains(part.id())) {
                    named.add(words.text("share.part", Integer.toString(i + 1)) + " (" + text(part.title()) + ")");
                }
            }
            if (!named.isEmpty()) {
                sentences.add(
                        named.size() == template.parts().size()
                                ? words.text("share.allPass")
                                : words.text("share.thesePass", String.join(", ", named)));
            }
            if (rule.least() != null && rule.least() > named.size()) {
                sentences.add(words.text("share.leastPass", rule.least().toString()));
            }
        }
        return sentences;
    }

    private static void add(List<SharedBadge.Item> items, String title, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            items.add(new SharedBadge.Item(title, text, null));
        }
    }

    private static @Nullable RawString markdown(@Nullable String text) {
        return text == null || text.isBlank() ? null : Markdown.html(text);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "—");
    }
}
