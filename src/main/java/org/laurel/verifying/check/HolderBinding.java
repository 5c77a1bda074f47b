package org.laurel.verifying.check;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.sdjwt.CompactToken;
import org.laurel.securing.sdjwt.SdJwt;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Whether the key-binding JWT of an SD-JWT, which has been checked with the proof, was made for whoever asks (RFC 9901 §7.3). */
public final class HolderBinding {
    /** Whoever keeps a presentation for longer than this shows what its holder once meant for another day. */
    private static final Duration FRESH = Duration.ofDays(1);

    static final String NOBODY_ASKS = "nobody asked by challenge or domain";

    private HolderBinding() {}

    /**
     * Judges by what was asked for: {@code nonce} is the challenge, {@code aud} the domain. Where no
     * challenge shows that it was made for today, its {@code iat} must be of the day before {@code now}; that it is not of
     * the future is checked with the proof.
     */
    public static CheckResult judge(SdJwt sdJwt, Asked asked, Instant now) {
        if (!asked.isOfHolder()) {
            return CheckResult.skipped(NOBODY_ASKS);
        }
        if (sdJwt.keyBinding().isEmpty()) {
            return CheckResult.failed(Problem.of(
                    ProblemKind.NOT_SHOWN_BY_HOLDER,
                    "expected a key-binding JWT by its holder at the end of the SD-JWT, got none"));
        }
        CompactToken made = sdJwt.keyBinding().get();
        List<Problem> problems = new ArrayList<>();
        expect("nonce", asked.challenge(), made, problems);
        expect("aud", asked.domain(), made, problems);
        BigDecimal earliest = BigDecimal.valueOf(now.minus(FRESH).getEpochSecond());
        if (asked.challenge() == null
                && made.payload().path("iat").decimalValue().compareTo(earliest) < 0) {
            problems.add(new Problem(
                    ProblemKind.NOT_FOR_THIS_OCCASION,
                    "expected a key-binding JWT that was made within the last day",
                    "/iat"));
        }
        return problems.isEmpty() ? CheckResult.passed("") : new CheckResult(CheckOutcome.FAILED, "", problems);
    }

    /** The result for what no holder can have signed: a copy of it is in the hands of everyone who has seen it. */
    public static CheckResult without(String expected, String came, Asked asked) {
        return asked.isOfHolder()
                ? CheckResult.failed(Problem.of(
                        ProblemKind.NOT_SHOWN_BY_HOLDER,
                        "expected " + expected + ", signed by its holder for this occasion, got " + came))
                : CheckResult.skipped(NOBODY_ASKS);
    }

    private static void expect(String claim, @Nullable String value, CompactToken made, List<Problem> problems) {
        if (value != null && !value.equals(made.payload().path(claim).textValue())) {
            problems.add(new Problem(
                    ProblemKind.NOT_FOR_THIS_OCCASION,
                    "expected the key-binding JWT to be bound to the given value by \"" + claim + "\"",
                    "/" + claim));
        }
    }
}
