package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The versions of Open Badges before 3.0, told apart by the contexts and, where there is none, by the shape. */
enum OpenBadgesVersion {
    /** Of 2012: the badge class stands inside, the recipient is a text, and there is no type. */
    V0_5("OB 0.5"),
    /** Of 2013: {@code verify} in place of {@code verification}, and no context. */
    V1_0("OB 1.0"),
    /** Of 2015: the first with a context. */
    V1_1("OB 1.1"),
    /** Of 2018. */
    V2_0("OB 2.0"),
    /** Of 2020: the same data, exchanged by an API. */
    V2_1("OB 2.1");

    /** Where contexts lie, without scheme and www, which are written either way. */
    private static final Map<String, OpenBadgesVersion> CONTEXTS = Map.of(
            "w3id.org/openbadges/v1", V1_1,
            "openbadgespec.org/v1", V1_1,
            "w3id.org/openbadges/v2", V2_0,
            "openbadgespec.org/v2", V2_0,
            "purl.imsglobal.org/spec/ob/v2p0", V2_0,
            "imsglobal.org/sites/default/files/Badges/OBv2p0", V2_0,
            "imsglobal.org/sites/default/files/Badges/OBv2p0Final", V2_0,
            "purl.imsglobal.org/spec/ob/v2p1", V2_1);

    private static final Pattern PREFIX = Pattern.compile("^https?://(www\\.)?");

    private final String words;

    OpenBadgesVersion(String words) {
        this.words = words;
    }

    /** As a report says it: {@code OB 2.0}. */
    String words() {
        return words;
    }

    /** Whether assertions of it are judged here. */
    boolean isJudged() {
        return this == V2_0 || this == V2_1;
    }

    /** The version that a document says or shows; empty when it is none of Open Badges before 3.0. */
    static Optional<OpenBadgesVersion> of(JsonNode document) {
        return ofContexts(document).or(() -> ofShape(document));
    }

    /** Of several the latest. */
    private static Optional<OpenBadgesVersion> ofContexts(JsonNode document) {
        return Texts.of(document.path("@context")).stream()
                .flatMap(context -> CONTEXTS.entrySet().stream()
                        .filter(known -> isOrIsUnder(PREFIX.matcher(context).replaceFirst(""), known.getKey()))
                        .map(Map.Entry::getValue))
                .max(Comparator.naturalOrder());
    }

    private static boolean isOrIsUnder(String context, String known) {
        return context.startsWith(known)
                && (context.length() == known.length() || "/.#".indexOf(context.charAt(known.length())) >= 0);
    }

    private static Optional<OpenBadgesVersion> ofShape(JsonNode document) {
        if (!document.has("badge") || !document.has("recipient")) {
            return Optional.empty();
        }
        if (document.has("verification")) {
            return Optional.of(V2_0);
        }
        if (document.has("verify")) {
            return Optional.of(V1_0);
        }
        boolean inside = document.path("badge").isObject();
        return inside && document.path("recipient").isTextual() ? Optional.of(V0_5) : Optional.empty();
    }
}
