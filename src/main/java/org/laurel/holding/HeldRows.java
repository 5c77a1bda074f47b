package org.laurel.holding;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.Account;
import org.laurel.issuing.award.RecipientRequest;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;

/** Turns rows into badges as their holders see them. */
@ApplicationScoped
class HeldRows {
    /** By what the name on a page is bound to its column. */
    static final String NAME = "badge-page-name";

    static final String SELECT = "select h.hidden, h.sealed_name, a.person_no, k.wrapped_key, h.id, a.issuer_no, a.id,"
            + " a.public_id, a.credential_id, d.definition, i.profile, a.state, a.valid_from, a.valid_until,"
            + " h.erasure_asked_at, d.public_id from award a join credential c on c.issuer_no = a.issuer_no and c.id = a.id"
            + " join recipient r on r.issuer_no = a.issuer_no and r.id = a.person_no"
            + " join achievement d on d.issuer_no = a.issuer_no and d.id = a.achievement_no"
            + " join issuer i on i.issuer_no = a.issuer_no"
            + " left join badge_holding h on h.issuer_no = a.issuer_no and h.id = a.id"
            + " left join person_key k on k.issuer_no = a.issuer_no and k.person_no = a.person_no";

    private final PersonKeys keys;

    HeldRows(PersonKeys keys) {
        this.keys = keys;
    }

    /** The look-up values of an account's addresses at every issuer. */
    record Wanted(Integer[] issuers, Buffer[] lookups) {}

    Wanted wanted(Account account, List<Object[]> issuers) {
        List<Integer> numbers = new ArrayList<>();
        List<Buffer> lookups = new ArrayList<>();
        for (Object[] row : issuers) {
            for (Buffer lookup : lookups((Integer) row[0], account)) {
                numbers.add((Integer) row[0]);
                lookups.add(lookup);
            }
        }
        return new Wanted(numbers.toArray(Integer[]::new), lookups.toArray(Buffer[]::new));
    }

    /** The look-up values of an account's addresses at one issuer. */
    Buffer[] lookups(int issuerNo, Account account) {
        return account.addresses().stream()
                .map(address -> Buffer.buffer(keys.lookup(issuerNo, RecipientRequest.identity(address))))
                .toArray(Buffer[]::new);
    }

    /** What the holder wants of the page; of what was erased no name is left. */
    BadgePage page(int issuerNo, Object[] row) {
        if (row[4] == null) {
            return BadgePage.UNTOUCHED;
        }
        return new BadgePage(
                Boolean.TRUE.equals(row[0]), name(issuerNo, (Long) row[2], (Buffer) row[1], (Buffer) row[3]));
    }

    private Optional<String> name(int issuerNo, long person, @Nullable Buffer sealed, @Nullable Buffer wrapped) {
        return sealed == null || wrapped == null
                ? Optional.empty()
                : Optional.of(keys.open(new Person(issuerNo, person), wrapped.getBytes())
                        .openText(sealed.getBytes(), NAME));
    }

    HeldBadge badge(Object[] row) {
        int issuerNo = (Integer) row[5];
        return new HeldBadge(
                new Person(issuerNo, (Long) row[2]),
                (Long) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[15],
                JsonColumns.parse(String.valueOf(row[9])).path("name").asText(),
                JsonColumns.parse(String.valueOf(row[10])).path("name").asText(),
                (String) row[11],
                Database.instant(row[12]),
                Optional.ofNullable(row[13]).map(Database::instant),
                page(issuerNo, row),
                Optional.ofNullable(row[14]).map(Database::instant));
    }
}
