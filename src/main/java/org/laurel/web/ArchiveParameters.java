package org.laurel.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.Representation;
import org.laurel.hosting.certificate.Paper;
import org.laurel.securing.status.StatusListPublisher;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.verifying.report.Wording;

/** What a caller asked of an archive, as it came; each may be absent. */
record ArchiveParameters(
        @Nullable String forms,
        @Nullable String language,
        @Nullable String paper,
        @Nullable String statusFor) {
    private static final Duration LONGEST = Duration.ofDays(7);

    /** Judges all of them; a 400 problem that names every one that is wrong. */
    ArchiveRequest request(Instant now) {
        List<Violation> faults = new ArrayList<>();
        Set<Representation> wanted = wanted(faults);
        Wording words = words(faults);
        Paper sheet = paper(faults);
        Duration fresh = fresh(faults);
        if (!faults.isEmpty()) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, faults);
        }
        return new ArchiveRequest(wanted, words, sheet, now, now.plus(fresh));
    }

    private Set<Representation> wanted(List<Violation> faults) {
        if (forms == null) {
            return EnumSet.complementOf(EnumSet.of(Representation.HTML));
        }
        Set<Representation> wanted = EnumSet.of(Representation.JSON, Representation.JWT);
        for (String name : forms.split(",", -1)) {
            switch (name.strip()) {
                case "json", "jwt", "" -> {}
                case "png" -> wanted.add(Representation.PNG);
                case "svg" -> wanted.add(Representation.SVG);
                case "pdf" -> wanted.add(Representation.PDF);
                default -> faults.add(fault("forms", "json, jwt, png, svg or pdf, by comma"));
            }
        }
        return wanted;
    }

    private Wording words(List<Violation> faults) {
        if (language == null || language.equals("en")) {
            return Wording.ENGLISH;
        }
        if (!language.equals("es")) {
            faults.add(fault("language", "en or es"));
        }
        return Wording.SPANISH;
    }

    private Paper paper(List<Violation> faults) {
        if (paper == null || paper.equals("a4")) {
            return Paper.A4;
        }
        if (!paper.equals("letter")) {
            faults.add(fault("paper", "a4 or letter"));
        }
        return Paper.LETTER;
    }

    private Duration fresh(List<Violation> faults) {
        if (statusFor == null) {
            return StatusListPublisher.TTL;
        }
        try {
            Duration asked = Duration.parse(statusFor);
            if (asked.compareTo(StatusListPublisher.TTL) >= 0 && asked.compareTo(LONGEST) <= 0) {
                return asked;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        faults.add(fault("statusFor", "an ISO 8601 duration from PT5M to P7D"));
        return LONGEST;
    }

    private static Violation fault(String name, String expected) {
        return new Violation("?" + name, "invalid", name + ": expected " + expected + ".");
    }
}
