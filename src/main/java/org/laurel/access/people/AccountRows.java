package org.laurel.access.people;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;

/** Accounts as they are stored: what tells who somebody is, is sealed under their key. */
final class AccountRows {
    static final String ADDRESS = "account-address";

    /** The columns that {@link #account} reads, in order. */
    static final String SELECT =
            "select a.id, a.public_id, a.sealed_name, a.state, a.version, a.created_at, k.wrapped_key,"
                    + " (select array_agg(sealed_address order by proven_at, lookup) from account_address d"
                    + " where d.account_no = a.id),"
                    + " (select json_agg(json_build_object('organisation', organisation, 'id', organisation_id, 'role', role,"
                    + " 'at', given_at) order by given_at, role)::text from membership m where m.account_no = a.id)"
                    + " from account a left join person_key k on k.issuer_no = 0 and k.person_no = a.id";

    private AccountRows() {}

    /** A membership as it was written to JSON. */
    private record Stored(int organisation, String id, String role, String at) {}

    static Account account(Object[] row, PersonKeys keys) {
        long number = (Long) row[0];
        String id = (String) row[1];
        @Nullable Buffer wrapped = (Buffer) row[6];
        PersonKey key = wrapped == null ? null : keys.open(new Person(0, number), wrapped.getBytes());
        return new Account(
                number,
                id,
                key == null ? "" : open(key, (Buffer) row[2], name(id)),
                key == null || row[7] == null ? List.of() : addresses(key, (Object[]) row[7]),
                row[8] == null ? List.of() : memberships((String) row[8]),
                Account.State.valueOf(((String) row[3]).toUpperCase(Locale.ROOT)),
                (Long) row[4],
                ((OffsetDateTime) row[5]).toInstant());
    }

    static String name(String id) {
        return "account/" + id + "/name";
    }

    private static List<String> addresses(PersonKey key, Object[] sealed) {
        return Arrays.stream(sealed)
                .map(one -> open(key, (Buffer) one, ADDRESS))
                .toList();
    }

    /** What was sealed as text; empty when nothing was. */
    static String open(PersonKey key, @Nullable Buffer sealed, String context) {
        return sealed == null ? "" : key.openText(sealed.getBytes(), context);
    }

    private static List<Account.Membership> memberships(String json) {
        List<Account.Membership> memberships = new ArrayList<>();
        for (Stored one : JsonColumns.read(json, Stored[].class)) {
            Organisation where = new Organisation(one.organisation(), one.id());
            Instant since = OffsetDateTime.parse(one.at()).toInstant();
            Role.of(where.realm(), one.role())
                    .ifPresent(role -> memberships.add(new Account.Membership(where, role, since)));
        }
        return memberships;
    }
}
