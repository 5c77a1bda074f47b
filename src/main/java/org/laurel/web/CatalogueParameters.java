package org.laurel.web;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.finding.catalogue.Catalogue;
import org.laurel.shared.door.Paging;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.PageRequest;

/** What somebody looks for in the catalogue. */
class CatalogueParameters {
    private static final int LONGEST = 200;

    @QueryParam("q")
    @Parameter(description = "Words, as one types them; \"quoted phrases\", or, -not", example = "formative assessment")
    @Nullable String q;

    @QueryParam("issuer")
    @Parameter(description = "The slug of an organisation", example = "oak-hill")
    @Nullable String issuer;

    @QueryParam("subject")
    @Parameter(description = "A subject", example = "Mathematics")
    @Nullable String subject;

    @QueryParam("grade")
    @Parameter(description = "A grade of the learners", example = "6")
    @Nullable String grade;

    @QueryParam("competency")
    @Parameter(description = "The name of a node of a framework", example = "Standard 6: Assessment")
    @Nullable String competency;

    @QueryParam("recogniser")
    @Parameter(description = "The slug of an organisation that recognises it", example = "springfield")
    @Nullable String recogniser;

    @QueryParam("limit")
    @Parameter(description = "How many on a page, 1 to 200; 50 when not said", example = "50")
    @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(description = "The value of a page's next, unchanged")
    @Nullable String cursor;

    /** Reads them; a 400 problem names each that is too long. */
    Catalogue.Wanted wanted() {
        List<Violation> faults = new ArrayList<>();
        bounded("q", q, faults);
        bounded("issuer", issuer, faults);
        bounded("subject", subject, faults);
        bounded("grade", grade, faults);
        bounded("competency", competency, faults);
        bounded("recogniser", recogniser, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, faults);
        }
        PageRequest page = Paging.request(limit, cursor);
        long offset = page.before() == Long.MAX_VALUE ? 0 : Math.max(0, Math.min(1_000_000, page.before()));
        return new Catalogue.Wanted(
                text(q),
                text(issuer),
                text(subject),
                text(grade),
                text(competency),
                text(recogniser),
                page.limit(),
                offset);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    private static void bounded(String name, @Nullable String value, List<Violation> faults) {
        if (value != null && (value.length() > LONGEST || value.indexOf(0) >= 0)) {
            faults.add(new Violation("?" + name, "invalid", name + ": expected at most " + LONGEST + " characters."));
        }
    }
}
