package org.laurel.verifying.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.verifying.openbadges2.AssertionWorld.json;

import org.junit.jupiter.api.Test;

class IssuerScopeTest {
    private static final String ISSUER = "https://a.example/issuer";

    @Test
    void is_the_profile_s_own_host_and_port_where_nothing_is_said() {
        assertThat(within("{}", "https://a.example/1")).isTrue();
        assertThat(within("{}", "https://A.Example/1")).isTrue();
        assertThat(within("{}", "https://a.example:8443/1")).isFalse();
        assertThat(within("{}", "https://b.a.example/1")).isFalse();
        assertThat(within("{}", "https://a.example.evil.example/1")).isFalse();
        assertThat(within("{}", "https://a.example@evil.example/1")).isFalse();
        assertThat(within("{}", "urn:uuid:1")).isFalse();
        assertThat(within("{'allowedOrigins':[]}", "https://evil.example/1")).isFalse();
    }

    @Test
    void is_the_hosts_that_are_allowed_and_no_other() {
        assertThat(within("{'allowedOrigins':'b.example'}", "https://b.example/1"))
                .isTrue();
        assertThat(within("{'allowedOrigins':['https://b.example','c.example:8443']}", "https://c.example:8443/1"))
                .isTrue();
        assertThat(within("{'allowedOrigins':['https://b.example/']}", "https://b.example/1"))
                .isTrue();
        assertThat(within("{'allowedOrigins':'b.example'}", "https://a.example/1"))
                .isFalse();
        assertThat(within("{'allowedOrigins':''}", "https://a.example/1")).isFalse();
    }

    @Test
    void is_what_begins_so_at_the_same_host() {
        assertThat(within("{'startsWith':'https://b.example/x/'}", "https://b.example/x/1"))
                .isTrue();
        assertThat(within("{'startsWith':['https://c.example/','https://b.example/x/']}", "https://b.example/y/1"))
                .isFalse();
        assertThat(within("{'startsWith':'https://b.example'}", "https://b.example.evil.example/1"))
                .isFalse();
        assertThat(within("{'startsWith':'https://'}", "https://evil.example/1"))
                .isFalse();
        assertThat(within(
                        "{'startsWith':'https://a.example/x/','allowedOrigins':'b.example'}", "https://a.example/x/1"))
                .isFalse();
    }

    private static boolean within(String policy, String id) {
        return IssuerScope.objection(json("{'verification':" + policy + "}"), ISSUER, id)
                .isEmpty();
    }
}
