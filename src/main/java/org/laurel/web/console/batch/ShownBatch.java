package org.laurel.web.console.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.laurel.issuing.batch.BatchState;
import org.laurel.issuing.batch.BatchView;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/** A batch in words. */
public final class ShownBatch {
    private final BatchView batch;
    private final Wording words;
    private final Instant now;

    ShownBatch(BatchView batch, Wording words, Clock clock) {
        this.batch = batch;
        this.words = words;
        this.now = clock.instant();
    }

    public String id() {
        return batch.id();
    }

    /** What the file is called, or when it came. */
    public String title() {
        return batch.file() == null
                ? words.text("bulk.fileOf", Moments.minute(batch.createdAt(), words))
                : batch.file();
    }

    public String when() {
        return Moments.minute(batch.createdAt(), words);
    }

    public boolean dryRun() {
        return batch.dryRun();
    }

    public boolean allOrNothing() {
        return batch.mode().equals("allOrNothing");
    }

    public String mode() {
        return batch.mode();
    }

    public String duplicates() {
        return batch.duplicates();
    }

    /** Whether recipients are told by e-mail. */
    public boolean notifies() {
        return batch.notifies();
    }

    public String achievement() {
        return Objects.requireNonNullElse(batch.achievement(), "");
    }

    /** Whether it waits to be told what its columns are for. */
    public boolean held() {
        return batch.isUntold() && batch.dryRun() && batch.state() == BatchState.PAUSED;
    }

    /** Whether it is looked at, or was, and nothing more. */
    public boolean looked() {
        return batch.dryRun() && batch.state() == BatchState.COMPLETED;
    }

    /** Whether its columns and what is done with it may be told anew. */
    public boolean changeable() {
        boolean rests = batch.state() == BatchState.PAUSED
                || batch.state() == BatchState.COMPLETED
                || batch.state() == BatchState.CANCELLED;
        return batch.dryRun() && rests && batch.rowsForgottenAt() == null;
    }

    /** Whether its rows are being done. */
    public boolean working() {
        return !batch.state().isFinal() && batch.state() != BatchState.PAUSED;
    }

    /** Whether what it tells will be another in a moment. */
    public boolean moving() {
        return working() || planned() || revoking();
    }

    public boolean pausable() {
        return batch.state() == BatchState.QUEUED || batch.state() == BatchState.RUNNING;
    }

    public boolean resumable() {
        return batch.state() == BatchState.PAUSED && !held() && !forgotten();
    }

    public boolean cancellable() {
        return !batch.state().isFinal();
    }

    /** Whether all that it awarded can be taken back. */
    public boolean revocable() {
        return batch.state().isFinal() && batch.awarded() > 0 && batch.takeBack() == null;
    }

    /** Whether it will be taken back, and that can be undone. */
    public boolean planned() {
        return batch.takeBack() != null && batch.takeBack().at().isAfter(now);
    }

    /** Whether it is being taken back. */
    public boolean revoking() {
        return batch.takeBack() != null && !planned() && batch.takeBack().doneAt() == null;
    }

    /** Whether it was taken back. */
    public boolean revoked() {
        return batch.takeBack() != null && batch.takeBack().doneAt() != null;
    }

    public String reason() {
        return batch.takeBack() == null ? "" : batch.takeBack().reason();
    }

    /** Until when taking back can be undone. */
    public String undoUntil() {
        if (batch.takeBack() == null) {
            return "";
        }
        Instant at = batch.takeBack().at();
        return words.text("bulk.undoUntil", Moments.minute(at, words))
                .replace(
                        "{1}", Counts.time(Math.max(1, Duration.between(now, at).toSeconds()), words));
    }

    /** The key of its state: {@code held}, {@code looking}, {@code running} … */
    private String key() {
        if (planned()) {
            return "planned";
        }
        if (revoking()) {
            return "revoking";
        }
        if (revoked()) {
            return "revoked";
        }
        if (held()) {
            return "held";
        }
        return (batch.dryRun() ? "dry." : "") + batch.state();
    }

    /** Where it stands, in two words. */
    public String state() {
        return words.text("bulk.state." + key());
    }

    /** The same in a sentence. */
    public String told() {
        return words.text("bulk.told." + key());
    }

    public String tone() {
        return switch (key()) {
            case "completed" -> batch.failed() > 0 ? "unsure" : "good";
            case "dry.completed" -> batch.valid() > 0 ? "good" : "bad";
            case "failed", "dry.failed" -> "bad";
            case "held", "paused", "dry.paused", "planned", "revoking", "revoked", "cancelled", "dry.cancelled" ->
                "unsure";
            default -> "going";
        };
    }

    public int total() {
        return batch.total();
    }

    public int processed() {
        return batch.processed();
    }

    public int valid() {
        return batch.valid();
    }

    public int awarded() {
        return batch.awarded();
    }

    public int failed() {
        return batch.failed();
    }

    public int skipped() {
        return batch.skipped();
    }

    /** A number of its rows as it is written. */
    public String written(int number) {
        return Counts.number(number, words);
    }

    /** How far it is. */
    public String progress() {
        return words.text("bulk.progress", Counts.number(batch.processed(), words))
                .replace("{1}", Counts.number(batch.total(), words));
    }

    /** How fast it is, and how long it will take; empty when it is not at work. */
    public String pace() {
        if (batch.state() != BatchState.RUNNING && batch.state() != BatchState.CHECKING
                || batch.secondsLeft() == null) {
            return "";
        }
        return words.text("bulk.pace", Counts.number(Math.round(batch.ratePerSecond()), words))
                .replace("{1}", Counts.time(batch.secondsLeft(), words));
    }

    /** How long it took; empty before its end. */
    public String took() {
        return batch.finishedAt() == null || batch.startedAt() == null
                ? ""
                : words.text(
                        "bulk.took",
                        Counts.time(
                                Duration.between(batch.startedAt(), batch.finishedAt())
                                        .toSeconds(),
                                words));
    }

    /** Whether the good rows can be awarded as it stands. */
    public boolean awardable() {
        return looked()
                && batch.valid() > 0
                && !(allOrNothing() && batch.failed() > 0)
                && batch.rowsForgottenAt() == null;
    }

    /** Whether only its bad rows keep the good ones from being awarded. */
    public boolean stopped() {
        return looked() && allOrNothing() && batch.failed() > 0;
    }

    /** What the button says that awards. */
    public String award() {
        return Counts.of("bulk.award", batch.valid(), words);
    }

    /** What the button says that takes back. */
    public String revoke() {
        return Counts.of("bulk.revoke", batch.awarded(), words);
    }

    /** What taking back will do. */
    public String revokeText() {
        return Counts.of("bulk.revokeText", batch.awarded(), words);
    }

    /** What keeps it, when we could not go on. */
    public boolean broken() {
        return batch.fault() != null && batch.state() == BatchState.PAUSED;
    }

    public boolean forgotten() {
        return batch.rowsForgottenAt() != null;
    }
}
