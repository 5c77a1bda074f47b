package org.laurel.issuing.screening;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.EmailAddress;
import org.laurel.issuing.citation.CitationDraft;
import org.laurel.issuing.citation.Doi;
import org.laurel.issuing.completeness.Lacks;
import org.laurel.issuing.issuer.Slug;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.problem.Violation;

/**
 * What an applicant writes; everything may be missing until it is handed in.
 *
 * @param organisation who applies
 * @param contact who answers for it
 * @param mission what the organisation is for, Markdown
 * @param research what its work rests on
 * @param populations whom it serves
 * @param concept its first micro-credential
 * @param assessors who will score evidence
 */
record ApplicationContent(
        @Nullable Applicant organisation,
        @Nullable Contact contact,
        @Nullable String mission,
        List<CitationDraft> research,
        List<String> populations,
        @Nullable Concept concept,
        @Nullable Assessors assessors) {
    private static final int LONGEST = 20_000;

    static final ApplicationContent EMPTY = new ApplicationContent(null, null, null, List.of(), List.of(), null, null);

    ApplicationContent {
        research = research == null ? List.of() : List.copyOf(research);
        populations = Bounds.list("populations", populations, 50);
        Bounds.within("mission", mission, LONGEST);
        if (research.size() > 50) {
            throw new IllegalArgumentException("research: expected at most 50 citations, got " + research.size());
        }
    }

    /**
     * Who applies.
     *
     * @param name of the organisation
     * @param url its home page
     * @param email where its badges' questions go
     * @param slug the name in URLs that it wishes
     */
    record Applicant(
            @Nullable String name,
            @Nullable String url,
            @Nullable EmailAddress email,
            @Nullable Slug slug) {
        Applicant {
            Bounds.within("name", name, LONGEST);
            Bounds.web("url", url);
        }
    }

    /** Who answers for it. */
    record Contact(
            @Nullable String name,
            @Nullable EmailAddress email,
            @Nullable String role) {
        Contact {
            Bounds.within("name", name, LONGEST);
            Bounds.within("role", role, LONGEST);
        }
    }

    /** Its first micro-credential, as far as it is thought. */
    record Concept(
            @Nullable String title,
            @Nullable String competency,
            @Nullable String evidence) {
        Concept {
            Bounds.within("title", title, LONGEST);
            Bounds.within("competency", competency, LONGEST);
            Bounds.within("evidence", evidence, LONGEST);
        }
    }

    /** Who will score evidence: how many trained people, and how they are trained. */
    record Assessors(@Nullable Integer people, @Nullable String training) {
        Assessors {
            Bounds.within("training", training, LONGEST);
            if (people != null && (people < 0 || people > 100_000)) {
                throw new IllegalArgumentException("people: expected 0 to 100000, got " + people);
            }
        }
    }

    /** All that is missing before it can be handed in. */
    List<Violation> lacks() {
        Lacks lacks = new Lacks();
        lacks.text(
                        "/organisation/name",
                        "The organisation's name",
                        organisation == null ? null : organisation.name(),
                        2)
                .text(
                        "/organisation/url",
                        "The organisation's home page",
                        organisation == null ? null : organisation.url(),
                        1)
                .text("/contact/name", "The contact's name", contact == null ? null : contact.name(), 2)
                .there("/contact/email", "The contact's e-mail address", contact == null ? null : contact.email())
                .text("/mission", "The mission", mission, 50)
                .citations(1, "/research", "The research base", research)
                .atLeast(1, "/populations", "The populations served", populations)
                .text("/concept/title", "The concept's title", concept == null ? null : concept.title(), 3)
                .text(
                        "/concept/competency",
                        "The concept's competency",
                        concept == null ? null : concept.competency(),
                        20)
                .text(
                        "/concept/evidence",
                        "How the concept's competency is shown",
                        concept == null ? null : concept.evidence(),
                        20)
                .there(
                        "/assessors/people",
                        "How many people will assess",
                        assessors == null ? null : assessors.people())
                .text(
                        "/assessors/training",
                        "How assessors are trained",
                        assessors == null ? null : assessors.training(),
                        20);
        malformed(lacks);
        return lacks.all();
    }

    /** A DOI is the one thing of a citation that can be wrong in itself. */
    private void malformed(Lacks lacks) {
        for (int i = 0; i < research.size(); i++) {
            String doi = research.get(i).doi();
            if (doi != null && !doi.isBlank() && Doi.parse(doi).isEmpty()) {
                lacks.add(
                        "/research/" + i + "/doi",
                        "Citation " + (i + 1) + ": expected a DOI such as 10.3102/0034654307313795.");
            }
        }
    }
}
