package org.laurel.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.JsonColumns;

/** What search engines read of a page, in the words of schema.org; each stands in its domain there. */
final class SchemaOrg {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private SchemaOrg(String type) {
        json.put("@context", "https://schema.org").put("@type", type);
    }

    /** A kind of badge that can be earned ({@code EducationalOccupationalCredential}). */
    static SchemaOrg achievement(String name, String description, String url) {
        SchemaOrg made = new SchemaOrg("EducationalOccupationalCredential");
        made.json
                .put("name", name)
                .put("description", description)
                .put("url", url)
                .put("credentialCategory", "badge");
        return made;
    }

    /** An issuer ({@code EducationalOrganization}). */
    static SchemaOrg issuer(String name, @Nullable String description, String url) {
        SchemaOrg made = new SchemaOrg("EducationalOrganization");
        made.json.put("name", name).put("url", url);
        return made.with("description", description);
    }

    /** With one more text; null adds nothing. */
    SchemaOrg with(String term, @Nullable String text) {
        if (text != null) {
            json.put(term, text);
        }
        return this;
    }

    /** Made by this organisation. */
    SchemaOrg creator(String name, @Nullable String url) {
        ObjectNode creator =
                json.putObject("creator").put("@type", "Organization").put("name", name);
        if (url != null) {
            creator.put("url", url);
        }
        return this;
    }

    /** With words to find it by. */
    SchemaOrg keywords(List<String> keywords) {
        if (!keywords.isEmpty()) {
            ArrayNode list = json.putArray("keywords");
            keywords.forEach(list::add);
        }
        return this;
    }

    /** With what it is aligned with. */
    SchemaOrg alignments(List<SharedBadge.Item> alignments) {
        if (!alignments.isEmpty()) {
            ArrayNode list = json.putArray("educationalAlignment");
            for (SharedBadge.Item one : alignments) {
                ObjectNode alignment =
                        list.addObject().put("@type", "AlignmentObject").put("targetName", one.title());
                if (one.text() != null) {
                    alignment.put("educationalFramework", one.text());
                }
                if (one.url() != null) {
                    alignment.put("targetUrl", one.url());
                }
            }
        }
        return this;
    }

    /** As it may stand within a script element: nothing in it can end the element or begin a comment. */
    RawString inPage() {
        return new RawString(JsonColumns.write(json).replace("<", "\\u003c").replace(">", "\\u003e"));
    }
}
