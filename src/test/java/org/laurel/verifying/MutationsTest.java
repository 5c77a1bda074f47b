package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleDocuments;
import org.laurel.fixture.SampleWorld;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Summary;
import org.laurel.verifying.report.VerificationReport;

/** Single faults of signed badges, proofs, lists and pictures: each gets the name that stands in the table, none a yes. */
class MutationsTest {
    private static final String TABLE = "mutations.csv";

    private final CredentialVerifier verifier = Mutation.WORLD.verifier();

    @Test
    void every_mutation_is_named_as_the_table_says_and_none_is_a_yes() throws IOException {
        assertThat(report(new Mutation("sound", Mutation.bytes(Mutation.badge()), sound()))
                        .verified())
                .isTrue();
        List<String> found = new ArrayList<>();
        for (Mutation mutation : Mutations.all()) {
            VerificationReport report = report(mutation);
            assertThat(report.verified()).as(mutation.name()).isFalse();
            assertOpenChecksDecide(mutation, report);
            found.add(mutation.name() + ";" + report.outcome().word() + ";" + named(report));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.write(Path.of("src/test/resources", TABLE), found);
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(300).containsExactlyElementsOf(SampleDocuments.lines(TABLE));
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
    }

    /** The verdict follows from the fatal checks alone, and a yes from all of them only. */
    private static void assertOpenChecksDecide(Mutation mutation, VerificationReport report) {
        assertThat(report.checks()).as(mutation.name()).hasSize(17);
        assertThat(report.checks().stream().filter(CheckReport::fatal).anyMatch(check -> !check.outcome()
                        .letsOthersRun()))
                .as(mutation.name())
                .isTrue();
        assertThat(Summary.verdict(report.checks())).isEqualTo(report.outcome());
        assertThat(problems(report))
                .as(mutation.name())
                .isNotEmpty()
                .noneMatch(p -> p.kind() == ProblemKind.CHECK_BROKE);
    }

    private VerificationReport report(Mutation mutation) {
        Mutation.WORLD.web().put(SampleWorld.LIST, "application/vc", mutation.list());
        return verifier.verify(mutation.input(), Asked.NOTHING).await().atMost(Duration.ofSeconds(20));
    }

    private static byte[] sound() {
        return Mutation.WORLD.signed(Mutation.plainList());
    }

    private static List<Problem> problems(VerificationReport report) {
        return report.checks().stream()
                .flatMap(check -> check.problems().stream())
                .toList();
    }

    /** Each fatal check that did not pass, with the kinds of its problems. */
    private static String named(VerificationReport report) {
        return report.checks().stream()
                .filter(check -> check.fatal()
                        && (check.outcome() == CheckOutcome.FAILED || check.outcome() == CheckOutcome.INDETERMINATE))
                .map(check -> check.id() + "="
                        + check.problems().stream()
                                .map(problem -> problem.type().replace("urn:laurel:problem:", ""))
                                .distinct()
                                .collect(Collectors.joining("+")))
                .collect(Collectors.joining(" "));
    }
}
