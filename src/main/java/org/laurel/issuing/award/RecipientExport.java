package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.access.caller.Caller;
import org.laurel.issuing.award.Awards.AwardFilter;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** Everything that an organisation keeps about a recipient, to answer who asks what is kept about them. */
@ApplicationScoped
public class RecipientExport {
    private final Recipients recipients;
    private final Awards awards;
    private final Issuers issuers;
    private final BaseUrl base;

    RecipientExport(Recipients recipients, Awards awards, Issuers issuers, BaseUrl base) {
        this.recipients = recipients;
        this.awards = awards;
        this.issuers = issuers;
        this.base = base;
    }

    /**
     * What is kept.
     *
     * @param json who they are, and their awards
     * @param credentials the ids of their badges
     */
    public record Exported(String json, List<String> credentials) {}

    /** Of a recipient whom the caller reaches; a 404 problem when there is none. */
    public Uni<Exported> of(Caller caller, String id) {
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(parsed -> recipients
                        .find(parsed)
                        .chain(found -> found.isEmpty() ? Uni.createFrom().<Exported>failure(none()) : of(parsed)))
                .orElseThrow(RecipientExport::none);
    }

    private Uni<Exported> of(PublicId recipient) {
        return issuers.find(recipient.issuerNo()).map(Optional::orElseThrow).chain(issuer -> all(
                        recipient, Long.MAX_VALUE, new ArrayList<>())
                .map(all -> exported(recipient, issuer, all)));
    }

    /** Page by page, newest first. */
    private Uni<List<Award>> all(PublicId recipient, long before, List<Award> gathered) {
        AwardFilter filter = new AwardFilter(
                Optional.empty(), Optional.empty(), Optional.of(recipient.toString()), Optional.empty());
        return awards.list(recipient.issuerNo(), filter, new PageRequest(PageRequest.MAX_LIMIT, before))
                .chain(page -> {
                    gathered.addAll(page.items());
                    return page.next().isPresent()
                            ? all(recipient, page.next().getAsLong(), gathered)
                            : Uni.createFrom().item(gathered);
                });
    }

    private Exported exported(PublicId recipient, Issuer issuer, List<Award> all) {
        List<AwardView> views = all.stream()
                .map(award -> AwardView.of(award, issuer.slug().value(), base))
                .toList();
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("id", recipient.toString());
        views.stream().findFirst().ifPresent(newest -> kept.put("recipient", newest.recipient()));
        kept.put("awards", views);
        return new Exported(
                Answer.write(kept), all.stream().map(Award::credentialId).toList());
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such recipient.");
    }
}
