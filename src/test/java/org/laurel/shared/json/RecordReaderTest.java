package org.laurel.shared.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.shared.json.RecordReader.Reading;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

class RecordReaderTest {
    private enum Colour {
        DEEP_RED,
        BLUE
    }

    record Code(@JsonValue String value) {
        Code {
            if (value.isBlank()) {
                throw new IllegalArgumentException("expected a code");
            }
        }
    }

    private record Part(String name, @Nullable Integer size) {}

    private record Thing(
            String name,
            List<Part> parts,
            @Nullable Colour colour,
            @Nullable Code code,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable BigDecimal weight,
            @Nullable ObjectNode free,
            @JsonProperty("public") @Nullable Boolean shown) {}

    record Strict(@Nullable String first, @Nullable String second, String third, List<String> tags) {
        Strict {
            if ("bad".equals(first)) {
                throw new IllegalArgumentException("first: expected good");
            }
            if ("bad".equals(second)) {
                throw new IllegalArgumentException("second: expected good");
            }
            if (tags.contains("bad")) {
                throw new IllegalArgumentException("tags: expected good ones");
            }
            if ("bad".equals(third)) {
                throw new IllegalArgumentException("third: expected good");
            }
            if ("odd".equals(third)) {
                throw new IllegalArgumentException("expected something else altogether");
            }
        }
    }

    private record Criteria(String narrative) {}

    @Test
    void reads_every_kind_of_member() {
        Thing thing = read(Thing.class, """
                {"name": "n", "parts": [{"name": "p", "size": 3}], "colour": "deep-red", "code": "c",
                 "at": "2026-11-25T10:00:00+01:00", "day": "2026-11-25", "weight": 1.50, "free": {"a": 1}, "public": true}
                """).orThrow();
        assertThat(thing.parts()).containsExactly(new Part("p", 3));
        assertThat(thing.colour()).isEqualTo(Colour.DEEP_RED);
        assertThat(thing.code()).isEqualTo(new Code("c"));
        assertThat(thing.at()).isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(thing.day()).isEqualTo(LocalDate.parse("2026-11-25"));
        assertThat(thing.weight()).isEqualTo(new BigDecimal("1.50"));
        assertThat(thing.free()).isNotNull();
        assertThat(thing.shown()).isTrue();
    }

    @Test
    void what_may_be_absent_may_be_absent() {
        Thing thing = read(Thing.class, "{\"name\": \"n\"}").orThrow();
        assertThat(thing.parts()).isEmpty();
        assertThat(thing.colour()).isNull();
        assertThat(thing.shown()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; /name; required",
                "{\"name\": null}; /name; null",
                "{\"name\": 1}; /name; invalid",
                "{\"name\": \"n\", \"other\": 1}; /other; unknown-member",
                "{\"name\": \"n\", \"a/b~\": 1}; /a~1b~0; unknown-member",
                "{\"name\": \"n\", \"shown\": true}; /shown; unknown-member",
                "{\"name\": \"n\", \"public\": \"yes\"}; /public; invalid",
                "{\"name\": \"n\", \"parts\": {}}; /parts; type",
                "{\"name\": \"n\", \"parts\": null}; /parts; null",
                "{\"name\": \"n\", \"parts\": [{\"name\": \"p\"}, 1]}; /parts/1; type",
                "{\"name\": \"n\", \"parts\": [null]}; /parts/0; type",
                "{\"name\": \"n\", \"parts\": [{\"name\": \"p\"}, {}]}; /parts/1/name; required",
                "{\"name\": \"n\", \"parts\": [{\"name\": \"p\", \"size\": 1.5}]}; /parts/0/size; invalid",
                "{\"name\": \"n\", \"parts\": [{\"name\": \"p\", \"size\": 3000000000}]}; /parts/0/size; invalid",
                "{\"name\": \"n\", \"colour\": \"red\"}; /colour; invalid",
                "{\"name\": \"n\", \"colour\": \"DEEP_RED\"}; /colour; invalid",
                "{\"name\": \"n\", \"code\": \" \"}; /code; invalid",
                "{\"name\": \"n\", \"at\": \"2026-11-25T10:00:00\"}; /at; invalid",
                "{\"name\": \"n\", \"at\": 1764061200}; /at; invalid",
                "{\"name\": \"n\", \"day\": \"2026-02-30\"}; /day; invalid",
                "{\"name\": \"n\", \"weight\": \"1\"}; /weight; invalid",
                "{\"name\": \"n\", \"free\": []}; /free; invalid",
                "{\"name\": \"n\", \"type\": \"Other\"}; /type; unknown-member",
            })
    void names_the_fault_and_its_place(String json, String pointer, String code) {
        Reading<Thing> reading = read(Thing.class, json);
        assertThat(reading.value()).isEmpty();
        assertThat(reading.violations()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.detail()).endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"text\"", "null", "true"})
    void a_body_that_is_no_object_is_one_fault_at_the_root(String json) {
        assertThat(read(Thing.class, json).violations()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEmpty();
            assertThat(fault.code()).isEqualTo("type");
        });
    }

    @Test
    void names_every_fault_at_once() {
        Reading<Thing> reading = read(
                Thing.class,
                "{\"parts\": [{\"size\": \"x\"}, 7], \"colour\": \"red\", \"at\": \"now\", \"day\": null, \"more\": 1}");
        assertThat(reading.violations())
                .extracting("pointer")
                .containsExactlyInAnyOrder(
                        "/name", "/parts/0/name", "/parts/0/size", "/parts/1", "/colour", "/at", "/day", "/more");
        assertThatThrownBy(reading::orThrow).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
            assertThat(problem.violations()).hasSize(8);
        });
    }

    @Test
    void what_a_constructor_refuses_is_a_fault_at_its_component() {
        assertThat(read(Strict.class, "{\"third\": \"bad\"}").violations())
                .extracting("pointer")
                .containsExactly("/third");
        assertThat(read(Strict.class, "{\"third\": \"odd\"}").violations())
                .extracting("pointer")
                .containsExactly("");
    }

    @Test
    void a_constructors_faults_are_named_beside_a_missing_member() {
        assertThat(read(Strict.class, "{\"first\": \"bad\", \"second\": \"bad\"}")
                        .violations())
                .extracting("pointer")
                .containsExactlyInAnyOrder("/first", "/second", "/third");
        assertThat(read(Strict.class, "{\"first\": 7, \"second\": \"bad\", \"tags\": [\"bad\"]}")
                        .violations())
                .extracting("pointer")
                .containsExactlyInAnyOrder("/first", "/second", "/tags", "/third");
    }

    @Test
    void a_constructors_faults_are_all_named() {
        Reading<Strict> reading = read(
                Strict.class,
                "{\"first\": \"bad\", \"second\": \"bad\", \"third\": \"bad\", \"tags\": [\"bad\"], \"more\": 1}");
        assertThat(reading.value()).isEmpty();
        assertThat(reading.violations())
                .extracting("pointer")
                .containsExactly("/first", "/second", "/tags", "/third", "/more");
    }

    @Test
    void what_was_left_out_for_its_fault_is_not_found_missing() {
        assertThat(read(Strict.class, "{\"first\": \"bad\", \"third\": \"odd\"}")
                        .violations())
                .extracting("pointer")
                .containsExactly("/first");
    }

    @Test
    void a_constructors_fault_in_a_part_that_may_be_absent_still_fails_the_whole() {
        assertThat(read(Strict.class, "{\"first\": \"bad\", \"third\": \"good\"}")
                        .value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Part\"", "[\"Part\"]"})
    void the_type_that_a_class_always_has_may_be_said(String type) {
        assertThat(read(Part.class, "{\"name\": \"p\", \"type\": " + type + "}").value())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"part\"", "[]", "[\"Part\", \"Thing\"]", "null", "1"})
    void another_type_is_an_unknown_member(String type) {
        assertThat(read(Part.class, "{\"name\": \"p\", \"type\": " + type + "}").violations())
                .extracting("pointer")
                .containsExactly("/type");
    }

    @Test
    void criteria_have_no_type() {
        assertThat(read(Criteria.class, "{\"narrative\": \"n\", \"type\": \"Criteria\"}")
                        .violations())
                .extracting("pointer")
                .containsExactly("/type");
    }

    @Test
    void a_long_wrong_text_is_not_repeated_whole() {
        String detail = read(Thing.class, "{\"name\": \"n\", \"colour\": \"" + "x".repeat(500) + "\"}")
                .violations()
                .get(0)
                .detail();
        assertThat(detail).contains("…").hasSizeLessThan(200).contains("deep-red, blue");
    }

    @Test
    void a_text_beyond_all_measure_is_refused() {
        assertThat(read(Part.class, "{\"name\": \"" + "x".repeat(100_001) + "\"}")
                        .violations())
                .extracting("pointer")
                .containsExactly("/name");
    }

    @Test
    void what_is_no_json_is_malformed() {
        assertThatThrownBy(() -> read(Part.class, "{"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.MALFORMED));
    }

    private static <T> Reading<T> read(Class<T> type, String json) {
        return RecordReader.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
