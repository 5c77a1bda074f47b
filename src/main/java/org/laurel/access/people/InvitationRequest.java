package org.laurel.access.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurel.access.role.Organisation;
import org.laurel.access.role.Role;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * Whom to invite as what.
 *
 * @param email whom
 * @param role as what
 */
public record InvitationRequest(EmailAddress email, String role) {

    /**
     * The role there; a 422 problem that names those there are.
     *
     * @param roles that can be given there
     */
    public AccountLink.Gift gift(Organisation organisation, Set<Role> roles) {
        return roles.stream()
                .filter(one -> one.toString().equals(role))
                .findFirst()
                .map(known -> new AccountLink.Gift(organisation, known))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.INVALID,
                        List.of(new Violation("/role", "invalid", "role: expected one of " + names(roles) + "."))));
    }

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::toString).collect(Collectors.joining(", "));
    }
}
