package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Which endorsements came along? They are named and not judged; the badge's verdict does not hang on them. */
final class AssertionEndorsementsCheck extends AssertionCheck {
    private static final int MOST = 20;

    AssertionEndorsementsCheck() {
        super("endorsements", "Its endorsements hold", "Endorsement", false, Set.of("open-badges"));
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        List<Problem> problems = new ArrayList<>();
        name(findings.valid(), "", problems);
        name(findings.badgeClass(), "/badge", problems);
        name(findings.issuer(), "/badge/issuer", problems);
        return now(
                problems.isEmpty()
                        ? CheckResult.skipped("nobody's endorsement came along")
                        : new CheckResult(
                                CheckOutcome.INDETERMINATE, "endorsements of OB 2.0 are not judged here", problems),
                examination);
    }

    private static void name(JsonNode endorsed, String pointer, List<Problem> problems) {
        JsonNode endorsement = endorsed.path("endorsement");
        List<JsonNode> each = Texts.values(endorsement);
        for (int i = 0; i < each.size() && problems.size() < MOST; i++) {
            String place = pointer + "/endorsement" + (endorsement.isArray() ? "/" + i : "");
            String id = Texts.iri(each.get(i));
            problems.add(new Problem(
                    ProblemKind.INNER_NOT_JUDGED,
                    Texts.brief("the endorsement " + (id.isEmpty() ? "here" : id) + " is not judged"),
                    place));
        }
    }
}
