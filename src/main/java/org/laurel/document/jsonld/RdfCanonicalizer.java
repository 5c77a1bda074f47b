package org.laurel.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.jsonld.CanonicalizationException.Kind;
import org.laurel.shared.encoding.GappedText;

/**
 * Gives the canonical N-Quads of a JSON-LD document (JSON-LD 1.1 API §8, RDFC-1.0), in safe mode: a document of which any
 * part would be dropped on the way, or that could be written differently with the same statements in a way that misleads
 * a reader of plain JSON, has no canonical form here.
 */
@ApplicationScoped
public class RdfCanonicalizer {
    private final ContextLibrary library;
    private final List<JsonNode> allowedInline;
    private final Expander expander;

    /** One that knows the library's contexts and takes none written inside a document. */
    @Inject
    public RdfCanonicalizer(ContextLibrary library) {
        this(library, List.of());
    }

    /** One that also takes exactly these contexts where they are written inside a document. */
    public RdfCanonicalizer(ContextLibrary library, List<? extends JsonNode> allowedInline) {
        this.library = library;
        this.allowedInline = List.copyOf(allowedInline);
        this.expander = new Expander(library);
    }

    /**
     * The canonical form.
     *
     * @param document with {@code @context}, without {@code proof}
     * @param hash the function that RDFC-1.0 uses inside
     * @return UTF-8 N-Quads, each line ended by a line feed
     * @throws CanonicalizationException when there is none, or it would take too long to find
     */
    public byte[] canonicalize(ObjectNode document, HashAlgorithm hash) throws CanonicalizationException {
        try {
            new SafeInput(library.urls(), allowedInline).check(document);
            QuadCanonicalizer quads = new QuadCanonicalizer(hash);
            if (!quickly(document, quads)) {
                JsonArray expanded = expander.expand(document);
                SafeExpansion.check(expanded);
                expander.toRdf(expanded, quads.consumer());
            }
            return quads.canonical();
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /**
     * The canonical form, by SHA-256, of all documents that differ from this one in values that are marked in it.
     *
     * @param document with {@code @context}, without {@code proof}; marks stand for values, or for parts of values
     * @param gaps how many marks there are, numbered from 0
     * @return empty when it has a shape that needs the long way
     * @throws CanonicalizationException when a document like this has no canonical form
     */
    public Optional<GappedQuads> gapped(ObjectNode document, GappedText.Marks marks, int gaps)
            throws CanonicalizationException {
        new SafeInput(library.urls(), allowedInline).check(document);
        try {
            return Optional.of(GappedQuads.of(expander.quads(document), marks, gaps));
        } catch (NotCompiledException e) {
            return Optional.empty();
        }
    }

    /**
     * Looks whether every part of a document becomes a statement, as {@link #canonicalize} does, and stops there.
     *
     * @throws CanonicalizationException when a signature would not cover all of it
     */
    public void check(ObjectNode document) throws CanonicalizationException {
        try {
            new SafeInput(library.urls(), allowedInline).check(document);
            if (!quickly(document, null)) {
                SafeExpansion.check(expander.expand(document));
            }
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    private boolean quickly(ObjectNode document, @Nullable QuadCanonicalizer into) throws CanonicalizationException {
        try {
            Collection<Quad> quads = expander.quads(document);
            if (into != null) {
                into.addAll(quads);
            }
            return true;
        } catch (NotCompiledException e) {
            return false; // the long way knows more, and tells the fault where there is one
        }
    }

    /** An Error, not an Exception, and still only a strange document. */
    private static CanonicalizationException tooDeep() {
        return new CanonicalizationException(Kind.LIMIT, "the document nests too deep to be expanded", "");
    }
}
