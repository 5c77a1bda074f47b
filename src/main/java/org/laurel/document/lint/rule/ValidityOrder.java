package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** A credential does not end before it begins. */
@Singleton
final class ValidityOrder extends Rule {

    ValidityOrder() {
        super("validity-order", "VCDM 2.0 §4.9");
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        boolean old = document.isVersionOne();
        String end = old ? "expirationDate" : "validUntil";
        Optional<Instant> from = time(document, old ? "issuanceDate" : "validFrom");
        Optional<Instant> until = time(document, end);
        return from.isPresent() && until.isPresent() && until.get().isBefore(from.get())
                ? List.of(error("/" + end, "expected a time not before " + from.get() + ", got " + until.get()))
                : List.of();
    }

    private static Optional<Instant> time(PlacedDocument document, String member) {
        return DateTimes.parse(document.json().path(member).asText(""));
    }
}
