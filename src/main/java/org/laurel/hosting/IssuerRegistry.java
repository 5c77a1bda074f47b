package org.laurel.hosting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.issuer.Screening;
import org.laurel.securing.key.ServiceKey;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.OneAnswer;
import org.laurel.shared.work.SharedReads;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.KnownIssuers;
import org.laurel.verifying.report.RegistryEntry;
import org.laurel.verifying.report.RegistryWithdrawal;

/**
 * The issuers that passed screening here, in the form in which the Digital Credentials Consortium publishes its
 * registries, and signed by the service's own key; and our verifier's own knowledge of them.
 */
@ApplicationScoped
public class IssuerRegistry implements KnownIssuers {
    /** The value of {@code typ}, so that a registry passes for no other JWT (RFC 8725 §3.11). */
    static final String TYPE = "issuer-registry+jwt";

    private static final Logger LOG = Logger.getLogger(IssuerRegistry.class);

    private static final Duration LIFE = Duration.ofDays(1);

    private final BaseUrl base;
    private final ServiceKey key;
    private final Clock clock;
    private final Workers workers;
    private final SharedReads<String, List<Issuer>> spokenOf;

    IssuerRegistry(HostingStores stores, BaseUrl base, ServiceKey key, Clock clock, Workers workers) {
        this.base = base;
        this.key = key;
        this.clock = clock;
        this.workers = workers;
        this.spokenOf = new SharedReads<>(
                workers, SharedReads.Rest.LONG, all -> stores.issuers().spokenOf());
    }

    @Override
    public Uni<Answer> look(String issuerId) {
        if (!issuerId.startsWith(base.issuerDid(""))) {
            return Uni.createFrom().item(Answer.NOBODY);
        }
        return workers.comeBack(asked()).map(issuers -> issuers.stream()
                .filter(issuer -> issuer.did().equals(issuerId))
                .findFirst()
                .map(this::answer)
                .orElse(Answer.NOBODY));
    }

    private Answer answer(Issuer issuer) {
        Screening screening = issuer.screening();
        if (screening.isWithdrawn()) {
            return Answer.withdrawn(new RegistryWithdrawal(address(), Objects.requireNonNull(screening.at())));
        }
        Screening.As as = called(issuer);
        String note = isProgramme(issuer) ? "as the programme that keeps it" : null;
        return Answer.named(new RegistryEntry(address(), as.name(), as.url(), note));
    }

    /** As it was screened; of the programme, which was not, what it says itself. */
    private static Screening.As called(Issuer issuer) {
        Screening.As as = issuer.screening().as();
        return as == null
                ? new Screening.As(issuer.profile().name(), issuer.profile().url())
                : as;
    }

    @Override
    public void ahead(Context context) {
        asked().subscribe()
                .with(context, answer -> {}, failure -> LOG.debug("the registry was read ahead in vain", failure));
    }

    private Uni<List<Issuer>> asked() {
        return OneAnswer.to(TYPE, () -> spokenOf.read(""));
    }

    /** The registry as JSON: {@code meta}, {@code registry} by DID, and {@code signed}, the same as a JWT. */
    Uni<ObjectNode> json() {
        return claims().chain(claims -> workers.compute(() -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("meta", claims.get("meta"));
            json.set("registry", claims.get("registry"));
            return json.put("signed", signed(claims));
        }));
    }

    /** The registry as a compact JWS by the service's own key, for a day. */
    Uni<String> jwt() {
        return claims().chain(claims -> workers.compute(() -> signed(claims)));
    }

    private Uni<ObjectNode> claims() {
        return workers.comeBack(spokenOf.read(""))
                .map(issuers -> claims(issuers, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    private ObjectNode claims(List<Issuer> issuers, Instant now) {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        claims.put("iss", base.text()).put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        ObjectNode meta = claims.putObject("meta")
                .put("name", "Issuers that passed screening at " + base.text())
                .put("updated", now.toString());
        ObjectNode registry = claims.putObject("registry");
        for (Issuer issuer : issuers) {
            if (isProgramme(issuer)) {
                meta.putObject("programme")
                        .put("id", issuer.did())
                        .put("name", issuer.profile().name());
                continue;
            }
            if (issuer.screening().isWithdrawn()) {
                continue;
            }
            Screening.As as = called(issuer);
            registry.putObject(issuer.did())
                    .put("name", as.name())
                    .put("url", as.url() == null ? base.issuer(issuer.slug().value()) : as.url());
        }
        return claims;
    }

    /** It screens the others, and is not screened itself: the document tells of it apart from them. */
    private static boolean isProgramme(Issuer issuer) {
        return issuer.kind() == OrganisationKind.PROGRAMME;
    }

    private String signed(ObjectNode claims) {
        return key.jws(key.header(TYPE), claims);
    }

    private String address() {
        return base.text() + "/registry";
    }
}
