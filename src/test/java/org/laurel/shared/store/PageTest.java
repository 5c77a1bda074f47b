package org.laurel.shared.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final PageRequest THREE = new PageRequest(3, Long.MAX_VALUE);

    @Test
    void one_row_more_than_the_limit_means_another_page() {
        Page<Long> page = Page.of(List.of(9L, 8L, 7L, 6L), THREE, Long::longValue);
        assertThat(page.items()).containsExactly(9L, 8L, 7L);
        assertThat(page.next()).hasValue(7);
    }

    @Test
    void as_many_rows_as_the_limit_are_the_last_page() {
        Page<Long> page = Page.of(List.of(9L, 8L, 7L), THREE, Long::longValue);
        assertThat(page.items()).hasSize(3);
        assertThat(page.next()).isEmpty();
        assertThat(Page.of(List.<Long>of(), THREE, Long::longValue).items()).isEmpty();
    }

    @Test
    void a_changed_page_keeps_its_next() {
        Page<String> page =
                Page.of(List.of(9L, 8L, 7L, 6L), THREE, Long::longValue).map(n -> "n" + n);
        assertThat(page.items()).containsExactly("n9", "n8", "n7");
        assertThat(page.next()).hasValue(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
    void a_limit_has_bounds(int limit) {
        assertThatThrownBy(() -> new PageRequest(limit, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 200})
    void a_limit_within_them_is_taken(int limit) {
        assertThat(new PageRequest(limit, 1).limit()).isEqualTo(limit);
    }
}
