package org.laurel.finding.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Grades stand as pupils go through them, whatever people write. */
class GradeOrderTest {

    @Test
    void kindergarten_comes_first_and_ten_after_nine() {
        assertThat(List.of("adult", "10", "K", "2", "Pre-K", "Grade 9", "K-2", "12", "1", "", "99999999999").stream()
                        .sorted(GradeOrder.YOUNGEST_FIRST))
                .containsExactly("Pre-K", "K", "K-2", "1", "2", "Grade 9", "10", "12", "", "99999999999", "adult");
    }
}
