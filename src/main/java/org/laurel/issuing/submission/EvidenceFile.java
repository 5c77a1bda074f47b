package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.media.MediaKind;
import org.laurel.shared.sealing.PersonKey;

/**
 * A file of evidence.
 *
 * @param issuerNo whose micro-credential it is for
 * @param number its row number
 * @param id its public id
 * @param submission the row number of what it belongs to
 * @param part the id of the part that it answers
 * @param state where it is
 * @param about what is known of it
 * @param size how many bytes it has, or is to have
 * @param createdAt when it was announced
 * @param key what it is sealed under
 */
record EvidenceFile(
        int issuerNo,
        long number,
        String id,
        long submission,
        String part,
        FileState state,
        About about,
        long size,
        Instant createdAt,
        PersonKey key) {

    /**
     * What is known of a file; kept sealed.
     *
     * @param name what the educator calls it
     * @param kind what it is
     * @param digest SHA-256 of its bytes, in hexadecimal; null before they came
     * @param blind the copy for assessors; null before, and where that is the file itself
     * @param recognised words of the educator's name that stand in it
     * @param address whether an e-mail address stands in it
     * @param words the keyed fingerprint of its words; null where it has too few
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record About(
            String name,
            MediaKind kind,
            @Nullable String digest,
            @Nullable Blind blind,
            @Nullable List<String> recognised,
            boolean address,
            @Nullable String words) {

        /** Before any byte came. */
        static About announced(String name, MediaKind kind) {
            return new About(name, kind, null, null, null, false, null);
        }
    }

    /** The copy without what says who made it. */
    record Blind(String digest, long size) {}

    /** Under which name the store has its bytes. */
    String stored() {
        return stored(id);
    }

    static String stored(String id) {
        return id + ".file";
    }

    /** Under which name it has the copy for assessors. */
    static String storedBlind(String id) {
        return id + ".blind";
    }

    /** What its bytes are sealed for. */
    String context() {
        return "evidence-file/" + id;
    }

    /** What the copy is sealed for. */
    String blindContext() {
        return context() + "/blind";
    }

    /** As its owner gets it. */
    ServedFile served() {
        return new ServedFile(
                stored(),
                key,
                context(),
                about.name(),
                about.kind(),
                size,
                about.digest() == null ? "" : about.digest());
    }

    /** As assessors get it: under a name that says nothing. */
    ServedFile blind(String neutral) {
        Blind blind = about.blind();
        return blind == null
                ? new ServedFile(stored(), key, context(), neutral, about.kind(), size, served().digest())
                : new ServedFile(
                        storedBlind(id), key, blindContext(), neutral, about.kind(), blind.size(), blind.digest());
    }
}
