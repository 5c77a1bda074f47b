package org.laurel.issuing.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Alignment;
import org.laurel.issuing.citation.CitationDraft;
import org.laurel.shared.json.Bounds;

/**
 * A micro-credential as its authors fill the template; everything but the title may be missing until it is handed in.
 *
 * @param title what it is called
 * @param summary two or three sentences for a catalogue
 * @param competency what an educator shows
 * @param keyMethod the practice that shows it
 * @param methodComponents the steps of it
 * @param rationale why it works, Markdown
 * @param research what that rests on
 * @param resources what helps
 * @param audience who earns it, and for whom: grades, subjects, hours, credit
 * @param parts what is handed in, each with guidance and a rubric
 * @param awardRule what has to pass
 * @param alignments links to CASE, CTDL and other frameworks
 * @param stack public ids of micro-credentials that are earned first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MicroCredentialTemplate(
        String title,
        @Nullable String summary,
        @Nullable String competency,
        @Nullable String keyMethod,
        List<String> methodComponents,
        @Nullable String rationale,
        List<CitationDraft> research,
        List<Resource> resources,
        @Nullable Audience audience,
        List<Part> parts,
        @Nullable AwardRule awardRule,
        List<Alignment> alignments,
        List<String> stack) {
    /** Of the template: editions are numbered, and this is the first. */
    public static final int EDITION = 1;

    private static final int LONGEST = 20_000;

    /** Bounds everything. */
    public MicroCredentialTemplate {
        Bounds.text("title", title, 300);
        Bounds.within("summary", summary, LONGEST);
        Bounds.within("competency", competency, LONGEST);
        Bounds.within("keyMethod", keyMethod, LONGEST);
        Bounds.within("rationale", rationale, LONGEST);
        methodComponents = Bounds.list("methodComponents", methodComponents, 50);
        research = Bounds.list("research", research, 50);
        resources = Bounds.list("resources", resources, 100);
        parts = Bounds.list("parts", parts, 30);
        alignments = Bounds.list("alignments", alignments, 100);
        stack = Bounds.list("stack", stack, 50);
        Set<String> ids = new HashSet<>();
        parts.forEach(part -> {
            if (!ids.add(part.id())) {
                throw new IllegalArgumentException(
                        "parts: expected an id of its own for each part, and \"" + part.id() + "\" stands twice");
            }
        });
    }

    /** Something that helps. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Resource(
            String name, @Nullable String url, @Nullable String note) {
        /** Bounds it. */
        public Resource {
            Bounds.within("name", name, LONGEST);
            Bounds.within("note", note, LONGEST);
            Bounds.web("url", url);
        }
    }

    /**
     * Who earns it, and for whom.
     *
     * @param description in words
     * @param grades of the learners: {@code 6}, {@code K}, {@code adult}
     * @param subjects what is taught
     * @param estimatedHours of work for the educator
     * @param credits that it counts
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Audience(
            @Nullable String description,
            List<String> grades,
            List<String> subjects,
            @Nullable BigDecimal estimatedHours,
            @Nullable BigDecimal credits) {
        /** Bounds it. */
        public Audience {
            Bounds.within("description", description, LONGEST);
            grades = Bounds.list("grades", grades, 30);
            subjects = Bounds.list("subjects", subjects, 30);
            positive("estimatedHours", estimatedHours, 2000);
            positive("credits", credits, 100);
        }
    }

    /** What a part asks for. */
    public enum PartKind {
        /** Questions about context and plan. */
        OVERVIEW,
        /** Work of the educator or of learners. */
        ARTIFACT,
        /** The educator looks back. */
        EDUCATOR_REFLECTION,
        /** Learners look back. */
        STUDENT_REFLECTION;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One part of what is handed in.
     *
     * @param id its name within the micro-credential
     * @param kind what it asks for
     * @param title what it is called
     * @param guidance what to write or to show
     * @param wordLimit how long a text may be; null for no text
     * @param fileTypes media types that are taken; none for no files
     * @param criteria how it is scored
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Part(
            String id,
            PartKind kind,
            String title,
            @Nullable String guidance,
            @Nullable Integer wordLimit,
            List<String> fileTypes,
            List<Criterion> criteria) {
        /** Bounds it. */
        public Part {
            checkId(id);
            Bounds.within("title", title, LONGEST);
            Bounds.within("guidance", guidance, LONGEST);
            fileTypes = Bounds.list("fileTypes", fileTypes, 20);
            criteria = Bounds.list("criteria", criteria, 20);
            if (wordLimit != null && (wordLimit < 1 || wordLimit > 10_000)) {
                throw new IllegalArgumentException("wordLimit: expected 1 to 10000, got " + wordLimit);
            }
            if (fileTypes.stream().anyMatch(type -> !type.matches("[a-z]+/[a-z0-9.+-]+"))) {
                throw new IllegalArgumentException("fileTypes: expected media types such as application/pdf");
            }
        }
    }

    /**
     * How a part is scored.
     *
     * @param id its name within the part
     * @param name what people call it
     * @param levels from low to high
     * @param passes the id of the least level that passes
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Criterion(
            String id,
            String name,
            List<Level> levels,
            @Nullable String passes) {
        /** Bounds it. */
        public Criterion {
            checkId(id);
            Bounds.within("name", name, LONGEST);
            levels = Bounds.list("levels", levels, 10);
        }
    }

    /** A level of a criterion. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Level(String id, String name, @Nullable String description) {
        /** Bounds it. */
        public Level {
            checkId(id);
            Bounds.within("name", name, LONGEST);
            Bounds.within("description", description, LONGEST);
        }
    }

    /**
     * What has to pass.
     *
     * @param parts the ids of those that must
     * @param least how many of all parts must; null when those named are all that count
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AwardRule(List<String> parts, @Nullable Integer least) {
        /** Bounds it. */
        public AwardRule {
            parts = Bounds.list("parts", parts, 30);
        }
    }

    private static void checkId(String id) {
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("id: expected lower-case letters, digits and hyphens");
        }
    }

    private static void positive(String member, @Nullable BigDecimal number, int most) {
        if (number != null && (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0)) {
            throw new IllegalArgumentException(member + ": expected more than 0 and at most " + most);
        }
    }
}
