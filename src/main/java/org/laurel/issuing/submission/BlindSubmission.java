package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.submission.SubmissionContent.Statements;

/**
 * What assessors see of a submission: nothing in it says who handed it in, and it has no id by which anybody could ask.
 *
 * @param round how often it was submitted
 * @param submittedAt when it was
 * @param answers to the parts
 * @param statements what the educator states
 * @param files that were handed in with them, under names that say nothing
 * @param alike where it is like another submission to this organisation
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BlindSubmission(
        int round,
        Instant submittedAt,
        List<SubmissionContent.Answer> answers,
        @Nullable Statements statements,
        List<BlindFile> files,
        List<Alike> alike) {
    /** Copies the lists. */
    public BlindSubmission {
        files = List.copyOf(files);
        alike = List.copyOf(alike);
    }

    /**
     * Something that is like what another educator handed in to the same organisation; whose, nobody is told.
     *
     * @param part the id of the part
     * @param in {@code file} for the very bytes of a file, {@code words} for a text, or that of a file
     * @param percent how much of it is the same
     */
    public record Alike(String part, String in, int percent) {}

    /**
     * A file; what says who made it was taken out.
     *
     * @param part the id of the part that it answers
     * @param name by which it is asked for
     * @param mediaType what it is
     * @param size how many bytes it has
     */
    public record BlindFile(String part, String name, String mediaType, long size) {}

    /** Whether there is anything for a part. */
    public boolean answersTo(String part) {
        return files.stream().anyMatch(file -> file.part().equals(part))
                || answers.stream()
                        .filter(answer -> answer.part().equals(part))
                        .anyMatch(SubmissionContent.Answer::holdsAnything);
    }
}
