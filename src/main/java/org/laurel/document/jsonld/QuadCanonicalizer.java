package org.laurel.document.jsonld;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.document.jsonld.CanonicalizationException.Kind;

/**
 * RDFC-1.0 over statements, bounded. A dataset of a few equal nodes can keep the algorithm busy for years (RDFC-1.0 §7.1),
 * so nodes, statements and time each have a limit. One instance takes one dataset.
 */
public final class QuadCanonicalizer {
    private static final int MAX_BLANK_NODES = 500;
    private static final int MAX_QUADS = 10_000;
    private static final long MAX_MILLISECONDS = 1_000;

    private final RdfCanon canon;
    private final Set<String> blankNodes = new HashSet<>();
    private int quads;

    /** One that hashes with the given function. */
    public QuadCanonicalizer(HashAlgorithm hash) {
        this.canon = RdfCanon.create(hash.digest(), new RdfCanonTimeTicker(MAX_MILLISECONDS));
    }

    /** Takes statements in; beyond the limits it only counts. */
    public RdfQuadConsumer consumer() {
        return (subject, predicate, object, datatype, language, direction, graph) -> {
            quads++;
            countBlank(subject);
            countBlank(datatype == null ? object : null);
            countBlank(graph);
            return overflowing() ? canon : canon.quad(subject, predicate, object, datatype, language, direction, graph);
        };
    }

    /** Takes statements in. */
    void addAll(Collection<Quad> statements) throws CanonicalizationException {
        RdfQuadConsumer consumer = consumer();
        try {
            for (Quad quad : statements) {
                consumer.quad(
                        quad.subject(), quad.predicate(), quad.object(), quad.datatype(), null, null, quad.graph());
            }
        } catch (RdfConsumerException e) {
            throw new CanonicalizationException(Kind.OTHER, "the statements cannot be taken in", "");
        }
    }

    /**
     * The canonical N-Quads of what was taken in.
     *
     * @throws CanonicalizationException of kind LIMIT
     */
    public byte[] canonical() throws CanonicalizationException {
        if (overflowing()) {
            throw new CanonicalizationException(
                    Kind.LIMIT,
                    "the document has more than " + MAX_BLANK_NODES + " nodes without id or " + MAX_QUADS
                            + " statements",
                    "");
        }
        StringWriter text = new StringWriter(4096);
        try {
            canon.provide(new NQuadsWriter(text));
        } catch (IllegalStateException e) {
            throw new CanonicalizationException(
                    Kind.LIMIT,
                    "the document's canonical form takes longer than " + MAX_MILLISECONDS + " ms to find",
                    "");
        } catch (RdfConsumerException e) {
            throw new CanonicalizationException(Kind.OTHER, "the canonical form cannot be written", "");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean overflowing() {
        return quads > MAX_QUADS || blankNodes.size() > MAX_BLANK_NODES;
    }

    private void countBlank(@Nullable String term) {
        if (term != null && term.startsWith("_:") && blankNodes.size() <= MAX_BLANK_NODES) {
            blankNodes.add(term);
        }
    }
}
