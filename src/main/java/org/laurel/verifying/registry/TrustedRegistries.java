package org.laurel.verifying.registry;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.verifying.check.KnownIssuers;

/** The registries of others that the operator trusts, each asked in its own form. A registry that is away knows nobody. */
@Singleton
public final class TrustedRegistries implements KnownIssuers {
    private static final Logger LOG = Logger.getLogger(TrustedRegistries.class);

    private static final Duration QUIET = Duration.ofMinutes(1);

    private final List<Registry> registries;
    private final DidMapRegistry didMaps;
    private final FederationRegistry federations;
    private final Clock clock;
    private final Map<Registry, Fault> faults = new ConcurrentHashMap<>();

    /** With what the operator set, the way out, and the time; throws IllegalArgumentException for a setting that is none. */
    public TrustedRegistries(RegistryConfig config, Fetcher fetcher, Clock clock) {
        this.registries = config.registries().orElse(List.of()).stream()
                .map(Registry::parse)
                .toList();
        this.didMaps = new DidMapRegistry(fetcher);
        this.clock = clock;
        this.federations = new FederationRegistry(fetcher, clock);
    }

    @Override
    public Uni<Answer> look(String issuerId) {
        return Multi.createFrom()
                .iterable(registries)
                .onItem()
                .transformToUniAndConcatenate(registry -> look(registry, issuerId))
                .collect()
                .asList()
                .map(answers -> answers.stream().reduce(Answer.NOBODY, Answer::and));
    }

    /**
     * The operator reads that a registry is away, and that it is back, and not each time that it is asked: it counts as
     * back when nothing has failed for a minute, since some answers come from copies while others fail.
     */
    private void told(Registry registry, String fault) {
        Instant now = clock.instant();
        Fault before = faults.get(registry);
        if (fault.isEmpty()) {
            if (before != null && before.last().plus(QUIET).isBefore(now) && faults.remove(registry, before)) {
                LOG.infof("the registry %s can be asked again", registry.url());
            }
            return;
        }
        faults.put(registry, new Fault(fault, now));
        if (before == null || !before.words().equals(fault)) {
            LOG.warnf("the registry %s cannot be asked, and names nobody: %s", registry.url(), fault);
        }
    }

    private Uni<Answer> look(Registry registry, String issuerId) {
        Uni<Answer> answer =
                switch (registry.form()) {
                    case DID_MAP -> didMaps.look(registry.url(), issuerId);
                    case FEDERATION -> federations.look(registry.url(), issuerId);
                };
        return answer.invoke(() -> told(registry, ""))
                .onFailure(RegistryException.class)
                .recoverWithItem(failure -> {
                    told(registry, String.valueOf(failure.getMessage()));
                    return Answer.silent(registry.url().toString());
                });
    }

    private record Fault(String words, Instant last) {}
}
