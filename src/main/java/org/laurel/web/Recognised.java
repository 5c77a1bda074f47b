package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.issuing.recognition.Recognition;
import org.laurel.issuing.recognition.Recognitions;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PublicId;
import org.laurel.verifying.report.PlainName;
import org.laurel.verifying.report.Wording;

/** What micro-credentials count for today, in words. */
@Singleton
class Recognised {
    private final Recognitions recognitions;
    private final BaseUrl base;

    Recognised(Recognitions recognitions, BaseUrl base) {
        this.recognitions = recognitions;
        this.base = base;
    }

    /** What a version counts for, by its public id or its address; nothing when it is not ours. */
    Uni<List<Said>> of(String achievement, Wording words) {
        String folder = base.achievement("");
        Optional<PublicId> id =
                PublicId.parse(achievement.startsWith(folder) ? achievement.substring(folder.length()) : achievement);
        return id.isEmpty()
                ? Uni.createFrom().item(List.of())
                : recognitions.of(id.get()).map(found -> found.stream()
                        .map(one -> new Said(text(one, words), SharePage.encoded(base.endorsement(one.endorsement()))))
                        .toList());
    }

    private static String text(Recognition one, Wording words) {
        var amount = one.counts().amount();
        String kind = amount == null ? "renewal" : one.counts().kind().toString();
        String until = Optional.ofNullable(one.term().until())
                .map(day -> words.text("recognised.until").replace("{day}", Moments.day(day, words)))
                .orElse("");
        return words.text("recognised." + kind)
                .replace("{amount}", amount == null ? "" : amount.toPlainString())
                .replace("{from}", Moments.day(one.term().from(), words))
                .replace("{until}", until)
                .replace("{by}", PlainName.of(one.by()))
                .replace("{where}", PlainName.of(one.counts().where()));
    }
}
