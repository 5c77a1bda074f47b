package org.laurel.issuing.batch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.issuing.award.Award;
import org.laurel.issuing.award.AwardCredential;
import org.laurel.issuing.batch.Chunks.Claim;
import org.laurel.issuing.batch.RowJudge.Good;
import org.laurel.issuing.batch.RowJudge.Judgement;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Database;

/** Does one chunk: reads its rows, judges them, awards the good ones, and writes down what came of each, all or nothing. */
@ApplicationScoped
class ChunkRun {
    private final Chunks chunks;
    private final RowJudge judge;
    private final Issuers issuers;
    private final AwardCredential awardCredential;
    private final Database database;

    ChunkRun(Chunks chunks, RowJudge judge, Issuers issuers, AwardCredential awardCredential, Database database) {
        this.chunks = chunks;
        this.judge = judge;
        this.issuers = issuers;
        this.awardCredential = awardCredential;
        this.database = database;
    }

    Uni<Void> run(Claim claim) {
        return issuers.find(claim.batch().issuerNo())
                .map(found -> found.orElseThrow())
                .chain(issuer -> chunks.rows(claim)
                        .chain(rows -> judge.judge(
                                issuer,
                                claim.batch(),
                                rows,
                                claim.isCheck() || claim.batch().dryRun()))
                        .chain(judged -> settle(issuer, claim, judged)));
    }

    private Uni<Void> settle(Issuer issuer, Claim claim, Judgement judged) {
        if (claim.isCheck()) {
            // only what stops the batch is written down; the rest is judged again when it is awarded
            return finish(
                    claim,
                    judged.settled().stream()
                            .filter(outcome -> outcome.state() == RowState.FAILED)
                            .toList());
        }
        if (claim.batch().dryRun()) {
            return finish(
                    claim,
                    Stream.concat(
                                    judged.settled().stream(),
                                    judged.good().stream().map(good -> Outcome.valid(good.row())))
                            .toList());
        }
        return judged.good().isEmpty()
                ? finish(claim, judged.settled())
                : award(issuer, claim, judged)
                        .onFailure(AwardCredential::isRefusal)
                        .recoverWithUni(refused -> oneByOne(issuer, claim, judged));
    }

    private Uni<Void> finish(Claim claim, List<Outcome> outcomes) {
        return database.write(session -> chunks.finish(session, claim, outcomes));
    }

    private Uni<Void> award(Issuer issuer, Claim claim, Judgement judged) {
        List<Good> good = judged.good();
        return awardCredential
                .award(
                        issuer,
                        good.stream().map(Good::request).toList(),
                        claim.batch().createdBy(),
                        (session, made) -> {
                            List<Outcome> outcomes = new ArrayList<>(judged.settled());
                            for (int i = 0; i < good.size(); i++) {
                                outcomes.add(awarded(good.get(i), made.get(i)));
                            }
                            return chunks.finish(session, claim, outcomes);
                        })
                .replaceWithVoid();
    }

    private static Outcome awarded(Good good, Award made) {
        return new Outcome(good.row(), RowState.AWARDED, made.id(), made.credentialId(), List.of());
    }

    /** One row of the chunk cannot be awarded after all, such as one whose externalId was taken since: each by itself. */
    private Uni<Void> oneByOne(Issuer issuer, Claim claim, Judgement judged) {
        return Multi.createFrom()
                .iterable(judged.good())
                .onItem()
                .transformToUniAndConcatenate(good -> awardCredential
                        .award(
                                issuer,
                                good.request(),
                                claim.batch().createdBy(),
                                (session, made) -> chunks.record(session, claim, List.of(awarded(good, made))))
                        .replaceWithVoid()
                        .onFailure(AwardCredential::isRefusal)
                        .recoverWithUni(refused -> database.write(
                                session -> chunks.record(session, claim, List.of(refused(good, refused))))))
                .onItem()
                .ignoreAsUni()
                .chain(() -> finish(claim, judged.settled()));
    }

    private static Outcome refused(Good good, Throwable refused) {
        ProblemException problem = (ProblemException) refused;
        return Outcome.failed(
                good.row(),
                problem.violations().isEmpty()
                        ? List.of(new Violation("", "refused", problem.detail()))
                        : problem.violations());
    }
}
