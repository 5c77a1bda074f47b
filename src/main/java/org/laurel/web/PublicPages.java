package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.AlignmentTargetType;
import org.laurel.document.credential.Image;
import org.laurel.document.credential.Profile;
import org.laurel.hosting.EndorsedDocuments;
import org.laurel.hosting.PublicDocuments;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.picture.PictureName;
import org.laurel.issuing.template.TemplateAchievement;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;

/** The pages of issuers and of micro-credentials, filled and not yet rendered. */
@Singleton
class PublicPages {
    /** Alignments that stand for what the page shows in a place of its own. */
    private static final Set<AlignmentTargetType> OURS =
            Set.of(TemplateAchievement.RESEARCH, TemplateAchievement.TEMPLATE);

    private static final int VERSION_LENGTH = 12;

    private final PublicDocuments documents;
    private final EndorsedDocuments standing;
    private final AchievementKin kin;
    private final Recognised recognised;
    private final OrganisationWork work;
    private final Template issuerPage;
    private final Template achievementPage;
    private final BaseUrl base;

    PublicPages(
            PublicDocuments documents,
            EndorsedDocuments standing,
            AchievementKin kin,
            Recognised recognised,
            OrganisationWork work,
            @Location("web/issuer.html") Template issuerPage,
            @Location("web/achievement.html") Template achievementPage,
            BaseUrl base) {
        this.documents = documents;
        this.standing = standing;
        this.kin = kin;
        this.recognised = recognised;
        this.work = work;
        this.issuerPage = issuerPage;
        this.achievementPage = achievementPage;
        this.base = base;
    }

    private Uni<List<Said>> endorsed(String subject, Wording words) {
        return standing.standing(subject).map(all -> Said.by(all, base, words).toList());
    }

    /** The page of an issuer. */
    Uni<TemplateInstance> issuer(Issuer issuer, Wording words) {
        return endorsed(issuer.did(), words).chain(all -> work.of(issuer).map(done -> page(issuer, words)
                .data("endorsements", all)
                .data("rubric", done.rubric())
                .data("endorsed", done.endorsed())));
    }

    private TemplateInstance page(Issuer issuer, Wording words) {
        Profile profile = issuer.profile();
        String address = base.issuer(issuer.slug().value());
        String state = issuer.screening().state().toString();
        Image picture = own(profile.image(), issuer.name());
        return issuerPage
                .data("profile", profile)
                .data("share", words.texts("share."))
                .data(
                        "schemaOrg",
                        SchemaOrg.issuer(issuer.name(), profile.description(), address)
                                .with("sameAs", SharedBadge.link(profile.url()))
                                .with("email", profile.email())
                                .with("logo", picture == null ? null : picture.id())
                                .inPage())
                .data("screening", issuer.kind() == OrganisationKind.ISSUER ? words.text("screening." + state) : null)
                .data("kind", words.text("kind." + issuer.kind()))
                .data(
                        "until",
                        issuer.screening().isWithdrawn()
                                ? null
                                : Moments.dayIfAny(issuer.screening().until(), words))
                .data("withdrawn", withdrawn(issuer, words))
                .data(
                        "offers",
                        issuer.kind() == OrganisationKind.ISSUER
                                        && !issuer.screening().isWithdrawn()
                                ? "/catalogue?issuer=" + issuer.slug()
                                : null)
                .data("url", address)
                .data("homePage", SharedBadge.link(profile.url()))
                .data("picture", picture)
                .data("logo", picture == null ? null : picture.id())
                .data("card", null);
    }

    /** The page of a micro-credential. */
    Uni<TemplateInstance> achievement(AchievementDefinition definition, Wording words) {
        return documents.issuerOf(definition).map(Optional::orElseThrow).chain(issuer -> endorsed(
                        definition.achievement().id(), words)
                .chain(all -> kin.of(definition, words)
                        .chain(found -> recognised.of(definition.id(), words).map(counts -> achievement(
                                        definition, issuer, words)
                                .data("endorsements", all)
                                .data("recognitions", counts)
                                .data("newer", found.newer())
                                .data("older", found.older())
                                .data("first", found.first())))));
    }

    private TemplateInstance achievement(AchievementDefinition definition, Issuer issuer, Wording words) {
        Achievement achievement = definition.achievement();
        List<SharedBadge.Item> alignments = achievement.alignment().stream()
                .filter(one -> one.targetType() == null || !OURS.contains(one.targetType()))
                .map(one -> new SharedBadge.Item(
                        one.targetName(), one.targetFramework(), SharedBadge.link(one.targetUrl())))
                .toList();
        String narrative = achievement.criteria().narrative();
        String card = achievement.id() + "/card.png?v=" + version(achievement, issuer);
        SchemaOrg schemaOrg = SchemaOrg.achievement(achievement.name(), achievement.description(), achievement.id())
                .with("image", card)
                .creator(issuer.name(), SharedBadge.link(issuer.profile().url()))
                .keywords(achievement.tag())
                .alignments(alignments);
        return drafted(definition, words)
                .data("achievement", achievement)
                .data("share", words.texts("share."))
                .data("alignments", alignments)
                .data("schemaOrg", schemaOrg.inPage())
                .data("card", card)
                .data("criteriaUrl", SharedBadge.link(achievement.criteria().id()))
                .data("picture", own(achievement.image(), achievement.name()))
                .data("criteria", narrative == null ? null : Markdown.html(narrative))
                .data("issuer", issuer.name())
                .data("issuerPath", "/issuers/" + issuer.slug())
                .data("withdrawn", withdrawn(issuer, words))
                .data("retired", definition.state() == AchievementState.RETIRED);
    }

    /** Another one when the card is another. */
    private static String version(Achievement achievement, Issuer issuer) {
        String drawn = achievement.name()
                + '\n'
                + issuer.name()
                + '\n'
                + achievement.image()
                + issuer.profile().image();
        return Hex.encode(Sha256.of(drawn.getBytes(StandardCharsets.UTF_8))).substring(0, VERSION_LENGTH);
    }

    /** What the template says beside the achievement. */
    private TemplateInstance drafted(AchievementDefinition definition, Wording words) {
        AchievementDefinition.Drafted drafted = definition.drafted();
        TemplateInstance page = achievementPage.data("about", about(definition, words));
        if (drafted == null) {
            return page.data("template", null);
        }
        return page.data("template", ShownTemplate.of(drafted.template(), words))
                .data("review", words.text(definition.isReviewed() ? "share.inReview" : "share.noReview"))
                .data("templateUrl", "/achievements/" + definition.id() + "/templates/" + drafted.digest());
    }

    /** Which one it is. */
    private static List<SharedBadge.Item> about(AchievementDefinition definition, Wording words) {
        Achievement achievement = definition.achievement();
        AchievementDefinition.Drafted drafted = definition.drafted();
        return Stream.of(
                        new SharedBadge.Item(words.text("share.fact.code"), achievement.humanCode(), null),
                        new SharedBadge.Item(words.text("share.versionFact"), achievement.version(), null),
                        new SharedBadge.Item(
                                words.text("share.publishedFact"),
                                Moments.dayIfAny(definition.publishedAt(), words),
                                null),
                        new SharedBadge.Item(
                                words.text("share.edition"),
                                drafted == null ? null : Integer.toString(drafted.edition()),
                                null))
                .filter(one -> one.text() != null)
                .toList();
    }

    /** A picture that is kept here; those that stand elsewhere are not shown, since no page loads anything from there. */
    private @Nullable Image own(@Nullable Image image, String otherwise) {
        if (image == null || PictureName.of(image.id(), base).isEmpty()) {
            return null;
        }
        return image.caption() == null ? new Image(image.id(), otherwise) : image;
    }

    /** Since when its right to issue is withdrawn; null when it is not. */
    private static @Nullable String withdrawn(Issuer issuer, Wording words) {
        return issuer.screening().isWithdrawn()
                ? Moments.dayIfAny(issuer.screening().at(), words)
                : null;
    }
}
