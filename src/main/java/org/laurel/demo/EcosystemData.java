package org.laurel.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laurel.document.credential.Alignment;
import org.laurel.document.credential.AlignmentTargetType;
import org.laurel.issuing.citation.CitationDraft;
import org.laurel.issuing.citation.EvidenceTier;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.issuing.template.MicroCredentialTemplate.AwardRule;
import org.laurel.issuing.template.MicroCredentialTemplate.Criterion;
import org.laurel.issuing.template.MicroCredentialTemplate.Level;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.issuing.template.MicroCredentialTemplate.PartKind;
import org.laurel.shared.encoding.BuildFile;
import org.laurel.shared.json.JsonColumns;

/** What the ecosystem of the demo consists of: the same each time, put together from {@code ecosystem.json}. */
final class EcosystemData {
    static final int ACCEPTED = 40;
    static final int OTHER = 8;
    static final int MICRO_CREDENTIALS = 412;
    static final int AWARDS = 20_000;

    private final Source source;

    /** The file. */
    record Source(
            List<Work> works,
            List<Practice> practices,
            List<String> subjects,
            List<String> places,
            List<String> kinds,
            List<String> firstNames,
            List<String> lastNames) {}

    /** A work of research. */
    record Work(List<String> authors, String title, int year, String doi, EvidenceTier tier) {}

    /** A practice of teaching, and the works it rests on, by their place in the list. */
    record Practice(String name, String does, String method, List<String> components, List<Integer> works) {}

    private EcosystemData(Source source) {
        this.source = source;
    }

    static EcosystemData read() {
        return new EcosystemData(JsonColumns.read(BuildFile.text("/ecosystem.json"), Source.class));
    }

    String organisation(int index) {
        return pick(source.places(), index) + " "
                + pick(source.kinds(), index / source.places().size());
    }

    String slug(int index) {
        return organisation(index).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    String person(int index) {
        return pick(source.firstNames(), index) + " "
                + pick(source.lastNames(), index / source.firstNames().size());
    }

    private static String pick(List<String> all, int index) {
        return all.get(index % all.size());
    }

    /** A whole application, as its applicant sends it. */
    byte[] application(int index) {
        String slug = slug(index);
        Practice practice = practice(index * 7);
        StringBuilder research = new StringBuilder();
        for (CitationDraft work : citations(practice, "Feedback and practice of this kind change what pupils do")) {
            research.append(research.isEmpty() ? "" : ",").append(JsonColumns.write(work));
        }
        String name = organisation(index);
        String json = """
                {"organisation":{"name":%s,"url":"https://%s.example","email":"badges@%s.example","slug":"%s"},
                 "contact":{"name":%s,"email":"lead@%s.example","role":"Programme lead"},
                 "mission":%s,"research":[%s],
                 "populations":["Teachers of grades 3 to 12","Learners in rural schools"],
                 "concept":{"title":%s,"competency":%s,"evidence":"Two plans, samples of work, and what changed between them."},
                 "assessors":{"people":%d,"training":"Two days with scored examples, and a test on ten of them."}}""".formatted(
                text(name),
                slug,
                slug,
                slug,
                text(person(index)),
                slug,
                text(name + " helps teachers learn from each other's practice, and shows what changes for learners."),
                research,
                text(practice.name()),
                text("The educator " + practice.does() + "."),
                3 + index % 6);
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String value) {
        return JsonColumns.write(value);
    }

    private Practice practice(int index) {
        return source.practices().get(index % source.practices().size());
    }

    String code(int index) {
        return "MC-%03d".formatted(index + 1);
    }

    /** The template of a micro-credential, whole: each practice for each subject once. */
    MicroCredentialTemplate template(int index) {
        Practice practice = practice(index);
        String subject = pick(source.subjects(), index / source.practices().size());
        int grade = 1 + index % 9;
        return new MicroCredentialTemplate(
                practice.name() + " in " + subject,
                "The educator " + practice.does() + ", in " + subject + ".",
                "In " + subject + ", the educator " + practice.does() + ".",
                practice.method(),
                practice.components(),
                "The method works because learners act on what they find out: " + practice.does()
                        + " is what the studies below have in common.",
                citations(practice, practice.method() + " changes what learners can do"),
                List.of(new MicroCredentialTemplate.Resource(
                        "A guide to " + practice.method().toLowerCase(Locale.ROOT),
                        "https://resources.example/guides/" + index % 24,
                        null)),
                new MicroCredentialTemplate.Audience(
                        "Teachers of " + subject,
                        List.of(Integer.toString(grade), Integer.toString(grade + 1), Integer.toString(grade + 2)),
                        List.of(subject),
                        BigDecimal.valueOf(8 + index % 5 * 4L),
                        BigDecimal.valueOf(1 + index % 3)),
                parts(practice),
                new AwardRule(List.of("overview", "work", "reflection"), null),
                List.of(new Alignment(
                        "Standard " + (1 + index % 10),
                        "https://standards.example/core-teaching/" + (1 + index % 10),
                        "CT." + (1 + index % 10),
                        null,
                        "Core Teaching Standards",
                        AlignmentTargetType.of("ceasn:Competency"))),
                List.of());
    }

    private List<CitationDraft> citations(Practice practice, String claim) {
        List<CitationDraft> all = new ArrayList<>();
        practice.works().forEach(index -> {
            Work work = source.works().get(index);
            all.add(new CitationDraft(
                    work.authors(), work.title(), work.year(), work.doi(), null, claim, null, work.tier()));
        });
        return all;
    }

    private static List<Part> parts(Practice practice) {
        return List.of(
                new Part(
                        "overview",
                        PartKind.OVERVIEW,
                        "Overview questions",
                        "Describe your learners, what you want them to learn, and how you will use this method.",
                        500,
                        List.of(),
                        List.of(criterion("context", "Context and plan"))),
                new Part(
                        "work",
                        PartKind.ARTIFACT,
                        "Work examples",
                        "Hand in two examples that show these steps: " + String.join("; ", practice.components()) + ".",
                        null,
                        List.of("application/pdf", "image/png", "video/mp4"),
                        List.of(criterion("method", "Use of the method"))),
                new Part(
                        "reflection",
                        PartKind.EDUCATOR_REFLECTION,
                        "Educator reflection",
                        "Say what changed for learners, how you know, and what you will do differently.",
                        600,
                        List.of(),
                        List.of(criterion("change", "Change and evidence"))));
    }

    private static Criterion criterion(String id, String name) {
        return new Criterion(
                id,
                name,
                List.of(
                        new Level("not-yet", "Not yet demonstrated", "What is asked for is missing, or stays general."),
                        new Level("demonstrated", "Demonstrated", "What is asked for is there, and evidence shows it."),
                        new Level("exemplary", "Exemplary", "Others could learn from it as it stands.")),
                "demonstrated");
    }
}
