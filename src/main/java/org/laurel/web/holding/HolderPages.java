package org.laurel.web.holding;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.laurel.holding.HeldBadge;
import org.laurel.holding.Holdings;
import org.laurel.holding.ShareLink;
import org.laurel.issuing.showing.Access;
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/** The pages on which a badge is managed, and a link to them is asked for. */
@Singleton
class HolderPages {
    private final Holdings holdings;
    private final ShownEvidence shownEvidence;
    private final Template manage;
    private final Template ask;
    private final BaseUrl base;

    HolderPages(
            Holdings holdings,
            ShownEvidence shownEvidence,
            @Location("web/manage.html") Template manage,
            @Location("web/manage-ask.html") Template ask,
            BaseUrl base) {
        this.holdings = holdings;
        this.shownEvidence = shownEvidence;
        this.manage = manage;
        this.ask = ask;
        this.base = base;
    }

    /** Where they stand. */
    static String path(String credential) {
        return "/credentials/" + credential + "/manage";
    }

    /**
     * What a page tells of what was done last.
     *
     * @param status of the answer
     * @param done what was done, or empty
     * @param fault what was wrong, or empty
     * @param link a link that was made, or empty
     */
    record Told(int status, String done, String fault, String link) {
        static final Told NOTHING = new Told(200, "", "", "");

        static Told done(String what) {
            return new Told(200, what, "", "");
        }

        static Told fault(String what) {
            return new Told(422, "", what, "");
        }
    }

    /** A page to be rendered, and the status of the answer. */
    record Shown(int status, TemplateInstance page) {}

    /** A link as it is shown. */
    record ShownLink(String id, String made, String until) {

        static ShownLink of(ShareLink link, Wording words) {
            return new ShownLink(link.id(), Moments.day(link.madeAt(), words), Moments.day(link.endsAt(), words));
        }
    }

    /** Evidence as it is shown; without an address when it was erased. */
    record ShownThing(String id, String url, String name, String genre, boolean open) {

        static ShownThing of(ShownEvidence.Shown one) {
            return new ShownThing(
                    one.id(),
                    Objects.requireNonNullElse(one.url(), ""),
                    Objects.requireNonNullElse(one.name(), ""),
                    Objects.requireNonNullElse(one.genre(), ""),
                    one.access() == Access.OPEN);
        }
    }

    /** The page of one badge. */
    Uni<Shown> manage(HeldBadge badge, Told told, Wording words) {
        return holdings.links(badge).chain(links -> shownEvidence
                .of(badge.named())
                .map(evidence -> new Shown(
                        told.status(),
                        manage.data("manage", words.texts("manage."))
                                .data("share", words.texts("share."))
                                .data("badge", badge)
                                .data("url", base.credential(badge.credentialId()))
                                .data("path", path(badge.credentialId()))
                                .data("name", badge.page().name().orElse(""))
                                .data("links", shown(links, words))
                                .data(
                                        "evidence",
                                        evidence.stream().map(ShownThing::of).toList())
                                .data("link", told.link())
                                .data("done", told.done().isEmpty() ? "" : words.text("manage.done." + told.done()))
                                .data("fault", told.fault().isEmpty() ? "" : words.text("manage.fault." + told.fault()))
                                .data(
                                        "asked",
                                        badge.erasureAskedAt()
                                                .map(at -> Moments.day(at, words))
                                                .orElse("")))));
    }

    private static List<ShownLink> shown(List<ShareLink> links, Wording words) {
        return links.stream().map(link -> ShownLink.of(link, words)).toList();
    }

    /** The page that asks for a link. */
    Shown ask(String credential, Wording words) {
        return asking(200, credential, new Step("", false, false), words);
    }

    /** The page after that, the same whether there is such a badge or not. */
    Shown sent(String credential, Wording words) {
        return asking(202, credential, new Step("", true, false), words);
    }

    /** The page that a link leads to, which does not use it. */
    Shown enter(String credential, String token, Wording words) {
        return asking(200, credential, new Step(token, false, false), words);
    }

    /** The page of a link that does not work. */
    Shown over(String credential, Wording words) {
        return asking(410, credential, new Step("", false, true), words);
    }

    /** How far they have come. */
    private record Step(String token, boolean sent, boolean over) {}

    private Shown asking(int status, String credential, Step step, Wording words) {
        return new Shown(
                status,
                ask.data("manage", words.texts("manage."))
                        .data("path", path(credential))
                        .data("token", step.token())
                        .data("sent", step.sent())
                        .data("over", step.over()));
    }
}
