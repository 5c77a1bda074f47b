package org.laurel.document.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleVocabulary;

class VocabularyRulesTest {

    @Test
    void a_term_is_listed_or_starts_ext() {
        assertThat(AchievementType.of("ext:MyType").value()).isEqualTo("ext:MyType");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AchievementType.of("Trophy"))
                .withMessage("AchievementType: expected a listed term or one that starts ext:, got \"Trophy\"");
    }

    @Test
    void a_result_status_is_a_closed_list() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResultStatusType.of("ext:Paused"))
                .withMessageContaining("expected one of Completed");
    }

    @Test
    void criteria_have_an_id_or_a_narrative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Criteria(null, null))
                .withMessage("criteria: expected an id or a narrative, got neither");
    }

    @Test
    void a_language_follows_the_pattern() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Related("urn:x:1", "english", null))
                .withMessageContaining("inLanguage: expected a language code");
        assertThat(new Related("urn:x:1", "zh-Hant-TW", null).inLanguage()).isEqualTo("zh-Hant-TW");
    }

    @Test
    void a_country_code_exists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address(null, "XX", null, null, null, null, null, null))
                .withMessageContaining("addressCountryCode: expected a two-letter country code");
    }

    @Test
    void an_id_is_an_absolute_uri() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Image("badge.png", null))
                .withMessage("id: expected an absolute URI, got \"badge.png\"");
    }

    @Test
    void an_empty_text_is_refused_because_it_would_be_dropped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Image("https://a.example/i.png", ""))
                .withMessage("caption: expected text, got empty text");
    }

    @Test
    void a_required_level_is_one_of_the_levels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rubric("urn:x:other", List.of(level("urn:x:level"))))
                .withMessageContaining("requiredLevel: expected the id of one of rubricCriterionLevel");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rubric("urn:x:l", List.of(level("urn:x:l"), level("urn:x:l"))))
                .withMessageContaining("levels with different ids");
    }

    @Test
    void a_result_fits_its_description() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> subject(new Result("urn:x:none", null, null, "A", List.of())))
                .withMessageContaining("result.resultDescription: expected the id of a description");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> subject(new Result(SampleVocabulary.letterGrade().id(), null, null, "E", List.of())))
                .withMessage("result.value: expected one of allowedValue [D, C, B, A], got \"E\"");
    }

    @Test
    void a_subject_is_known_by_something() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AchievementSubject(
                        null,
                        SampleVocabulary.fullestAchievement(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null))
                .withMessageContaining("expected an id or at least one identifier");
    }

    @Test
    void numbers_stay_within_reason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeoCoordinates(new BigDecimal("91"), BigDecimal.ZERO))
                .withMessageContaining("latitude: expected a number from -90 to 90");
        assertThat(new GeoCoordinates(new BigDecimal("1E+1"), BigDecimal.ZERO)
                        .latitude()
                        .toString())
                .isEqualTo("10");
    }

    @Test
    void an_identity_hash_matches_the_published_vector() {
        String hash = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399";
        assertThat(HashedIdentity.sha256("a@example.com", "Kosher")).isEqualTo(hash);
        assertThat(HashedIdentity.matches(hash.replace("b5809d", "B5809D"), "a@example.com", "Kosher"))
                .isTrue();
        assertThat(HashedIdentity.matches(hash, "b@example.com", "Kosher")).isFalse();
        assertThat(HashedIdentity.matches("md5$5d41402abc4b2a76b9719d911017c592", "hello", null))
                .isTrue();
        assertThat(HashedIdentity.isHash("sha1$00")).isFalse();
    }

    private static RubricCriterionLevel level(String id) {
        return new RubricCriterionLevel(id, "Level", null, null, null, List.of());
    }

    private static ResultDescription rubric(String requiredLevel, List<RubricCriterionLevel> levels) {
        return new ResultDescription(
                "urn:x:d",
                "Rubric",
                ResultType.of("RubricCriterionLevel"),
                List.of(),
                List.of(),
                requiredLevel,
                null,
                levels,
                null,
                null);
    }

    private static AchievementSubject subject(Result result) {
        return new AchievementSubject(
                "did:example:ada",
                SampleVocabulary.fullestAchievement(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(result),
                null,
                null,
                null);
    }
}
