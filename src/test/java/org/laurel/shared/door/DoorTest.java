package org.laurel.shared.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PageRequest;

class DoorTest {
    private static final byte[] BODY = {'{', '}'};

    @Test
    void a_call_without_the_header_may_happen_twice() {
        assertThat(OnceOnlyCall.of("client/1", null, "POST /awards", BODY)).isEmpty();
    }

    @Test
    void a_quoted_key_and_a_bare_one_are_the_same() {
        OnceOnlyCall bare = call("client/1", "key-1", "POST /awards");
        OnceOnlyCall quoted = call("client/1", "\"key-1\"", "POST /awards");
        assertThat(quoted.keyHash()).isEqualTo(bare.keyHash()).hasSize(32);
        assertThat(quoted.fingerprint()).isEqualTo(bare.fingerprint());
        assertThat(quoted.lockNumber()).isEqualTo(bare.lockNumber());
    }

    @Test
    void another_caller_path_or_body_is_another_call() {
        OnceOnlyCall one = call("client/1", "key-1", "POST /awards");
        assertThat(call("client/2", "key-1", "POST /awards").lockNumber()).isNotEqualTo(one.lockNumber());
        assertThat(call("client/1", "key-2", "POST /awards").lockNumber()).isNotEqualTo(one.lockNumber());
        assertThat(call("client/1", "key-1", "POST /other").fingerprint()).isNotEqualTo(one.fingerprint());
        assertThat(OnceOnlyCall.of("client/1", "key-1", "POST /awards", new byte[] {1})
                        .orElseThrow()
                        .fingerprint())
                .isNotEqualTo(one.fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "a b", "\" \"", "schlüssel", "a\tb", "a\u0000", "a\u007f"})
    void a_key_is_visible_ascii(String key) {
        refused(ProblemType.BAD_PARAMETER, () -> call("client/1", key, "POST /awards"));
    }

    @Test
    void a_key_has_at_most_255_characters() {
        assertThat(call("c", "k".repeat(255), "p").keyHash()).hasSize(32);
        assertThat(call("c", "\"" + "k".repeat(255) + "\"", "p").keyHash()).hasSize(32);
        refused(ProblemType.BAD_PARAMETER, () -> call("c", "k".repeat(256), "p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v3\"", "*", "\"v2\", \"v3\"", " \"v3\" "})
    void a_write_on_the_current_version_goes_through(String ifMatch) {
        EntityTags.requireMatch(ifMatch, 3);
        assertThat(EntityTags.matches(ifMatch, EntityTags.of(3))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v2\"", "v3", "3", "\"v33\"", "\"v4\", \"v5\""})
    void a_write_on_an_old_version_is_stale(String ifMatch) {
        refused(ProblemType.STALE, () -> EntityTags.requireMatch(ifMatch, 3));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void a_write_says_what_it_read(@Nullable String ifMatch) {
        refused(ProblemType.PRECONDITION_REQUIRED, () -> EntityTags.requireMatch(ifMatch, 3));
    }

    @Test
    void a_weak_tag_matches_what_is_read_again() {
        assertThat(EntityTags.matches("W/\"v3\"", EntityTags.of(3))).isTrue();
        assertThat(EntityTags.matches(null, EntityTags.of(3))).isFalse();
    }

    @Test
    void the_first_page_is_asked_for_without_parameters() {
        assertThat(Paging.request(null, null)).isEqualTo(new PageRequest(PageRequest.DEFAULT_LIMIT, Long.MAX_VALUE));
        assertThat(Paging.request("200", null).limit()).isEqualTo(200);
        assertThat(Paging.request("1", cursor(77))).isEqualTo(new PageRequest(1, 77));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "201", "99999999999", "1.5", "ten", " 1"})
    void a_wrong_limit_is_named(String limit) {
        assertThatThrownBy(() -> Paging.request(limit, null))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.BAD_PARAMETER);
                    assertThat(problem.violations()).extracting("pointer").containsExactly("?limit");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "!", "AAAAAAAAAE0=", "AAAAAAAAAE0AAA"})
    void a_wrong_cursor_is_named(String cursor) {
        assertThatThrownBy(() -> Paging.request(null, cursor))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .extracting("pointer")
                        .containsExactly("?cursor"));
    }

    @Test
    void both_are_named_when_both_are_wrong() {
        assertThatThrownBy(() -> Paging.request("x", "x"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.violations())
                        .hasSize(2));
    }

    private static OnceOnlyCall call(String caller, String key, String path) {
        return OnceOnlyCall.of(caller, key, path, BODY).orElseThrow();
    }

    private static String cursor(long number) {
        return Base64Url.encode(ByteBuffer.allocate(8).putLong(number).array());
    }

    private static void refused(ProblemType type, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(type));
    }
}
