package org.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

class RefusalTest {

    @ParameterizedTest
    @EnumSource(FetchException.Reason.class)
    void a_link_that_is_not_followed_is_refused_in_the_readers_language(FetchException.Reason reason) {
        assertTold(new FetchException(reason, "printer.example was not asked"));
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void what_cannot_be_read_is_refused_in_the_readers_language(ProblemType type) {
        assertTold(ProblemException.of(type, "expected at most 1 MiB of JSON or JWT"));
    }

    private static void assertTold(Throwable failure) {
        String english = VerifyPageResource.refusal(failure, Wording.ENGLISH);
        String spanish = VerifyPageResource.refusal(failure, Wording.SPANISH);
        assertThat(english).endsWith(".").doesNotStartWith("refusal.");
        assertThat(spanish).endsWith(".").doesNotStartWith("refusal.").isNotEqualTo(english);
    }
}
