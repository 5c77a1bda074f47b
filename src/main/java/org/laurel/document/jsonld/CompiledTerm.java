package org.laurel.document.jsonld;

import com.apicatalog.jsonld.context.TermDefinition;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a name means in a context, as far as the quick way knows it.
 *
 * @param definition as titanium has it
 * @param kind which of the forms it is
 * @param iri what it stands for; empty for a keyword or nothing
 * @param type how a text under it is read: {@code @id}, {@code @vocab}, an IRI of a datatype; null for plain text
 */
record CompiledTerm(
        TermDefinition definition,
        Kind kind,
        String iri,
        @Nullable String type) {

    enum Kind {
        /** An alias of {@code @id}. */
        ID,
        /** An alias of {@code @type}. */
        TYPE,
        /** A property with one or many values. */
        PROPERTY,
        /** A property whose values are in order. */
        LIST,
        /** A property whose values are graphs, each of its own. */
        GRAPH,
        /** Anything that the long way has to look at. */
        OTHER
    }

    /** Reads a definition. */
    static CompiledTerm of(TermDefinition definition) {
        String iri = definition.getUriMapping() == null ? "" : definition.getUriMapping();
        Kind kind =
                switch (iri) {
                    case "@id" -> Kind.ID;
                    case "@type" -> Kind.TYPE;
                    default -> isPlain(definition, iri) ? container(definition.getContainerMapping()) : Kind.OTHER;
                };
        String type = definition.getTypeMapping();
        return new CompiledTerm(definition, kind, iri, "@none".equals(type) ? null : type);
    }

    private static boolean isPlain(TermDefinition definition, String iri) {
        return SafeExpansion.isIri(iri)
                && !definition.isReverseProperty()
                && definition.getIndexMapping() == null
                && definition.getNestValue() == null
                && definition.getLanguageMapping() == null
                && definition.getDirectionMapping() == null
                && !"@json".equals(definition.getTypeMapping());
    }

    private static Kind container(@Nullable Collection<String> containers) {
        Set<String> names = containers == null ? Set.of() : Set.copyOf(containers);
        if (names.isEmpty() || names.equals(Set.of("@set"))) {
            return Kind.PROPERTY;
        }
        if (names.equals(Set.of("@list"))) {
            return Kind.LIST;
        }
        return names.equals(Set.of("@graph")) || names.equals(Set.of("@graph", "@set")) ? Kind.GRAPH : Kind.OTHER;
    }
}
