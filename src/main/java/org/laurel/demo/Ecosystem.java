package org.laurel.demo;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.laurel.boot.WelcomeLines;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PageRequest;

/**
 * Fills an empty installation with the whole of a programme ({@code LAUREL_DEMO=ecosystem}): organisations in every state of
 * screening, reviewed micro-credentials, awards in every state, evidence in every state and those who assess it. A start that was stopped half-way is gone on with.
 */
@ApplicationScoped
class Ecosystem implements WelcomeLines {
    private static final Logger LOG = Logger.getLogger(Ecosystem.class);

    private final EcosystemPeople people;
    private final EcosystemWork work;
    private final EcosystemDesks desks;
    private final Issuers issuers;
    private final Setting setting;
    private final EcosystemData data = EcosystemData.read();

    Ecosystem(EcosystemPeople people, EcosystemWork work, EcosystemDesks desks, Issuers issuers, Setting setting) {
        this.people = people;
        this.work = work;
        this.desks = desks;
        this.issuers = issuers;
        this.setting = setting;
    }

    /** Whether it is wanted, where it stands, and what time it is. */
    @ApplicationScoped
    static class Setting {
        private final String demo;
        private final BaseUrl base;
        private final Clock clock;

        Setting(@ConfigProperty(name = "laurel.demo", defaultValue = "false") String demo, BaseUrl base, Clock clock) {
            this.demo = demo;
            this.base = base;
            this.clock = clock;
        }

        boolean wantsEcosystem() {
            return demo.equals("ecosystem");
        }

        String at(String path) {
            return base.text() + path;
        }

        Instant now() {
            return clock.instant();
        }
    }

    @Override
    public Uni<List<String>> lines() {
        if (!setting.wantsEcosystem()) {
            return Uni.createFrom().item(List.of());
        }
        return issuers.programme().chain(programme -> issuers.list(Optional.empty(), new PageRequest(1, Long.MAX_VALUE))
                .chain(page -> page.items().isEmpty() || isOurs(programme)
                        ? fill().replaceWith(links())
                        : Uni.createFrom().item(List.of())));
    }

    private static boolean isOurs(Optional<Issuer> programme) {
        return programme
                .filter(one -> one.slug().value().equals(EcosystemPeople.PROGRAMME))
                .isPresent();
    }

    private Uni<Void> fill() {
        Instant begun = setting.now();
        return people.programme()
                .chain(crew -> steps(
                                "organisations", EcosystemData.ACCEPTED, index -> people.accepted(crew, data, index))
                        .chain(() ->
                                steps("applications", EcosystemData.OTHER, index -> people.other(crew, data, index)))
                        .chain(() -> steps(
                                "micro-credentials with their awards",
                                EcosystemData.MICRO_CREDENTIALS,
                                index -> work.microCredential(crew, data, index)))
                        .chain(() -> steps(
                                "organisations with assessors", EcosystemDesks.COUNT, index -> desks.fill(data, index)))
                        .chain(() -> work.recognitions(data))
                        .chain(() -> people.withdrawn(data)))
                .invoke(() -> LOG.infof(
                        "Demo: the ecosystem is complete after %d seconds",
                        Duration.between(begun, setting.now()).toSeconds()));
    }

    private static Uni<Void> steps(String what, int count, IntFunction<Uni<Void>> step) {
        return Multi.createFrom()
                .items(IntStream.range(0, count).boxed())
                .onItem()
                .transformToUniAndConcatenate(index -> step.apply(index).invoke(() -> {
                    if ((index + 1) % 50 == 0 || index + 1 == count) {
                        LOG.infof("Demo: %d of %d %s", index + 1, count, what);
                    }
                }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private List<String> links() {
        return List.of(
                "Catalogue       " + setting.at("/catalogue"),
                "Statistics      " + setting.at("/statistics"),
                "Registry        " + setting.at("/registry"),
                "An organisation " + setting.at("/issuers/" + data.slug(0)));
    }
}
