package org.laurel.issuing.submission;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.shared.work.OneByOne;

/** Clears away the bytes of files that are gone: removed, erased, or never come to their end; and has scanned what waits for it. */
@ApplicationScoped
public class FileSweep {
    private final EvidenceFiles files;
    private final FileJudge judge;

    FileSweep(EvidenceFiles files, FileJudge judge) {
        this.files = files;
        this.judge = judge;
    }

    /** Those that could not be scanned are tried again. */
    @Scheduled(every = "1m", delayed = "90s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> rescan() {
        return files.unscanned().chain(waiting -> OneByOne.each(waiting, judge::rescan));
    }

    /** A few hundred at a time; what fails is tried again. */
    @Scheduled(every = "5m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> sweep() {
        return files.expired().chain(gone -> OneByOne.each(gone, judge::forget));
    }
}
