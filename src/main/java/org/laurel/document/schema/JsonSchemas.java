package org.laurel.document.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.work.Recent;

/**
 * Judges documents by JSON Schemas, draft 2020-12 unless {@code $schema} says otherwise. Schemas come from strangers: a
 * reference to another document is not followed, and depth, steps and the time of regular expressions are bounded.
 */
@Singleton
public final class JsonSchemas {
    private static final int MOST_FAULTS = 10;
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 128;
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int MOST_KEPT = 32;
    /** Of larger ones the compiled form takes too much memory to be kept. */
    private static final int LARGEST_KEPT = 64 << 10;

    /** Compiled schemas by the digest of their text. */
    private final Recent<String, Schema> kept = new Recent<>(MOST_KEPT);

    /** Made by CDI; tests make their own. */
    public JsonSchemas() {}

    /**
     * Where the document breaks the schema, at most ten places; CPU-bound, bounded in time.
     *
     * @param schema UTF-8
     * @param document JSON
     * @throws UnusableSchemaException when it cannot be told
     */
    public List<SchemaFault> faults(byte[] schema, String document) throws UnusableSchemaException {
        try {
            StrictJson.parse(schema); // depth, duplicate members, length of texts
            TimedPattern.allow(LONGEST);
            Schema compiled = compiled(schema);
            TimedPattern.allow(LONGEST); // the first large schema takes longer than that to compile
            return compiled
                    .validate(
                            document,
                            InputFormat.JSON,
                            context -> context.executionConfig(limits ->
                                    limits.maxEvaluationSteps(MOST_STEPS).maxEvaluationDepth(DEEPEST)))
                    .stream()
                    .limit(MOST_FAULTS)
                    .map(fault -> new SchemaFault(fault.getInstanceLocation().toString(), fault.getMessage()))
                    .toList();
        } catch (MalformedJsonException e) {
            throw new UnusableSchemaException("the schema: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // the library says in many ways that a schema is none, refers to what is not here, or asks too much
            throw new UnusableSchemaException(
                    "the schema cannot be used ("
                            + e.getClass().getSimpleName()
                            + "): it refers to another document, which is not fetched, breaks its specification, or asks too much");
        }
    }

    private Schema compiled(byte[] schema) {
        String digest = Hex.encode(Sha256.of(schema));
        Schema before = kept.get(digest);
        if (before != null) {
            return before;
        }
        Schema compiled = compile(new String(schema, StandardCharsets.UTF_8));
        if (schema.length <= LARGEST_KEPT) {
            kept.put(digest, compiled);
        }
        return compiled;
    }

    /** Each in a registry of its own, so that no stranger's {@code $id} stands in for another's. */
    private static Schema compile(String schema) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(TimedPattern::new)
                .locale(Locale.ENGLISH)
                .build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config)
                                .schemaLoader(loader -> loader.allow(JsonSchemas::isMetaSchema)))
                .getSchema(SchemaLocation.of("urn:laurel:schema"), schema, InputFormat.JSON);
    }

    /** The specification's own schemas come with the library; all else would be a way to its classpath. */
    private static boolean isMetaSchema(AbsoluteIri iri) {
        return iri.toString().startsWith("https://json-schema.org/draft/")
                || iri.toString().startsWith("http://json-schema.org/draft-");
    }
}
