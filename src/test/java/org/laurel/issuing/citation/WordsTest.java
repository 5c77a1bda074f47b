package org.laurel.issuing.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The Power of Feedback | THE POWER OF FEEDBACK. | true",
                "The Power of Feedback | The <i>Power</i> of Feedback | true",
                "Homework & Achievement | Homework and achievement | true",
                "Évaluation formative | Evaluation formative | true",
                "Test-Enhanced Learning | Test-enhanced learning: Taking memory tests improves retention | true",
                "Active learning increases student performance | Active learning raises student performance | true",
                "The Power of Feedback | The Power of Feedforward in Schools | false",
                "Learning | Learning and instruction in digital worlds | false",
                "Assessment and Classroom Learning | Cognitive Load During Problem Solving | false"
            })
    void titles_are_compared_as_people_do(String one, String other, boolean same) {
        assertThat(Words.sameTitle(one, other)).isEqualTo(same);
        assertThat(Words.sameTitle(other, one)).isEqualTo(same);
    }

    @Test
    void a_quote_may_leave_words_out_but_not_turn_them_round() {
        String text = "Feedback is one of the most powerful influences on learning and achievement.";
        assertThat(Words.isQuoted("one of the most powerful influences", text)).isTrue();
        assertThat(Words.isQuoted("Feedback is … powerful influences on [...] achievement", text))
                .isTrue();
        assertThat(Words.isQuoted("achievement … learning", text)).isFalse();
        assertThat(Words.isQuoted("the most powerful influence", text))
                .as("half a word")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.3102/003465430298487",
                "doi:10.3102/003465430298487",
                "DOI: 10.3102/003465430298487 ",
                "https://doi.org/10.3102/003465430298487",
                "http://dx.doi.org/10.3102/003465430298487"
            })
    void a_doi_is_read_as_people_write_it(String written) {
        assertThat(Doi.parse(written)).contains(new Doi("10.3102/003465430298487"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.3102", "10.31/x", "11.3102/x", "https://example.org/10.3102/x", "10.3102/a b"})
    void what_is_no_doi_is_none(String written) {
        assertThat(Doi.parse(written)).isEmpty();
    }

    @Test
    void a_family_name_is_told_from_either_order() {
        assertThat(Words.family("Hattie, John")).isEqualTo("hattie");
        assertThat(Words.family("John Hattie")).isEqualTo("hattie");
        assertThat(Words.family("García Márquez, Lucía")).isEqualTo("garcia marquez");
    }
}
