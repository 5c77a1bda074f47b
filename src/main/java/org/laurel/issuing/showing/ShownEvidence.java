package org.laurel.issuing.showing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Evidence;
import org.laurel.issuing.submission.ServedFile;
import org.laurel.shared.sealing.Person;

/** The collection of evidence that badges show. */
public interface ShownEvidence {

    /**
     * Draws up what a badge is to show of what was handed in; nothing where its educator agreed to nothing.
     *
     * @param titles what the parts are called, by their ids
     * @param language of the micro-credential
     */
    Uni<List<Drawn>> draw(Handed handed, Map<String, String> titles, @Nullable String language);

    /** Keeps it, open, in the transaction that stores the award. */
    Uni<Void> add(Mutiny.StatelessSession session, Handed handed, List<Drawn> drawn, long award);

    /**
     * Keeps that a badge which takes the place of another names evidence of that, too, in the transaction that stores it. Where
     * it is another person's, the evidence is theirs from then on.
     *
     * @param addresses what it names as evidence
     */
    Uni<Void> carry(Mutiny.StatelessSession session, Succeeded succeeded, List<String> addresses);

    /** What an award shows, in the order in which its educator named it. */
    Uni<List<Shown>> of(Named award);

    /** Opens or closes one thing; false when the award shows no such thing, a 410 problem when it was erased. */
    Uni<Boolean> change(Named award, String id, Access to, String by);

    /** What stands at an address; empty when there was never anything. */
    Uni<Optional<Given>> find(String token);

    /** Forgets what is shown by the badges of a person, in the transaction that erases them. */
    Uni<Void> erase(Mutiny.StatelessSession session, Person person);

    /** What was handed in: a round of a submission, by its row number. */
    record Handed(int issuerNo, long submission, int round) {}

    /** An award, by its row number, and how events call it. */
    record Named(int issuerNo, long number, String id) {}

    /** An award that takes the place of another, by their row numbers. */
    record Succeeded(int issuerNo, long old, long made) {}

    /**
     * What is known of one thing; kept sealed.
     *
     * @param token the part of its address that nobody guesses
     * @param part the id of the part that it answers
     * @param name what the badge calls it
     * @param genre what kind of work it is
     * @param fileId the id of the file; null where it is a text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String token,
            String part,
            String name,
            String genre,
            @Nullable String fileId) {}

    /**
     * One thing, before it is signed and stored.
     *
     * @param id by which it is opened and closed
     * @param evidence as it stands in the badge
     * @param about what is kept of it
     * @param text its bytes as a text, with their salt; null for a file
     */
    record Drawn(
            String id,
            Evidence evidence,
            About about,
            @Nullable String text) {}

    /**
     * One thing as who holds the badge sees it.
     *
     * @param id by which it is opened and closed
     * @param url where it is read; null when it was erased
     * @param name what the badge calls it; likewise
     * @param genre what kind of work it is; likewise
     * @param access whether it can be read
     * @param closedAt since when it cannot
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String id,
            @Nullable String url,
            @Nullable String name,
            @Nullable String genre,
            Access access,
            @Nullable Instant closedAt) {}

    /**
     * One thing as everybody gets it: a file or a text when it is open, else neither.
     *
     * @param access whether it can be read
     * @param file the file
     * @param text the very bytes of a text, as a text
     * @param name what it is called when it is saved
     */
    record Given(
            Access access,
            @Nullable ServedFile file,
            @Nullable String text,
            String name) {

        /** What cannot be read. */
        static Given not(Access why) {
            return new Given(why, null, null, "");
        }
    }
}
