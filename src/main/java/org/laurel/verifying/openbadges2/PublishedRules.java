package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.laurel.shared.json.Pointers;
import org.laurel.verifying.report.ProblemKind;

/** The rules for the data of a badge class and of an issuer's profile (OB 2.0, BadgeClass, Profile). */
final class PublishedRules {
    private static final Set<String> PROFILE_TYPES = Set.of("Profile", "Issuer");

    private PublishedRules() {}

    /** What there is to remark on a badge class. */
    static void onBadgeClass(JsonNode json, String pointer, Remarks remarks) {
        type(json, Set.of("BadgeClass"), pointer, remarks);
        texts(json, List.of("name", "description"), pointer, remarks);
        links(json, List.of("image", "criteria", "issuer"), pointer, remarks);
    }

    /** What there is to remark on the profile of an issuer. */
    static void onIssuer(JsonNode json, String pointer, Remarks remarks) {
        type(json, PROFILE_TYPES, pointer, remarks);
        texts(json, List.of("name", "url", "email"), pointer, remarks);
    }

    /** A document at an address must say that it is the one of this address. */
    static void address(JsonNode json, String url, String pointer, Remarks remarks) {
        String id = json.path("id").asText("");
        if (!id.equals(url)) {
            remarks.broken(
                    "expected the id " + url + ", its own address, got " + (id.isEmpty() ? "none" : id),
                    Pointers.child(pointer, "id"));
        }
    }

    /** A copy that came along should say the same as what is published. */
    static void copy(JsonNode copy, JsonNode published, String pointer, Remarks remarks) {
        if (copy.isObject()) {
            Differences.between(copy, published)
                    .contradicted()
                    .forEach(at -> remarks.warning(
                            ProblemKind.COPY_DIFFERS,
                            "what came along differs from what is published, which counts",
                            pointer + at));
        }
    }

    private static void type(JsonNode json, Set<String> types, String pointer, Remarks remarks) {
        if (Texts.of(json.path("type")).stream().noneMatch(types::contains)) {
            remarks.broken(
                    "expected the type "
                            + String.join(" or ", types.stream().sorted().toList()),
                    pointer + "/type");
        }
    }

    private static void texts(JsonNode json, List<String> members, String pointer, Remarks remarks) {
        for (String member : members) {
            if (json.path(member).asText("").isBlank()) {
                remarks.broken("expected a text", Pointers.child(pointer, member));
            }
        }
    }

    private static void links(JsonNode json, List<String> members, String pointer, Remarks remarks) {
        for (String member : members) {
            JsonNode value = json.path(member);
            boolean several = value.isArray() && !value.isEmpty();
            if (!value.isObject() && !several && value.asText("").isBlank()) {
                remarks.broken("expected an IRI or an object", Pointers.child(pointer, member));
            }
        }
    }
}
