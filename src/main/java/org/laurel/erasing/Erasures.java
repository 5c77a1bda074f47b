package org.laurel.erasing;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.sealing.PersonalData;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;
import org.laurel.shared.work.Rounds;
import org.laurel.shared.work.Workers;

/**
 * Writes every erasure down beside the database, within a second; and at start, before anybody is served, erases again whom a
 * restored backup brought back.
 */
@ApplicationScoped
class Erasures {
    private static final Logger LOG = Logger.getLogger(Erasures.class);
    private static final long PAUSE_MILLIS = 1000;
    /** No transaction takes so long. */
    private static final Duration LATELY = Duration.ofHours(1);

    private static final Duration EVER = Duration.ofDays(36_500);
    /** After the checks of the start, before the rest. */
    private static final int EARLY = 3000;

    private final ErasedKeys erased;
    private final PersonKeys keys;
    private final List<PersonalData> personalData;
    private final Database database;
    private final Workers workers;
    private final ErasureLog log;
    private final Rounds rounds;
    private final Set<ErasedKey> written = ConcurrentHashMap.newKeySet();

    Erasures(
            ErasedKeys erased,
            PersonKeys keys,
            @All List<PersonalData> personalData,
            Database database,
            Vertx vertx,
            Workers workers,
            @ConfigProperty(name = "laurel.data-dir", defaultValue = "data") Path data) {
        this.erased = erased;
        this.keys = keys;
        this.personalData = List.copyOf(personalData);
        this.database = database;
        this.workers = workers;
        this.log = new ErasureLog(data.resolve("erasures"));
        this.rounds = new Rounds(
                vertx,
                workers,
                () -> write(LATELY).replaceWith(false),
                failure -> LOG.errorf(failure, "erasures could not be written down beside the database"));
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) {
        try {
            VertxContextSupport.subscribeAndAwait(this::repeat);
        } catch (Throwable failure) {
            throw new IllegalStateException("erasures cannot be held against the database", failure);
        }
        rounds.every(PAUSE_MILLIS);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }

    /** Erases again whom the log names and the database knows, then writes down what the log lacks. */
    Uni<Void> repeat() {
        return workers.compute(this::read)
                .chain(erased::stillThere)
                .invoke(back -> {
                    if (!back.isEmpty()) {
                        LOG.warnf(
                                "%d persons who had been erased came back with a backup; they are erased again",
                                back.size());
                    }
                })
                .chain(back -> OneByOne.each(back, key -> eraseAgain(key.person())))
                .chain(() -> write(EVER));
    }

    private Uni<Void> eraseAgain(Person person) {
        return OneByOne.each(personalData, one -> one.eraseAgain(person))
                .chain(() -> database.write(session -> keys.destroy(session, person)));
    }

    private Collection<ErasedKey> read() {
        try {
            Set<ErasedKey> all = log.read();
            written.addAll(all);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Uni<Void> write(Duration within) {
        return erased.within(within).chain(all -> {
            List<ErasedKey> lacking =
                    all.stream().filter(key -> !written.contains(key)).toList();
            return lacking.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : workers.compute(() -> add(lacking)).replaceWithVoid();
        });
    }

    private boolean add(List<ErasedKey> lacking) {
        try {
            log.add(lacking);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.addAll(lacking);
    }
}
