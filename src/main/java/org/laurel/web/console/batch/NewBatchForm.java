package org.laurel.web.console.batch;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.verifying.report.Wording;

/** Makes the form that a file is handed in with. Each has a key of its own, so that a file sent twice is one batch. */
@Singleton
class NewBatchForm {
    private static final int KEY_BYTES = 16;

    private final Badges badges;
    private final Template template;
    private final SecureRandom random;

    NewBatchForm(Badges badges, @Location("web/batch-new.html") Template template, SecureRandom random) {
        this.badges = badges;
        this.template = template;
        this.random = random;
    }

    /** What was chosen before; browsers do not choose a file again by themselves. */
    record Chosen(String achievement, String mode, String duplicates, boolean notifies) {
        static final Chosen NOTHING = new Chosen("", "valid", "skip", false);

        /** By the fields of the form. */
        static Chosen of(UnaryOperator<@Nullable String> fields) {
            return new Chosen(
                    Objects.requireNonNullElse(fields.apply("achievement"), ""),
                    Objects.requireNonNullElse(fields.apply("mode"), NOTHING.mode()),
                    Objects.requireNonNullElse(fields.apply("duplicates"), NOTHING.duplicates()),
                    "true".equals(fields.apply("notify")));
        }
    }

    /**
     * Why a file was not taken.
     *
     * @param fault the sentence; empty at first
     * @param lang the language of the fault, when it is not the page's; else empty
     */
    record Refusal(String fault, String lang) {
        static final Refusal NONE = new Refusal("", "");
    }

    /** The page. */
    Uni<TemplateInstance> of(Issuer issuer, Chosen chosen, Refusal refusal, Wording words) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return badges.of(issuer.number()).map(all -> template.data("bulk", words.texts("bulk."))
                .data("signedIn", true)
                .data("issuer", issuer)
                .data("may", issuer.hindrance().isEmpty())
                .data("badges", Badges.direct(all))
                .data("key", Base64Url.encode(key))
                .data("achievement", chosen.achievement())
                .data("mode", chosen.mode())
                .data("duplicates", chosen.duplicates())
                .data("notifies", chosen.notifies())
                .data("fault", refusal.fault())
                .data("faultLang", refusal.lang()));
    }
}
