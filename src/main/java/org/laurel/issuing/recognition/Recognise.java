package org.laurel.issuing.recognition;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.endorsement.Endorse;
import org.laurel.issuing.endorsement.Endorsement;
import org.laurel.issuing.endorsement.Endorsements;
import org.laurel.issuing.endorsement.NewEndorsement;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Recognises: signs an endorsement of a version in a sentence of fixed form, and keeps what it says beside it. */
@ApplicationScoped
class Recognise {
    private final Endorse endorse;
    private final Endorsements endorsements;
    private final Recognitions recognitions;
    private final Database database;
    private final SecureRandom random;
    private final Clock clock;

    Recognise(
            Endorse endorse,
            Endorsements endorsements,
            Recognitions recognitions,
            Database database,
            SecureRandom random,
            Clock clock) {
        this.endorse = endorse;
        this.endorsements = endorsements;
        this.recognitions = recognitions;
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What is to be said.
     *
     * @param by who recognises
     * @param achievement which version
     * @param counts what it counts for
     * @param from from when; now when not said
     * @param until until when; null for ever
     */
    record Wanted(
            Issuer by,
            AchievementDefinition achievement,
            Recognition.Counts counts,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Recognises; a 409 or 422 problem says what is in the way. */
    Uni<Recognition> recognise(Wanted wanted, String actor, Alongside<Recognition> alongside) {
        requireAllowed(wanted);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Recognition.Term term = term(wanted, now);
        Endorse.Wanted said = new Endorse.Wanted(
                wanted.achievement().achievement().id(),
                Endorsement.Purpose.RECOGNITION,
                "Recognition by " + wanted.by().name(),
                wanted.counts().kind().sentence(wanted.counts(), term),
                term.from(),
                term.until());
        return endorse.sign(wanted.by(), said, actor).chain(signed -> keep(wanted, term, signed, actor, alongside));
    }

    private static void requireAllowed(Wanted wanted) {
        Issuer by = wanted.by();
        if (by.kind() != OrganisationKind.RECOGNISER) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "Only a recognising organisation (\"kind\": \"recogniser\") recognises. Allowed now: endorse it.");
        }
        if (by.screening().isWithdrawn()) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "Its right was withdrawn on " + by.screening().at()
                            + ", so it recognises nothing. Allowed now: withdrawing recognitions.");
        }
        if (wanted.achievement().state() != AchievementState.PUBLISHED) {
            throw ProblemException.notNow(
                    "The micro-credential",
                    wanted.achievement().state(),
                    "recognise it",
                    "recognise a version that is published");
        }
    }

    private static Recognition.Term term(Wanted wanted, Instant now) {
        Instant from = wanted.from() == null ? now : wanted.from().truncatedTo(ChronoUnit.SECONDS);
        Instant until = wanted.until();
        if (until != null && (!until.isAfter(from) || !until.isAfter(now))) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation("/until", "invalid", "until: expected a time to come, after from.")));
        }
        return new Recognition.Term(from, until == null ? null : until.truncatedTo(ChronoUnit.SECONDS));
    }

    private Uni<Recognition> keep(
            Wanted wanted,
            Recognition.Term term,
            NewEndorsement signed,
            String actor,
            Alongside<Recognition> alongside) {
        Recognition made = new Recognition(
                wanted.by().number(),
                signed.endorsement().number(),
                PublicId.fresh(wanted.by().number(), random).toString(),
                wanted.by().name(),
                wanted.by().slug().value(),
                wanted.achievement().id(),
                wanted.counts(),
                term,
                signed.endorsement().id(),
                null);
        return database.write(session -> endorsements
                        .add(session, signed)
                        .chain(() -> recognitions.add(session, wanted.achievement(), made, actor))
                        .chain(() -> alongside.store(session, made)))
                .replaceWith(made);
    }
}
