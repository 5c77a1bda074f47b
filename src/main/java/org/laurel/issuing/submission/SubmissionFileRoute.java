package org.laurel.issuing.submission;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.Callers;
import org.laurel.access.role.Scope;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.door.LongAnswer;
import org.laurel.shared.door.Streams;
import org.laurel.shared.encoding.MediaTypes;
import org.laurel.shared.file.FilesConfig;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.work.Workers;

/**
 * The bytes of files of evidence, as they come in and go out. Routes of their own before all others, because the body limit of
 * the rest is far smaller. Uploads can be gone on with, by the protocol tus 1.0 (core, and creation), or come in one request.
 */
@ApplicationScoped
class SubmissionFileRoute {
    private static final String FILES = "/api/v1/submissions/:id/files";
    private static final String FILE = FILES + "/:file";
    private static final String FORM = "multipart/form-data";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final Set<String> UNSAID = Set.of(
            "application/octet-stream", "application/x-www-form-urlencoded", "application/offset+octet-stream", "");

    private final Callers callers;
    private final ReachableSubmissions reachable;
    private final AnnounceFile announce;
    private final EvidenceFiles files;
    private final FileArrival arrival;
    private final FormArrival form;
    private final FilesConfig config;
    private final SendFile send;
    private final Workers workers;

    SubmissionFileRoute(
            Callers callers,
            ReachableSubmissions reachable,
            AnnounceFile announce,
            EvidenceFiles files,
            FileArrival arrival,
            FormArrival form,
            FilesConfig config,
            SendFile send,
            Workers workers) {
        this.callers = callers;
        this.reachable = reachable;
        this.announce = announce;
        this.files = files;
        this.arrival = arrival;
        this.form = form;
        this.config = config;
        this.send = send;
        this.workers = workers;
    }

    void open(@Observes Router router) {
        router.post(FILES).order(FrontDoor.BEHIND).handler(this::create);
        router.route(HttpMethod.PATCH, FILE).order(FrontDoor.BEHIND).handler(this::goOn);
        router.route(HttpMethod.HEAD, FILE).order(FrontDoor.BEHIND).handler(this::tell);
        router.get(FILE).order(FrontDoor.BEHIND).handler(this::show);
        router.options(FILES).order(FrontDoor.BEHIND).handler(this::can);
        router.options(FILE).order(FrontDoor.BEHIND).handler(this::can);
    }

    /** Who calls, and a submission of theirs. */
    private record Reached(Caller caller, Submission submission) {}

    /** A file of one, and how far it is. */
    private record Found(Submission submission, EvidenceFile file) {}

    private Uni<Reached> reached(RoutingContext context, Scope scope) {
        return callers.asking(context.request(), scope).chain(caller -> reachable
                .get(caller, Objects.requireNonNull(context.pathParam("id")))
                .map(submission -> new Reached(caller, submission)));
    }

    private Uni<Found> found(RoutingContext context, Scope scope) {
        return reached(context, scope)
                .chain(reached -> files.find(reached.submission(), Objects.requireNonNull(context.pathParam("file")))
                        .map(found -> new Found(
                                reached.submission(),
                                found.orElseThrow(
                                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such file.")))));
    }

    /** What of tus is understood here; nobody needs to be known to hear it. */
    private void can(RoutingContext context) {
        context.response()
                .setStatusCode(204)
                .putHeader("Tus-Resumable", "1.0.0")
                .putHeader("Tus-Version", "1.0.0")
                .putHeader("Tus-Extension", "creation")
                .putHeader("Tus-Max-Size", Long.toString(config.most().asLongValue()))
                .end();
    }

    /** JSON announces a file, which is no matter of streams; what announces one by headers, or is one, is. */
    private void create(RoutingContext context) {
        String type = type(context);
        boolean byHeaders = context.request().getHeader(LENGTH) != null;
        if (!byHeaders && (type.equals("application/json") || type.isEmpty())) {
            context.next();
            return;
        }
        context.request().pause();
        answer(
                context,
                workers.apart(reached(context, Scope.SUBMISSION_WRITE))
                        .chain(reached -> byHeaders
                                ? announced(context, reached)
                                : type.equals(FORM) ? form(context, reached) : whole(context, reached)));
    }

    /** The file is the part of that name; which part it answers stands in the query: fields are known when the form ends. */
    private Uni<Answer> form(RoutingContext context, Reached reached) {
        HttpServerRequest request = context.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        long bound = config.most().asLongValue();
        String most =
                Long.toString(length == null ? bound : Math.min(bound, UploadHeaders.number("Content-Length", length)));
        return form.receive(
                        request,
                        upload -> announce(
                                reached,
                                UploadHeaders.request(
                                        field(request, "part"),
                                        Objects.requireNonNullElse(field(request, "name"), upload.filename()),
                                        most,
                                        null)))
                .map(progress ->
                        EvidenceFileView.answer(201, reached.submission().id(), progress.file()));
    }

    private static @Nullable String field(HttpServerRequest request, String name) {
        String inQuery = request.getParam(name);
        return inQuery == null ? request.getFormAttribute(name) : inQuery;
    }

    private static String length(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "Content-Length: expected the size of the file; or announce it, and send it piece by piece.");
        }
        return length;
    }

    private Uni<Answer> announced(RoutingContext context, Reached reached) {
        UploadHeaders headers = UploadHeaders.of(
                context.request().getHeader(LENGTH), context.request().getHeader("Upload-Metadata"));
        return announce(reached, headers.request())
                .map(file -> EvidenceFileView.answer(201, reached.submission().id(), file));
    }

    private Uni<EvidenceFile> announce(Reached reached, AnnounceRequest request) {
        return workers.apart(announce.announce(
                reached.submission(), request, reached.caller().name(), Alongside.nothing()));
    }

    /** One request, one file: what is not whole in the end is nowhere. */
    private Uni<Answer> whole(RoutingContext context, Reached reached) {
        String type = type(context);
        AnnounceRequest request = UploadHeaders.request(
                context.request().getParam("part"),
                context.request().getParam("name"),
                length(context),
                UNSAID.contains(type) ? null : type);
        return announce(reached, request)
                .chain(file -> workers.apart(arrival.append(file, 0, body(context)))
                        .onFailure()
                        .call(() -> arrival.dropped(file)))
                .map(progress ->
                        EvidenceFileView.answer(201, reached.submission().id(), progress.file()));
    }

    private void goOn(RoutingContext context) {
        context.request().pause();
        answer(
                context,
                workers.apart(found(context, Scope.SUBMISSION_WRITE))
                        .chain(found -> {
                            if (!type(context).equals("application/offset+octet-stream")) {
                                throw ProblemException.of(
                                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                                        "Content-Type: expected application/offset+octet-stream.");
                            }
                            if (!found.submission().state().isOpen()) {
                                throw found.submission().not("add files to it");
                            }
                            long offset = UploadHeaders.number(
                                    OFFSET, context.request().getHeader(OFFSET));
                            return workers.apart(arrival.append(found.file(), offset, body(context)));
                        })
                        .map(progress -> Answer.of(204, "")
                                .with("Tus-Resumable", "1.0.0")
                                .with(OFFSET, Long.toString(progress.offset()))));
    }

    private void tell(RoutingContext context) {
        workers.apart(found(context, Scope.SUBMISSION_READ))
                .chain(found -> arrival.progress(found.file()))
                .subscribe()
                .with(progress -> told(context, progress), failure -> Streams.refuse(context, failure));
    }

    private void told(RoutingContext context, FileArrival.Progress progress) {
        HttpServerResponse response = context.response();
        response.putHeader("Tus-Resumable", "1.0.0")
                .putHeader(OFFSET, Long.toString(progress.offset()))
                .putHeader(LENGTH, Long.toString(progress.file().size()));
        if (progress.file().state() == FileState.READY) {
            send.send(context, progress.file().served());
        } else {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end();
        }
    }

    private void show(RoutingContext context) {
        workers.apart(found(context, Scope.SUBMISSION_READ))
                .invoke(found -> {
                    if (found.file().state() != FileState.READY) {
                        throw ProblemException.notNow(
                                "The file",
                                found.file().state(),
                                "read it",
                                found.file().state() == FileState.ARRIVING
                                        ? "go on sending it, or remove it"
                                        : "wait until it was scanned for viruses, or remove it");
                    }
                })
                .subscribe()
                .with(found -> send.send(context, found.file().served()), failure -> Streams.refuse(context, failure));
    }

    /** When all of it is here, a large file may be judged for longer than the server waits for connections that are idle. */
    private static Multi<byte[]> body(RoutingContext context) {
        return io.vertx.mutiny.core.http.HttpServerRequest.newInstance(context.request())
                .toMulti()
                .map(buffer -> buffer.getBytes())
                .onCompletion()
                .invoke(() -> LongAnswer.expect(context.request()));
    }

    private static void answer(RoutingContext context, Uni<Answer> work) {
        work.subscribe()
                .with(
                        answer -> Streams.answer(context, answer, "application/json"),
                        failure -> Streams.refuse(context, failure));
    }

    private static String type(RoutingContext context) {
        return MediaTypes.bare(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
    }
}
