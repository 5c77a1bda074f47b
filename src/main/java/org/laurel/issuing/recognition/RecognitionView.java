package org.laurel.issuing.recognition;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;

/**
 * A recognition as it is shown.
 *
 * @param id its public id
 * @param state {@code standing} or {@code withdrawn}
 * @param by who recognises
 * @param achievement the id of the version
 * @param counts what it counts for
 * @param from from when
 * @param until until when
 * @param sentence as it was signed
 * @param endorsement where the signed endorsement is hosted
 * @param withdrawnAt when it was withdrawn
 */
record RecognitionView(
        String id,
        String state,
        RecogniserView by,
        String achievement,
        CountsView counts,
        Instant from,
        @Nullable Instant until,
        String sentence,
        String endorsement,
        @Nullable Instant withdrawnAt) {

    /** Who recognises. */
    record RecogniserView(String slug, String name, String url) {}

    /** What it counts for, how much, and where. */
    record CountsView(CountsAs kind, @Nullable BigDecimal amount, String where) {}

    static RecognitionView of(Recognition one, BaseUrl base) {
        Recognition.Withdrawn withdrawn = one.withdrawn();
        return new RecognitionView(
                one.id(),
                withdrawn == null ? "standing" : "withdrawn",
                new RecogniserView(one.slug(), one.by(), base.issuer(one.slug())),
                one.achievement(),
                new CountsView(
                        one.counts().kind(), one.counts().amount(), one.counts().where()),
                one.term().from(),
                one.term().until(),
                one.counts().kind().sentence(one.counts(), one.term()),
                base.endorsement(one.endorsement()),
                withdrawn == null ? null : withdrawn.at());
    }
}
