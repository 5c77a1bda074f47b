package org.laurel.boot;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.shared.origin.BaseUrl;

/** Runs once the service answers: says where everything is, then waits for the end. */
class Service implements QuarkusApplication {
    private final List<WelcomeLines> welcome;
    private final BaseUrl base;
    private final String tokenPlace;

    Service(
            @All List<WelcomeLines> welcome,
            BaseUrl base,
            @ConfigProperty(name = "laurel.admin-token-place", defaultValue = "the settings") String tokenPlace) {
        this.welcome = welcome;
        this.base = base;
        this.tokenPlace = tokenPlace;
    }

    @Override
    public int run(String... args) throws Exception {
        System.out.println();
        System.out.println("Laurel is ready.");
        for (WelcomeLines lines : welcome) {
            for (String line : Waiting.await(lines::lines)) {
                System.out.println("  " + line);
            }
        }
        System.out.println("  Verify a badge  " + base.text() + "/verify");
        System.out.println("  API             " + base.text() + "/docs");
        System.out.println("  Admin token     " + tokenPlace);
        System.out.println("Ctrl-C stops it.");
        Quarkus.waitForExit();
        return 0;
    }
}
