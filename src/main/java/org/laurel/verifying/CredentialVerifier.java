package org.laurel.verifying;

import static org.laurel.shared.fetch.FetchException.Reason.REFUSED;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.laurel.shared.fetch.FetchBudget;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.InnerJudge;
import org.laurel.verifying.check.OtherPlan;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.openbadges2.AssertionPlan;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** Judges any badge, ours and strangers' alike, from its bytes alone. */
@Singleton
public final class CredentialVerifier {
    private static final String ACCEPT = "application/vc, application/vc+ld+json;q=0.9, application/ld+json;q=0.9,"
            + " application/vc+jwt;q=0.9, application/vc+sd-jwt;q=0.9, application/dc+sd-jwt;q=0.9, application/jwt;q=0.8,"
            + " application/json;q=0.8, text/plain;q=0.7,"
            + " image/png;q=0.6, image/svg+xml;q=0.6, text/html;q=0.1";

    /** A presentation of a learner record of badges with endorsements. */
    private static final int DEEPEST = 3;

    private static final int MOST_INSIDE = 100;

    private static final int GONE = 410;

    private final VerificationPlan plan;
    private final List<OtherPlan> others;
    private final Fetcher fetcher;
    private final Workers workers;
    private final Clock clock;

    /** With the plans, the way out for links, the way to the workers, and the time. */
    public CredentialVerifier(
            VerificationPlan plan, @All List<OtherPlan> others, Fetcher fetcher, Workers workers, Clock clock) {
        this.plan = plan;
        this.others = List.copyOf(others);
        this.fetcher = fetcher;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Judges whatever the bytes are: JSON, a JWT, a picture with a badge inside; or follows the link that they are.
     *
     * @param bytes as they came
     * @param asked what else is asked
     * @return the report; fails with {@link org.laurel.shared.problem.ProblemException} when they are too large or a
     *     link that is no URL, and with {@link FetchException} when the guarded door does not go there
     */
    public Uni<VerificationReport> verify(byte[] bytes, Asked asked) {
        return workers.away(Uni.createFrom()
                .item(() -> InputForms.read(bytes))
                .chain(read -> read instanceof ReadInput.Link link
                        ? verifyUrl(link.uri(), asked)
                        : FetchBudget.within(clock, judge(read, asked))));
    }

    /** Judges what is in a file, as {@link #verify(byte[], Asked)} does. */
    public Uni<VerificationReport> verifyFile(Path file, Asked asked) {
        return workers.compute(() -> InputForms.bytes(file)).chain(bytes -> verify(bytes, asked));
    }

    /** Runs the plan; never fails on a strange input, the report says what is wrong with it. */
    public Uni<VerificationReport> verify(VerificationInput input) {
        return workers.away(FetchBudget.within(clock, judge(input)));
    }

    /** What is no Verifiable Credential of W3C has a plan of its own: Open Badges before 3.0, and SD-JWT VCs. */
    private Uni<VerificationReport> judge(VerificationInput input) {
        return workers.compute(() -> other(input.bytes()))
                .chain(other -> other.isPresent()
                        ? new PlanRunner(other.get().checks())
                                .run(Examination.of(input, clock.instant()))
                                .map(ReportWriter::write)
                        : verify(input, 0, new AtomicInteger(MOST_INSIDE)));
    }

    private Optional<OtherPlan> other(byte[] bytes) {
        for (OtherPlan other : others) {
            if (other.reads(bytes)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private Uni<VerificationReport> verify(VerificationInput input, int depth, AtomicInteger left) {
        InnerJudge inner = depth == DEEPEST ? null : new Inside(depth, left);
        return new PlanRunner(plan.checks())
                .run(Examination.of(input, clock.instant(), inner))
                .map(ReportWriter::write);
    }

    /** What stands inside, a step deeper. */
    private final class Inside implements InnerJudge {
        private final int depth;
        private final AtomicInteger left;

        Inside(int depth, AtomicInteger left) {
            this.depth = depth;
            this.left = left;
        }

        @Override
        public Uni<Optional<VerificationReport>> judge(VerificationInput inside) {
            return left.getAndDecrement() > 0
                    ? verify(inside, depth + 1, left).map(Optional::of)
                    : Uni.createFrom().item(Optional.empty());
        }

        @Override
        public boolean isOfTheWhole() {
            return depth == 0;
        }
    }

    /**
     * Follows a link and judges what is there: a credential, or a page that names one with
     * {@code <link rel="alternate" type="application/vc">}, which is followed once.
     *
     * @param url what to follow
     * @param asked what else is asked
     * @return the report, indeterminate when nothing could be had; fails with {@link FetchException} when the guarded
     *     door does not go there
     */
    public Uni<VerificationReport> verifyUrl(URI url, Asked asked) {
        return workers.away(FetchBudget.within(clock, follow(url, asked, true)));
    }

    /** A picture behind a link may hold a link, as that of a hosted assertion or in a QR code, which is followed once. */
    private Uni<VerificationReport> follow(URI url, Asked asked, boolean maybePicture) {
        return fetch(url)
                .chain(fetched -> workers.compute(() -> InputForms.read(fetched.body())))
                .chain(read -> maybePicture && read instanceof ReadInput.Link link && link.inPicture()
                        ? follow(link.uri(), asked, false)
                        : judge(read.ofLink(), asked))
                .onFailure(failure -> failure instanceof FetchException known && known.reason() != REFUSED)
                .recoverWithItem(this::outOfReach);
    }

    private Uni<Fetched> fetch(URI url) {
        return fetcher.get(url, ACCEPT)
                .onFailure(failure -> failure instanceof FetchException known
                        && known.status().orElse(0) == GONE)
                .recoverWithUni(failure -> revoked(url, (FetchException) failure))
                .chain(fetched -> {
                    Optional<URI> alternate = SharePage.alternate(fetched);
                    return alternate.isPresent()
                            ? fetcher.get(alternate.get(), ACCEPT)
                            : Uni.createFrom().item(fetched);
                });
    }

    /** A hosted assertion that was revoked is gone, and what comes with the status says so (OB 2.0, Revoking Hosted Assertions). */
    private Uni<Fetched> revoked(URI url, FetchException gone) {
        return workers.compute(() -> AssertionPlan.isFor(gone.body()))
                .chain(is -> is
                        ? Uni.createFrom().item(new Fetched(url, "application/json", gone.body(), clock.instant()))
                        : Uni.createFrom().failure(gone));
    }

    /** The report on something that was refused before it could be judged. */
    VerificationReport refused(String form, String detail) {
        return unjudged(form, CheckResult.failed(Problem.of(ProblemKind.NOT_READABLE, detail)));
    }

    /** The report on a link that is not followed, which says nothing of what is there. */
    VerificationReport notAsked(String detail) {
        return unjudged("url", CheckResult.indeterminate(Problem.of(ProblemKind.ADDRESS_NOT_ASKED, detail)));
    }

    private VerificationReport outOfReach(Throwable failure) {
        String detail = String.valueOf(failure.getMessage());
        return unjudged("url", CheckResult.indeterminate(Problem.of(ProblemKind.INPUT_OUT_OF_REACH, detail)));
    }

    /** The report on something that was not judged, for this reason. */
    VerificationReport unjudged(String form, CheckResult why) {
        Examination start = Examination.of(VerificationInput.of(new byte[0], form), clock.instant());
        return ReportWriter.withoutInput(start, plan.checks(), why);
    }

    private Uni<VerificationReport> judge(ReadInput read, Asked asked) {
        if (read instanceof ReadInput.Credential found) {
            return judge(found.input().asking(asked));
        }
        ReadInput.Unreadable fault = read instanceof ReadInput.Unreadable unreadable
                ? unreadable
                : new ReadInput.Unreadable("url", "behind the link is only another link, which is not followed");
        return Uni.createFrom().item(refused(fault.form(), fault.detail()));
    }
}
