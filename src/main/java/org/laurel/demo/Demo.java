package org.laurel.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.boot.WelcomeLines;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.award.Award;
import org.laurel.issuing.award.Awards;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.shared.encoding.BuildFile;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PageRequest;

/** Fills an empty installation with one issuer, one micro-credential and one awarded badge, and says where they are. */
@ApplicationScoped
class Demo implements WelcomeLines {
    private static final String SLUG = "demo-district";
    private static final String BY = "demo";
    private static final String AWARD = "demo-award";

    private final DemoSteps steps;
    private final Issuers issuers;
    private final Awards awards;
    private final BaseUrl base;
    private final boolean wanted;

    Demo(
            DemoSteps steps,
            Issuers issuers,
            Awards awards,
            BaseUrl base,
            @ConfigProperty(name = "laurel.demo", defaultValue = "false") String wanted) {
        this.steps = steps;
        this.issuers = issuers;
        this.awards = awards;
        this.base = base;
        this.wanted = wanted.equals("true");
    }

    @Override
    public Uni<List<String>> lines() {
        if (!wanted) {
            return Uni.createFrom().item(List.of());
        }
        return issuers.find(SLUG)
                .chain(issuer -> issuer.isPresent() ? award(issuer.get()) : fillWhenEmpty())
                .map(award -> award.map(this::links).orElse(List.of()));
    }

    private Uni<Optional<Award>> award(Issuer issuer) {
        Awards.AwardFilter filter =
                new Awards.AwardFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(AWARD));
        return awards.list(issuer.number(), filter, new PageRequest(1, Long.MAX_VALUE))
                .chain(page -> page.items().isEmpty()
                        ? complete(issuer)
                        : Uni.createFrom().item(page.items().stream().findFirst()));
    }

    private Uni<Optional<Award>> fillWhenEmpty() {
        return issuers.list(java.util.Optional.empty(), new PageRequest(1, Long.MAX_VALUE))
                .chain(page -> page.items().isEmpty()
                        ? steps.issuer(SLUG, BY).chain(this::complete)
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** A start that was stopped half-way is gone on with. */
    private Uni<Optional<Award>> complete(Issuer issuer) {
        return steps.achievement(issuer, BuildFile.bytes("/demo-achievement.json"), BY)
                .chain((AchievementDefinition achievement) -> steps.award(issuer, achievement, AWARD, BY))
                .map(Optional::of);
    }

    private List<String> links(Award award) {
        String url = base.credential(award.credentialId());
        return List.of(
                "Share page      " + url,
                "Badge as JSON   " + url + ".json",
                "Badge as JWT    " + url + ".jwt",
                "Verification    " + base.text() + "/verify?url=" + url + ".json");
    }
}
