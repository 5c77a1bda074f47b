package org.laurel.issuing.template;

import java.util.List;

/** The template as its authors see it: what each part is called and asks for. Editions are numbered; this is the first. */
public final class TemplateParts {
    /** The edition that drafts are written on. */
    public static final int EDITION = 1;

    /** The parts, in order. */
    public static final List<TemplatePart> ALL = List.of(
            new TemplatePart("/title", "Title", "What an educator will say that they earned."),
            new TemplatePart(
                    "/summary", "Summary", "Two or three sentences for somebody who looks through the catalogue."),
            new TemplatePart(
                    "/competency",
                    "Competency statement",
                    "One sentence: what the educator does, for whom, and to what end. One that evidence can show."),
            new TemplatePart("/keyMethod", "Key method", "The practice by which the competency is shown."),
            new TemplatePart("/methodComponents", "Method components", "The steps of the key method, at least two."),
            new TemplatePart(
                    "/rationale",
                    "Supporting rationale",
                    "Why the method works, in your words, resting on the research below."),
            new TemplatePart(
                    "/research",
                    "Research",
                    "At least two works, each with authors, title, year, a DOI or web address, the claim it supports, and the"
                            + " tier of its evidence; a quote helps reviewers."),
            new TemplatePart("/resources", "Resources", "What helps to learn the method: texts, recordings, tools."),
            new TemplatePart(
                    "/audience",
                    "Audience",
                    "Who earns it, for learners of which grades and subjects, the hours it takes, the credit it counts."),
            new TemplatePart(
                    "/parts",
                    "Submission requirements",
                    "What is handed in, in parts: overview questions, work examples, reflections. Each has guidance, a word"
                            + " limit or file types, and a rubric: criteria by levels, and which level passes."),
            new TemplatePart("/awardRule", "Award rule", "Which parts have to pass, or how many."),
            new TemplatePart("/alignments", "Alignments", "Links to nodes of CASE, CTDL and other frameworks."),
            new TemplatePart("/stack", "Stack", "Micro-credentials that are earned first."));

    private TemplateParts() {}

    /**
     * One part of the template.
     *
     * @param pointer its place in a draft
     * @param name what it is called
     * @param help what to write
     */
    public record TemplatePart(String pointer, String name, String help) {}
}
