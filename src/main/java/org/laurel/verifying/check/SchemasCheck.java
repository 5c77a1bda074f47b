package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.schema.JsonSchemas;
import org.laurel.document.schema.SchemaFault;
import org.laurel.document.schema.UnusableSchemaException;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Does it follow the schemas it names? The standard's own are our rules and never fetched; those of others are. */
@Singleton
final class SchemasCheck extends Check {
    /** Open Badges 3.0 and CLR 2.0. */
    private static final Pattern STANDARD =
            Pattern.compile("https://purl\\.imsglobal\\.org/spec/(?:ob/v3p0|clr/v2p0)/schema/.*");

    private static final String ACCEPT = "application/schema+json, application/json;q=0.9";
    private static final Set<String> TYPES = Set.of(OpenBadges.SCHEMA_VALIDATOR, "JsonSchema", SchemaCredentials.TYPE);
    /** Each is a fetch that a stranger asks us for. */
    private static final int MOST = 4;

    private final Fetcher fetcher;
    private final JsonSchemas schemas;
    private final Workers workers;

    SchemasCheck(Fetcher fetcher, JsonSchemas schemas, Workers workers) {
        super(
                "schemas",
                "It follows the schemas it names",
                "OB 3.0 Verification and Validation; VCDM 2.0 §4.11; VC JSON Schema 1.0 §2",
                true,
                Set.of("parse"));
        this.fetcher = fetcher;
        this.schemas = schemas;
        this.workers = workers;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        JsonNode document = examination.credential().document().json();
        List<Placed> foreign = foreign(document.path("credentialSchema"));
        if (foreign.isEmpty()) {
            return now(own(examination).orElse(CheckResult.passed("")), examination);
        }
        String text = document.toString();
        return Multi.createFrom()
                .iterable(foreign.subList(0, Math.min(MOST, foreign.size())))
                .onItem()
                .transformToUniAndConcatenate(schema -> judge(schema, text, examination))
                .collect()
                .asList()
                .map(results -> {
                    List<CheckResult> all = new ArrayList<>(results);
                    own(examination).ifPresent(all::add);
                    if (foreign.size() > MOST) {
                        all.add(unusable("only the first " + MOST + " schemas are looked at", "/credentialSchema"));
                    }
                    return new Examined(Together.of(all), examination);
                });
    }

    /** What is said of a document that names the schema of credentials that hold schemas. */
    private static Optional<CheckResult> own(Examination examination) {
        CredentialDocument document = examination.credential().document();
        return Placed.each(document.json().path("credentialSchema"), "").stream()
                .filter(schema -> id(schema).equals(SchemaCredentials.OWN_SCHEMA))
                .findFirst()
                .flatMap(schema -> SchemaCredentials.objection(document))
                .map(CheckResult::failed);
    }

    private Uni<CheckResult> judge(Placed schema, String document, Examination examination) {
        if (!TYPES.contains(schema.type())) {
            return Uni.createFrom()
                    .item(CheckResult.skipped("schemas of the type " + schema.type() + " are not judged here"));
        }
        URI url;
        try {
            url = URI.create(id(schema));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().item(unusable("the schema's id is no URL", schema.pointer()));
        }
        boolean inCredential = schema.type().equals(SchemaCredentials.TYPE);
        return fetcher.get(url, inCredential ? SchemaCredentials.ACCEPT : ACCEPT)
                .chain(fetched -> inCredential
                        ? SchemaCredentials.schema(fetched.body(), id(schema), examination)
                        : Uni.createFrom().item(fetched.body()))
                .chain(body -> workers.compute(() -> judge(schema, body, document)))
                .onFailure(UnusableSchemaException.class)
                .recoverWithItem(failure -> unusable(String.valueOf(failure.getMessage()), schema.pointer()))
                .onFailure(FetchException.class)
                .recoverWithItem(failure -> CheckResult.indeterminate(new Problem(
                        ProblemKind.SCHEMA_OUT_OF_REACH, String.valueOf(failure.getMessage()), schema.pointer())));
    }

    private CheckResult judge(Placed schema, byte[] body, String document) {
        try {
            List<SchemaFault> faults = schemas.faults(body, document);
            return faults.isEmpty()
                    ? CheckResult.passed("")
                    : new CheckResult(
                            CheckOutcome.FAILED,
                            "",
                            faults.stream()
                                    .map(fault ->
                                            new Problem(ProblemKind.SCHEMA_BROKEN, fault.detail(), fault.pointer()))
                                    .toList());
        } catch (UnusableSchemaException e) {
            return unusable(String.valueOf(e.getMessage()), schema.pointer());
        }
    }

    private static CheckResult unusable(String detail, String pointer) {
        return CheckResult.indeterminate(new Problem(ProblemKind.SCHEMA_NOT_USABLE, detail, pointer));
    }

    private static List<Placed> foreign(JsonNode schemas) {
        return Placed.each(schemas, "/credentialSchema").stream()
                .filter(schema ->
                        !id(schema).isEmpty() && !STANDARD.matcher(id(schema)).matches())
                .filter(schema -> !id(schema).equals(SchemaCredentials.OWN_SCHEMA))
                .toList();
    }

    private static String id(Placed schema) {
        return schema.json().path("id").asText("");
    }
}
