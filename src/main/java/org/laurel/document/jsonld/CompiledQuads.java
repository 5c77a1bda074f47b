package org.laurel.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.document.jsonld.CompiledTerm.Kind;

/**
 * Expands a document and writes its statements in one pass over the JSON, with the contexts compiled (JSON-LD 1.1 API
 * §5.1.2, §8.1). It knows the forms that credentials have; at any other, and at every fault, it stops, and titanium has
 * the last word. So it may be incomplete, but never different: {@code CompiledQuadsTest} compares the two.
 */
final class CompiledQuads {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    private static final DecimalFormat XSD_DOUBLE =
            new DecimalFormat("0.0##############E0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));

    private final Set<Quad> quads = new LinkedHashSet<>();
    private @Nullable String rootId;
    private int blankNodes;

    private CompiledQuads() {}

    /** The statements of a document that {@link SafeInput} let pass, or a sign that it needs the long way. */
    static Collection<Quad> of(ObjectNode document, CompiledContext context) throws NotCompiledException {
        CompiledQuads pass = new CompiledQuads();
        pass.node(document, context, null, true);
        if (pass.quads.isEmpty()) {
            throw new NotCompiledException("the document says nothing");
        }
        return pass.quads;
    }

    /** An object; the context that its property brings is applied already. Gives its IRI or label. */
    private String node(ObjectNode object, CompiledContext around, @Nullable String graph, boolean root)
            throws NotCompiledException {
        JsonNode own = root ? null : object.get("@context");
        CompiledContext outer = own == null ? around : around.with(own);
        CompiledContext context = outer;
        List<String> types = types(object, outer);
        for (String type : types.size() > 1 ? types.stream().sorted().toList() : types) {
            Optional<CompiledTerm> term = outer.term(type);
            if (term.isPresent()) {
                context = context.ofType(term.get());
            }
        }
        String subject = subject(object, context);
        if (root) {
            rootId = subject;
        }
        for (String type : types) {
            quads.add(new Quad(subject, RDF + "type", iri(type, outer, true), null, graph));
        }
        for (Iterator<Map.Entry<String, JsonNode>> it = object.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> member = it.next();
            if (!member.getKey().equals("@context")) {
                CompiledTerm term = property(member.getKey(), context);
                speaksFor(root ? "" : subject, term);
                values(member.getValue(), new Place(subject, term, context, graph));
            }
        }
        if (!named(object, context.typeNames()).equals(named(object, outer.typeNames()))) {
            throw new NotCompiledException("a type that changes what type means");
        }
        return subject;
    }

    private static CompiledTerm property(String name, CompiledContext context) throws NotCompiledException {
        CompiledTerm term = context.term(name).orElseThrow(() -> new NotCompiledException("an undefined term"));
        if (term.kind() == Kind.OTHER) {
            throw new NotCompiledException("a property of a rare form");
        }
        return term;
    }

    /** As in {@link SafeExpansion}: what decides a credential's validity is not said of it from within. */
    private void speaksFor(String inner, CompiledTerm term) throws NotCompiledException {
        if (inner.equals(rootId) && term.iri().startsWith(SafeExpansion.CREDENTIALS)) {
            throw new NotCompiledException("an inner object that speaks for the root");
        }
    }

    private void values(JsonNode value, Place place) throws NotCompiledException {
        Kind kind = place.term().kind();
        if (kind == Kind.ID || kind == Kind.TYPE) {
            return;
        }
        if (kind == Kind.LIST) {
            list(value, place);
            return;
        }
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            place.says(quads, value(item, place));
        }
    }

    /** Where a value stands: whose it is, under which term, in which context and graph. */
    private record Place(
            String subject,
            CompiledTerm term,
            CompiledContext context,
            @Nullable String graph) {

        void says(Set<Quad> quads, Value value) {
            quads.add(new Quad(subject, term.iri(), value.text(), value.datatype(), graph));
        }
    }

    /**
     * An object of a statement.
     *
     * @param datatype null for an IRI or a label
     */
    private record Value(String text, @Nullable String datatype) {}

    private void list(JsonNode value, Place place) throws NotCompiledException {
        List<Value> items = new ArrayList<>();
        for (JsonNode item : value.isArray() ? value : List.of(value)) {
            items.add(value(item, place));
        }
        Value rest = new Value(RDF + "nil", null);
        for (int i = items.size() - 1; i >= 0; i--) {
            String cell = blankNode();
            quads.add(new Quad(
                    cell, RDF + "first", items.get(i).text(), items.get(i).datatype(), place.graph()));
            quads.add(new Quad(cell, RDF + "rest", rest.text(), null, place.graph()));
            rest = new Value(cell, null);
        }
        place.says(quads, rest);
    }

    private Value value(JsonNode item, Place place) throws NotCompiledException {
        if (place.term().kind() == Kind.GRAPH) {
            String graph = blankNode();
            if (inner(item, place, graph).datatype() != null) {
                throw new NotCompiledException("a text in place of a graph");
            }
            return new Value(graph, null);
        }
        return inner(item, place, place.graph());
    }

    private Value inner(JsonNode item, Place place, @Nullable String graph) throws NotCompiledException {
        if (item instanceof ObjectNode object) {
            // what an object means that has no member, or one with a keyword's name, is for the long way
            if (object.isEmpty() || object.has("@value") || object.has("@language")) {
                throw new NotCompiledException("an object of a rare form");
            }
            CompiledContext context = place.context();
            CompiledContext within = isReference(object, context) ? context : context.withoutTypes();
            return new Value(node(object, within.under(place.term()), graph, false), null);
        }
        String type = place.term().type();
        if (item.isTextual()) {
            return text(item.textValue(), type, place.context().forText(place.term()));
        }
        if ((type != null && type.startsWith("@")) || place.term().definition().hasLocalContext()) {
            throw new NotCompiledException("a number or boolean where a text is usual");
        }
        if (item.isBoolean()) {
            return new Value(item.asText(), type == null ? XSD + "boolean" : type);
        }
        if ((item.isInt() || item.isLong()) && !(XSD + "double").equals(type)) {
            return new Value(item.asText(), type == null ? XSD + "integer" : type);
        }
        if (item.isNumber() && item.decimalValue().stripTrailingZeros().scale() > 0) {
            return new Value(xsdDouble(item.decimalValue()), type == null ? XSD + "double" : type);
        }
        throw new NotCompiledException("a value of a rare form");
    }

    /** The canonical form of a number with a fraction (JSON-LD 1.1 API §8.2.2, step 11; a format is not safe for threads). */
    private static String xsdDouble(BigDecimal number) {
        return ((DecimalFormat) XSD_DOUBLE.clone()).format(number);
    }

    private static Value text(String text, @Nullable String type, CompiledContext context) throws NotCompiledException {
        if (type == null) {
            return new Value(text, XSD + "string");
        }
        if (type.equals("@id") || type.equals("@vocab")) {
            return new Value(iri(text, context, type.equals("@vocab")), null);
        }
        if (!SafeExpansion.isIri(type)) {
            throw new NotCompiledException("a datatype that is no IRI");
        }
        return new Value(text, type);
    }

    /** An object with nothing but an id keeps the contexts of the types around it (step 7). */
    private static boolean isReference(ObjectNode object, CompiledContext context) {
        return object.size() == 1
                && context.term(object.fieldNames().next())
                        .filter(term -> term.kind() == Kind.ID)
                        .isPresent();
    }

    private String subject(ObjectNode object, CompiledContext context) throws NotCompiledException {
        JsonNode id = only(object, context.idNames());
        if (id == null) {
            return blankNode();
        }
        if (!id.isTextual()) {
            throw new NotCompiledException("an id that is no text");
        }
        return iri(id.textValue(), context, false);
    }

    /** The names of the types, in the order in which they stand. */
    private static List<String> types(ObjectNode object, CompiledContext context) throws NotCompiledException {
        JsonNode type = only(object, context.typeNames());
        List<String> types = new ArrayList<>();
        if (type != null) {
            for (JsonNode one : type.isArray() ? type : List.of(type)) {
                if (!one.isTextual()) {
                    throw new NotCompiledException("a type that is no text");
                }
                types.add(one.textValue());
            }
        }
        return types;
    }

    private static @Nullable JsonNode only(ObjectNode object, List<String> keyword) throws NotCompiledException {
        List<String> names = named(object, keyword);
        if (names.size() > 1) {
            throw new NotCompiledException("two names for one keyword");
        }
        return names.isEmpty() ? null : object.get(names.get(0));
    }

    /** The members whose name is among those that stand for a keyword. */
    private static List<String> named(ObjectNode object, List<String> keyword) {
        List<String> names = new ArrayList<>(1);
        for (String name : keyword) {
            if (object.has(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** IRI expansion (§5.2), where nothing is relative to a base or a vocabulary. */
    private static String iri(String text, CompiledContext context, boolean vocabulary) throws NotCompiledException {
        Optional<CompiledTerm> whole = context.term(text);
        if (whole.isPresent() && (vocabulary || whole.get().iri().startsWith("@"))) {
            return checked(whole.get().iri());
        }
        int colon = text.indexOf(':', 1);
        if (colon > 0 && !text.startsWith("//", colon + 1)) {
            Optional<CompiledTerm> prefix = context.term(text.substring(0, colon));
            if (prefix.isPresent()
                    && !prefix.get().iri().isEmpty()
                    && prefix.get().definition().isPrefix()) {
                return checked(prefix.get().iri() + text.substring(colon + 1));
            }
        }
        return checked(text);
    }

    private static String checked(String iri) throws NotCompiledException {
        if (!SafeExpansion.isIri(iri)) {
            throw new NotCompiledException("no absolute IRI: " + iri.substring(0, Math.min(80, iri.length())));
        }
        return iri;
    }

    private String blankNode() {
        return "_:b" + blankNodes++;
    }
}
