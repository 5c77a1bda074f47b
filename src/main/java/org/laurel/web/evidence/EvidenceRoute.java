package org.laurel.web.evidence;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.Representation;
import org.laurel.issuing.showing.Access;
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.issuing.showing.ShownEvidence.Given;
import org.laurel.issuing.submission.SendFile;
import org.laurel.issuing.submission.ServedFile;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.door.Streams;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/**
 * The very bytes of evidence that a badge names, while its holder leaves it open: in a sandbox, with a type that no browser
 * guesses anew. What cannot be read is answered by a page, or a problem document, in the reader's language.
 */
@ApplicationScoped
class EvidenceRoute {
    private static final String EVIDENCE = "/evidence/:token";
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final ShownEvidence shownEvidence;
    private final SendFile send;
    private final Template page;
    private final Workers workers;

    EvidenceRoute(
            ShownEvidence shownEvidence, SendFile send, @Location("web/fault.html") Template page, Workers workers) {
        this.shownEvidence = shownEvidence;
        this.send = send;
        this.page = page;
        this.workers = workers;
    }

    void open(@Observes Router router) {
        router.get(EVIDENCE).order(FrontDoor.BEHIND).handler(this::show);
        router.route(HttpMethod.HEAD, EVIDENCE).order(FrontDoor.BEHIND).handler(this::show);
    }

    private void show(RoutingContext context) {
        workers.apart(shownEvidence.find(Objects.requireNonNull(context.pathParam("token"))))
                .subscribe()
                .with(found -> answer(context, found), failure -> Streams.refuse(context, failure));
    }

    private void answer(RoutingContext context, Optional<Given> found) {
        context.response().putHeader("X-Robots-Tag", "noindex");
        ServedFile file = found.map(Given::file).orElse(null);
        String text = found.map(Given::text).orElse(null);
        if (file != null) {
            send.send(context, file);
        } else if (text != null) {
            send.send(
                    context, found.map(Given::name).orElse(""), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else {
            refuse(context, Refused.of(found.map(Given::access)));
        }
    }

    /** Why it cannot be read. */
    private enum Refused {
        MISSING(ProblemType.NOT_FOUND, "fault.missing."),
        CLOSED(ProblemType.CLOSED, "evidence.closed."),
        ERASED(ProblemType.GONE, "evidence.erased.");

        private final ProblemType type;
        private final String key;

        Refused(ProblemType type, String key) {
            this.type = type;
            this.key = key;
        }

        static Refused of(Optional<Access> access) {
            if (access.isEmpty()) {
                return MISSING;
            }
            return access.get() == Access.CLOSED ? CLOSED : ERASED;
        }
    }

    private void refuse(RoutingContext context, Refused why) {
        Wording words = Wording.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        boolean asPage = Negotiation.choose(context.request().getHeader(HttpHeaders.ACCEPT), FORMS)
                .filter(choice -> choice.form() == Representation.HTML)
                .isPresent();
        if (!asPage) {
            context.response()
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, words.language());
            Streams.refuse(context, ProblemException.of(why.type, words.text(why.key + "lead")));
            return;
        }
        Html.personal(
                        context,
                        why.type.status(),
                        page.data("fault", words.texts(why.key))
                                .data("detail", "")
                                .data("instance", ""),
                        words)
                .subscribe()
                .with(sent -> {}, failure -> Streams.refuse(context, failure));
    }
}
