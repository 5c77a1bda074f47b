package org.laurel.issuing.achievement;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.issuing.citation.CitationCheck;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/**
 * Looks at the research of published micro-credentials again and again, a few at a time: works are retracted, and pages go.
 * Where no register is set it looks at nothing.
 */
@ApplicationScoped
class WatchCitations {
    private static final int AT_ONCE = 20;
    /** How long looking at a few may take before another replica takes them over. */
    private static final Duration LEASE = Duration.ofHours(1);

    private final CitationReports reports;
    private final AchievementDefinitions definitions;
    private final Issuers issuers;
    private final ReviewAchievement review;
    private final CitationCheck check;
    private final Duration again;
    private final Clock clock;

    WatchCitations(
            CitationReports reports,
            AchievementDefinitions definitions,
            Issuers issuers,
            ReviewAchievement review,
            CitationCheck check,
            @ConfigProperty(name = "laurel.citation.again", defaultValue = "P30D") Duration again,
            Clock clock) {
        this.reports = reports;
        this.definitions = definitions;
        this.issuers = issuers;
        this.review = review;
        this.check = check;
        this.again = again;
        this.clock = clock;
    }

    @Scheduled(every = "15m", delayed = "6m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return check.asksARegister()
                ? lookAtWhatIsDue().replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Looks at those that are due, twenty at most; how many they were. */
    Uni<Integer> lookAtWhatIsDue() {
        Instant now = now();
        return reports.take(now, now.plus(LEASE), AT_ONCE)
                .chain(due -> OneByOne.each(due, this::look).replaceWith(due.size()));
    }

    private Uni<Void> look(PublicId id) {
        return definitions.find(id).map(Optional::orElseThrow).chain(definition -> issuers.find(id.issuerNo())
                .map(Optional::orElseThrow)
                .chain(issuer -> review.judge(definition, issuer))
                .chain(judged -> reports.keep(
                        definition, new CitationReports.Kept(now(), judged.citations()), now().plus(again))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
