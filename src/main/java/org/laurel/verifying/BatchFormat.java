package org.laurel.verifying;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.CsvText;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.CredentialReport.Named;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.VerificationReport;

/** How the reports of a batch are written: one JSON object a line, or one row of CSV a report. */
enum BatchFormat {
    /** The whole report, with the line it is about. */
    NDJSON("application/x-ndjson") {
        @Override
        String head() {
            return "";
        }

        @Override
        String line(BatchLines.Line of, VerificationReport report, ObjectMapper json) {
            ObjectNode line = json.createObjectNode().put("line", of.number());
            if (!of.file().isEmpty()) {
                line.put("file", of.file());
            }
            line.setAll((ObjectNode) json.valueToTree(report));
            try {
                return json.writeValueAsString(line) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree can always be written", e);
            }
        }
    },
    /** What a spreadsheet wants to know. */
    CSV("text/csv") {
        @Override
        String head() {
            return CsvText.row(List.of(
                    "line",
                    "file",
                    "verified",
                    "outcome",
                    "summary",
                    "credential",
                    "name",
                    "issuer",
                    "issuerName",
                    "recipient",
                    "validFrom",
                    "validUntil",
                    "failedChecks",
                    "detail"));
        }

        @Override
        String line(BatchLines.Line of, VerificationReport report, ObjectMapper json) {
            CredentialReport credential =
                    Optional.ofNullable(report.credential()).orElse(NOTHING);
            Named issuer = Optional.ofNullable(credential.issuer()).orElse(NOBODY);
            Named recipient = Optional.ofNullable(credential.recipient()).orElse(NOBODY);
            return CsvText.row(List.of(
                    String.valueOf(of.number()),
                    of.file(),
                    String.valueOf(report.verified()),
                    report.outcome().word(),
                    report.summary(),
                    text(credential.id()),
                    text(title(credential)),
                    text(issuer.id()),
                    text(issuer.name()),
                    text(recipient.id()),
                    text(credential.validFrom()),
                    text(credential.validUntil()),
                    failed(report),
                    detail(report)));
        }
    };

    private static final Named NOBODY = new Named(null, null);
    private static final CredentialReport NOTHING =
            new CredentialReport(null, List.of(), null, null, null, null, null, null, null, null, null);

    private final String mediaType;

    BatchFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** CSV when it is asked for, NDJSON otherwise. */
    static BatchFormat of(@Nullable String accept) {
        return accept != null && accept.contains("text/csv") ? CSV : NDJSON;
    }

    String mediaType() {
        return mediaType;
    }

    /** What stands before the first report. */
    abstract String head();

    /** One report. */
    abstract String line(BatchLines.Line of, VerificationReport report, ObjectMapper json);

    private static @Nullable String title(CredentialReport credential) {
        Named achievement = Optional.ofNullable(credential.achievement()).orElse(NOBODY);
        return credential.name() == null ? achievement.name() : credential.name();
    }

    private static String failed(VerificationReport report) {
        return open(report).map(CheckReport::id).collect(Collectors.joining(" "));
    }

    /** The first problem of those checks, in the words that are for engineers. */
    private static String detail(VerificationReport report) {
        return open(report)
                .flatMap(check -> check.problems().stream())
                .map(Problem::detail)
                .findFirst()
                .orElse("");
    }

    private static Stream<CheckReport> open(VerificationReport report) {
        return report.checks().stream()
                .filter(check ->
                        check.outcome() == CheckOutcome.FAILED || check.outcome() == CheckOutcome.INDETERMINATE);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
