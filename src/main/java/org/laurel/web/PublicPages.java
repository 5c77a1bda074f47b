package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.document.credential.Image;
import org.laurel.document.credential.Profile;
import org.laurel.hosting.PublicDocuments;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.picture.PictureName;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;

/** The pages of issuers and of micro-credentials, filled and not yet rendered. */
@Singleton
class PublicPages {
    private final PublicDocuments documents;
    private final Template issuerPage;
    private final Template achievementPage;
    private final BaseUrl base;

    PublicPages(
            PublicDocuments documents,
            @Location("web/issuer.html") Template issuerPage,
            @Location("web/achievement.html") Template achievementPage,
            BaseUrl base) {
        this.documents = documents;
        this.issuerPage = issuerPage;
        this.achievementPage = achievementPage;
        this.base = base;
    }

    /** The page of an issuer. */
    TemplateInstance issuer(Issuer issuer, Wording words) {
        Profile profile = issuer.profile();
        String address = base.issuer(issuer.slug().value());
        String state = issuer.screening().state();
        return issuerPage
                .data("profile", profile)
                .data("share", words.texts("share."))
                .data(
                        "schemaOrg",
                        SchemaOrg.issuer(issuer.name(), profile.description(), address)
                                .with("sameAs", SharedBadge.link(profile.url()))
                                .with("email", profile.email())
                                .inPage())
                .data("screening", words.texts("screening.").getOrDefault(state, state))
                .data("url", address)
                .data("homePage", SharedBadge.link(profile.url()))
                .data("picture", own(profile.image(), issuer.name()))
                .data("card", null);
    }

    /** The page of a micro-credential. */
    Uni<TemplateInstance> achievement(AchievementDefinition definition, Wording words) {
        return documents
                .issuerOf(definition)
                .map(Optional::orElseThrow)
                .map(issuer -> achievement(definition, issuer, words));
    }

    private TemplateInstance achievement(AchievementDefinition definition, Issuer issuer, Wording words) {
        Achievement achievement = definition.achievement();
        List<SharedBadge.Item> alignments = achievement.alignment().stream()
                .map(one -> new SharedBadge.Item(
                        one.targetName(), one.targetFramework(), SharedBadge.link(one.targetUrl())))
                .toList();
        String narrative = achievement.criteria().narrative();
        String card = achievement.id() + "/card.png";
        SchemaOrg schemaOrg = SchemaOrg.achievement(achievement.name(), achievement.description(), achievement.id())
                .with("image", card)
                .creator(issuer.name(), SharedBadge.link(issuer.profile().url()))
                .keywords(achievement.tag())
                .alignments(alignments);
        return achievementPage
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
                .data("retired", definition.state().toString().equals("retired"));
    }

    /** A picture that is kept here; those that stand elsewhere are not shown, since no page loads anything from there. */
    private @Nullable Image own(@Nullable Image image, String otherwise) {
        if (image == null || PictureName.of(image.id(), base).isEmpty()) {
            return null;
        }
        return image.caption() == null ? new Image(image.id(), otherwise) : image;
    }
}
