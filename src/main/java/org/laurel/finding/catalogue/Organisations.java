package org.laurel.finding.catalogue;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organisations of the programme, as people look for them. */
public interface Organisations {

    /** Those whose screening counts now, by name; the programme itself is not among them. */
    Uni<List<Screened>> screened();

    /** What an organisation endorses and has not taken back, the newest first, at most 200. */
    Uni<List<Endorsed>> endorsedBy(int issuerNo);

    /**
     * An organisation that passed screening.
     *
     * @param slug its name in addresses
     * @param name what people call it
     * @param url its home page; null when it has none
     * @param since when it passed
     * @param until when that lapses; null when it does not
     * @param achievements how many micro-credentials it has published and not retired
     */
    record Screened(
            String slug,
            String name,
            @Nullable String url,
            @Nullable Instant since,
            @Nullable Instant until,
            long achievements) {}

    /**
     * Something that is endorsed.
     *
     * @param subject its IRI
     * @param name what it is called; null when it is not ours
     * @param page where it is shown; null when it is not ours
     * @param endorsement the public id of the endorsement
     */
    record Endorsed(
            String subject, @Nullable String name, @Nullable String page, String endorsement) {}
}
