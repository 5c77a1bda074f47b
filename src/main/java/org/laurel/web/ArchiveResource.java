package org.laurel.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.hosting.archive.ArchiveStream;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.work.Workers;

/** Hands an issuer all that it has hosted, as a folder of static files. */
@Path("/api/v1/issuers/{issuer}/archive")
@Tag(name = "Issuers")
class ArchiveResource {
    /** Each keeps a core busy. */
    private static final int MOST_AT_ONCE = 2;

    private final ReachableIssuers reachable;
    private final IssuerArchive archive;
    private final Workers workers;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();

    ArchiveResource(ReachableIssuers reachable, IssuerArchive archive, Workers workers, Clock clock) {
        this.reachable = reachable;
        this.archive = archive;
        this.workers = workers;
        this.clock = clock;
    }

    @GET
    @Produces("application/zip")
    @Operation(
            operationId = "getIssuerArchive",
            summary = "All that an issuer has hosted, as static files",
            description = "A ZIP of pages, badges in every form, DID document, keys and status lists, which any file"
                    + " server can serve under the same origin. Whether a badge was taken back later it cannot tell:"
                    + " its pages say so, and its status lists tell nothing once statusFor has passed. It comes as a"
                    + " stream; one that breaks off is no whole ZIP.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_READ)
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = "application/zip", example = "the bytes of a ZIP"))
    @APIResponse(responseCode = "429", description = "Enough archives are being made")
    public RestMulti<byte[]> archive(
            @PathParam("issuer") String issuer,
            @Parameter(
                            description = "Forms of badges, by comma: png, svg, pdf; json and jwt are always there."
                                    + " Without it all",
                            example = "png,pdf")
                    @QueryParam("forms")
                    @Nullable String forms,
            @Parameter(description = "Of pages and certificates: en, which is the default, or es", example = "en")
                    @QueryParam("language")
                    @Nullable String language,
            @Parameter(description = "Of certificates: a4, which is the default, or letter", example = "a4")
                    @QueryParam("paper")
                    @Nullable String paper,
            @Parameter(
                            description = "How long its status lists tell anything, as ISO 8601 duration, for who makes"
                                    + " archives on a schedule: PT5M, which is the default, to P7D",
                            example = "P1D")
                    @QueryParam("statusFor")
                    @Nullable String statusFor) {
        ArchiveRequest request = new ArchiveParameters(forms, language, paper, statusFor).request(clock.instant());
        return RestMulti.fromUniResponse(
                reachable.get(issuer), found -> zip(found, request), found -> headers(found, request));
    }

    private Multi<byte[]> zip(Issuer issuer, ArchiveRequest request) {
        ArchiveStream zip = new ArchiveStream(request.madeAt());
        if (underWay.incrementAndGet() > MOST_AT_ONCE) {
            underWay.decrementAndGet();
            throw ProblemException.tooMany(
                    "Two archives are being made already; ask again in a minute.", Duration.ofMinutes(1));
        }
        return Multi.createBy()
                .concatenating()
                .streams(
                        archive.files(issuer, request)
                                .onItem()
                                .transformToUniAndConcatenate(file -> workers.compute(() -> zip.with(file))),
                        Uni.createFrom().item(zip::end).toMulti())
                .onTermination()
                .invoke(underWay::decrementAndGet);
    }

    private static Map<String, List<String>> headers(Issuer issuer, ArchiveRequest request) {
        LocalDate day = request.madeAt().atZone(ZoneOffset.UTC).toLocalDate();
        return Map.of(
                "Content-Type",
                List.of("application/zip"),
                "Content-Disposition",
                List.of("attachment; filename=\"" + issuer.slug() + "-" + day + ".zip\""),
                "Cache-Control",
                List.of("no-store"));
    }
}
