package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Bounds;

/**
 * What an educator hands in; everything may be missing until it is submitted.
 *
 * @param answers to the parts of the micro-credential, at most one each
 * @param statements what the educator states about it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SubmissionContent(
        List<Answer> answers, @Nullable Statements statements) {
    static final SubmissionContent EMPTY = new SubmissionContent(List.of(), null);

    /** Refuses two answers to one part. */
    public SubmissionContent {
        answers = Bounds.list("answers", answers, 30);
        Set<String> parts = new HashSet<>();
        answers.forEach(answer -> {
            if (!parts.add(answer.part())) {
                throw new IllegalArgumentException(
                        "answers: expected one for each part, and \"" + answer.part() + "\" stands twice");
            }
        });
    }

    /**
     * The answer to one part.
     *
     * @param part the id of the part
     * @param text what was written, Markdown
     * @param links to what is elsewhere, such as a recording
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Answer(String part, @Nullable String text, List<Link> links) {
        private static final int LONGEST = 100_000;

        /** Bounds it. */
        public Answer {
            Bounds.text("part", part, 40);
            Bounds.within("text", text, LONGEST);
            links = Bounds.list("links", links, 20);
        }

        /** Whether there is anything in it. */
        public boolean holdsAnything() {
            return hasText() || !links.isEmpty();
        }

        boolean hasText() {
            return text != null && !text.isBlank();
        }
    }

    /** Something that is elsewhere, and what to call it. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Link(String url, @Nullable String name) {
        /** Bounds it. */
        public Link {
            Bounds.text("url", url, 2000);
            Bounds.web("url", url);
            Bounds.within("name", name, 300);
        }
    }

    /**
     * What the educator states.
     *
     * @param ownWork that it is their own work
     * @param pupilsConsent whether those whose work is shown, or who answer for them, agreed
     * @param aiUse for what artificial intelligence was used, in words; that it was not, too
     * @param accommodations what the educator asks assessors to consider
     * @param showing what of the evidence the badge is to show to everybody; nothing when it is not said
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Statements(
            @Nullable Boolean ownWork,
            @Nullable PupilsConsent pupilsConsent,
            @Nullable String aiUse,
            @Nullable String accommodations,
            @Nullable Showing showing) {
        /** Bounds it. */
        public Statements {
            Bounds.within("aiUse", aiUse, 4000);
            Bounds.within("accommodations", accommodations, 4000);
        }

        /** Without what the educator calls the things that the badge is to show: assessors are not to know whose they are. */
        Statements blind() {
            return new Statements(ownWork, pupilsConsent, aiUse, accommodations, null);
        }
    }

    /**
     * What of the evidence the badge is to show to everybody who has it, if it is awarded. What that means is told by
     * {@link ShowingWords}.
     *
     * @param items each thing by itself
     * @param copiesStay that the educator knows what cannot be taken back: copies of the badge that others have
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Showing(List<Item> items, @Nullable Boolean copiesStay) {
        private static final int MOST = 60;

        /** Refuses what stands twice. */
        public Showing {
            items = Bounds.list("items", items, MOST);
            if (items.stream().map(Item::what).distinct().count() < items.size()) {
                throw new IllegalArgumentException("items: expected each thing once");
            }
        }
    }

    /**
     * Something that the badge is to show: with neither a link nor a file it is the text of the answer.
     *
     * @param part the id of the part that it answers
     * @param link the address of a link of that answer
     * @param file the id of a file of that part
     * @param name what the badge calls it; when not said, as the part is called: never by the name of a file
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Item(
            String part,
            @Nullable String link,
            @Nullable String file,
            @Nullable String name) {
        /** Bounds it. */
        public Item {
            Bounds.text("part", part, 40);
            Bounds.within("link", link, 2000);
            Bounds.within("file", file, 100);
            Bounds.within("name", name, 300);
            if (link != null && file != null) {
                throw new IllegalArgumentException("file: expected a link or a file, got both");
            }
        }

        boolean isText() {
            return link == null && file == null;
        }

        private List<String> what() {
            return List.of(part, link == null ? "" : link, file == null ? "" : file);
        }
    }

    /** Whether those whose work is shown agreed. */
    public enum PupilsConsent {
        /** They did, or who answers for them. */
        GIVEN,
        /** No work of anybody else is shown. */
        NOT_NEEDED;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What assessors see of the statements. */
    @Nullable Statements blindStatements() {
        return statements == null ? null : statements.blind();
    }

    /** What the badge is to show. */
    List<Item> shown() {
        Showing showing = statements == null ? null : statements.showing();
        return showing == null ? List.of() : showing.items();
    }

    /** The answer to a part. */
    Optional<Answer> answer(String part) {
        return answers.stream().filter(answer -> answer.part().equals(part)).findFirst();
    }

    /** With the answers of another in place of those to the same parts, and with its statements when it has some. */
    SubmissionContent changedBy(SubmissionContent change) {
        List<Answer> all = new ArrayList<>();
        answers.forEach(answer -> all.add(change.answer(answer.part()).orElse(answer)));
        change.answers().stream()
                .filter(answer -> answer(answer.part()).isEmpty())
                .forEach(all::add);
        return new SubmissionContent(all, change.statements() == null ? statements : change.statements());
    }
}
