package org.laurel.document.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.rule.AllRules;
import org.laurel.fixture.SampleDocuments;

class CredentialLinterTest {
    private final CredentialLinter linter = AllRules.linter();

    static List<String> samples() {
        return SampleDocuments.names("samples", ".json");
    }

    static List<String> broken() {
        return SampleDocuments.lines("broken/documents.csv");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void finds_nothing_in_a_sample(String name) {
        CredentialDocument document = SampleDocuments.sample(name);
        assertThat(linter.findings(document)).isEmpty();
        assertThatCode(() -> linter.lint(document)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void finds_exactly_the_one_fault_of_a_broken_document(String row) {
        List<String> cells = Arrays.asList(row.split(";", -1));
        CredentialDocument document = SampleDocuments.document("broken/documents/" + cells.get(0) + ".json");
        List<LintFinding> findings = linter.findings(document);
        assertThat(findings.stream().map(f -> f.rule() + ";" + f.severity() + ";" + f.pointer()))
                .as(findings.toString())
                .containsExactly(cells.get(0).replaceAll("--.*", "") + ";" + cells.get(1) + ";" + cells.get(2));
    }

    @Test
    void every_rule_has_a_broken_document_and_every_document_an_expectation() {
        Set<String> rules =
                broken().stream().map(row -> row.replaceAll("--.*", "")).collect(Collectors.toSet());
        assertThat(AllRules.list().stream().map(LintRule::id)).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(broken().stream().map(row -> row.replaceAll(";.*", "")))
                .containsExactlyInAnyOrderElementsOf(SampleDocuments.names("broken/documents", ".json"));
    }

    @Test
    void every_rule_applies_to_a_sample_that_it_finds_nothing_in() {
        List<PlacedDocument> whole = samples().stream()
                .map(name -> PlacedDocument.of(SampleDocuments.sample(name)))
                .toList();
        assertThat(AllRules.list()).allSatisfy(rule -> assertThat(
                        whole.stream().filter(rule::appliesTo).map(rule::findings))
                .as(rule.id())
                .isNotEmpty()
                .allMatch(List::isEmpty));
    }

    @Test
    void refuses_to_pass_on_a_document_with_an_error() {
        LintException refusal = catchThrowableOfType(
                LintException.class,
                () -> linter.lint(SampleDocuments.document("broken/documents/criteria-given--neither.json")));
        assertThat(refusal.findings()).hasSize(1);
    }

    @Test
    void passes_on_a_document_with_a_warning() {
        assertThatCode(() -> linter.lint(SampleDocuments.document("broken/documents/issuer-form--bare-uri.json")))
                .doesNotThrowAnyException();
    }

    @Test
    void does_not_look_at_the_proof() {
        CredentialDocument document = SampleDocuments.sample("badge-smallest");
        document.json().putArray("proof").addNull();
        assertThat(linter.findings(document)).isEmpty();
    }

    @Test
    void never_throws_on_documents_whose_every_value_is_another_kind() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> strange = List.of(
                mapper.readTree("7"),
                mapper.readTree("[[]]"),
                mapper.readTree("{\"a\":null}"),
                mapper.readTree("true"));
        JsonNode whole = SampleDocuments.sample("badge-full").json();
        for (JsonNode value : strange) {
            for (ObjectNode changed : everyChange((ObjectNode) whole, value)) {
                assertThatCode(() -> linter.findings(new CredentialDocument(changed)))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void finds_no_error_in_the_examples_of_the_standard() throws IOException {
        Path folder = Path.of("../shared/data/ob3/examples");
        assumeTrue(Files.isDirectory(folder), "the standard's examples are not on this machine");
        ObjectMapper mapper = new ObjectMapper();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                CredentialDocument document = new CredentialDocument((ObjectNode) mapper.readTree(file.toFile()));
                assertThat(linter.findings(document))
                        .as(file.toString())
                        .noneMatch(f -> f.severity() == LintFinding.Severity.ERROR);
            }
        }
    }

    /** The document once for every member of every object, with that member's value replaced. */
    private static List<ObjectNode> everyChange(ObjectNode document, JsonNode value) {
        return document.findParents("type").stream()
                .flatMap(parent -> parent.properties().stream().map(java.util.Map.Entry::getKey))
                .distinct()
                .map(name -> replace(document.deepCopy(), name, value))
                .toList();
    }

    private static ObjectNode replace(ObjectNode document, String name, JsonNode value) {
        document.findParents(name).forEach(parent -> ((ObjectNode) parent).set(name, value));
        return document;
    }
}
