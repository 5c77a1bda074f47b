package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.shared.work.OneByOne;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.EmbeddedReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** What the checks of things inside share: each gets a report of its own, and the check says what they come to. */
abstract class InnerCheck extends Check {
    private final String relation;

    InnerCheck(String id, String title, String clause, boolean fatal, String relation) {
        super(id, title, clause, fatal, Set.of("parse"));
        this.relation = relation;
    }

    /** What stands inside. */
    abstract List<InnerCredential> inside(Examination examination);

    /** What it comes to when nothing does. */
    abstract CheckResult nothing(Examination examination);

    /** What else should be known of one that was judged. */
    abstract List<Problem> remarks(InnerCredential inner, VerificationReport report, Examination examination);

    /** What is asked of the things inside: whose they are, perhaps; never a challenge, which is for the whole. */
    abstract Asked asked(Examination examination);

    /** What did not come along and is looked up where it is published, judged; nothing, but for some. */
    Uni<List<Judged>> published(Examination examination) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public final Uni<Examined> run(Examination examination) {
        return OneByOne.all(inside(examination), inner -> judge(inner, asked(examination), examination))
                .chain(inside -> published(examination)
                        .map(published -> Stream.concat(inside.stream(), published.stream())
                                .toList()))
                .map(judged -> judged.isEmpty()
                        ? new Examined(nothing(examination), examination)
                        : examined(judged, examination));
    }

    /** Judges one by itself. */
    static Uni<Judged> judge(InnerCredential inner, Asked asked, Examination examination) {
        InnerJudge judge = examination.innerOrNull();
        if (judge == null) {
            return Uni.createFrom().item(new Judged(inner, Optional.empty()));
        }
        return judge.judge(VerificationInput.of(inner.bytes()).asking(asked)).map(report -> new Judged(inner, report));
    }

    private Examined examined(List<Judged> judged, Examination examination) {
        List<Problem> problems = new ArrayList<>();
        Set<CheckOutcome> outcomes = EnumSet.noneOf(CheckOutcome.class);
        List<EmbeddedReport> reports = new ArrayList<>();
        for (Judged one : judged) {
            outcomes.add(outcome(one));
            List<Problem> found = problems(one, examination);
            problems.addAll(found);
            one.report()
                    .ifPresent(report -> reports.add(new EmbeddedReport(
                            one.inner().pointer(), relation(found), one.inner().source(), report)));
        }
        if (!problems.isEmpty()) {
            outcomes.add(CheckOutcome.WARNING);
        }
        long good = judged.stream().filter(Judged::holds).count();
        String reason = good + " of " + judged.size() + (judged.size() == 1 ? " holds" : " hold");
        return new Examined(
                new CheckResult(Together.heaviest(outcomes), reason, problems), examination.withEmbedded(reports));
    }

    private String relation(List<Problem> found) {
        boolean another = found.stream().anyMatch(problem -> problem.kind() == ProblemKind.ENDORSES_ANOTHER);
        return another ? EmbeddedReport.ENDORSEMENT_OF_ANOTHER : relation;
    }

    private List<Problem> problems(Judged one, Examination examination) {
        Optional<VerificationReport> report = one.report();
        String pointer = one.inner().pointer();
        if (report.isEmpty()) {
            return List.of(
                    new Problem(ProblemKind.INNER_NOT_JUDGED, "too much stands inside to be judged at once", pointer));
        }
        List<Problem> problems = new ArrayList<>(remarks(one.inner(), report.get(), examination));
        if (!report.get().verified()) {
            boolean failed = report.get().outcome() == Verdict.FAILED;
            problems.add(
                    0,
                    new Problem(
                            failed ? ProblemKind.INNER_FAILED : ProblemKind.INNER_NOT_JUDGED,
                            report.get().summary(),
                            pointer));
        }
        return problems;
    }

    private static CheckOutcome outcome(Judged one) {
        return one.report()
                .map(report -> switch (report.outcome()) {
                    case VERIFIED -> CheckOutcome.PASSED;
                    case FAILED -> CheckOutcome.FAILED;
                    case INDETERMINATE -> CheckOutcome.INDETERMINATE;
                })
                .orElse(CheckOutcome.INDETERMINATE);
    }

    /** One of them, and the report on it; empty when too much stands inside to be judged. */
    record Judged(InnerCredential inner, Optional<VerificationReport> report) {

        boolean holds() {
            return report.filter(VerificationReport::verified).isPresent();
        }
    }
}
