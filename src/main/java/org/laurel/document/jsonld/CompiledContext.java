package org.laurel.document.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.context.ActiveContextBuilder;
import com.apicatalog.jsonld.context.TermDefinition;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An active context of JSON-LD 1.1 in a form that is quick to ask. titanium processes each context, scoped ones too, the
 * first time it is met; what came of it is kept, for as long as the root is.
 */
final class CompiledContext {
    /** Types with contexts of their own can be combined without end; a real badge meets some twenty contexts. */
    private static final int MOST = 500;

    private final ActiveContext active;
    private final AtomicInteger made;
    private final Map<String, Optional<CompiledTerm>> terms = new ConcurrentHashMap<>();
    private final List<String> idNames;
    private final List<String> typeNames;
    private final Map<TermDefinition, CompiledContext> byProperty = new ConcurrentHashMap<>();
    private final Map<TermDefinition, CompiledContext> forTexts = new ConcurrentHashMap<>();
    private final Map<TermDefinition, CompiledContext> byType = new ConcurrentHashMap<>();
    private final Map<JsonNode, CompiledContext> byName = new ConcurrentHashMap<>();
    private volatile @Nullable CompiledContext before;

    private CompiledContext(ActiveContext active, AtomicInteger made) throws NotCompiledException {
        if (active.getVocabularyMapping() != null
                || active.getBaseUri() != null
                || active.getDefaultLanguage() != null
                || active.getDefaultBaseDirection() != null) {
            throw new NotCompiledException("a context says how to read what it does not name");
        }
        this.active = active;
        this.made = made;
        this.idNames = names(active, "@id");
        this.typeNames = names(active, "@type");
    }

    private static List<String> names(ActiveContext active, String keyword) {
        return active.getTermsMapping().entrySet().stream()
                .filter(term -> term.getValue() != null
                        && keyword.equals(term.getValue().getUriMapping()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The context of a document's top. */
    static CompiledContext root(ActiveContext active) throws NotCompiledException {
        return new CompiledContext(active, new AtomicInteger());
    }

    /** What the name of a member means; empty when it means nothing. */
    Optional<CompiledTerm> term(String name) {
        Optional<CompiledTerm> known = terms.get(name);
        if (known != null) {
            return known;
        }
        Optional<CompiledTerm> found = active.getTerm(name).map(CompiledTerm::of);
        if (found.isPresent()) {
            terms.put(name, found); // names without meaning are a stranger's, and without end
        }
        return found;
    }

    /** The names of members that stand for {@code @id}. */
    List<String> idNames() {
        return idNames;
    }

    /** The names of members that stand for {@code @type}. */
    List<String> typeNames() {
        return typeNames;
    }

    /** The context for an object under the property: contexts of types end with their object (JSON-LD 1.1 API §5.1.2, step 7). */
    CompiledContext withoutTypes() throws NotCompiledException {
        ActiveContext previous = active.getPreviousContext();
        if (previous == null) {
            return this;
        }
        CompiledContext known = before;
        if (known == null) {
            known = counted(previous);
            before = known;
        }
        return known;
    }

    /** The context for an object under a property that brings a context of its own (step 8). */
    CompiledContext under(CompiledTerm property) throws NotCompiledException {
        return property.definition().hasLocalContext()
                ? scoped(byProperty, property.definition(), active.newContext().overrideProtected(true))
                : this;
    }

    /** The context for a text under a property that brings a context of its own: one that overrides nothing (§5.1.2, step 4). */
    CompiledContext forText(CompiledTerm property) throws NotCompiledException {
        if (!property.definition().hasLocalContext()) {
            return this;
        }
        return scoped(forTexts, property.definition(), active.newContext());
    }

    /** The context for an object of a type that may bring a context of its own (step 11). */
    CompiledContext ofType(CompiledTerm type) throws NotCompiledException {
        return type.definition().hasLocalContext()
                ? scoped(byType, type.definition(), active.newContext().propagate(false))
                : this;
    }

    /** The context for an object that names contexts itself (step 9). */
    CompiledContext with(JsonNode contexts) throws NotCompiledException {
        CompiledContext known = byName.get(contexts);
        if (known != null) {
            return known;
        }
        try {
            CompiledContext compiled =
                    counted(active.newContext().create(JakartaJson.of(contexts), active.getBaseUrl()));
            byName.put(contexts.deepCopy(), compiled);
            return compiled;
        } catch (JsonLdError e) {
            throw new NotCompiledException("a context inside the document: " + e.getCode());
        }
    }

    private CompiledContext scoped(
            Map<TermDefinition, CompiledContext> kept, TermDefinition definition, ActiveContextBuilder builder)
            throws NotCompiledException {
        CompiledContext known = kept.get(definition);
        if (known != null) {
            return known;
        }
        try {
            CompiledContext compiled = counted(builder.create(definition.getLocalContext(), definition.getBaseUrl()));
            kept.put(definition, compiled);
            return compiled;
        } catch (JsonLdError e) {
            throw new NotCompiledException("a context within: " + e.getCode());
        }
    }

    private CompiledContext counted(ActiveContext scoped) throws NotCompiledException {
        if (made.incrementAndGet() > MOST) {
            throw new NotCompiledException("more than " + MOST + " contexts within one");
        }
        return new CompiledContext(scoped, made);
    }
}
