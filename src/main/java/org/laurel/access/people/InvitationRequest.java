package org.laurel.access.people;

import java.util.List;
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

    /** The role there; a 422 problem that names those there are. */
    public AccountLink.Gift gift(Organisation organisation) {
        return Role.of(organisation.realm(), role)
                .map(known -> new AccountLink.Gift(organisation, known))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.INVALID,
                        List.of(new Violation(
                                "/role",
                                "invalid",
                                "role: expected one of " + Role.names(organisation.realm()) + "."))));
    }
}
