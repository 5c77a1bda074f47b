package org.laurel.issuing.citation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.shared.fetch.Fetcher;

/** Makes the check of citations by the setting {@code LAUREL_CITATION_REGISTER}; without it nobody is asked. */
class CitationProducer {

    @Produces
    @Singleton
    CitationCheck check(
            @ConfigProperty(name = "laurel.citation.register") Optional<String> register,
            Fetcher fetcher,
            Clock clock) {
        return new CitationCheck(
                register.map(address -> new CrossrefRegister(fetcher, address.replaceAll("/+$", ""))), fetcher, clock);
    }
}
