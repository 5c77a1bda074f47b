package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.access.role.Role;
import org.laurel.access.role.Scope;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Every operation of the API, by somebody of every role: what the table says is what the doors do. */
@ServiceTest
class RolesTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_operation_lets_in_whom_the_table_lets_in(Role role) throws Exception {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.draft(issuer);
        String token = signedIn(role, issuer);
        int walked = 0;
        for (Map.Entry<String, JsonNode> path :
                Calls.apiDocument().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                Scope scope = Scope.of(
                                operation.getValue().path("x-laurel-scope").asText())
                        .orElse(null);
                if (scope == null) {
                    continue;
                }
                String filled = path.getKey().replace("{issuer}", issuer).replaceAll("\\{[^}]*}", achievement);
                int status = Calls.as(token)
                        .body("[]")
                        .request(operation.getKey().toUpperCase(Locale.ROOT), filled)
                        .statusCode();
                String name = role + " " + operation.getKey() + " " + filled;
                if (role.scopes().contains(scope) || Scope.ofPeople().contains(scope)) {
                    assertThat(status).as(name).isNotIn(401, 403, 500);
                } else {
                    assertThat(status).as(name).isEqualTo(403);
                }
                walked++;
            }
        }
        assertThat(walked).isGreaterThan(50);
    }

    private static String signedIn(Role role, String issuer) {
        if (role.realm() == Role.Realm.ISSUER) {
            return People.joined(issuer, role.toString());
        }
        String email = People.email();
        People.use(
                        People.invite("/api/v1/people/invitations", email, role.toString()),
                        "{\"name\":\"R\",\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(200);
        return People.signIn(email, People.PASSWORD);
    }
}
