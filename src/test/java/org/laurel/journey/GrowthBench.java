package org.laurel.journey;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Whether a service that has awarded a million badges is as fast as one that has awarded few, whether a batch of a hundred,
 * of ten thousand and of a million rows take as long a row, and what a million rows need of memory: the packaged jar with
 * 512 MiB, and its database on the same machine. It takes a quarter of an hour, and some 10 GB of disk.
 */
class GrowthBench {
    private static final int MILLION = 1_000_000;
    private static final int SMALL = 10_000;
    private static final int SMALLEST = 100;
    private static final int TIMES = 20;
    private static final int AT_ONCE = 4;

    private final List<String> lines = new ArrayList<>();

    @Test
    void a_million_awards() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"))) {
            String achievement = laurel.prepare("oak-hill", "{}");
            say("until the compilers have done their work: " + TimedBatch.run(laurel, achievement, "warm", 8 * SMALL));
            batches(laurel, achievement, "before");
            say("in one batch: " + TimedBatch.run(laurel, achievement, "million", MILLION));
            say("memory at its peak: " + laurel.memory("VmHWM"));
            batches(laurel, achievement, "after");
            say("memory at the end: " + laurel.memory("VmRSS"));
        }
        Files.write(DistrictBatch.folder().resolve("growth.txt"), lines);
    }

    private void batches(RunningLaurel laurel, String achievement, String when) throws Exception {
        for (int i = 0; i < 2; i++) {
            say(when + ": " + TimedBatch.run(laurel, achievement, when + i, SMALL));
        }
        double seconds = 0;
        for (int i = 0; i < TIMES; i++) {
            seconds += TimedBatch.run(laurel, achievement, when + "-small" + i, SMALLEST)
                    .seconds();
        }
        say("%s: %d batches of %d rows, one after the other, %.0f a second"
                .formatted(when, TIMES, SMALLEST, TIMES * SMALLEST / seconds));
        say("%s: %d batches of %d rows, %d at a time, %.0f a second"
                .formatted(when, TIMES, SMALLEST, AT_ONCE, TIMES * SMALLEST / together(laurel, achievement, when)));
    }

    private static double together(RunningLaurel laurel, String achievement, String when) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<TimedBatch>> batches = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            String name = when + "-beside" + i;
            batches.add(() -> TimedBatch.run(laurel, achievement, name, SMALLEST));
        }
        long start = System.nanoTime();
        for (Future<TimedBatch> batch : senders.invokeAll(batches)) {
            batch.get();
        }
        senders.shutdown();
        return (System.nanoTime() - start) / 1e9;
    }

    private void say(String line) {
        lines.add(line);
        System.out.println(line);
    }
}
