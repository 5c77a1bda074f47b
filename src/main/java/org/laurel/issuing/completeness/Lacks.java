package org.laurel.issuing.completeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.citation.CitationDraft;
import org.laurel.shared.problem.Violation;

/** Gathers what is missing, each thing with its place and the name that its form gives it. */
public final class Lacks {
    private static final Map<String, String> CITED = Map.of(
            "authors", "its authors",
            "title", "its title",
            "year", "its year",
            "doi", "a DOI or a web address",
            "claim", "the claim that it supports",
            "tier", "the tier of its evidence");

    private final List<Violation> all = new ArrayList<>();

    /** A text of at least so many characters. */
    public Lacks text(String pointer, String part, @Nullable String text, int least) {
        if (text == null || text.isBlank()) {
            add(pointer, part + " is missing.");
        } else if (text.strip().length() < least) {
            add(
                    pointer,
                    part + " is too short: expected at least " + least + " characters, got "
                            + text.strip().length() + ".");
        }
        return this;
    }

    /** Something that has to be there. */
    public Lacks there(String pointer, String part, @Nullable Object value) {
        if (value == null) {
            add(pointer, part + " is missing.");
        }
        return this;
    }

    /** At least so many. */
    public Lacks atLeast(int least, String pointer, String part, Collection<?> items) {
        if (items.size() < least) {
            add(pointer, part + ": expected at least " + least + ", got " + items.size() + ".");
        }
        return this;
    }

    /** At least so many citations, each of them whole. */
    public Lacks citations(int least, String pointer, String part, List<CitationDraft> citations) {
        atLeast(least, pointer, part, citations);
        for (int i = 0; i < citations.size(); i++) {
            for (String member : citations.get(i).missing()) {
                add(
                        pointer + "/" + i + "/" + member,
                        "Citation " + (i + 1) + " lacks " + CITED.getOrDefault(member, member) + ".");
            }
            try {
                citations.get(i).whole();
            } catch (IllegalArgumentException e) {
                String fault = String.valueOf(e.getMessage());
                String member = fault.replaceFirst(":.*", "");
                String place = member.matches("[a-z]{1,20}") ? "/" + member : "";
                add(pointer + "/" + i + place, "Citation " + (i + 1) + ": " + fault + ".");
            }
        }
        return this;
    }

    /** A fault of another kind. */
    public void add(String pointer, String detail) {
        all.add(new Violation(pointer, "incomplete", detail));
    }

    /** All that is missing; empty when nothing is. */
    public List<Violation> all() {
        return List.copyOf(all);
    }
}
