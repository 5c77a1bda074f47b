package org.laurel.securing.did;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.laurel.securing.did.DidResolutionException.Reason;

/**
 * Reads a DID document, or another controlled identifier document (CID 1.0 §2), as far as proofs need it. A verification
 * method that we cannot read is passed over, as if it were not there; what makes the document ambiguous is refused.
 */
public final class DidDocumentReader {
    private static final int MAX_METHODS = 200;
    private static final int MAX_OTHER_NAMES = 4;
    private static final String ASSERTION = "assertionMethod";
    private static final String AUTHENTICATION = "authentication";
    private static final List<String> OTHERS = List.of("keyAgreement", "capabilityInvocation", "capabilityDelegation");

    private final String id;
    private final Map<String, VerificationMethod> methods = new LinkedHashMap<>();

    private DidDocumentReader(String id) {
        this.id = id;
    }

    /**
     * Reads the document.
     *
     * @param json the document
     * @param id what was resolved; the document's own {@code id} must be exactly this (DID 1.0 §5.1.1)
     * @param obtainedAt when it was fetched
     * @throws DidResolutionException INVALID, with a sentence for people
     */
    public static DidDocument read(JsonNode json, String id, Instant obtainedAt) throws DidResolutionException {
        if (!json.isObject() || !json.path("id").isTextual()) {
            throw invalid("the document of " + id + " is no JSON object with an id");
        }
        if (!json.get("id").textValue().equals(id)) {
            throw invalid("the document that " + id + " leads to has another id");
        }
        return new DidDocumentReader(id).read(json, obtainedAt);
    }

    private DidDocument read(JsonNode json, Instant obtainedAt) throws DidResolutionException {
        for (JsonNode method : list(json, "verificationMethod")) {
            add(method);
        }
        Set<String> assertion = relationship(json, ASSERTION);
        Set<String> authentication = relationship(json, AUTHENTICATION);
        for (String other : OTHERS) {
            relationship(json, other);
        }
        return new DidDocument(
                id, List.copyOf(methods.values()), assertion, authentication, obtainedAt, false, alsoKnownAs(json));
    }

    /** The first few: no key hangs on them, so that what is none is passed over. */
    private static List<String> alsoKnownAs(JsonNode json) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode address : json.path("alsoKnownAs")) {
            if (address.isTextual() && addresses.size() < MAX_OTHER_NAMES) {
                addresses.add(address.textValue());
            }
        }
        return addresses;
    }

    /** The ids under a relationship, by reference or embedded; embedded methods are read as well (CID 1.0 §2.3). */
    private Set<String> relationship(JsonNode json, String name) throws DidResolutionException {
        Set<String> ids = new HashSet<>();
        for (JsonNode item : list(json, name)) {
            if (item.isTextual()) {
                ids.add(absolute(item.textValue()));
            } else if (item.isObject() && item.path("id").isTextual()) {
                add(item);
                ids.add(absolute(item.get("id").textValue()));
            }
        }
        return ids;
    }

    private void add(JsonNode method) throws DidResolutionException {
        String methodId = absolute(method.path("id").asText());
        if (!methodId.startsWith(id + "#")) {
            return;
        }
        VerificationMethod read =
                VerificationMethodReader.read(method, methodId).orElse(null);
        if (read == null) {
            return;
        }
        VerificationMethod before = methods.put(methodId, read);
        if (before != null && !before.equals(read)) {
            throw invalid("the document of " + id + " gives two keys the same id");
        }
        if (methods.size() > MAX_METHODS) {
            throw invalid("the document of " + id + " has more than " + MAX_METHODS + " verification methods");
        }
    }

    private String absolute(String reference) {
        return reference.startsWith("#") ? id + reference : reference;
    }

    private List<JsonNode> list(JsonNode json, String name) throws DidResolutionException {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw invalid("\"" + name + "\" in the document of " + id + " is no array");
        }
        if (value.size() > MAX_METHODS) {
            throw invalid("\"" + name + "\" in the document of " + id + " has more than " + MAX_METHODS + " entries");
        }
        List<JsonNode> items = new ArrayList<>();
        value.forEach(items::add);
        return items;
    }

    private static DidResolutionException invalid(String detail) {
        return new DidResolutionException(Reason.INVALID, detail);
    }
}
