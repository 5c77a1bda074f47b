package org.laurel.document.lint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.GappedQuads;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.shared.encoding.GappedText;
import org.laurel.shared.json.JsonColumns;

/**
 * Credentials that are the same but for a few values, judged, written and brought into canonical form once for all. The
 * first that is made of it, and one in 256 after it, is made the long way too, and must come out alike.
 */
public final class CredentialTemplate {
    /** What JSON and N-Quads both write as it is, and no rule judges by anything but its kind. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_:.-]{1,80}");

    private static final int CHECKED = 256;

    private final Parts parts;
    private final ObjectNode constant;
    private final CredentialLinter linter;
    private final RdfCanonicalizer canonicalizer;
    private final AtomicInteger made = new AtomicInteger();

    CredentialTemplate(Parts parts, ObjectNode constant, CredentialLinter linter, RdfCanonicalizer canonicalizer) {
        this.parts = parts;
        this.constant = constant;
        this.linter = linter;
        this.canonicalizer = canonicalizer;
    }

    /**
     * What is filled.
     *
     * @param text the whole document
     * @param quads its statements
     * @param id its id
     * @param subjectId its subject's id
     * @param validFrom its date
     */
    record Parts(GappedText text, GappedQuads quads, GappedText id, GappedText subjectId, GappedText validFrom) {}

    /**
     * The credential with these values.
     *
     * @param values one a gap, in their order: of the kind of the sample's, and letters, digits, {@code _ : . -} only
     * @return judged as the template was
     * @throws IllegalStateException when the long way would not have made the same
     */
    public LintedCredential fill(List<String> values) {
        for (String value : values) {
            if (!VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("a value that might need an escape cannot fill a gap");
            }
        }
        byte[][] bytes = values.stream()
                .map(value -> value.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        byte[] text = parts.text().fill(bytes);
        Optional<byte[]> quick = parts.quads().canonical(bytes);
        boolean due = made.getAndIncrement() % CHECKED == 0;
        byte[] canonical = quick.isPresent() && !due ? quick.get() : theLongWay(text, quick);
        return new LintedCredential(head(bytes), text, canonical);
    }

    private CredentialDocument head(byte[][] bytes) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.setAll(constant);
        head.put("id", text(parts.id(), bytes));
        head.put("validFrom", text(parts.validFrom(), bytes));
        head.set("credentialSubject", JsonNodeFactory.instance.objectNode().put("id", text(parts.subjectId(), bytes)));
        return new CredentialDocument(head);
    }

    private static String text(GappedText gapped, byte[][] bytes) {
        return new String(gapped.fill(bytes), StandardCharsets.UTF_8);
    }

    /** The canonical form of the whole, which must be the quick one where there is one. */
    private byte[] theLongWay(byte[] text, Optional<byte[]> quick) {
        ObjectNode document = (ObjectNode) JsonColumns.parse(new String(text, StandardCharsets.UTF_8));
        try {
            linter.lint(new CredentialDocument(document));
            byte[] expected = canonicalizer.canonicalize(document, HashAlgorithm.SHA_256);
            if (quick.isPresent() && !Arrays.equals(expected, quick.get())) {
                throw new IllegalStateException("a template made other statements than the long way does");
            }
            return expected;
        } catch (LintException | CanonicalizationException e) {
            throw new IllegalStateException("a template made what the rules do not let pass", e);
        }
    }
}
