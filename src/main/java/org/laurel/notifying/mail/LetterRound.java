package org.laurel.notifying.mail;

import io.quarkus.arc.All;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laurel.notifying.mail.LetterQueue.Claim;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterHeads;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterState;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.sealing.PersonKey;
import org.laurel.shared.sealing.PersonKeys;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.Workers;

/** Takes a few letters whose time has come, sends them side by side, and writes down what became of each. */
@ApplicationScoped
class LetterRound {
    private static final Logger LOG = Logger.getLogger(LetterRound.class);
    private static final int AT_ONCE = 10;
    /** How long a mail server may take for one letter; a fifth of the time for which it is ours. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration TRIED_FOR = Duration.ofDays(3);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
    private static final int MOST_DOUBLINGS = 8;

    private final LetterQueue queue;
    private final Contents contents;
    private final LetterWriter writer;
    private final ReactiveMailer mailer;
    private final BaseUrl base;
    private final Workers workers;

    LetterRound(
            LetterQueue queue,
            Contents contents,
            LetterWriter writer,
            ReactiveMailer mailer,
            BaseUrl base,
            Workers workers) {
        this.queue = queue;
        this.contents = contents;
        this.writer = writer;
        this.mailer = mailer;
        this.base = base;
        this.workers = workers;
    }

    /** Sends what is due by now, ten at most; how many it took. */
    Uni<Integer> send(Instant now) {
        return queue.claim(now, AT_ONCE)
                .chain(claims -> claims.isEmpty()
                        ? Uni.createFrom().item(0)
                        : Uni.join()
                                .all(claims.stream()
                                        .map(claim -> workers.apart(deliver(claim, now)))
                                        .toList())
                                .andCollectFailures()
                                .replaceWith(claims.size()));
    }

    private Uni<Void> deliver(Claim claim, Instant now) {
        return contents.of(claim)
                .chain(text -> text.isEmpty()
                        ? queue.settle(claim, LetterState.DROPPED, "nobody-to-tell")
                        : workers.comeBack(post(claim, text.get()))
                                .chain(() -> queue.settle(claim, LetterState.SENT, "")))
                .onFailure()
                .recoverWithUni(failure -> failed(claim, failure, now));
    }

    private Uni<Void> post(Claim claim, LetterText text) {
        return contents.head(claim.letter().issuerNo()).chain(head -> {
            LetterSheet sheet = writer.write(claim.letter().kind(), text, head);
            return writer.html(sheet)
                    .chain(html -> mailer.send(mail(claim, text.address(), sheet, html)))
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail();
        });
    }

    /** Its Message-ID stays the same however often it is tried (RFC 5322 §3.6.4); no machine answers it (RFC 3834 §5). */
    private Mail mail(Claim claim, String address, LetterSheet sheet, String html) {
        Mail mail = new Mail()
                .setTo(List.of(address))
                .setSubject(sheet.subject())
                .setText(sheet.text())
                .setHtml(html)
                .addHeader(
                        "Message-ID",
                        "<" + claim.id() + "@" + URI.create(base.text()).getHost() + ">")
                .addHeader("Content-Language", sheet.language())
                .addHeader("Auto-Submitted", "auto-generated");
        sheet.replyTo().ifPresent(mail::setReplyTo);
        return mail;
    }

    private Uni<Void> failed(Claim claim, Throwable failure, Instant now) {
        SmtpAnswer answer = SmtpAnswer.of(failure);
        LOG.infof(
                "letter %s was not sent at attempt %d: %s (%s)",
                claim.id(), claim.attempts(), answer.word(), failure.getClass().getSimpleName());
        if (answer.isRefusal()) {
            return queue.settle(claim, LetterState.REFUSED, answer.word());
        }
        return Duration.between(claim.firstTriedAt(), now).compareTo(TRIED_FOR) >= 0
                ? queue.settle(claim, LetterState.FAILED, answer.word())
                : queue.postpone(claim, now.plus(pause(claim.attempts())), answer.word());
    }

    /** A minute after the first attempt, then twice as long each time, four hours at most. */
    private static Duration pause(int attempts) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Finds out what letters tell and to whom, through those who know. */
    @ApplicationScoped
    static class Contents {
        private final Map<String, LetterSource> sources;
        private final LetterHeads heads;
        private final PersonKeys keys;
        private final Database database;

        Contents(@All List<LetterSource> sources, LetterHeads heads, PersonKeys keys, Database database) {
            Map<String, LetterSource> byKind = new HashMap<>();
            sources.forEach(source -> source.kinds().forEach(kind -> byKind.put(kind, source)));
            this.sources = Map.copyOf(byKind);
            this.heads = heads;
            this.keys = keys;
            this.database = database;
        }

        Uni<Optional<LetterHeads.Head>> head(int issuerNo) {
            return heads.of(issuerNo);
        }

        /** Empty when there is nobody to be told, or nothing any more. */
        Uni<Optional<LetterText>> of(Claim claim) {
            Letter letter = claim.letter();
            LetterSource source = sources.get(letter.kind());
            if (source == null) {
                throw new IllegalStateException("nobody knows what a letter of the kind " + letter.kind() + " tells");
            }
            if (letter.person().isEmpty()) {
                return source.text(letter);
            }
            return database.read(session -> keys.find(session, letter.person().get()))
                    .chain(key -> key.isEmpty()
                            ? Uni.createFrom().item(Optional.empty())
                            : source.text(opened(claim, key.get())));
        }

        private static Letter opened(Claim claim, PersonKey key) {
            byte[] secret = claim.sealedSecret();
            return secret == null
                    ? claim.letter()
                    : claim.letter().holding(key.openText(secret, PostgresLetters.context(claim.id())));
        }
    }
}
