package org.laurel.access.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.access.role.Role;
import org.laurel.access.role.Scope;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

class CallerTest {
    /** Owns issuer 1, writes for issuer 2. */
    private final Caller caller = new Caller(
            "0-a",
            OptionalLong.of(7),
            Set.of(Scope.SELF),
            Map.of(1, Role.OWNER.scopes(), 2, Role.AUTHOR.scopes()),
            null);

    @Test
    void a_scope_counts_only_where_it_is_held() {
        Caller rotating = caller.asking(Scope.KEY_WRITE);
        assertThat(rotating.reaches(1)).isTrue();
        assertRefused(() -> rotating.reaches(2));
        assertThat(rotating.reaches(3))
                .as("an organisation that they do not belong to")
                .isFalse();
        assertThat(caller.may(Scope.KEY_WRITE, 1)).isTrue();
        assertThat(caller.may(Scope.KEY_WRITE, 2)).isFalse();
    }

    @Test
    void a_scope_that_is_held_nowhere_is_refused_at_once() {
        assertRefused(() -> caller.asking(Scope.ISSUER_CREATE));
    }

    @Test
    void a_list_shows_what_the_scope_reaches() {
        assertThat(caller.asking(Scope.ACHIEVEMENT_READ).issuers()).contains(Set.of(1, 2));
        assertThat(caller.asking(Scope.AWARD_READ).issuers()).contains(Set.of(1));
        assertThat(Caller.ADMINISTRATOR.asking(Scope.AWARD_READ).issuers()).isEmpty();
    }

    @Test
    void a_role_in_the_programme_counts_everywhere_for_what_it_allows() {
        Caller reviewer = new Caller("0-b", OptionalLong.of(8), Role.REVIEWER.scopes(), Map.of(), null);
        assertThat(reviewer.asking(Scope.ACHIEVEMENT_READ).reaches(5)).isTrue();
        assertRefused(() -> reviewer.asking(Scope.ACHIEVEMENT_WRITE));
    }

    @Test
    void nobody_gets_more_than_the_table_says() {
        assertThat(Role.ADMINISTRATOR.scopes()).contains(Scope.ISSUER_CREATE).doesNotContain(Scope.SELF);
        for (Role role : Role.values()) {
            if (role.realm() == Role.Realm.ISSUER) {
                assertThat(role.scopes())
                        .as(role.toString())
                        .doesNotContain(
                                Scope.ISSUER_CREATE, Scope.ACHIEVEMENT_PUBLISH, Scope.PEOPLE_READ, Scope.PEOPLE_WRITE);
            }
        }
        assertThat(Role.ASSESSOR.scopes())
                .as("blind")
                .doesNotContain(Scope.AWARD_READ, Scope.EVENT_READ, Scope.MEMBER_READ);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type())
                .isEqualTo(ProblemType.FORBIDDEN));
    }
}
