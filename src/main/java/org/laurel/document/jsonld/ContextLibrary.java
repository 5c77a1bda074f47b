package org.laurel.document.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * The JSON-LD contexts that came with the build, by exact URL. A URL that is not here is unknown: nothing is fetched,
 * because whoever serves a context decides what a signature covers (DI §4.6).
 */
@ApplicationScoped
public class ContextLibrary {
    private static final String FOLDER = "/contexts/";

    private final Map<String, byte[]> bytes;
    private final Map<String, Document> documents = new HashMap<>();

    /** Reads the bundled contexts and compares each with its digest; throws IllegalStateException when one differs. */
    public ContextLibrary() {
        this(bundled());
    }

    private ContextLibrary(Map<String, byte[]> bytes) {
        this.bytes = Map.copyOf(bytes);
        this.bytes.forEach((url, json) -> documents.put(url, parsed(json)));
    }

    /** This library and one more context, which replaces one of the same URL. */
    public ContextLibrary with(String url, byte[] json) {
        Map<String, byte[]> more = new HashMap<>(bytes);
        more.put(url, json.clone());
        return new ContextLibrary(more);
    }

    /** The URLs of all contexts. */
    public Set<String> urls() {
        return bytes.keySet();
    }

    /** The context as UTF-8 JSON. */
    public byte[] json(String url) throws UnknownContextException {
        byte[] json = bytes.get(url);
        if (json == null) {
            throw new UnknownContextException(url);
        }
        return json.clone();
    }

    /** Serves titanium. */
    DocumentLoader loader() {
        return (url, options) -> {
            Document document = documents.get(url.toString());
            if (document == null) {
                throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "unknown context");
            }
            return document;
        };
    }

    private static Document parsed(byte[] json) {
        try {
            return JsonDocument.of(new ByteArrayInputStream(json));
        } catch (JsonLdError e) {
            throw new IllegalStateException("a bundled context is no JSON", e);
        }
    }

    private static Map<String, byte[]> bundled() {
        Map<String, byte[]> contexts = new LinkedHashMap<>();
        try {
            for (JsonNode entry : StrictJson.parse(resource("index.json"))) {
                byte[] json = resource(entry.path("file").asText());
                String digest = Hex.encode(HashAlgorithm.SHA_256.hash(json));
                if (!digest.equals(entry.path("sha256").asText())) {
                    throw new IllegalStateException("the bundled context " + entry.path("url") + " has been changed");
                }
                contexts.put(entry.path("url").asText(), json);
            }
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("the index of bundled contexts is no JSON", e);
        }
        return contexts;
    }

    private static byte[] resource(String name) {
        try (InputStream in = ContextLibrary.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
