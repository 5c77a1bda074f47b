package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.laurel.document.credential.OpenBadges;
import org.laurel.verifying.check.StatusEntries.Entry;
import org.laurel.verifying.report.ProblemKind;

/** Has the issuer taken it back for good? Entries of unknown types or without a purpose may say so, and count. */
@Singleton
final class RevocationCheck extends TakenBackCheck {
    private final RevocationListLookup lists;

    RevocationCheck(StatusLookup lookup, RevocationListLookup lists) {
        super("revocation", "The issuer has not revoked it", OpenBadges.REVOCATION, ProblemKind.REVOKED, lookup);
        this.lists = lists;
    }

    @Override
    boolean isMine(Entry entry) {
        return super.isMine(entry) || entry.kind().isEmpty() || entry.purpose().isEmpty();
    }

    @Override
    Uni<StatusValue> value(Entry entry, Examination examination) {
        if (entry.kind().isPresent()) {
            return super.value(entry, examination);
        }
        if (OpenBadges.REVOCATION_LIST.equals(entry.type())) {
            String id = examination.credential().document().id().orElse("");
            String issuer = examination.credential().document().issuerId().orElse("");
            return lists.value(entry.json(), id, issuer);
        }
        return Uni.createFrom()
                .failure(KeyException.open(
                        ProblemKind.STATUS_NOT_SUPPORTED,
                        "the status type " + entry.type() + " is not supported here"));
    }
}
