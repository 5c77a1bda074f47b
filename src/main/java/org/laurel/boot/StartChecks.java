package org.laurel.boot;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.securing.crypto.CryptoProviders;

/** Runs every check at start; the first that does not hold ends it. */
@ApplicationScoped
class StartChecks {
    private static final Logger LOG = Logger.getLogger("org.laurel.boot");

    private final List<StartCheck> checks;

    StartChecks(@All List<StartCheck> checks) {
        this.checks = checks;
    }

    void start(@Observes StartupEvent event) throws Exception {
        LOG.infof("Signatures are made by %s", CryptoProviders.description());
        for (StartCheck check : checks) {
            Waiting.await(() -> check.check().replaceWith(Boolean.TRUE));
        }
    }
}
