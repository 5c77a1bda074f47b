package org.laurel.verifying.check;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.ZoneOffset;
import java.util.List;
import org.laurel.verifying.check.KnownIssuers.Answer;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.RegistryEntry;
import org.laurel.verifying.report.RegistryWithdrawal;

/** All who say whom we know, asked as one. */
public final class IssuerRegistries {
    private final List<KnownIssuers> registries;

    /** With everyone who may know. */
    public IssuerRegistries(List<KnownIssuers> registries) {
        this.registries = List.copyOf(registries);
    }

    /**
     * Whether anyone knows the issuer: passed, or a warning that nobody does or that somebody no longer does; what they say is
     * known afterwards.
     *
     * @param issuer its id
     * @param pointer where it is named
     */
    public Uni<Examined> judge(String issuer, String pointer, Examination examination) {
        return Multi.createFrom()
                .iterable(registries)
                .onItem()
                .transformToUniAndConcatenate(registry -> registry.look(issuer))
                .collect()
                .asList()
                .map(answers -> answers.stream().reduce(Answer.NOBODY, Answer::and))
                .map(answer -> new Examined(result(issuer, pointer, answer), examination.knownBy(answer)));
    }

    private static CheckResult result(String issuer, String pointer, Answer answer) {
        String unasked = answer.silent().isEmpty() ? "" : "; out of reach: " + String.join(", ", answer.silent());
        if (!answer.entries().isEmpty()) {
            List<String> names =
                    answer.entries().stream().map(RegistryEntry::registry).toList();
            return CheckResult.passed("named by " + String.join(", ", names) + unasked);
        }
        if (!answer.withdrawn().isEmpty()) {
            RegistryWithdrawal last = answer.withdrawn().get(0);
            return CheckResult.warning(new Problem(
                    ProblemKind.ISSUER_WITHDRAWN,
                    "the programme behind " + last.registry() + " withdrew its endorsement of the issuer on "
                            + last.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                    pointer));
        }
        return CheckResult.warning(new Problem(
                ProblemKind.ISSUER_UNKNOWN,
                "no registry that we know of names the issuer " + issuer + unasked,
                pointer));
    }
}
