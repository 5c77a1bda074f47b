package org.laurel.issuing.programme;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.access.role.Scopes;
import org.laurel.document.credential.Profile;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.IssuerRequest;
import org.laurel.issuing.issuer.Issuers;
import org.laurel.issuing.issuer.OrganisationKind;
import org.laurel.issuing.issuer.ReplaceIssuer;
import org.laurel.issuing.issuer.Screening;
import org.laurel.issuing.issuer.Slug;
import org.laurel.issuing.picture.PictureDoor;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;

/** The management endpoint of the programme. */
@Path("/api/v1/programme")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Programme", description = "The programme's own profile and DID, and the editions of what it asks for.")
class ProgrammeResource {
    private static final Slug SLUG = new Slug("programme");

    private final Issuers issuers;
    private final ReplaceIssuer replace;
    private final PictureDoor pictures;
    private final ProgrammeEditions editions;
    private final CurrentCaller current;
    private final BaseUrl base;

    ProgrammeResource(
            Issuers issuers,
            ReplaceIssuer replace,
            PictureDoor pictures,
            ProgrammeEditions editions,
            CurrentCaller current,
            BaseUrl base) {
        this.issuers = issuers;
        this.replace = replace;
        this.pictures = pictures;
        this.editions = editions;
        this.current = current;
        this.base = base;
    }

    /**
     * The programme.
     *
     * @param id its public id, under which it endorses, has keys and members
     * @param slug its name in URLs
     * @param did by which it endorses
     * @param url its public page
     * @param profile the Open Badges profile
     * @param screeningRubric the edition that counts now
     */
    record ProgrammeView(String id, Slug slug, String did, String url, Profile profile, int screeningRubric) {
        static ProgrammeView of(Issuer issuer, int rubric, BaseUrl base) {
            return new ProgrammeView(
                    issuer.id(),
                    issuer.slug(),
                    issuer.did(),
                    base.issuer(issuer.slug().value()),
                    issuer.profile(),
                    rubric);
        }
    }

    /** An edition of the rubric. */
    record RubricView(int edition, ScreeningRubric rubric) {
        static RubricView of(ProgrammeEditions.Edition<ScreeningRubric> edition) {
            return new RubricView(edition.number(), edition.content());
        }
    }

    @GET
    @Operation(
            operationId = "getProgramme",
            summary = "Read the programme",
            description =
                    "Its profile, its DID and the edition of the screening rubric that counts, with its ETag. 404 until"
                            + " its profile is written.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PROGRAMME_READ)
    @APIResponse(
            responseCode = "200",
            description = "The programme",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Uni<Response> get() {
        return issuers.programme()
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "The programme has no profile yet.")))
                .chain(found -> answer(200, found));
    }

    @PUT
    @Operation(
            operationId = "putProgramme",
            summary = "Write the programme's profile",
            description =
                    "The first time it makes the programme's did:web and its keys, by which it endorses whoever passes"
                            + " screening and review; from then on If-Match is needed. The slug is for ever; \"programme\" when not"
                            + " said.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PROGRAMME_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = IssuerRequest.class),
                            example = "{\"name\":\"Educator Micro-credentials\",\"url\":\"https://programme.example\","
                                    + "\"email\":\"hello@programme.example\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Written",
            content = @Content(schema = @Schema(implementation = ProgrammeView.class)))
    public Uni<Response> put(@HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        String by = current.get().name();
        return issuers.programme().chain(found -> {
            IssuerRequest request = RecordReader.read(body, IssuerRequest.class).orThrow();
            if (found.isEmpty()) {
                Slug slug = request.slug() == null ? SLUG : request.slug();
                Issuers.NewIssuer made = new Issuers.NewIssuer(
                        slug,
                        request.profile(base.issuerDid(slug.value())),
                        request.settingsOrDefault(),
                        new Issuers.Standing(OrganisationKind.PROGRAMME, Screening.waived(by), List.of()),
                        by);
                return pictures.requireOwn(0, request.image())
                        .chain(() -> issuers.create(made, Alongside.nothing()))
                        .chain(one -> answer(200, one));
            }
            Issuer known = found.get();
            EntityTags.requireMatch(ifMatch, known.version());
            return replace.with(known, request, by).chain(one -> answer(200, one));
        });
    }

    @GET
    @Path("/screening-rubrics/{edition}")
    @Operation(
            operationId = "getScreeningRubric",
            summary = "Read an edition of the screening rubric",
            description =
                    "By its number, or \"current\". Applications are scored by the edition that counted when they were"
                            + " handed in.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_READ)
    @APIResponse(
            responseCode = "200",
            description = "The rubric",
            content = @Content(schema = @Schema(implementation = RubricView.class)))
    public Uni<Response> rubric(@PathParam("edition") String edition) {
        if (edition.equals("current")) {
            return editions.screeningRubric().map(found -> Responses.of(Answer.of(200, RubricView.of(found))));
        }
        return editions.screeningRubric(edition.matches("[1-9]\\d{0,5}") ? Integer.parseInt(edition) : 0)
                .map(found -> Responses.of(Answer.of(
                        200,
                        RubricView.of(found.orElseThrow(
                                () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such edition."))))));
    }

    @GET
    @Path("/screening-rubrics")
    @Operation(
            operationId = "listScreeningRubrics",
            summary = "List the editions of the screening rubric",
            description = "Newest first; the first comes with the service.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_READ)
    @APIResponse(
            responseCode = "200",
            description = "The editions",
            content = @Content(example = "{\"items\":[{\"edition\":1,\"rubric\":{\"passMark\":9}}]}"))
    public Uni<Response> rubrics() {
        return editions.screeningRubrics()
                .map(all -> Paging.whole(all.stream().map(RubricView::of).toList()));
    }

    @POST
    @Path("/screening-rubrics")
    @Operation(
            operationId = "publishScreeningRubric",
            summary = "Publish a new edition of the screening rubric",
            description = "What is handed in from now on is scored by it; what was handed in before keeps its own.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.PROGRAMME_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ScreeningRubric.class),
                            example =
                                    "{\"criteria\":[{\"id\":\"research\",\"name\":\"Research\",\"question\":\"Does it fit?\","
                                            + "\"levels\":[\"No\",\"Yes\"]}],\"passMark\":1,\"mostDifference\":0,\"termMonths\":36}"))
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = RubricView.class)))
    public Uni<Response> publish(byte[] body) {
        String by = current.get().name();
        ScreeningRubric rubric = RecordReader.read(body, ScreeningRubric.class).orThrow();
        return editions.publish(rubric, by)
                .map(made -> Responses.of(Answer.of(201, RubricView.of(made))
                        .with("Location", "/api/v1/programme/screening-rubrics/" + made.number())));
    }

    private Uni<Response> answer(int status, Issuer issuer) {
        return editions.screeningRubric()
                .map(rubric -> Responses.of(Answer.of(status, ProgrammeView.of(issuer, rubric.number(), base))
                        .with("ETag", EntityTags.of(issuer.version()))));
    }
}
