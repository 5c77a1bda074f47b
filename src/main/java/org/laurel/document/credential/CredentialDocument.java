package org.laurel.document.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON document that is, or claims to be, a credential: the tree as it was composed or as it arrived, with the few
 * readings that every consumer needs. It carries no judgement; nothing read from it may be believed before a linter
 * and a proof verifier have spoken. The tree must not be changed after construction.
 */
public record CredentialDocument(ObjectNode json) {

    /** The {@code id}, when it is a string. */
    public Optional<String> id() {
        return text(json.path("id"));
    }

    /** The issuer's identifier: {@code issuer} itself when it is a string, else {@code issuer.id} (VCDM 2.0 §4.7). */
    public Optional<String> issuerId() {
        JsonNode issuer = json.path("issuer");
        return issuer.isTextual() ? text(issuer) : text(issuer.path("id"));
    }

    /** The holder of a presentation: {@code holder} itself when it is a string, else {@code holder.id} (VCDM 2.0 §4.13). */
    public Optional<String> holderId() {
        JsonNode holder = json.path("holder");
        return holder.isTextual() ? text(holder) : text(holder.path("id"));
    }

    /** Whether this is a presentation, which a holder makes, and not a credential. */
    public boolean isPresentation() {
        return hasType(OpenBadges.VERIFIABLE_PRESENTATION);
    }

    /** The values of {@code type}, one or many, strings only. */
    public List<String> types() {
        return strings(json.path("type"));
    }

    /** The string entries of {@code @context}, in order. */
    public List<String> contexts() {
        return strings(json.path("@context"));
    }

    /** Whether {@code type} contains the given value. */
    public boolean hasType(String type) {
        JsonNode types = json.path("type");
        if (types.isTextual()) {
            return type.equals(types.textValue());
        }
        for (int i = 0; types.isArray() && i < types.size(); i++) {
            if (type.equals(types.get(i).textValue())) {
                return true;
            }
        }
        return false;
    }

    /** The document without its {@code proof}; the same tree when there is none. */
    public CredentialDocument withoutProof() {
        return json.has("proof") ? new CredentialDocument(json.deepCopy().without("proof")) : this;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static List<String> strings(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isTextual()) {
            values.add(node.textValue());
        }
        for (JsonNode item : node) {
            if (node.isArray() && item.isTextual()) {
                values.add(item.textValue());
            }
        }
        return List.copyOf(values);
    }
}
