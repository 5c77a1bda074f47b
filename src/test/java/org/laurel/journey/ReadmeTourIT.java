package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's first award, copied and pasted: the blocks between its tour marks, word for word, in one shell. */
class ReadmeTourIT {
    private static final Pattern TOUR = Pattern.compile("<!-- tour -->(.*)<!-- /tour -->", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    @Test
    void works_word_for_word() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of())) {
            String output = run(script().replace("http://localhost:8080", laurel.origin())
                    .replace(
                            "data/admin-token",
                            laurel.data().resolve("admin-token").toString()));
            assertThat(output)
                    .containsSubsequence(
                            "\"slug\":\"oak-hill\"",
                            "\"state\":\"published\"",
                            laurel.origin() + "/credentials/",
                            "eddsa-rdfc-2022",
                            "eyJ",
                            "This badge is genuine and valid",
                            "true",
                            "revoked",
                            "This badge is genuine, but its issuer has revoked it.",
                            "\"awarded\":300",
                            ",teacher300@example.org,");
        }
    }

    private static String script() throws Exception {
        Matcher tour = TOUR.matcher(Files.readString(Path.of("README.md")));
        assertThat(tour.find())
                .as("README.md has its tour between <!-- tour --> and <!-- /tour -->")
                .isTrue();
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        Matcher block = BLOCK.matcher(tour.group(1));
        while (block.find()) {
            script.append(block.group(1)).append("echo\n");
        }
        return script.toString();
    }

    private static String run(String script) throws Exception {
        Path file = Files.writeString(Files.createTempFile(Path.of("target"), "tour", ".sh"), script);
        Path output = Files.createTempFile(Path.of("target"), "tour", ".out");
        Process shell = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
