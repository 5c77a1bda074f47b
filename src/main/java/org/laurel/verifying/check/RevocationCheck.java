package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.laurel.document.credential.OpenBadges;
import org.laurel.verifying.report.ProblemKind;

/** Has the issuer taken it back for good? */
@Singleton
final class RevocationCheck extends StatusCheck {
    private final RevocationListLookup lists;

    RevocationCheck(StatusLookup lookup, RevocationListLookup lists) {
        super("revocation", "The issuer has not revoked it", OpenBadges.REVOCATION, ProblemKind.REVOKED, lookup);
        this.lists = lists;
    }

    @Override
    boolean isMine(Entry entry) {
        return super.isMine(entry)
                || OpenBadges.REVOCATION_LIST.equals(entry.type())
                || !OpenBadges.STATUS_LIST_ENTRY.equals(entry.type());
    }

    @Override
    Uni<Boolean> isSet(Entry entry, Examination examination) {
        if (OpenBadges.STATUS_LIST_ENTRY.equals(entry.type())) {
            return super.isSet(entry, examination);
        }
        if (OpenBadges.REVOCATION_LIST.equals(entry.type())) {
            return lists.names(
                    entry.json(), examination.credential().document().id().orElse(""));
        }
        return Uni.createFrom()
                .failure(KeyException.open(
                        ProblemKind.STATUS_NOT_SUPPORTED,
                        "the status type " + entry.type() + " is not supported here"));
    }
}
