package org.laurel.issuing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Templates;
import org.laurel.issuing.submission.SubmissionContent.Answer;
import org.laurel.issuing.submission.SubmissionContent.Item;
import org.laurel.issuing.submission.SubmissionContent.Link;
import org.laurel.issuing.submission.SubmissionContent.PupilsConsent;
import org.laurel.issuing.submission.SubmissionContent.Showing;
import org.laurel.issuing.submission.SubmissionContent.Statements;
import org.laurel.issuing.template.MicroCredentialTemplate.AwardRule;
import org.laurel.issuing.template.MicroCredentialTemplate.Part;
import org.laurel.issuing.template.MicroCredentialTemplate.PartKind;
import org.laurel.shared.problem.Violation;

class RequirementsTest {
    private static final Statements STATED = new Statements(true, PupilsConsent.GIVEN, "none", null, null);

    @Test
    void everything_that_is_missing_is_named_at_once() {
        Requirements requirements = requirements(new AwardRule(List.of("overview", "plans"), null));
        assertThat(requirements.lacks(SubmissionContent.EMPTY, List.of()))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/answers",
                        "/answers",
                        "/statements/ownWork",
                        "/statements/pupilsConsent",
                        "/statements/aiUse");
        assertThat(requirements.lacks(content(text("overview", "one two three"), links("plans")), List.of()))
                .isEmpty();
    }

    @Test
    void a_part_that_the_rule_does_not_name_may_be_missing_but_enough_parts_must_be_there() {
        Requirements requirements = requirements(new AwardRule(List.of("overview"), 2));
        assertThat(requirements.lacks(content(text("overview", "one")), List.of()))
                .singleElement()
                .extracting(Violation::detail)
                .isEqualTo("Expected answers to at least 2 of 3 parts, got 1.");
        assertThat(requirements.lacks(content(text("overview", "one"), text("reflection", "two")), List.of()))
                .isEmpty();
    }

    @Test
    void more_words_than_are_taken_are_refused_with_both_numbers() {
        assertThat(requirements(new AwardRule(List.of(), 1))
                        .lacks(content(text("overview", "one  two\nthree\tfour ")), List.of()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/answers/0/text"))
                .extracting(Violation::detail)
                .isEqualTo("Part 1 \"Your class\" is too long: expected at most 3 words, got 4.");
    }

    @Test
    void what_a_part_does_not_take_is_refused() {
        assertThat(requirements(new AwardRule(List.of(), 1))
                        .lacks(content(links("overview"), text("plans", "Text")), List.of()))
                .extracting(Violation::detail)
                .containsExactly("Part 1 \"Your class\" takes a text only.", "Part 2 \"Your plans\" takes no text.");
    }

    @Test
    void a_blank_text_is_no_answer_and_a_part_that_is_not_there_is_named() {
        Requirements requirements = requirements(new AwardRule(List.of("overview"), null));
        assertThat(requirements.lacks(content(text("overview", " \n")), List.of()))
                .extracting(Violation::detail)
                .containsExactly("Part 1 \"Your class\" is missing.");
        assertThat(requirements.unknown(content(text("overview", "a"), text("plan", "b"))))
                .singleElement()
                .extracting(Violation::detail)
                .isEqualTo("There is no part \"plan\"; expected one of overview, plans, reflection.");
    }

    @Test
    void an_answer_replaces_the_one_to_the_same_part_and_the_rest_stays() {
        SubmissionContent before = content(text("overview", "old"), text("reflection", "stays"));
        SubmissionContent change =
                new SubmissionContent(List.of(text("plans", "new part"), text("overview", "new")), null);
        assertThat(before.changedBy(change))
                .isEqualTo(content(text("overview", "new"), text("reflection", "stays"), text("plans", "new part")));
        assertThatThrownBy(() -> content(text("overview", "a"), text("overview", "b")))
                .hasMessageContaining("stands twice");
    }

    @Test
    void what_the_badge_is_to_show_has_to_be_there_and_who_agrees_says_that_they_know_what_stays() {
        Requirements requirements = requirements(new AwardRule(List.of("overview"), null));
        String lesson = "https://video.example/lesson";
        List<Item> there = List.of(new Item("overview", null, null, "My class"), new Item("plans", lesson, null, null));
        assertThat(requirements.lacks(showing(new Showing(there, true)), List.of()))
                .isEmpty();
        assertThat(requirements.lacks(showing(new Showing(there, null)), List.of()))
                .extracting(Violation::pointer)
                .containsExactly("/statements/showing/copiesStay");
        List<Item> away = List.of(
                new Item("reflection", null, null, null),
                new Item("overview", lesson, null, null),
                new Item("plans", null, "1-a", null),
                new Item("nowhere", null, null, null));
        SubmissionContent lacking = showing(new Showing(away, true));
        assertThat(requirements.lacks(lacking, List.of()))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/statements/showing/items/0",
                        "/statements/showing/items/1",
                        "/statements/showing/items/2",
                        "/statements/showing/items/3");
        assertThat(requirements.unknown(lacking))
                .extracting(Violation::pointer)
                .containsExactly("/statements/showing/items/3/part");
        assertThatThrownBy(() -> new Showing(List.of(there.get(0), new Item("overview", null, null, "Again")), true))
                .hasMessageContaining("each thing once");
    }

    private static SubmissionContent showing(Showing showing) {
        return new SubmissionContent(
                List.of(text("overview", "one two"), links("plans")),
                new Statements(true, PupilsConsent.GIVEN, "none", null, showing));
    }

    private static SubmissionContent content(Answer... answers) {
        return new SubmissionContent(List.of(answers), STATED);
    }

    private static Answer text(String part, String text) {
        return new Answer(part, text, List.of());
    }

    private static Answer links(String part) {
        return new Answer(part, null, List.of(new Link("https://video.example/lesson", "The lesson")));
    }

    private static Requirements requirements(AwardRule rule) {
        return new Requirements(Templates.of(
                rule,
                part("overview", "Your class", 3, List.of()),
                part("plans", "Your plans", null, List.of("application/pdf")),
                part("reflection", "Looking back", 500, List.of())));
    }

    private static Part part(String id, String title, @Nullable Integer words, List<String> types) {
        return new Part(id, PartKind.OVERVIEW, title, null, words, types, List.of());
    }
}
