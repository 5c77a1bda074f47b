package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.fixture.SampleDocuments;
import org.laurel.fixture.SampleWorld;
import org.laurel.shared.problem.ProblemException;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** Every file of {@code broken/verify} gets exactly the answer that stands beside it. */
class BrokenInputsTest {
    private static final String FOLDER = "broken/verify";
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static List<String> inputs() {
        return SampleDocuments.names(FOLDER, ".expected.json");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void gets_exactly_the_expected_answer(String name) throws IOException {
        JsonNode expected = JSON.readTree(SampleDocuments.bytes(FOLDER + "/" + name + ".expected.json"));
        assertThat(answer(SampleDocuments.bytes(FOLDER + "/" + name)).toPrettyString())
                .isEqualTo(expected.toPrettyString());
    }

    @Test
    void every_input_has_an_expectation() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            writeAnew();
        }
        TreeSet<String> names = new TreeSet<>(SampleDocuments.names(FOLDER, ""));
        names.removeIf(name -> name.endsWith(".expected.json"));
        assertThat(names).containsExactlyElementsOf(inputs());
    }

    private static void writeAnew() throws IOException {
        Path folder = Path.of("src/test/resources", FOLDER);
        for (Map.Entry<String, byte[]> file : new BrokenInputs().all().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            Files.write(
                    folder.resolve(file.getKey() + ".expected.json"), JSON.writeValueAsBytes(answer(file.getValue())));
        }
    }

    /** What the door answers, in short: status, verdict, and each fatal check that did not pass with its problem. */
    private static ObjectNode answer(byte[] body) {
        ObjectNode answer = JSON.createObjectNode();
        try {
            VerificationReport report = new SampleWorld().judge(body);
            boolean unreadable = report.checks().get(0).problems().stream()
                    .anyMatch(problem -> problem.kind() == ProblemKind.NOT_READABLE);
            if (unreadable) {
                return answer.put("status", 400).put("problem", "not-a-credential");
            }
            answer.put("status", 200).put("outcome", report.outcome().word()).put("summary", report.summary());
            report.checks().stream().filter(CheckReport::fatal).forEach(check -> add(answer, check));
            return answer;
        } catch (ProblemException e) {
            return answer.put("status", e.type().status())
                    .put("problem", e.type().slug());
        }
    }

    private static void add(ObjectNode answer, CheckReport check) {
        if (check.outcome() == CheckOutcome.FAILED || check.outcome() == CheckOutcome.INDETERMINATE) {
            ObjectNode found = answer.withObject("/checks").putObject(check.id());
            found.put("outcome", check.outcome().word());
            check.problems().forEach(problem -> found.withArray("problems")
                    .add(problem.type().replace("urn:laurel:problem:", "") + " at \"" + problem.pointer() + "\""));
        }
    }
}
