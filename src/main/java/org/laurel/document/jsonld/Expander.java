package org.laurel.document.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.cache.Cache;
import com.apicatalog.jsonld.expansion.Expansion;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import com.apicatalog.jsonld.processor.ToRdfProcessor;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.document.jsonld.CanonicalizationException.Kind;
import org.laurel.shared.work.Recent;

/**
 * JSON-LD expansion and toRdf by titanium, set up to fail rather than drop. The contexts of a document are processed once
 * per list of contexts and kept, because reading them costs more than everything else; an active context does not change
 * once it is made.
 */
final class Expander {
    /** How the library writes a member that no context defines. */
    private static final Pattern TERM = Pattern.compile("\\[(.{1,100})]");

    private static final int MAX_KEPT = 64;

    private final JsonLdOptions options;
    private final Recent<JsonNode, ActiveContext> activeContexts = new Recent<>(MAX_KEPT);
    private final Recent<JsonNode, CompiledContext> compiledContexts = new Recent<>(MAX_KEPT);

    Expander(ContextLibrary library) {
        options = new JsonLdOptions(library.loader());
        options.setOrdered(false);
        options.setUriValidation(UriValidationPolicy.SchemeOnly);
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setContextCache(new Kept<>());
        options.setDocumentCache(new Kept<>());
    }

    /** The statements of a document in the quick way; fails when it needs the long one. */
    Collection<Quad> quads(ObjectNode document) throws NotCompiledException {
        JsonNode context = document.get("@context");
        CompiledContext compiled = compiledContexts.get(context);
        if (compiled == null) {
            compiled = compiled(context);
            compiledContexts.put(context.deepCopy(), compiled);
        }
        return CompiledQuads.of(document, compiled);
    }

    private CompiledContext compiled(JsonNode context) throws NotCompiledException {
        try {
            return CompiledContext.root(activeContext(context));
        } catch (JsonLdError e) {
            throw new NotCompiledException("the context: " + e.getCode());
        }
    }

    JsonArray expand(ObjectNode document) throws CanonicalizationException {
        try {
            ActiveContext context = activeContext(document.get("@context"));
            JsonObject body = JakartaJson.of(document.deepCopy().without("@context"));
            JsonValue expanded =
                    Expansion.with(context, body, null, null).ordered(false).compute();
            return expanded instanceof JsonArray array ? array : JakartaJson.arrayOf(expanded);
        } catch (JsonLdError e) {
            throw refused(e);
        }
    }

    /** One at a time in the whole process: titanium writes numbers with one format for all, which is not safe for threads. */
    void toRdf(JsonArray expanded, RdfQuadConsumer consumer) throws CanonicalizationException {
        try {
            synchronized (ToRdfProcessor.class) {
                ToRdfProcessor.toRdf(consumer, expanded, options);
            }
        } catch (JsonLdError e) {
            throw refused(e);
        }
    }

    private ActiveContext activeContext(JsonNode context) throws JsonLdError {
        ActiveContext kept = activeContexts.get(context);
        if (kept != null) {
            return kept;
        }
        ActiveContext made =
                new ActiveContext(ProcessingRuntime.of(options)).newContext().create(JakartaJson.of(context), null);
        activeContexts.put(context.deepCopy(), made);
        return made;
    }

    private static CanonicalizationException refused(JsonLdError e) {
        if (e.getCode() == JsonLdErrorCode.UNDEFINED_TERM) {
            return new CanonicalizationException(
                    Kind.UNDEFINED_TERM, "a member is defined by no context" + term(e), "");
        }
        if (isConflict(e)) {
            return new CanonicalizationException(
                    Kind.CONTEXT_CONFLICT,
                    "a context gives another meaning to a word that an earlier one protects; contexts of different"
                            + " versions do not go together",
                    "/@context");
        }
        return new CanonicalizationException(
                Kind.OTHER, "JSON-LD refuses the document: " + e.getCode() + ", " + e.getMessage(), "");
    }

    /** Which one, where the library says so between brackets; the rest of its sentence is about its own settings. */
    private static String term(JsonLdError e) {
        Matcher named = TERM.matcher(String.valueOf(e.getMessage()));
        return named.find() ? ": " + named.group(1) : "";
    }

    /** What happens in a context that is named comes back as the cause of its loading's failure. */
    private static boolean isConflict(Throwable e) {
        boolean here = e instanceof JsonLdError error && error.getCode() == JsonLdErrorCode.PROTECTED_TERM_REDEFINITION;
        return here || (e.getCause() != null && isConflict(e.getCause()));
    }

    /** Few keys, all from the library, so nothing needs to be forgotten. */
    private static final class Kept<K, V> implements Cache<K, V> {
        private final Map<K, V> values = new ConcurrentHashMap<>();

        @Override
        public boolean containsKey(K key) {
            return values.containsKey(key);
        }

        @Override
        public @Nullable V get(K key) {
            return values.get(key);
        }

        @Override
        public void put(K key, V value) {
            values.put(key, value);
        }
    }
}
