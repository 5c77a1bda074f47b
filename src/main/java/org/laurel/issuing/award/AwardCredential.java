package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.signing.Draft;
import org.laurel.issuing.signing.IssueCredential;
import org.laurel.issuing.signing.SigningPlan;
import org.laurel.issuing.signing.Unsigned;
import org.laurel.securing.key.IssuerKeys;
import org.laurel.securing.status.StatusListIndex;
import org.laurel.securing.status.StatusLists;
import org.laurel.securing.status.StatusPurpose;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Awards: checks the request, allots status entries, composes the document, issues it. */
@ApplicationScoped
public class AwardCredential {
    private final AwardValidator validator;
    private final Recipients recipients;
    private final Allotments allotments;
    private final IssueCredential issueCredential;
    private final Awards awards;
    private final Issuers issuers;
    private final Letters letters;

    AwardCredential(
            AwardValidator validator,
            Recipients recipients,
            Allotments allotments,
            IssueCredential issueCredential,
            Awards awards,
            Issuers issuers,
            Letters letters) {
        this.letters = letters;
        this.validator = validator;
        this.recipients = recipients;
        this.allotments = allotments;
        this.issueCredential = issueCredential;
        this.awards = awards;
        this.issuers = issuers;
    }

    /**
     * Awards one.
     *
     * @param alongside what is stored in the same transaction
     * @return the award, durable
     */
    public Uni<Award> award(Issuer issuer, AwardRequest request, String by, Alongside<Award> alongside) {
        return award(issuer, List.of(request), by, (session, made) -> alongside.store(session, made.get(0)))
                .map(made -> made.get(0));
    }

    /** Awards what was assessed here: a micro-credential that cannot be awarded directly, and one that was retired since. */
    Uni<Award> awardAssessed(Issuer issuer, AwardRequest request, String by, Alongside<Award> alongside) {
        return award(
                        issuer,
                        List.of(request),
                        validator.validateAssessed(issuer, request),
                        new Order(by, false),
                        (session, made) -> alongside.store(session, made.get(0)))
                .map(made -> made.get(0));
    }

    /**
     * What takes the place of an award.
     *
     * @param request what it is
     * @param holder whose it is
     * @param carried what goes on from the one before
     */
    record Replacing(AwardRequest request, Recipient holder, Carried carried) {}

    /** Awards in the place of another award. */
    Uni<Award> awardReplacing(Issuer issuer, Replacing replacing, String by, Alongside<Award> alongside) {
        return validator
                .validateReplacing(issuer, replacing.request(), replacing.carried())
                .chain(valid -> allotments.allot(issuer, List.of(valid), List.of(replacing.holder())))
                .chain(made -> issue(
                        issuer,
                        made,
                        new Order(by, false),
                        (session, results) -> alongside.store(session, results.get(0))))
                .map(made -> made.get(0));
    }

    /** Awards many, all or none: one is a chunk of one. Letters to their recipients let others go first. */
    public Uni<List<Award>> award(
            Issuer issuer, List<AwardRequest> requests, String by, Alongside<List<Award>> alongside) {
        return award(issuer, requests, new Order(by, true), alongside);
    }

    /**
     * Who awards, and how.
     *
     * @param by who
     * @param bulk whether letters to the recipients let others go first
     */
    record Order(String by, boolean bulk) {}

    /** Awards many, all or none. */
    Uni<List<Award>> award(Issuer issuer, List<AwardRequest> requests, Order order, Alongside<List<Award>> alongside) {
        return award(issuer, requests, validator.validate(issuer, requests), order, alongside);
    }

    private Uni<List<Award>> award(
            Issuer issuer,
            List<AwardRequest> requests,
            Uni<List<ValidatedAward>> valid,
            Order order,
            Alongside<List<Award>> alongside) {
        return valid.chain(validated -> recipients
                        .reach(
                                issuer.number(),
                                requests.stream().map(AwardRequest::recipient).toList())
                        .chain(reached -> allotments.allot(issuer, validated, reached)))
                .chain(made -> issue(issuer, made, order, alongside));
    }

    /**
     * Whether a rule stopped an award, which undid the whole of its chunk and is the fault of one in it. All else may have
     * happened after all, as when the connection broke at the commit, and must not be tried again.
     */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type() == ProblemType.INVALID || problem.type() == ProblemType.CONFLICT);
    }

    /** Judges many as awarding them would, and awards none: what each would be, or every reason why not. */
    public Uni<List<Rehearsal>> rehearse(Issuer issuer, List<AwardRequest> requests) {
        return validator
                .judge(issuer, requests)
                .chain(judged -> issueCredential.compute(
                        () -> judged.stream().map(this::rehearse).toList()));
    }

    /** The same, but for what only composing them shows: awarding them will. */
    public Uni<List<Rehearsal>> consider(Issuer issuer, List<AwardRequest> requests) {
        return validator.judge(issuer, requests).map(judged -> judged.stream()
                .map(one -> new Rehearsal(
                        one.award().map(award -> award.achievement().id()).orElse(null), one.faults()))
                .toList());
    }

    private Rehearsal rehearse(AwardValidator.Judged judged) {
        return judged.award()
                .map(award ->
                        new Rehearsal(award.achievement().id(), issueCredential.faults(allotments.specimen(award))))
                .orElseGet(() -> new Rehearsal(null, judged.faults()));
    }

    /**
     * What would come of a request.
     *
     * @param achievementId the micro-credential that it names by id or code; null when there is none to award
     * @param faults every reason why not; empty when it would be awarded
     */
    public record Rehearsal(@Nullable String achievementId, List<Violation> faults) {}

    private Uni<List<Award>> issue(Issuer issuer, List<NewAward> made, Order order, Alongside<List<Award>> alongside) {
        List<Award> results = made.stream().map(one -> one.made(order.by())).toList();
        List<Letter> told = AwardLetters.of(made, order.bulk());
        return allotments
                .plan(issuer)
                .chain(plan -> issueCredential.issue(
                        made.stream().map(NewAward::draft).toList(), plan, (session, signed) -> awards.add(
                                        session, made, order.by())
                                .chain(() -> letters.add(session, told))
                                .chain(() -> issuers.requireIssuing(session, issuer.number()))
                                .chain(() -> alongside.store(session, results))))
                .replaceWith(results);
    }

    /** Gives awards what they need before they can be signed: numbers, ids, status entries, documents. */
    @ApplicationScoped
    static class Allotments {
        private final StatusLists statusLists;
        private final IssuerKeys keys;
        private final Database database;
        private final Badges badges;
        private final Sources sources;

        Allotments(StatusLists statusLists, IssuerKeys keys, Database database, Badges badges, Sources sources) {
            this.statusLists = statusLists;
            this.keys = keys;
            this.database = database;
            this.badges = badges;
            this.sources = sources;
        }

        Uni<SigningPlan> plan(Issuer issuer) {
            return keys.ring(issuer.keys()).map(issuer.settings()::badgePlan);
        }

        Uni<List<NewAward>> allot(Issuer issuer, List<ValidatedAward> validated, List<Recipient> reached) {
            int count = validated.size();
            return database.read(session -> Database.rowNumbers(session, count)).chain(numbers -> statusLists
                    .allot(issuer.number(), StatusPurpose.REVOCATION, count)
                    .chain(revocations -> suspensions(issuer, count).map(suspensions -> {
                        List<NewAward> made = new ArrayList<>();
                        for (int i = 0; i < count; i++) {
                            made.add(make(
                                    validated.get(i),
                                    reached.get(i),
                                    numbers.get(i),
                                    revocations.get(i),
                                    suspensions.isEmpty() ? Optional.empty() : Optional.of(suspensions.get(i))));
                        }
                        return made;
                    })));
        }

        private Uni<List<StatusListIndex>> suspensions(Issuer issuer, int count) {
            return issuer.settings().suspends()
                    ? statusLists.allot(issuer.number(), StatusPurpose.SUSPENSION, count)
                    : Uni.createFrom().item(List.of());
        }

        /** What would be signed, with numbers that nobody will see. */
        Unsigned specimen(ValidatedAward award) {
            int issuerNo = award.issuer().number();
            List<StatusListIndex> statuses = new ArrayList<>();
            statuses.add(new StatusListIndex(issuerNo, 1, StatusPurpose.REVOCATION, 0));
            if (award.issuer().settings().suspends()) {
                statuses.add(new StatusListIndex(issuerNo, 2, StatusPurpose.SUSPENSION, 0));
            }
            return badges.of(award, new Badges.Numbers(sources.publicId(issuerNo), statuses, sources.now()));
        }

        private NewAward make(
                ValidatedAward award,
                Recipient recipient,
                long number,
                StatusListIndex revocation,
                Optional<StatusListIndex> suspension) {
            int issuerNo = award.issuer().number();
            String credentialId = sources.publicId(issuerNo);
            Instant now = sources.now();
            List<StatusListIndex> statuses =
                    Stream.concat(Stream.of(revocation), suspension.stream()).toList();
            Unsigned badge = badges.of(award, new Badges.Numbers(credentialId, statuses, now));
            return new NewAward(
                    award,
                    recipient,
                    sources.publicId(issuerNo),
                    new Draft(number, credentialId, badge, recipient.key()),
                    revocation,
                    suspension,
                    now);
        }
    }

    /** Time, and what must be unguessable. */
    @ApplicationScoped
    static class Sources {
        /** Before the id of a subject without a DID. */
        static final String URN_UUID = "urn:uuid:";

        private static final int SALT_BYTES = 16;
        private final Clock clock;
        private final SecureRandom random;

        Sources(Clock clock, SecureRandom random) {
            this.clock = clock;
            this.random = random;
        }

        /** In whole seconds, as badges are dated. */
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        }

        String publicId(int issuerNo) {
            return PublicId.fresh(issuerNo, random).toString();
        }

        String uuid() {
            return UUID.randomUUID().toString();
        }

        String salt() {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return Base64Url.encode(salt);
        }

        /** The holder's DID, or a fresh id: a VC-JWT needs a {@code sub}, and an id that is used twice would link badges. */
        String subjectId(ValidatedAward award) {
            Optional<String> carried = award.carried().filter(Carried::known).flatMap(Carried::did);
            if (carried.isPresent()) {
                return carried.get();
            }
            var did = award.request().recipient().did();
            return did != null ? did.value() : URN_UUID + uuid();
        }
    }
}
