package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialKind;
import org.laurel.shared.json.Place;
import org.laurel.shared.json.Pointers;

/**
 * A signed thing that stands inside another.
 *
 * @param json the object, or the text of a JWT
 * @param pointer JSON Pointer to it
 * @param endorsed the id of the object that an endorsement stands in; empty when that has none
 * @param source the address where it is published, when it did not come along; empty when it did
 */
record InnerCredential(JsonNode json, String pointer, String endorsed, String source) {

    /** One that came along. */
    InnerCredential(JsonNode json, String pointer, String endorsed) {
        this(json, pointer, endorsed, "");
    }

    /**
     * The endorsements that a published profile or achievement lists (OB 3.0 data model), outermost ones only.
     *
     * @param pointer JSON Pointer to what it is about in the badge
     * @param source where it is published
     */
    static List<InnerCredential> published(JsonNode document, String pointer, String source) {
        List<InnerCredential> found = new ArrayList<>();
        for (String member : List.of("endorsement", "endorsementJwt")) {
            String place = Pointers.child(pointer, member);
            each(document.path(member), place, document.path("id").asText("")).stream()
                    .map(one -> new InnerCredential(one.json(), one.pointer(), one.endorsed(), source))
                    .forEach(found::add);
        }
        return found;
    }

    /** What a presentation (VCDM 2.0 §4.13) or a learner record (CLR 2.0) is made to carry. */
    static List<InnerCredential> carried(CredentialDocument document) {
        CredentialKind kind = CredentialKind.of(document);
        JsonNode json = document.json();
        return switch (kind) {
            case PRESENTATION -> each(json.path("verifiableCredential"), "/verifiableCredential", "");
            case LEARNER_RECORD ->
                each(
                        json.path("credentialSubject").path("verifiableCredential"),
                        "/credentialSubject/verifiableCredential",
                        "");
            default -> List.of();
        };
    }

    /** Every endorsement in the document (OB 3.0 data model), wherever it stands, those inside others left out. */
    static List<InnerCredential> endorsements(CredentialDocument document) {
        List<InnerCredential> found = new ArrayList<>();
        collect(document.json(), Place.TOP, found);
        return found;
    }

    /** As it would have come by itself. */
    byte[] bytes() {
        return (json.isTextual() ? json.textValue() : json.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, Place place, List<InnerCredential> found) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            switch (member.getKey()) {
                case "endorsement", "endorsementJwt" ->
                    found.addAll(each(
                            member.getValue(),
                            place.member(member.getKey()).pointer(),
                            node.path("id").asText("")));
                case "verifiableCredential", "proof" -> {
                    // judged by themselves
                }
                default -> {
                    if (member.getValue().isContainerNode()) {
                        collect(member.getValue(), place.member(member.getKey()), found);
                    }
                }
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), place.item(i), found);
        }
    }

    private static List<InnerCredential> each(JsonNode value, String pointer, String endorsed) {
        return value.isContainerNode() || value.isTextual()
                ? Placed.each(value, pointer).stream()
                        .map(item -> new InnerCredential(item.json(), item.pointer(), endorsed))
                        .toList()
                : List.of();
    }
}
