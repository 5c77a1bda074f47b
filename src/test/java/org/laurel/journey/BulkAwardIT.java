package org.laurel.journey;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A district's file is awarded while the service is killed again and again, and its database with it: in the end there is
 * exactly one badge for each good row, and an account of every row. With {@code -Dbulk.rows=100000 -Dbulk.kills=25} by hand.
 */
class BulkAwardIT {
    private static final int ROWS = Integer.getInteger("bulk.rows", 1000);
    private static final int KILLS = Integer.getInteger("bulk.kills", 4);

    @Test
    void exactly_one_badge_for_each_good_row_whatever_is_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (RunningLaurel laurel = RunningLaurel.start(Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"))) {
            DistrictBatch batch = new DistrictBatch(laurel, "oak-hill", laurel.prepare("oak-hill", "{}"), ROWS);
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(300 + random.nextInt(1500));
                laurel.end(kill % 4 == 3 ? RunningLaurel.End.POWER_FAILED : RunningLaurel.End.KILLED);
                laurel.startAgain();
            }
            batch.isDoneOnceAndWhole(laurel);
        }
    }
}
