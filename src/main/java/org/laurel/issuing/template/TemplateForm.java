package org.laurel.issuing.template;

import java.util.List;

/**
 * The template as its authors see it.
 *
 * @param edition which editions of a draft it is for
 * @param parts in the order in which they are filled
 */
public record TemplateForm(int edition, List<Part> parts) {
    /** The edition that drafts are written on. */
    public static final TemplateForm CURRENT = new TemplateForm(
            MicroCredentialTemplate.EDITION,
            List.of(
                    new Part("/title", "Title", "What an educator will say that they earned."),
                    new Part(
                            "/summary",
                            "Summary",
                            "Two or three sentences for somebody who looks through the catalogue."),
                    new Part(
                            "/competency",
                            "Competency statement",
                            "One sentence: what the educator does, for whom, and to what end. One that evidence can show."),
                    new Part("/keyMethod", "Key method", "The practice by which the competency is shown."),
                    new Part("/methodComponents", "Method components", "The steps of the key method, at least two."),
                    new Part(
                            "/rationale",
                            "Supporting rationale",
                            "Why the method works, in your words, resting on the research below."),
                    new Part(
                            "/research",
                            "Research",
                            "At least two works, each with authors, title, year, a DOI or web address, the claim it supports, and the"
                                    + " tier of its evidence; a quote helps reviewers."),
                    new Part("/resources", "Resources", "What helps to learn the method: texts, recordings, tools."),
                    new Part(
                            "/audience",
                            "Audience",
                            "Who earns it, for learners of which grades and subjects, the hours it takes, the credit it counts."),
                    new Part(
                            "/parts",
                            "Submission requirements",
                            "What is handed in, in parts: overview questions, work examples, reflections. Each has guidance, a word"
                                    + " limit or file types, and a rubric: criteria by levels, and which level passes."),
                    new Part("/awardRule", "Award rule", "Which parts have to pass, or how many."),
                    new Part("/alignments", "Alignments", "Links to nodes of CASE, CTDL and other frameworks."),
                    new Part("/stack", "Stack", "Micro-credentials that are earned first.")));

    /**
     * One part of the template.
     *
     * @param pointer its place in a draft
     * @param name what it is called
     * @param help what to write
     */
    public record Part(String pointer, String name, String help) {}

    /** Whether a part has this JSON Pointer, filled or not; the whole has the empty one. */
    public boolean names(String pointer) {
        return pointer.isEmpty()
                || parts.stream().anyMatch(part -> part.pointer().equals(pointer));
    }
}
