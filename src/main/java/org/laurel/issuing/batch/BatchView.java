package org.laurel.issuing.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the management API shows it.
 *
 * @param id its public id
 * @param state where it stands
 * @param mode {@code valid} or {@code allOrNothing}
 * @param duplicates {@code skip}, {@code fail} or {@code reissue}
 * @param dryRun whether none is awarded
 * @param notifies whether recipients are told of their badges by e-mail, where mail is set up
 * @param file what its sender calls the file; left out when that is not known
 * @param achievement the micro-credential of rows that name none; left out when they must
 * @param columns what the columns of the file are for; left out when it has none
 * @param total its rows
 * @param processed rows that are done
 * @param awarded badges made
 * @param skipped rows passed over
 * @param failed bad rows
 * @param valid good rows of a dry run
 * @param ratePerSecond rows a second over the last ten seconds while it runs, over its whole time afterwards
 * @param secondsLeft at that rate; left out when it does not run
 * @param fault why it failed or stopped; left out when it did not
 * @param createdAt when it was handed in
 * @param createdBy by whom
 * @param startedAt when its first row was taken up
 * @param finishedAt when its last row was done
 * @param rowsForgottenAt when what was handed in was forgotten, but for what came of it; left out until then
 * @param takeBack what is taken back; left out when nothing is
 * @param results where the account of its rows is
 * @param events where its progress is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchView(
        String id,
        BatchState state,
        String mode,
        String duplicates,
        boolean dryRun,
        @JsonProperty("notify") boolean notifies,
        @Nullable String file,
        @Nullable String achievement,
        @Nullable List<ColumnView> columns,
        int total,
        int processed,
        int awarded,
        int skipped,
        int failed,
        int valid,
        double ratePerSecond,
        @Nullable Long secondsLeft,
        @Nullable String fault,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant rowsForgottenAt,
        @Nullable TakeBackView takeBack,
        String results,
        String events) {
    private static final double WINDOW = 10;

    /**
     * What is taken back.
     *
     * @param at when it begins; until then DELETE undoes it
     * @param reason why
     * @param by who
     * @param doneAt when all was revoked; left out until then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TakeBackView(
            Instant at, String reason, String by, @Nullable Instant doneAt) {}

    /**
     * A column of the file.
     *
     * @param header what it is called there
     * @param field what it fills; empty when it is passed over, left out when nobody has said yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ColumnView(String header, @Nullable String field) {}

    /** Whether nobody has said yet what one of its columns is for. */
    @JsonIgnore
    public boolean isUntold() {
        return columns != null && columns.stream().anyMatch(column -> column.field() == null);
    }

    static BatchView of(Batch batch, Instant now) {
        Batch.Counts counts = batch.counts();
        double rate = rate(batch, now);
        boolean runs = batch.state() == BatchState.RUNNING || batch.state() == BatchState.CHECKING;
        Batch.TakeBack takeBack = batch.takeBack();
        return new BatchView(
                batch.id(),
                batch.state(),
                batch.mode().toString(),
                batch.duplicates().toString(),
                batch.dryRun(),
                batch.notifies(),
                batch.file().name(),
                batch.file().achievement(),
                columns(batch.file().columns()),
                batch.total(),
                counts.processed(),
                counts.awarded(),
                counts.skipped(),
                counts.failed(),
                counts.valid(),
                Math.round(rate * 10) / 10.0,
                runs && rate > 0 ? Math.round((batch.total() - counts.processed()) / rate) : null,
                batch.fault(),
                batch.times().createdAt(),
                batch.createdBy(),
                batch.times().startedAt(),
                batch.times().finishedAt(),
                batch.times().rowsForgottenAt(),
                takeBack == null
                        ? null
                        : new TakeBackView(takeBack.at(), takeBack.reason(), takeBack.by(), takeBack.doneAt()),
                "/api/v1/batches/" + batch.id() + "/results",
                "/api/v1/batches/" + batch.id() + "/events");
    }

    /** What was handed in before headers were kept has none to show. */
    private static @Nullable List<ColumnView> columns(Columns columns) {
        if (columns.headers().isEmpty()) {
            return null;
        }
        return IntStream.range(0, columns.headers().size())
                .mapToObj(i -> new ColumnView(
                        columns.headers().get(i),
                        columns.fields().get(i).equals(Columns.UNTOLD)
                                ? null
                                : columns.fields().get(i)))
                .toList();
    }

    private static double rate(Batch batch, Instant now) {
        Instant started = batch.times().startedAt();
        Instant finished = batch.times().finishedAt();
        if (started == null) {
            return 0;
        }
        if (finished != null) {
            return batch.counts().processed() / Math.max(seconds(started, finished), 0.001);
        }
        return batch.counts().lately() / Math.max(Math.min(seconds(started, now), WINDOW), 1);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
