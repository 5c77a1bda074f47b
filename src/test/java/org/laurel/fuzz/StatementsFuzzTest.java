package org.laurel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.rule.AllRules;
import org.laurel.securing.status.reading.StatusEntry;
import org.laurel.securing.status.reading.StatusListContent;
import org.laurel.securing.status.reading.StatusListException;
import org.laurel.securing.status.reading.StatusListKind;
import org.laurel.shared.encoding.CompressedBits;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/** Whole documents: their canonical form, their faults, their status lists. */
class StatementsFuzzTest {
    private static final RdfCanonicalizer CANONICALIZER = new RdfCanonicalizer(new ContextLibrary());
    private static final CredentialLinter LINTER = AllRules.linter();

    @FuzzTest
    void the_canonical_form_of_statements_does_not_depend_on_the_order_of_members(byte[] data)
            throws CanonicalizationException {
        ObjectNode document = object(data);
        byte[] canonical;
        try {
            canonical = CANONICALIZER.canonicalize(document, HashAlgorithm.SHA_256);
        } catch (CanonicalizationException e) {
            assertThat(e.detail()).isNotBlank();
            return;
        }
        assertThat(CANONICALIZER.canonicalize((ObjectNode) reversed(document), HashAlgorithm.SHA_256))
                .isEqualTo(canonical);
    }

    @FuzzTest
    void any_document_is_linted(byte[] data) {
        LINTER.findings(new CredentialDocument(object(data)))
                .forEach(finding -> assertThat(finding.detail()).isNotBlank());
    }

    @FuzzTest
    void bits_come_back_as_they_were(byte[] data) {
        try {
            byte[] bits = CompressedBits.decode(new String(data, StandardCharsets.UTF_8));
            assertThat(CompressedBits.decode(CompressedBits.encode(bits))).isEqualTo(bits);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        if (data.length > 0) {
            assertThat(CompressedBits.decode(CompressedBits.encode(data))).isEqualTo(data);
        }
    }

    @FuzzTest
    void a_status_list_and_an_entry_are_read_or_refused(byte[] data) {
        ObjectNode json = object(data);
        for (StatusListKind kind : StatusListKind.values()) {
            try {
                StatusListContent list = StatusListContent.read(kind, new CredentialDocument(json));
                StatusEntry entry = StatusEntry.read(kind, json.path("credentialStatus"));
                assertThat(list.value(entry)).isNotNegative();
            } catch (StatusListException e) {
                assertThat(e.detail()).isNotBlank();
            }
        }
    }

    private static ObjectNode object(byte[] data) {
        try {
            return StrictJson.parse(data) instanceof ObjectNode object ? object : empty();
        } catch (MalformedJsonException e) {
            return empty();
        }
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
            Collections.reverse(members);
            ObjectNode other = empty();
            members.forEach(member -> other.set(member.getKey(), reversed(member.getValue())));
            return other;
        }
        if (node.isArray()) {
            return JsonNodeFactory.instance.arrayNode().addAll(elements(node));
        }
        return node;
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(element -> elements.add(reversed(element)));
        return elements;
    }
}
