package org.laurel.issuing.batch;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.StreamedOperations;

/** Writes the streams of batches into the API document, which sees only JAX-RS by itself. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class BatchOperations implements OASFilter {
    private static final String CSV = "recipient.email,achievement,externalId\nada@example.org,1-…,roster-1\n";
    private static final String NDJSON = "{\"achievement\":\"1-…\",\"recipient\":{\"email\":\"ada@example.org\"}}\n";
    private static final String RESULT =
            "{\"row\":2,\"state\":\"awarded\",\"externalId\":\"roster-1\",\"award\":\"1-…\","
                    + "\"credential\":{\"id\":\"1-…\",\"url\":\"https://…\"}}\n";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Optional.ofNullable(document.getPaths().getPathItem("/api/v1/issuers/{issuer}/batches"))
                .ifPresent(path -> path.setPOST(create()));
        Optional.ofNullable(document.getPaths().getPathItem("/api/v1/batches/{id}/again"))
                .ifPresent(path -> options().forEach(path.getPOST()::addParameter));
        document.getPaths()
                .addPathItem(
                        "/api/v1/batches/{id}/results",
                        OASFactory.createPathItem().GET(results()))
                .addPathItem(
                        "/api/v1/batches/{id}/events",
                        OASFactory.createPathItem().GET(events()));
    }

    private static Operation create() {
        return operation("createBatch", Scopes.AWARD_CREATE)
                .summary("Award many from a file")
                .description(
                        "CSV (a header with the dotted names of an award request's members, commas or semicolons, UTF-8) or"
                                + " NDJSON (an award request a line), in gzip or not, at most 1 GiB and a million rows, as a stream. 202"
                                + " means that every row is durable. A file that cannot be read leaves nothing behind. With an"
                                + " Idempotency-Key a retry is safe.")
                .parameters(parameters())
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(StreamedOperations.content("text/csv", CSV)
                                .addMediaType(
                                        "application/x-ndjson",
                                        OASFactory.createMediaType().example(NDJSON))
                                .addMediaType("multipart/form-data", form())))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "202",
                                OASFactory.createAPIResponse()
                                        .description("Received; Location leads to the batch")
                                        .content(StreamedOperations.content(
                                                "application/json",
                                                "{\"id\":\"1-…\",\"state\":\"queued\",\"total\":5000,\"…\":\"…\"}")))
                        .addAPIResponse(
                                "413", OASFactory.createAPIResponse().description("More than 1 GiB or a million rows"))
                        .addAPIResponse(
                                "415", OASFactory.createAPIResponse().description("The media type is not taken here"))
                        .addAPIResponse(
                                "429",
                                OASFactory.createAPIResponse()
                                        .description("Other batches are being received; see Retry-After")));
    }

    private static MediaType form() {
        Schema file = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .format("binary")
                .description("the file; .csv, .ndjson or .jsonl, with .gz behind it or not");
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .addProperty("file", file)
                        .addRequired("file"));
    }

    private static List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                StreamedOperations.path("issuer"),
                StreamedOperations.query("dryRun", "true: every row is judged and none is awarded", "false"),
                StreamedOperations.query(
                        "unknown", "hold: a dry run waits, paused, where a header is no field's name", "refuse")));
        all.addAll(options());
        all.add(header());
        return all;
    }

    /** What can be said anew of a dry run. */
    private static List<Parameter> options() {
        return List.of(
                StreamedOperations.query(
                        "mode", "valid: good rows are awarded; allOrNothing: one bad row stops all", "valid"),
                StreamedOperations.query(
                        "duplicates", "skip, fail or reissue: a row whose recipient holds the badge already", "skip"),
                StreamedOperations.query(
                        "notify", "true: recipients are told by e-mail, unless a row says something else", "false"),
                StreamedOperations.query(
                        "achievement", "the micro-credential of rows that name none, by id or human code", "1-…"),
                StreamedOperations.query(
                        "column",
                        "header=field, repeated: the field for a header that is none",
                        "Correo=recipient.email"));
    }

    private static Operation results() {
        return operation("getBatchResults", Scopes.AWARD_READ)
                .summary("The account of a batch's rows")
                .description(
                        "A row a line, in the order of the file, as a stream. As text/csv it has the columns of the file, so"
                                + " that failed rows can be corrected and handed in again; ?as=csv saves it, ?as=requests gives the same as NDJSON.")
                .parameters(List.of(
                        StreamedOperations.path("id"),
                        StreamedOperations.query(
                                "state", "waiting, valid, awarded, skipped, failed or cancelled only", "failed"),
                        StreamedOperations.query(
                                "as",
                                "a file to be kept: csv, ndjson, or requests (what was asked for, and nothing else)",
                                "csv")))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse()
                                        .description("A row a line")
                                        .content(StreamedOperations.content("application/x-ndjson", RESULT)
                                                .addMediaType(
                                                        "text/csv",
                                                        OASFactory.createMediaType()
                                                                .example("row,state,error,award,credential,…")))));
    }

    private static Operation events() {
        return operation("getBatchEvents", Scopes.AWARD_READ)
                .summary("A batch's progress")
                .description(
                        "Server-sent events: the batch once a second, event \"progress\"; the last one is called \"end\".")
                .parameters(List.of(StreamedOperations.path("id")))
                .responses(
                        OASFactory.createAPIResponses()
                                .addAPIResponse(
                                        "200",
                                        OASFactory.createAPIResponse()
                                                .description("Events")
                                                .content(
                                                        StreamedOperations.content(
                                                                "text/event-stream",
                                                                "event: progress\ndata: {\"state\":\"running\",\"processed\":1200}\n\n"))));
    }

    private static Operation operation(String id, String scope) {
        return StreamedOperations.operation(id, "Batches", Scopes.SCHEME, scope);
    }

    private static Parameter header() {
        return StreamedOperations.text("Idempotency-Key", Parameter.In.HEADER)
                .description("1 to 255 characters: the same call is one batch");
    }
}
