package org.laurel.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Callers;
import org.laurel.access.people.Account;
import org.laurel.access.people.AccountExport;
import org.laurel.access.people.Accounts;
import org.laurel.access.role.Scope;
import org.laurel.holding.HeldBadge;
import org.laurel.holding.Holdings;
import org.laurel.hosting.archive.ArchiveFile;
import org.laurel.issuing.award.RecipientExport;
import org.laurel.issuing.submission.OwnFiles;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.door.Streams;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.Wording;

/**
 * Everything that somebody has here, as a ZIP: for themselves, and of a recipient for the organisation that has to answer them.
 * Routes before the resources, which give the same as JSON, because it is a stream of any length.
 */
@ApplicationScoped
class PersonArchiveRoute {
    /** Each keeps a core busy. */
    private static final int MOST_AT_ONCE = 2;

    private static final String ZIP = "application/zip";

    private final Callers callers;
    private final Accounts accounts;
    private final AccountExport export;
    private final Holdings holdings;
    private final OwnFiles files;
    private final RecipientExport recipients;
    private final PersonArchive archive;
    private final Workers workers;
    private final AtomicInteger underWay = new AtomicInteger();

    PersonArchiveRoute(
            Callers callers,
            Accounts accounts,
            AccountExport export,
            Holdings holdings,
            OwnFiles files,
            RecipientExport recipients,
            PersonArchive archive,
            Workers workers) {
        this.callers = callers;
        this.accounts = accounts;
        this.export = export;
        this.holdings = holdings;
        this.files = files;
        this.recipients = recipients;
        this.archive = archive;
        this.workers = workers;
    }

    void open(@Observes Router router) {
        router.get("/api/v1/people/me/export")
                .order(FrontDoor.BEHIND)
                .handler(context -> answer(context, "laurel-account.zip", this::ofMe));
        router.get("/api/v1/recipients/:id/export")
                .order(FrontDoor.BEHIND)
                .handler(context -> answer(context, "laurel-recipient.zip", this::ofRecipient));
    }

    /** Who asks for anything else is answered by the resource. */
    private void answer(
            RoutingContext context, String name, Function<RoutingContext, Uni<PersonArchive.Wanted>> wanted) {
        if (!isForZip(context.request().getHeader(HttpHeaders.ACCEPT))) {
            context.next();
            return;
        }
        workers.apart(wanted.apply(context))
                .subscribe()
                .with(found -> send(context, name, found), failure -> Streams.refuse(context, failure));
    }

    private static boolean isForZip(@Nullable String accept) {
        return accept != null
                && List.of(accept.toLowerCase(Locale.ROOT).split(",")).stream()
                        .anyMatch(
                                range -> range.strip().split(";", 2)[0].strip().equals(ZIP));
    }

    private Uni<PersonArchive.Wanted> ofMe(RoutingContext context) {
        return callers.asking(context.request(), Scope.SELF)
                .chain(caller -> accounts.find(caller.account().orElseThrow()))
                .map(Optional::orElseThrow)
                .chain(account -> export.json(account).chain(json -> files.of(account.number())
                        .map(own -> new PersonArchive.Wanted(
                                ArchiveFile.of("account.json", json),
                                badges(account, Long.MAX_VALUE),
                                own,
                                words(context)))));
    }

    /** Page by page, as they are packed. */
    private Multi<String> badges(Account account, long before) {
        return workers.apart(holdings.of(account, new PageRequest(PageRequest.MAX_LIMIT, before)))
                .onItem()
                .transformToMulti(page -> Multi.createBy()
                        .concatenating()
                        .streams(
                                Multi.createFrom().iterable(page.items()).map(HeldBadge::credentialId),
                                page.next().isPresent()
                                        ? badges(account, page.next().getAsLong())
                                        : Multi.createFrom().<String>empty()));
    }

    private Uni<PersonArchive.Wanted> ofRecipient(RoutingContext context) {
        return callers.asking(context.request(), Scope.AWARD_READ)
                .chain(caller -> recipients.of(caller, Objects.requireNonNull(context.pathParam("id"))))
                .map(found -> new PersonArchive.Wanted(
                        ArchiveFile.of("recipient.json", found.json()),
                        Multi.createFrom().iterable(found.credentials()),
                        List.of(),
                        words(context)));
    }

    private static Wording words(RoutingContext context) {
        return Wording.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private void send(RoutingContext context, String name, PersonArchive.Wanted wanted) {
        if (underWay.incrementAndGet() > MOST_AT_ONCE) {
            underWay.decrementAndGet();
            Streams.refuse(
                    context,
                    ProblemException.tooMany(
                            "Two archives are being made already; ask again in a minute.", Duration.ofMinutes(1)));
            return;
        }
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, ZIP)
                .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        Streams.write(response, archive.zip(wanted).map(Buffer::buffer))
                .onTermination()
                .invoke(underWay::decrementAndGet)
                .subscribe()
                .with(done -> response.end(), failure -> Streams.refuse(context, failure));
    }
}
