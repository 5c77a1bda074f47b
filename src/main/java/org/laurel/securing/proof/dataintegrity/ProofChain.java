package org.laurel.securing.proof.dataintegrity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;

/** The proofs of one document, of which some stand on others by {@code previousProof} (DI 1.0 §2.1.2, §4.5). */
final class ProofChain {
    /** As many as are tried at all. */
    private static final int MOST_PROOFS = 8;

    private static final String PREVIOUS = "previousProof";

    private final List<JsonNode> proofs = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /** Of the value of a document's {@code proof}: one proof, or an array of them. */
    ProofChain(JsonNode proof) {
        if (proof.isArray()) {
            proof.forEach(proofs::add);
        } else {
            proofs.add(proof);
        }
        for (JsonNode one : proofs) {
            String id = one.path("id").asText("");
            if (!id.isEmpty() && byId.put(id, one) != null) {
                twice.add(id);
            }
        }
    }

    /** The proofs that a proof stands on, in the order of the document; the proof must have passed {@link #refusal}. */
    ArrayNode before(JsonNode proof) {
        ArrayNode before = JsonNodeFactory.instance.arrayNode();
        Set<String> ids = new HashSet<>(ids(proof));
        proofs.stream().filter(one -> ids.contains(one.path("id").asText(""))).forEach(before::add);
        return before;
    }

    /** What is wrong with what a proof stands on; empty also when it stands on none. */
    Optional<ProofRefusal> refusal(JsonNode proof, String pointer) {
        JsonNode previous = proof.path(PREVIOUS);
        if (previous.isMissingNode()) {
            return Optional.empty();
        }
        String place = pointer + "/" + PREVIOUS;
        List<String> ids = ids(proof);
        if (ids.isEmpty() || ids.size() < Math.max(1, previous.size())) {
            return broken("previousProof must be the id of a proof, or an array of such", place);
        }
        if (proofs.size() > MOST_PROOFS) {
            return broken("in a chain there are at most " + MOST_PROOFS + " proofs", place);
        }
        for (String id : ids) {
            if (!byId.containsKey(id)) {
                return broken("the document has no proof of the id that previousProof names", place);
            }
            if (twice.contains(id)) {
                return broken("the document has two proofs of the id that previousProof names", place);
            }
        }
        return standsOn(proof, proof, MOST_PROOFS)
                ? broken("the proof stands, by previousProof, on itself", place)
                : Optional.empty();
    }

    private boolean standsOn(JsonNode proof, JsonNode sought, int deep) {
        for (String id : ids(proof)) {
            JsonNode previous = byId.get(id);
            if (previous != null && (previous.equals(sought) || (deep > 0 && standsOn(previous, sought, deep - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The ids that a proof names; what is no text is left out. */
    private static List<String> ids(JsonNode proof) {
        JsonNode previous = proof.path(PREVIOUS);
        List<String> ids = new ArrayList<>();
        if (previous.isTextual()) {
            ids.add(previous.textValue());
        }
        for (JsonNode id : previous) {
            if (previous.isArray() && id.isTextual() && !ids.contains(id.textValue())) {
                ids.add(id.textValue());
            }
        }
        return ids;
    }

    private static Optional<ProofRefusal> broken(String detail, String place) {
        return Optional.of(new ProofRefusal(Code.BROKEN_CHAIN, detail, place));
    }
}
