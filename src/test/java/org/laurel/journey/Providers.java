package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.laurel.fixture.Calls;

/** What tests of signing in at a provider do again and again. */
final class Providers {
    private static final AtomicInteger SUBJECTS = new AtomicInteger();

    private Providers() {}

    /** The service with a provider set. */
    public static final class Set implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "laurel.oidc.issuer",
                    FakeProvider.ISSUER,
                    "laurel.oidc.client-id",
                    FakeProvider.CLIENT,
                    "laurel.oidc.client-secret",
                    FakeProvider.SECRET,
                    "laurel.oidc.name",
                    "Oak Hill <District>");
        }
    }

    /** A sign-in that was begun: where the browser goes, and its cookie. */
    record Begun(String address, String cookie) {}

    static String joined() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        return email;
    }

    static String id(String token) {
        return Calls.as(token).get("/api/v1/people/me").path("id");
    }

    static FakeProvider.Somebody somebody(@Nullable String email, @Nullable Boolean verified) {
        return new FakeProvider.Somebody("subject-" + SUBJECTS.incrementAndGet(), email, verified);
    }

    static Begun begin(String next) {
        Response begun = Pages.get("/sign-in/oidc?next=" + next, "");
        begun.then().statusCode(303);
        return new Begun(begun.getHeader("Location"), cookie(begun, "laurel-oidc"));
    }

    static Response back(FakeProvider provider, Begun begun, FakeProvider.Somebody who) {
        return Pages.get(provider.signedIn(begun.address(), who), begun.cookie());
    }

    static String session(Response arrived) {
        arrived.then().statusCode(303);
        return cookie(arrived, "laurel-session");
    }

    static String cookie(Response response, String name) {
        return response.getHeaders().getValues("Set-Cookie").stream()
                .filter(one -> one.startsWith(name + "="))
                .findFirst()
                .orElseThrow()
                .split(";", 2)[0];
    }

    static void refused(Response response, int status, String words) {
        response.then().statusCode(status).body(containsString(words));
        assertThat(response.getHeaders().getValues("Set-Cookie")).isEmpty();
    }
}
