package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.OneAnswer;

/**
 * Begins to read what our own service publishes about a badge of its own, while the badge itself is looked at: its
 * issuer's keys, its status lists, the registry. The checks that need them get these very answers ({@link OneAnswer}).
 * Nothing is fetched from elsewhere ahead of the need.
 */
@Singleton
final class ReadAhead {
    private static final int MOST_LISTS = 2;
    private static final Pattern PLAIN = Pattern.compile("[!-~]+");

    private final BaseUrl base;
    private final IssuerKeys keys;
    private final ListFetch lists;
    private final List<KnownIssuers> registries;

    ReadAhead(BaseUrl base, IssuerKeys keys, ListFetch lists, @All List<KnownIssuers> registries) {
        this.base = base;
        this.keys = keys;
        this.lists = lists;
        this.registries = List.copyOf(registries);
    }

    /** Begins, when the credential says that it is ours; whoever asks later learns of failures, too. */
    Uni<Examined> begin(Examined parsed) {
        return Uni.createFrom().context(context -> {
            UnverifiedCredential credential = parsed.after().credentialOrNull();
            if (credential != null && OneAnswer.isWithin(context)) {
                begin(credential, context);
            }
            return Uni.createFrom().item(parsed);
        });
    }

    private void begin(UnverifiedCredential credential, Context context) {
        String issuer = credential.document().issuerId().orElse("");
        if (!issuer.startsWith(base.issuerDid(""))) {
            return;
        }
        keys.ahead(issuer, context);
        registries.forEach(registry -> registry.ahead(context));
        Placed.each(credential.document().json().path("credentialStatus"), "").stream()
                .map(entry -> entry.json().path("statusListCredential"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(list -> list.startsWith(base.statusList(""))
                        && PLAIN.matcher(list).matches())
                .limit(MOST_LISTS)
                .forEach(list -> lists.ahead(URI.create(list), credential, context));
    }
}
