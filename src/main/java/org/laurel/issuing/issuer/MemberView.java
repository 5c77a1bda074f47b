package org.laurel.issuing.issuer;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.laurel.access.people.Account;
import org.laurel.access.role.Role;

/**
 * A member as their organisation sees them: of roles elsewhere nothing is told.
 *
 * @param person the account's public id
 * @param name what they are called
 * @param roles here
 * @param since when they got the first of them
 */
record MemberView(String person, String name, List<Role> roles, Instant since) {
    static MemberView of(Account account, int issuerNo) {
        List<Account.Membership> here = account.memberships().stream()
                .filter(one -> one.organisation().number() == issuerNo)
                .toList();
        return new MemberView(
                account.id(),
                account.name(),
                here.stream().map(Account.Membership::role).toList(),
                here.stream()
                        .map(Account.Membership::givenAt)
                        .min(Comparator.naturalOrder())
                        .orElse(account.createdAt()));
    }
}
