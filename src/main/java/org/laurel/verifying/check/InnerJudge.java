package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.laurel.verifying.report.VerificationReport;

/** Judges what stands inside a credential by the whole plan, as if it had come by itself. */
@FunctionalInterface
public interface InnerJudge {

    /** The report on the JSON or the compact JWS; empty when too much stands inside for one verification. */
    Uni<Optional<VerificationReport>> judge(VerificationInput inner);

    /** Whether what is judged now came by itself and stands in nothing else; only of that is more asked than it holds. */
    default boolean isOfTheWhole() {
        return false;
    }
}
