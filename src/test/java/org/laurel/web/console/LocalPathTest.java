package org.laurel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/console", "/issuers/oak-hill", "/verify?url=https://badges.example/credentials/1", "/a//b"})
    void a_path_of_ours_is_followed(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                " //evil.example",
                "/sign-in?next=/sign-in",
                "/sign-out",
                "/ñ"
            })
    void anything_else_leads_to_ones_own_page(String asked) {
        assertThat(LocalPath.of(asked)).isEqualTo("/console");
    }
}
