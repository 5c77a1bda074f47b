package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Starting and stopping: cleanly, once at a time, and always as the same installation. */
class StopIT {

    @Test
    void it_stops_its_database_keeps_everything_and_lets_nobody_in_beside_it() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of("LAUREL_DEMO", "true"))) {
            List<String> links = links(laurel);
            assertThat(links).hasSizeGreaterThanOrEqualTo(6);

            List<String> second = laurel.startSecond(Map.of());
            assertThat(second).last().isEqualTo("exit 1");
            assertThat(String.join("\n", second))
                    .contains("The data directory " + laurel.data() + " is in use by process " + laurel.pid());

            laurel.stop();
            assertThat(laurel.databaseProcesses()).isEmpty();

            List<String> elsewhere = laurel.startSecond(Map.of("LAUREL_BASE_URL", "https://other.example.org"));
            assertThat(elsewhere).last().isEqualTo("exit 1");
            assertThat(String.join("\n", elsewhere))
                    .contains("This installation began with LAUREL_BASE_URL=" + laurel.origin());
            assertThat(laurel.databaseProcesses()).isEmpty();

            laurel.startAgain();
            assertThat(links(laurel)).isEqualTo(links);
        }
    }

    private static List<String> links(RunningLaurel laurel) throws Exception {
        return laurel.output()
                .lines()
                .filter(line -> line.startsWith("  ") && line.contains("://"))
                .toList();
    }
}
