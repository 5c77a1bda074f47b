package org.laurel.shared.fetch;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Settings of the guarded door. */
@ConfigMapping(prefix = "laurel.fetch")
public interface FetchConfig {

    /**
     * Origins that may be reached although they are local or plain http, {@code http://localhost:9911}; for development
     * and tests. Start must fail when it is set and the base URL is https.
     */
    Optional<List<String>> allow();
}
