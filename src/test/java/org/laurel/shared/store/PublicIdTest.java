package org.laurel.shared.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicIdTest {
    private static final String RANDOM = "abcdefghijklmnopqrstuvwxyz";

    @Test
    void is_read_as_it_is_written() {
        PublicId fresh = PublicId.fresh(42, new SecureRandom());
        assertThat(fresh.toString()).matches("42-[a-z2-7]{26}");
        assertThat(PublicId.parse(fresh.toString())).contains(fresh);
    }

    @Test
    void what_belongs_to_the_programme_has_the_number_0() {
        assertThat(PublicId.parse("0-" + RANDOM)).contains(new PublicId(0, RANDOM));
    }

    @Test
    void no_two_are_the_same() {
        SecureRandom random = new SecureRandom();
        Set<PublicId> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(PublicId.fresh(1, random));
        }
        assertThat(ids).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-",
                RANDOM,
                "01-" + RANDOM,
                "-1-" + RANDOM,
                "1234567890-" + RANDOM,
                "1-" + RANDOM + "a",
                "1-abcdefghijklmnopqrstuvwxy",
                "1-ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "1-abcdefghijklmnopqrstuvwxy1",
                "1-abcdefghijklmnopqrstuvwxy\n",
                "1-" + RANDOM + "\n",
                "١-" + RANDOM
            })
    void another_shape_is_no_id(String text) {
        assertThat(PublicId.parse(text)).isEmpty();
    }
}
