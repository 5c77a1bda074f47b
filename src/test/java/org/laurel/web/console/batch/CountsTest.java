package org.laurel.web.console.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laurel.verifying.report.Wording;

class CountsTest {

    @Test
    void numbers_are_written_as_in_the_language() {
        assertThat(Counts.of("bulk.award", 4988, Wording.ENGLISH)).isEqualTo("Award 4,988 badges");
        assertThat(Counts.of("bulk.award", 4988, Wording.SPANISH)).isEqualTo("Otorgar 4.988 insignias");
        assertThat(Counts.of("bulk.award", 1, Wording.SPANISH)).isEqualTo("Otorgar 1 insignia");
    }

    @Test
    void times_are_told_as_people_tell_them() {
        assertThat(Counts.time(0, Wording.ENGLISH)).isEqualTo("1 second");
        assertThat(Counts.time(59, Wording.ENGLISH)).isEqualTo("59 seconds");
        assertThat(Counts.time(90, Wording.ENGLISH)).isEqualTo("2 minutes");
        assertThat(Counts.time(7200, Wording.SPANISH)).isEqualTo("2 horas");
    }
}
