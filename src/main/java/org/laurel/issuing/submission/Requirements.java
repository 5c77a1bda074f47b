package org.laurel.issuing.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.media.MediaKind;
import org.laurel.issuing.completeness.Lacks;
import org.laurel.issuing.submission.SubmissionContent.Answer;
import org.laurel.issuing.submission.SubmissionContent.Statements;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.issuing.template.MicroCredentialTemplate.AwardRule;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.shared.problem.Violation;

/** Says all that a submission lacks before it can be assessed, in the words of its micro-credential; pure. */
final class Requirements {
    private static final String ANSWERS = "/answers";
    private static final String SHOWING = "/statements/showing";

    private final MicroCredentialTemplate template;

    Requirements(MicroCredentialTemplate template) {
        this.template = template;
    }

    /** Answers to parts that there are not; those are refused at once, for they would be shown nowhere. */
    List<Violation> unknown(SubmissionContent content) {
        List<Violation> faults = new ArrayList<>();
        for (int i = 0; i < content.answers().size(); i++) {
            unknown(content.answers().get(i).part(), ANSWERS + "/" + i, faults);
        }
        for (int i = 0; i < content.shown().size(); i++) {
            unknown(content.shown().get(i).part(), SHOWING + "/items/" + i, faults);
        }
        return faults;
    }

    private void unknown(String named, String place, List<Violation> faults) {
        if (template.parts().stream().noneMatch(part -> part.id().equals(named))) {
            faults.add(new Violation(
                    place + "/part",
                    "unknown",
                    "There is no part \"" + named + "\"; expected one of " + parts() + "."));
        }
    }

    /** Why a file of a kind cannot answer a part. */
    List<Violation> refuses(String part, Optional<MediaKind> kind) {
        Optional<Part> found =
                template.parts().stream().filter(one -> one.id().equals(part)).findFirst();
        if (found.isEmpty()) {
            return List.of(new Violation(
                    "/part", "unknown", "There is no part \"" + part + "\"; expected one of " + parts() + "."));
        }
        List<String> taken = found.get().fileTypes();
        if (taken.isEmpty()) {
            return List.of(new Violation("/part", "no-files", name(found.get()) + " takes no files."));
        }
        boolean fits = kind.isEmpty()
                || taken.stream().anyMatch(type -> MediaKind.ofType(type).equals(kind));
        return fits
                ? List.of()
                : List.of(new Violation(
                        "/name", "type-not-taken", name(found.get()) + " takes " + String.join(", ", taken) + "."));
    }

    /** All that is missing, or more than is taken. */
    List<Violation> lacks(SubmissionContent content, List<EvidenceFile> files) {
        Lacks lacks = new Lacks();
        AwardRule rule = template.awardRule();
        int there = 0;
        for (Part part : template.parts()) {
            Optional<Answer> answer = content.answer(part.id()).filter(Answer::holdsAnything);
            boolean filed = files.stream().anyMatch(file -> file.part().equals(part.id()));
            there += answer.isPresent() || filed ? 1 : 0;
            if (answer.isPresent()) {
                judge(part, answer.get(), ANSWERS + "/" + content.answers().indexOf(answer.get()), lacks);
            } else if (!filed && (rule == null || rule.parts().contains(part.id()))) {
                lacks.add(ANSWERS, name(part) + " is missing.");
            }
        }
        if (rule != null && rule.least() != null && there < rule.least()) {
            lacks.add(
                    ANSWERS,
                    "Expected answers to at least " + rule.least() + " of "
                            + template.parts().size() + " parts, got " + there + ".");
        }
        arrived(files, lacks);
        statements(content.statements(), lacks);
        showing(content, files, lacks);
        return lacks.all();
    }

    private static void arrived(List<EvidenceFile> files, Lacks lacks) {
        for (int i = 0; i < files.size(); i++) {
            EvidenceFile file = files.get(i);
            String name = "The file \"" + file.about().name() + "\"";
            if (file.state() == FileState.ARRIVING) {
                lacks.add("/files/" + i, name + " has not arrived whole: go on sending it, or remove it.");
            } else if (file.state() != FileState.READY) {
                lacks.add("/files/" + i, name + " cannot be scanned for viruses yet; try again in a few minutes.");
            }
        }
    }

    private void judge(Part part, Answer answer, String place, Lacks lacks) {
        Integer limit = part.wordLimit();
        if (limit == null && answer.hasText()) {
            lacks.add(place + "/text", name(part) + " takes no text.");
        }
        int words = answer.text() == null ? 0 : words(answer.text());
        if (limit != null && words > limit) {
            lacks.add(
                    place + "/text",
                    name(part) + " is too long: expected at most " + limit + " words, got " + words + ".");
        }
        if (part.fileTypes().isEmpty() && !answer.links().isEmpty()) {
            lacks.add(place + "/links", name(part) + " takes a text only.");
        }
    }

    private static void statements(@Nullable Statements statements, Lacks lacks) {
        if (statements == null || !Boolean.TRUE.equals(statements.ownWork())) {
            lacks.add("/statements/ownWork", "That it is your own work is not stated.");
        }
        lacks.there(
                        "/statements/pupilsConsent",
                        "Whether those whose work is shown agreed",
                        statements == null ? null : statements.pupilsConsent())
                .text(
                        "/statements/aiUse",
                        "For what artificial intelligence was used, if at all,",
                        statements == null ? null : statements.aiUse(),
                        2);
    }

    /** What is to be shown has to be there, and who agrees has to know what that means. */
    private void showing(SubmissionContent content, List<EvidenceFile> files, Lacks lacks) {
        List<SubmissionContent.Item> items = content.shown();
        for (int i = 0; i < items.size(); i++) {
            if (!isThere(items.get(i), content, files)) {
                lacks.add(
                        SHOWING + "/items/" + i,
                        "What the badge is to show of part \"" + items.get(i).part() + "\" is not there any more.");
            }
        }
        Statements statements = content.statements();
        SubmissionContent.Showing showing = statements == null ? null : statements.showing();
        if (!items.isEmpty() && (showing == null || !Boolean.TRUE.equals(showing.copiesStay()))) {
            lacks.add(
                    SHOWING + "/copiesStay",
                    "That you know what cannot be taken back of what the badge shows is not stated: copies of it in wallets"
                            + " and letters stay.");
        }
    }

    private static boolean isThere(SubmissionContent.Item item, SubmissionContent content, List<EvidenceFile> files) {
        if (item.file() != null) {
            return files.stream()
                    .anyMatch(
                            file -> file.id().equals(item.file()) && file.part().equals(item.part()));
        }
        Optional<Answer> answer = content.answer(item.part());
        return item.link() == null
                ? answer.filter(Answer::hasText).isPresent()
                : answer.stream().flatMap(one -> one.links().stream()).anyMatch(link -> link.url()
                        .equals(item.link()));
    }

    private String name(Part part) {
        return "Part " + (template.parts().indexOf(part) + 1) + " \"" + part.title() + "\"";
    }

    private String parts() {
        return String.join(", ", template.parts().stream().map(Part::id).toList());
    }

    /** As a word processor counts them: what stands between white space. */
    static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }
}
