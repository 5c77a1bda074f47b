package org.laurel.issuing.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.issuing.submission.SubmissionContent.Answer;
import org.laurel.issuing.submission.SubmissionContent.Link;
import org.laurel.shared.problem.Violation;

class RecognisableTest {
    private final Recognisable recognisable = new Recognisable(List.of("Zoë O'Hara-Núñez"));

    @Test
    void each_word_of_the_name_is_found_in_texts_and_links_whatever_its_case() {
        assertThat(recognisable.in(answers("Signed: ZOË, class of Mrs Núñez")))
                .singleElement()
                .satisfies(found -> assertThat(found.pointer()).isEqualTo("/answers/0/text"))
                .extracting(Violation::detail)
                .isEqualTo("Your name seems to stand here (zoë, núñez); assessors are not to know whose work it is.");
        assertThat(recognisable.in(new SubmissionContent(
                        List.of(new Answer(
                                "plans", null, List.of(new Link("https://school.example/zoë/plan.pdf", null)))),
                        null)))
                .extracting(Violation::pointer)
                .containsExactly("/answers/0/links/0");
    }

    @Test
    void parts_of_words_and_very_short_names_are_not_taken_for_the_name() {
        assertThat(recognisable.in(answers("Sahara, zoëtrope, o"))).isEmpty();
    }

    @Test
    void an_e_mail_address_is_found_whosesoever_it_is() {
        assertThat(recognisable.in(answers("Ask head.teacher+x@school.example for the plan.")))
                .extracting(Violation::code)
                .containsExactly("recognisable");
        assertThat(recognisable.in(answers("We met @ school. It went well."))).isEmpty();
    }

    private static SubmissionContent answers(String text) {
        return new SubmissionContent(List.of(new Answer("overview", text, List.of())), null);
    }
}
