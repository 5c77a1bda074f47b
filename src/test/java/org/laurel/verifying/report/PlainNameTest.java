package org.laurel.verifying.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainNameTest {

    @Test
    void a_name_stays_within_its_quotation_marks_and_its_line() {
        assertThat(PlainName.of("Oak\u201D, which is \u201CHarvard")).isEqualTo("Oak', which is 'Harvard");
        assertThat(PlainName.of("Oak\r\n\tHill\u202E \u2066x")).isEqualTo("Oak Hill x");
        assertThat(PlainName.of("Oak\u275E\u200B Hill\uDB40\uDC41")).isEqualTo("Oak' Hill");
        assertThat(PlainName.of("x".repeat(300))).hasSize(101).endsWith("…");
    }

    @Test
    void real_names_stay_as_they_are() {
        for (String name : new String[] {"Düne School ® 👩🏽\u200D🏫", "مدرسة", "O'Neill & Söhne", "学校"}) {
            assertThat(PlainName.of(name)).isEqualTo(name);
        }
    }
}
