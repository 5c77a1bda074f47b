package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Evidence;
import org.laurel.document.credential.IdentifierType;
import org.laurel.document.credential.IdentityObject;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.award.AwardCredential.Sources;
import org.laurel.issuing.award.CorrectionRequest.RecipientCorrection;
import org.laurel.issuing.award.Replacements.Replacement;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.issuing.showing.ShownEvidence.Succeeded;
import org.laurel.issuing.signing.SignedCredentials;
import org.laurel.securing.did.Did;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.PublicId;

/**
 * Puts an award in the place of another: renews it for a time more, or corrects it. What the request does not name is read
 * from the bytes that were signed; the new badge takes the one road to a signature, and the old one stays as it was.
 */
@ApplicationScoped
class ReplaceAward {
    private static final String SUPERSEDED = "Superseded by a corrected badge.";

    private final Issuers issuers;
    private final AchievementDefinitions achievements;
    private final SignedCredentials credentials;
    private final Recipients recipients;
    private final AwardCredential awardCredential;
    private final Replacements replacements;
    private final ShownEvidence shownEvidence;
    private final Sources sources;

    ReplaceAward(
            Issuers issuers,
            AchievementDefinitions achievements,
            SignedCredentials credentials,
            Recipients recipients,
            AwardCredential awardCredential,
            Replacements replacements,
            ShownEvidence shownEvidence,
            Sources sources) {
        this.issuers = issuers;
        this.achievements = achievements;
        this.credentials = credentials;
        this.recipients = recipients;
        this.awardCredential = awardCredential;
        this.replacements = replacements;
        this.shownEvidence = shownEvidence;
        this.sources = sources;
    }

    /** The old award with all that is known of it. */
    private record Known(Issuer issuer, AchievementDefinition achievement, Award old, SignedBadge badge) {

        Carried carried(Succession.Kind kind, boolean known, List<IdentityObject> identifiers) {
            return new Carried(
                    new Succession.Link(old.id(), old.credentialId(), kind),
                    badge.awardedDate(old.issuedAt()),
                    known,
                    badge.did(),
                    identifiers);
        }
    }

    /** Renews for a time more. */
    Uni<Award> renew(Award old, RenewalRequest wish, String by, Alongside<Award> alongside) {
        return known(old, Succession.Kind.RENEWAL).chain(known -> {
            requirePublished(known.achievement());
            AwardRequest request = readable(() -> renewed(known, wish));
            return kept(old, Optional.empty())
                    .chain(holder -> replace(
                            known,
                            new AwardCredential.Replacing(
                                    request,
                                    holder,
                                    known.carried(
                                            Succession.Kind.RENEWAL,
                                            true,
                                            known.badge().identifiers())),
                            new Why(Succession.Kind.RENEWAL, "", by),
                            alongside));
        });
    }

    /** Corrects: the old one is revoked in the same transaction. */
    Uni<Award> correct(Award old, CorrectionRequest wish, String by, Alongside<Award> alongside) {
        String reason = wish.reason() == null ? SUPERSEDED : wish.reason();
        Optional<RecipientCorrection> whom = Optional.ofNullable(wish.recipient());
        boolean identified = whom.filter(RecipientCorrection::identifies).isPresent();
        return known(old, Succession.Kind.CORRECTION).chain(known -> {
            RecipientRequest recipient =
                    identified ? readable(() -> merged(old, whom.orElseThrow())) : RecipientRequest.NOBODY;
            AwardRequest request = readable(() -> corrected(known, wish, recipient));
            Carried carried = known.carried(
                    Succession.Kind.CORRECTION,
                    !identified,
                    identifiers(known.badge(), whom.filter(RecipientCorrection::identifies)));
            Uni<Recipient> holder = identified
                    ? recipients.reach(old.issuerNo(), List.of(recipient)).map(reached -> reached.get(0))
                    : kept(old, whom.map(RecipientCorrection::name));
            return holder.chain(found -> replace(
                    known,
                    new AwardCredential.Replacing(request, found, carried),
                    new Why(Succession.Kind.CORRECTION, reason, by),
                    alongside));
        });
    }

    private record Why(Succession.Kind kind, String reason, String by) {}

    private Uni<Award> replace(Known known, AwardCredential.Replacing replacing, Why why, Alongside<Award> alongside) {
        return awardCredential.awardReplacing(known.issuer(), replacing, why.by(), (session, made) -> replacements
                .add(
                        session,
                        new Replacement(
                                known.old(),
                                made,
                                why.kind(),
                                why.reason(),
                                why.by(),
                                replacing.request().notifyRecipient()))
                .chain(() -> shownEvidence.carry(
                        session,
                        new Succeeded(made.issuerNo(), known.old().number(), made.number()),
                        addresses(replacing.request())))
                .chain(() -> alongside.store(session, made)));
    }

    /** Of what it names as evidence. */
    private static List<String> addresses(AwardRequest request) {
        return request.evidence().stream()
                .map(Evidence::id)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private Uni<Known> known(Award old, Succession.Kind kind) {
        Standing.of(old).requireOpen(kind);
        return issuers.find(old.issuerNo()).map(Optional::orElseThrow).chain(issuer -> achievements
                .find(old.achievementId())
                .map(Optional::orElseThrow)
                .chain(achievement -> credentials
                        .find(PublicId.parse(old.credentialId()).orElseThrow())
                        .map(Optional::orElseThrow)
                        .map(hosted -> new Known(issuer, achievement, old, SignedBadge.of(hosted)))));
    }

    /** The same person, perhaps by another name. */
    private Uni<Recipient> kept(Award old, Optional<String> name) {
        return recipients
                .renamed(old.issuerNo(), old.recipient().number(), name)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.GONE, "The award has been erased.")));
    }

    private static void requirePublished(AchievementDefinition achievement) {
        if (achievement.state() != AchievementState.PUBLISHED) {
            throw ProblemException.notNow(
                    "The micro-credential",
                    achievement.state(),
                    "renew its awards",
                    "correct or revoke them; award another version of it");
        }
    }

    private AwardRequest renewed(Known known, RenewalRequest wish) {
        Award old = known.old();
        SignedBadge badge = known.badge();
        Instant from = wish.validFrom() == null ? sources.now() : wish.validFrom();
        return new AwardRequest(
                known.achievement().id(),
                RecipientRequest.NOBODY,
                from,
                wish.validUntil() == null ? asLong(old, from) : wish.validUntil(),
                badge.time("activityStartDate"),
                badge.time("activityEndDate"),
                badge.credits(),
                badge.text("term"),
                badge.text("role"),
                badge.text("narrative"),
                badge.text("licenseNumber"),
                badge.evidence(),
                badge.results(),
                wish.externalId(),
                wish.notifyRecipient());
    }

    private static @Nullable Instant asLong(Award old, Instant from) {
        Instant until = old.validUntil();
        return until == null ? null : from.plus(Duration.between(old.validFrom(), until));
    }

    private static AwardRequest corrected(Known known, CorrectionRequest wish, RecipientRequest recipient) {
        Award old = known.old();
        SignedBadge badge = known.badge();
        return new AwardRequest(
                known.achievement().id(),
                recipient,
                wish.validFrom() == null ? old.validFrom() : wish.validFrom(),
                other(wish, "validUntil", wish.validUntil(), old.validUntil()),
                other(wish, "activityStartDate", wish.activityStartDate(), badge.time("activityStartDate")),
                other(wish, "activityEndDate", wish.activityEndDate(), badge.time("activityEndDate")),
                other(wish, "creditsEarned", wish.creditsEarned(), badge.credits()),
                other(wish, "term", wish.term(), badge.text("term")),
                other(wish, "role", wish.role(), badge.text("role")),
                other(wish, "narrative", wish.narrative(), badge.text("narrative")),
                other(wish, "licenseNumber", wish.licenseNumber(), badge.text("licenseNumber")),
                wish.drops("evidence") || !wish.evidence().isEmpty() ? wish.evidence() : badge.evidence(),
                wish.drops("results") || !wish.results().isEmpty() ? wish.results() : badge.results(),
                wish.externalId(),
                wish.notifyRecipient());
    }

    private static <T> @Nullable T other(
            CorrectionRequest wish, String member, @Nullable T wished, @Nullable T before) {
        return wished != null || wish.drops(member) ? wished : before;
    }

    /** What is not named anew stays. */
    private static RecipientRequest merged(Award old, RecipientCorrection wish) {
        Recipient.Identity identity = old.recipient().identity();
        String did = identity.did();
        return new RecipientRequest(
                wish.email() == null ? identity.email() : wish.email(),
                wish.name() == null ? identity.name() : wish.name(),
                wish.did() != null ? wish.did() : did == null ? null : Did.parse(did),
                wish.identifiers());
    }

    /** Those of the old badge that the request does not bring anew. */
    private static List<IdentityObject> identifiers(SignedBadge badge, Optional<RecipientCorrection> wish) {
        IdentifierType address = IdentifierType.of("emailAddress");
        return wish.map(named -> named.identifiers().isEmpty()
                        ? badge.identifiers().stream()
                                .filter(one -> !one.identityType().equals(address))
                                .toList()
                        : List.<IdentityObject>of())
                .orElseGet(badge::identifiers);
    }

    /** What was put together may break rules that each part kept. */
    private static <T> T readable(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.INVALID, List.of(Violation.of(e)));
        }
    }
}
