package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.laurel.securing.status.reading.StatusListKind;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** The status entries of a credential, at most eight of them: each is a fetch that a stranger asks us for. */
final class StatusEntries {
    private static final int MOST = 8;

    private StatusEntries() {}

    static List<Entry> of(Examination examination) {
        return Placed.each(status(examination), "/credentialStatus").stream()
                .limit(MOST)
                .map(Entry::new)
                .toList();
    }

    /** That there are more: what was not looked at may be a revocation. */
    static Optional<Problem> unread(Examination examination) {
        int size = status(examination).size();
        return status(examination).isArray() && size > MOST
                ? Optional.of(new Problem(
                        ProblemKind.STATUS_NOT_SUPPORTED,
                        "the badge names " + size + " status entries, of which only the first " + MOST
                                + " are looked at",
                        "/credentialStatus"))
                : Optional.empty();
    }

    private static JsonNode status(Examination examination) {
        return examination.credential().document().json().path("credentialStatus");
    }

    /**
     * One status object.
     *
     * @param at the object and where it stands
     */
    record Entry(Placed at) {

        JsonNode json() {
            return at.json();
        }

        String pointer() {
            return at.pointer();
        }

        String type() {
            return at.type();
        }

        /** Of which generation of lists it is, if of any. */
        Optional<StatusListKind> kind() {
            return StatusListKind.ofEntry(type());
        }

        /** What it is for; empty when it does not say so. */
        String purpose() {
            return json().path("statusPurpose").isTextual()
                    ? json().path("statusPurpose").textValue()
                    : "";
        }
    }
}
