package org.laurel.verifying;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/** Judges many badges, a few at a time, and answers in the order in which they came. */
@Singleton
class BatchVerifier {
    /** Lines in one batch; the next one is answered with a fault, and nothing after it is read. */
    static final int MOST_LINES = 10_000;

    private static final int AT_ONCE = 8;
    /** Pictures are larger than lines. */
    private static final int FILES_AT_ONCE = 4;

    private final CredentialVerifier verifier;
    private final Workers workers;
    private final ObjectMapper json;

    BatchVerifier(CredentialVerifier verifier, Workers workers, ObjectMapper json) {
        this.verifier = verifier;
        this.workers = workers;
        this.json = json;
    }

    /** The reports, in pieces of text, as the bytes come in; slow readers slow the reading down. */
    Multi<String> verify(Multi<byte[]> chunks, Wanted wanted, long mostBytes) {
        BatchLines lines = new BatchLines();
        AtomicLong seen = new AtomicLong();
        Multi<BatchLines.Line> all = Multi.createBy()
                .concatenating()
                .streams(
                        chunks.select()
                                .first(chunk -> seen.addAndGet(chunk.length) <= mostBytes)
                                .onItem()
                                .transformToMultiAndConcatenate(
                                        chunk -> Multi.createFrom().iterable(lines.feed(chunk))),
                        Multi.createFrom().deferred(() -> Multi.createFrom()
                                .iterable(seen.get() > mostBytes ? lines.cutOff() : lines.rest())));
        Multi<String> reports = all.select()
                .first(MOST_LINES + 1L)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(group -> judge(group, wanted));
        return withHead(reports, wanted.format());
    }

    /**
     * What is wanted of a batch.
     *
     * @param format how the reports are written
     * @param words in which language
     * @param asked what is asked of each
     */
    record Wanted(BatchFormat format, Wording words, Asked asked) {}

    /** The reports on the files of an archive, a few at a time. */
    Multi<String> verify(BatchArchive archive, Wanted wanted) {
        Multi<String> reports = Multi.createBy()
                .repeating()
                .uni(() -> workers.compute(() -> archive.next(FILES_AT_ONCE)))
                .until(List::isEmpty)
                .onItem()
                .transformToUniAndConcatenate(group -> judge(group, wanted));
        return withHead(reports, wanted.format());
    }

    private static Multi<String> withHead(Multi<String> reports, BatchFormat format) {
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().items(format.head()).filter(head -> !head.isEmpty()), reports);
    }

    private Uni<String> judge(List<BatchLines.Line> group, Wanted wanted) {
        List<Uni<String>> reports = group.stream()
                .map(line -> workers.apart(judge(line, wanted.asked()))
                        .map(report -> wanted.format().line(line, report.in(wanted.words()), json)))
                .toList();
        return Uni.join().all(reports).andFailFast().map(texts -> String.join("", texts));
    }

    private Uni<VerificationReport> judge(BatchLines.Line line, Asked asked) {
        Unjudged unjudged = line.number() > MOST_LINES ? Unjudged.TOO_MANY : line.unjudged();
        if (unjudged != null) {
            return Uni.createFrom().item(() -> verifier.unjudged("json", unjudged.result()));
        }
        return verifier.verify(line.bytes(), asked)
                .onFailure(failure -> failure instanceof FetchException || failure instanceof ProblemException)
                .recoverWithUni(failure -> failure instanceof FetchException
                        ? Uni.createFrom().item(() -> verifier.notAsked(String.valueOf(failure.getMessage())))
                        : refused(String.valueOf(failure.getMessage())));
    }

    private Uni<VerificationReport> refused(String detail) {
        return Uni.createFrom().item(() -> verifier.refused("json", detail));
    }
}
