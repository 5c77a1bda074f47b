package org.laurel.demo;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.document.credential.Profile;
import org.laurel.document.credential.Result;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.achievement.AchievementRequest;
import org.laurel.issuing.achievement.DraftAchievement;
import org.laurel.issuing.award.Award;
import org.laurel.issuing.award.AwardCredential;
import org.laurel.issuing.award.AwardRequest;
import org.laurel.issuing.award.RecipientRequest;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.IssuerSettings;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.issuer.Slug;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Alongside;

/** The steps of the demo, each through the use case that everybody else goes through. */
@ApplicationScoped
class DemoSteps {
    private final Issuers issuers;
    private final DraftAchievement draft;
    private final AchievementDefinitions definitions;
    private final AwardCredential awardCredential;
    private final DemoIdentity identity;

    DemoSteps(
            Issuers issuers,
            DraftAchievement draft,
            AchievementDefinitions definitions,
            AwardCredential awardCredential,
            DemoIdentity identity) {
        this.issuers = issuers;
        this.draft = draft;
        this.definitions = definitions;
        this.awardCredential = awardCredential;
        this.identity = identity;
    }

    Uni<Issuer> issuer(String slug, String by) {
        Profile profile = Profile.organisation(
                identity.base().issuerDid(slug),
                "Demo School District",
                "https://district.example",
                "badges@district.example");
        return issuers.create(
                new Issuers.NewIssuer(
                        new Slug(slug),
                        profile,
                        IssuerSettings.DEFAULT,
                        new Issuers.Standing(
                                OrganisationKind.ISSUER,
                                Screening.waived(by),
                                identity.base().isDevelopment()
                                        ? identity.keys().pairs()
                                        : List.of()),
                        by),
                Alongside.nothing());
    }

    Uni<AchievementDefinition> achievement(Issuer issuer, byte[] request, String by) {
        return draft.draft(
                        issuer,
                        RecordReader.read(request, AchievementRequest.class).orThrow(),
                        by,
                        Alongside.nothing())
                .chain(made -> definitions.publish(made, by, null));
    }

    Uni<Award> award(Issuer issuer, AchievementDefinition achievement, String externalId, String by) {
        var described = achievement.achievement().resultDescription().get(0);
        Result result = new Result(
                described.id(), described.rubricCriterionLevel().get(1).id(), null, null, List.of());
        AwardRequest request = new AwardRequest(
                achievement.id(),
                new RecipientRequest("ada@example.org", "Ada Example", null, List.of()),
                null,
                null,
                null,
                null,
                achievement.achievement().creditsAvailable(),
                null,
                null,
                "Ada showed how exit tickets changed the plan of the next day's lesson.",
                null,
                List.of(),
                List.of(result),
                externalId,
                false);
        return awardCredential.award(issuer, request, by, Alongside.nothing());
    }

    /** Who the demo issuer is. */
    @ApplicationScoped
    static class DemoIdentity {
        private final ExampleKeys keys;
        private final BaseUrl base;

        DemoIdentity(ExampleKeys keys, BaseUrl base) {
            this.keys = keys;
            this.base = base;
        }

        ExampleKeys keys() {
            return keys;
        }

        BaseUrl base() {
            return base;
        }
    }
}
