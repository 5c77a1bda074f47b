package org.laurel.document.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.shared.encoding.GappedText;

/** Makes templates of samples. */
@Singleton
public final class CredentialTemplates {
    /** What a credential's head has beside what is filled in. */
    private static final List<String> CONSTANT = List.of("@context", "issuer", "validUntil");

    private final CredentialLinter linter;
    private final RdfCanonicalizer canonicalizer;
    private final SecureRandom random;

    /** With the rules, and the canonical form. */
    public CredentialTemplates(CredentialLinter linter, RdfCanonicalizer canonicalizer, SecureRandom random) {
        this.linter = linter;
        this.canonicalizer = canonicalizer;
        this.random = random;
    }

    /**
     * A value that differs.
     *
     * @param number which value goes there; several places may take the same
     * @param pointer where it stands, JSON Pointer
     * @param value what the sample has there, at the end of a text
     */
    public record Gap(int number, String pointer, String value) {}

    /**
     * A template like the sample.
     *
     * @param sample a whole credential, with values in all gaps
     * @param gaps the places that differ, their numbers from 0
     * @return empty when credentials like it need the long way
     * @throws LintException when a rule finds an error in the sample
     */
    public Optional<CredentialTemplate> of(CredentialDocument sample, List<Gap> gaps) throws LintException {
        linter.lint(sample);
        GappedText.Marks marks = new GappedText.Marks(random);
        ObjectNode marked = sample.json().deepCopy();
        for (Gap gap : gaps) {
            mark(marked, gap, marks.of(gap.number()));
        }
        int count = 1 + gaps.stream().mapToInt(Gap::number).max().orElse(-1);
        try {
            return canonicalizer
                    .gapped(marked, marks, count)
                    .map(quads -> new CredentialTemplate(
                            new CredentialTemplate.Parts(
                                    marks.cut(marked.toString()),
                                    quads,
                                    marks.cut(marked.path("id").asText()),
                                    marks.cut(marked.at("/credentialSubject/id").asText()),
                                    marks.cut(marked.path("validFrom").asText())),
                            constant(sample.json()),
                            linter,
                            canonicalizer));
        } catch (CanonicalizationException e) {
            return Optional.empty(); // the long way says what is wrong with it
        }
    }

    private static void mark(ObjectNode document, Gap gap, String mark) {
        int slash = gap.pointer().lastIndexOf('/');
        JsonNode parent = document.at(gap.pointer().substring(0, slash));
        String member = gap.pointer().substring(slash + 1);
        String text = parent.path(member).asText();
        if (!(parent instanceof ObjectNode object) || !text.endsWith(gap.value())) {
            throw new IllegalArgumentException("the sample has no such value at " + gap.pointer());
        }
        object.put(member, text.substring(0, text.length() - gap.value().length()) + mark);
    }

    private static ObjectNode constant(ObjectNode sample) {
        ObjectNode constant = JsonNodeFactory.instance.objectNode();
        for (String member : CONSTANT) {
            if (sample.has(member)) {
                constant.set(member, sample.get(member));
            }
        }
        return constant;
    }
}
