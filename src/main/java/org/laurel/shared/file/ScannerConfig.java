package org.laurel.shared.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where the scanner for viruses is; nowhere by default. */
@ConfigMapping(prefix = "laurel.clamd")
public interface ScannerConfig {

    /** The host of clamd. */
    Optional<String> host();

    /** Its port. */
    @WithDefault("3310")
    int port();

    /** Its socket on this machine, instead of a host. */
    Optional<String> socket();
}
