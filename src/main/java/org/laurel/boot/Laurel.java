package org.laurel.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The program: settings, secrets and database first, then the service; on the way out the service first. */
@QuarkusMain
public final class Laurel {

    private Laurel() {}

    /** Starts Laurel from the environment; ends with 1 and one sentence when it cannot. */
    public static void main(String[] args) {
        try {
            Settings settings = Settings.of(System.getenv());
            MailSettings.ofMailer(System.getenv()).forEach(System::setProperty);
            run(settings, args);
        } catch (StartException e) {
            System.err.println("Laurel cannot start. " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings, String[] args) {
        DataDirectory directory = DataDirectory.open(settings.dataDir());
        SecureRandom random = new SecureRandom();
        Optional<EmbeddedPostgres> embedded = settings.database().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedPostgres.start(directory, random));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, embedded, directory), "laurel-stop"));
        Settings.Database database = embedded.map(EmbeddedPostgres::database)
                .orElseGet(() -> settings.database().orElseThrow());
        SystemSettings.publish(settings, database, directory, random);
        AtomicInteger exitCode = new AtomicInteger();
        Quarkus.run(
                Service.class,
                (code, failure) -> {
                    if (failure != null) {
                        System.err.println("Laurel cannot start. " + StartFailures.sentence(failure));
                        exitCode.set(1);
                    }
                    stopped.countDown();
                },
                args);
        stopped.countDown();
        if (exitCode.get() != 0) {
            System.exit(exitCode.get());
        }
    }

    /** Runs in the one shutdown hook: the service drains, then the database stops, then the lock is given back. */
    private static void stop(CountDownLatch stopped, Optional<EmbeddedPostgres> embedded, DataDirectory directory) {
        try {
            if (!stopped.await(30, TimeUnit.SECONDS)) {
                System.err.println("The service did not drain within 30 s; the database is stopped all the same.");
            }
            embedded.ifPresent(EmbeddedPostgres::stop);
            directory.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("The lock of the data directory was not given back: " + e.getMessage());
        }
    }
}
