package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/** The pages of one badge: what is signed, and beside it what the verifier that strangers use says today. */
@Singleton
class CredentialPages {
    private final HostedBadges badges;
    private final CredentialVerifier verifier;
    private final Template share;
    private final Template embed;
    private final BaseUrl base;

    CredentialPages(
            HostedBadges badges,
            CredentialVerifier verifier,
            @Location("web/share.html") Template share,
            @Location("web/embed.html") Template embed,
            BaseUrl base) {
        this.badges = badges;
        this.verifier = verifier;
        this.share = share;
        this.embed = embed;
        this.base = base;
    }

    /** The share page; fails with a 404 or 410 problem when there is no such badge. */
    Uni<Shown> share(String id, Wording words) {
        return shown(share, id, words);
    }

    /** The little page that stands within others; fails likewise. */
    Uni<Shown> embed(String id, Wording words) {
        return shown(embed, id, words);
    }

    /** The share page as a copy for an archive, which knows nothing of later days; fails likewise. */
    Uni<TemplateInstance> archived(String id, Wording words) {
        return badges.signed(id).chain(signed -> verifier.verify(VerificationInput.of(signed.body()))
                .map(report -> filled(share, SharePage.of(signed, id, base, words.language()), report, words)
                        .data("standing", ArchivedStanding.of(report.in(words), words))
                        .data("archived", true)
                        .data("archive", words.texts("archive."))));
    }

    private static TemplateInstance filled(
            Template template, SharePage page, VerificationReport report, Wording words) {
        ShownReport one = ShownReport.of(report, words);
        return template.data("page", page)
                .data("badge", page.badge())
                .data("share", words.texts("share."))
                .data("standing", one.verdict())
                .data("one", one);
    }

    private Uni<Shown> shown(Template template, String id, Wording words) {
        return badges.signed(id).chain(signed -> {
            SharePage page = SharePage.of(signed, id, base, words.language());
            return verifier.verify(VerificationInput.of(signed.body())).chain(report -> badges.said(signed, words)
                    .map(said -> new Shown(
                            filled(template, page, report, words).data("said", said),
                            "<time datetime=\"" + report.verifiedAt() + "\">"
                                    + Moments.minute(report.verifiedAt(), words))));
        });
    }

    /**
     * A page to be rendered.
     *
     * @param page the page
     * @param time when it was verified, as it stands in the page
     */
    record Shown(TemplateInstance page, String time) {}
}
