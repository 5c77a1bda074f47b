package org.laurel.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.EmbeddedReport;
import org.laurel.verifying.report.PlainName;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.RegistryEntry;
import org.laurel.verifying.report.TrustReport;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/**
 * A report as a page shows it, and in the same way those on what stands inside.
 *
 * @param report in the reader's language
 * @param verdict what it comes to
 * @param place JSON Pointer to where it stands; empty for what came in
 * @param inside the reports on what stands inside
 * @param words the reader's language
 */
public record ShownReport(
        VerificationReport report, Verdicts verdict, String place, List<ShownReport> inside, Wording words) {
    private static final Set<ProblemKind> NOTED = EnumSet.of(
            ProblemKind.STATUS_MESSAGE,
            ProblemKind.SEVERAL_INSIDE,
            ProblemKind.NEWER_VERSION,
            ProblemKind.KEY_REVOKED_SINCE,
            ProblemKind.SUBJECT_NOT_HOLDER,
            ProblemKind.HOLDER_UNTOLD,
            ProblemKind.COPY_DIFFERS,
            ProblemKind.WEAK_HASH,
            ProblemKind.RECIPIENT_DIFFERS,
            ProblemKind.ISSUER_WITHDRAWN);

    private static final int MOST_CLAIMS = 40;
    private static final int LONGEST_CLAIM = 500;

    /** Copies the list. */
    public ShownReport {
        inside = List.copyOf(inside);
    }

    /** The report on what came in, as it was made. */
    static ShownReport of(VerificationReport report, Wording words) {
        return of(report.in(words), "", words);
    }

    private static ShownReport of(VerificationReport report, String place, Wording words) {
        List<ShownReport> inside = report.embedded().stream()
                .filter(one -> one.source().isEmpty())
                .map(one -> of(one.report(), one.pointer(), words))
                .toList();
        return new ShownReport(report, Verdicts.of(report, words), place, inside, words);
    }

    /** Whether it is a presentation, which has no issuer. */
    public boolean isPresentation() {
        return about().anyMatch(CredentialReport::isPresentation);
    }

    /** Whether it speaks for something, so that its subject is no person. */
    public boolean isEndorsement() {
        return about().anyMatch(CredentialReport::isEndorsement);
    }

    /** Whether the registries were asked at all: nobody asks about who did not sign. */
    public boolean isIssuerAsked() {
        return known(CheckOutcome.WARNING) || isIssuerKnown();
    }

    /** Whether a registry that is trusted here names the issuer. */
    public boolean isIssuerKnown() {
        return known(CheckOutcome.PASSED);
    }

    /** Since when a registry that is trusted here no longer names the issuer, as a day; empty when none took that back. */
    public String withdrawn() {
        return trust().flatMap(trust -> trust.withdrawn().stream())
                .findFirst()
                .map(one -> Moments.day(one.at(), words))
                .orElse("");
    }

    /** Whether a registry that is trusted here could not be asked. */
    public boolean isRegistryUnasked() {
        return trust().anyMatch(trust -> !trust.unasked().isEmpty());
    }

    /** The registries that name the issuer. */
    public List<RegistryEntry> registries() {
        return trust().flatMap(trust -> trust.registries().stream()).toList();
    }

    /** Who endorses it, as far as that holds. */
    public List<ShownEndorser> endorsers() {
        return trust().flatMap(trust -> trust.endorsements().stream())
                .filter(endorser -> endorser.outcome() == Verdict.VERIFIED)
                .map(endorser -> new ShownEndorser(name(endorser), endorser))
                .toList();
    }

    /** By the name that a registry gives, else as somebody who calls itself so. */
    private String name(TrustReport.Endorser endorser) {
        Optional<String> known = report.embedded().stream()
                .filter(one ->
                        one.pointer().equals(endorser.pointer()) && one.source().equals(endorser.source()))
                .flatMap(one -> Stream.ofNullable(one.report().trust()))
                .flatMap(trust -> trust.registries().stream())
                .flatMap(entry -> Stream.ofNullable(entry.name()))
                .map(PlainName::of)
                .findFirst();
        return known.orElseGet(() -> Optional.ofNullable(endorser.by())
                .map(CredentialReport.Named::name)
                .map(name -> words.text("page.callsItself", PlainName.of(name)))
                .orElse(""));
    }

    /**
     * Who endorses it.
     *
     * @param name as a sentence of ours may have it; empty when it has none
     * @param endorser the report on it
     */
    public record ShownEndorser(String name, TrustReport.Endorser endorser) {}

    /** What a reader must not miss though the verdict does not hang on it. */
    public List<Problem> notes() {
        return report.checks().stream()
                .filter(check -> check.outcome() == CheckOutcome.WARNING)
                .flatMap(check -> check.problems().stream())
                .filter(problem -> NOTED.contains(problem.kind()))
                .toList();
    }

    /** Every check; of what could not be read, those alone that say why. */
    public List<CheckReport> checks() {
        return report.checks().stream()
                .filter(check -> report.credential() != null || check.outcome() != CheckOutcome.NOT_RUN)
                .toList();
    }

    /** What an SD-JWT VC discloses, by name, as text. */
    public List<Map.Entry<String, String>> claims() {
        return about().map(CredentialReport::claims)
                .flatMap(claims -> claims == null ? Stream.empty() : claims.properties().stream())
                .limit(MOST_CLAIMS)
                .map(claim -> Map.entry(claim.getKey(), brief(claim.getValue())))
                .toList();
    }

    /** A time as people write it, in UTC; as it stands when it is none. */
    public String when(String time) {
        return ProofTimes.read(time)
                .map(moment -> Moments.minute(moment, words))
                .orElse(time);
    }

    /** When it was verified. */
    public String verified() {
        return Moments.minute(report.verifiedAt(), words);
    }

    /** A name that a stranger gave, as it may be shown: on one line, in one direction. */
    public String plain(String name) {
        return PlainName.of(name);
    }

    /** The language of a reason. */
    public String languageOf(String reason) {
        return words.languageOf(reason);
    }

    /** The language of a detail; what a report inside says of itself is in the reader's. */
    public String languageOf(Problem problem) {
        boolean quoted = problem.kind() == ProblemKind.INNER_FAILED
                || problem.kind() == ProblemKind.INNER_NOT_JUDGED
                        && report.embedded().stream()
                                .map(EmbeddedReport::report)
                                .anyMatch(inner -> inner.summary().equals(problem.detail()));
        return quoted ? words.language() : words.languageOf(problem.detail());
    }

    private static String brief(JsonNode claim) {
        String text = claim.isValueNode() ? claim.asText() : claim.toString();
        return text.length() <= LONGEST_CLAIM ? text : text.substring(0, LONGEST_CLAIM) + "…";
    }

    private Stream<CredentialReport> about() {
        return Stream.ofNullable(report.credential());
    }

    private Stream<TrustReport> trust() {
        return Stream.ofNullable(report.trust());
    }

    private boolean known(CheckOutcome outcome) {
        return report.check("issuer-known")
                .filter(check -> check.outcome() == outcome)
                .isPresent();
    }
}
