package org.laurel.document.jsonld;

import org.jspecify.annotations.Nullable;

/**
 * A statement, as titanium's consumers take it.
 *
 * @param subject an IRI or a blank node's label
 * @param predicate an IRI
 * @param object an IRI, a blank node's label, or the text of a literal
 * @param datatype the IRI of a literal's datatype; null when the object is none
 * @param graph a blank node's label; null for the default graph
 */
record Quad(
        String subject,
        String predicate,
        String object,
        @Nullable String datatype,
        @Nullable String graph) {}
