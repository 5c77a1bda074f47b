package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.holding.BadgePage;
import org.laurel.hosting.PublicDocument;
import org.laurel.issuing.award.Replacements;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PublicId;
import org.laurel.verifying.CredentialVerifier;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/** The pages of one badge: what is signed, and beside it what the verifier that strangers use says today. */
@Singleton
class CredentialPages {
    private final HostedBadges badges;
    private final Replacements replacements;
    private final CredentialVerifier verifier;
    private final Template share;
    private final Template embed;
    private final Template closed;
    private final OpenPages open;
    private final BaseUrl base;

    CredentialPages(
            HostedBadges badges,
            Replacements replacements,
            CredentialVerifier verifier,
            @Location("web/share.html") Template share,
            @Location("web/embed.html") Template embed,
            @Location("web/closed.html") Template closed,
            OpenPages open,
            BaseUrl base) {
        this.badges = badges;
        this.replacements = replacements;
        this.verifier = verifier;
        this.share = share;
        this.embed = embed;
        this.closed = closed;
        this.open = open;
        this.base = base;
    }

    /** The share page; fails with a 404 or 410 problem when there is no such badge. A private one says nothing of the badge. */
    Uni<Shown> share(String id, Wording words) {
        return badges.signed(id).chain(signed -> open.page(id)
                .chain(page -> page.hidden()
                        ? Uni.createFrom().item(new Shown(closed(id, words), ""))
                        : shown(share, new Of(id, signed, page), words)));
    }

    /** The same by a link of the holder's, which shows a private page, too. */
    Uni<Shown> lent(String id, Wording words) {
        return badges.signed(id)
                .chain(signed -> open.page(id).chain(page -> shown(share, new Of(id, signed, page), words)));
    }

    /** The little page that stands within others; fails likewise, and when it is private. */
    Uni<Shown> embed(String id, Wording words) {
        return badges.signed(id)
                .chain(signed -> open.requireOpen(id).chain(page -> shown(embed, new Of(id, signed, page), words)));
    }

    /** The share page as a copy for an archive, which knows nothing of later days; fails likewise. */
    Uni<TemplateInstance> archived(String id, Wording words) {
        return badges.signed(id).chain(signed -> open.page(id)
                .chain(page -> page.hidden()
                        ? Uni.createFrom().item(closed(id, words))
                        : archived(new Of(id, signed, page), words)));
    }

    private Uni<TemplateInstance> archived(Of badge, Wording words) {
        return verifier.verify(VerificationInput.of(badge.signed().body()))
                .map(report -> filled(share, badge.page(base, words), report, words)
                        .data("standing", ArchivedStanding.of(report.in(words), words))
                        .data("succession", List.of())
                        .data("archived", true)
                        .data("archive", words.texts("archive.")));
    }

    private TemplateInstance closed(String id, Wording words) {
        return closed.data("closed", words.texts("closed.")).data("manage", base.management(id));
    }

    /** A badge, and what its holder wants of its page. */
    private record Of(String id, PublicDocument signed, BadgePage holder) {

        SharePage page(BaseUrl base, Wording words) {
            return SharePage.of(signed, id, base, words.language());
        }
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

    private Uni<Shown> shown(Template template, Of badge, Wording words) {
        return verifier.verify(VerificationInput.of(badge.signed().body()))
                .chain(report -> badges.said(badge.signed(), words).chain(said -> succession(badge.id(), words)
                        .map(succession -> new Shown(
                                filled(template, badge.page(base, words), report, words)
                                        .data("said", said)
                                        .data("succession", succession)
                                        .data("holder", badge.holder().name().orElse(""))
                                        .data("manage", base.management(badge.id())),
                                "<time datetime=\"" + report.verifiedAt() + "\">"
                                        + Moments.minute(report.verifiedAt(), words)))));
    }

    private Uni<List<ShownSuccession>> succession(String id, Wording words) {
        return replacements
                .ofCredential(PublicId.parse(id).orElseThrow())
                .map(found -> ShownSuccession.of(found, base, words));
    }

    /**
     * A page to be rendered.
     *
     * @param page the page
     * @param time when it was verified, as it stands in the page
     */
    record Shown(TemplateInstance page, String time) {}
}
