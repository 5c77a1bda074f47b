package org.laurel.issuing.screening;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.laurel.shared.store.PublicId;

/** Ids of applications, which belong to the programme. */
@ApplicationScoped
class ApplicationIds {
    private final SecureRandom random;

    ApplicationIds(SecureRandom random) {
        this.random = random;
    }

    String fresh() {
        return PublicId.fresh(0, random).toString();
    }
}
