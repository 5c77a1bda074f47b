package org.laurel.verifying;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.laurel.verifying.check.VerificationCheck;

/** The checks, in the order in which they are asked. */
@Singleton
public final class VerificationPlan {
    private static final List<String> ORDER = List.of(
            "parse",
            "contexts",
            "open-badges",
            "schemas",
            "issuer",
            "proof",
            "issuer-key",
            "presentation",
            "validity",
            "revocation",
            "suspension",
            "status-messages",
            "credentials",
            "endorsements",
            "recipient",
            "issuer-known",
            "notes");

    private final List<VerificationCheck> checks;

    /** With every check that CDI finds; each must be in the order, and the other way round. */
    public VerificationPlan(@All List<VerificationCheck> found) {
        Map<String, VerificationCheck> byId =
                found.stream().collect(Collectors.toMap(VerificationCheck::id, Function.identity()));
        this.checks = ORDER.stream()
                .map(id -> Optional.ofNullable(byId.get(id))
                        .orElseThrow(
                                () -> new IllegalStateException("the plan names a check that is not there: " + id)))
                .toList();
        if (byId.size() != checks.size()) {
            throw new IllegalStateException("there are checks that the plan does not name: " + byId.keySet());
        }
    }

    /** The checks in order. */
    public List<VerificationCheck> checks() {
        return checks;
    }
}
