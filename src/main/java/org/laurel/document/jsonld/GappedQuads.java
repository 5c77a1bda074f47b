package org.laurel.document.jsonld;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.GappedText;

/**
 * The canonical form (RDFC-1.0) of documents that differ in a few values only. Their statements are the same but for those
 * values, so they are found once; what is left to do for each is step 4 of RDFC-1.0 §4.4: the hashes of the nodes without id
 * that a value touches, the order of all, and the order of the lines. Where two nodes have one hash, so that more steps
 * would be needed, it gives nothing.
 */
public final class GappedQuads {
    private static final byte[] SELF = {'a'};
    private static final byte[] OTHER = {'z'};

    private final List<GappedText> lines;
    private final int gaps;
    private final int nodes;
    /** The hashes that no value touches; null for the others. */
    private final byte[] @Nullable [] hashes;

    private final Map<List<Integer>, Layout> layouts = new ConcurrentHashMap<>();

    private GappedQuads(List<GappedText> lines, int gaps, int nodes) {
        this.lines = lines;
        this.gaps = gaps;
        this.nodes = nodes;
        this.hashes = new byte[nodes][];
        byte[][] none = new byte[gaps + nodes][];
        for (int node = 0; node < nodes; node++) {
            int number = gaps + node;
            boolean touched = lines.stream().anyMatch(line -> line.hasGap(number) && line.hasGapWithin(0, gaps));
            hashes[node] = touched ? null : hash(node, none);
        }
    }

    /** Of statements in which marks stand for the values. */
    static GappedQuads of(Collection<Quad> statements, GappedText.Marks marks, int gaps) {
        Map<String, Integer> nodes = new HashMap<>();
        Map<String, GappedText> lines = new LinkedHashMap<>();
        for (Quad quad : statements) {
            String line = line(quad, label -> "_:" + marks.of(gaps + number(nodes, label)));
            lines.put(line, marks.cut(line));
        }
        return new GappedQuads(List.copyOf(lines.values()), gaps, nodes.size());
    }

    private static int number(Map<String, Integer> nodes, String label) {
        return nodes.computeIfAbsent(label, unknown -> nodes.size());
    }

    private static String line(Quad quad, UnaryOperator<String> relabel) {
        StringWriter text = new StringWriter(256);
        try {
            new NQuadsWriter(text)
                    .quad(
                            term(quad.subject(), relabel),
                            quad.predicate(),
                            quad.datatype() == null ? term(quad.object(), relabel) : quad.object(),
                            quad.datatype(),
                            null,
                            null,
                            quad.graph() == null ? null : term(quad.graph(), relabel));
        } catch (RdfConsumerException e) {
            throw new IllegalStateException("a statement that was made cannot be written", e);
        }
        return text.toString();
    }

    private static String term(String term, UnaryOperator<String> relabel) {
        return term.startsWith("_:") ? relabel.apply(term) : term;
    }

    /**
     * The canonical N-Quads of the document with these values.
     *
     * @param values in the order of the gaps; letters, digits and the like, which N-Quads writes as they are
     * @return UTF-8, each line ended by a line feed; empty when it takes the long way
     */
    public Optional<byte[]> canonical(byte[][] values) {
        byte[][] all = Arrays.copyOf(values, gaps + nodes);
        byte[][] found = new byte[nodes][];
        for (int node = 0; node < nodes; node++) {
            byte[] known = hashes[node];
            found[node] = known == null ? hash(node, all) : known;
        }
        List<Integer> order = IntStream.range(0, nodes)
                .boxed()
                .sorted((one, other) -> Arrays.compareUnsigned(found[one], found[other]))
                .toList();
        for (int i = 1; i < nodes; i++) {
            if (Arrays.equals(found[order.get(i - 1)], found[order.get(i)])) {
                return Optional.empty();
            }
        }
        return Optional.of(layouts.computeIfAbsent(order, Layout::new).written(all));
    }

    /** Hash First Degree Quads (RDFC-1.0 §4.6). */
    private byte[] hash(int node, byte[][] values) {
        byte[][] all = values.clone();
        Arrays.fill(all, gaps, all.length, OTHER);
        all[gaps + node] = SELF;
        List<byte[]> about = new ArrayList<>();
        for (GappedText line : lines) {
            if (line.hasGap(gaps + node)) {
                about.add(line.fill(all));
            }
        }
        about.sort(Arrays::compareUnsigned);
        MessageDigest digest = HashAlgorithm.SHA_256.digest();
        about.forEach(digest::update);
        return digest.digest();
    }

    /** The lines under one order of the nodes without id: those without values are written and sorted once. */
    private final class Layout {
        private final byte[][] labels = new byte[nodes][];
        private final byte[][] fixed;
        private final List<GappedText> open;

        Layout(List<Integer> order) {
            for (int i = 0; i < nodes; i++) {
                labels[order.get(i)] = ("c14n" + i).getBytes(StandardCharsets.US_ASCII);
            }
            byte[][] all = new byte[gaps + nodes][];
            System.arraycopy(labels, 0, all, gaps, nodes);
            open = lines.stream().filter(line -> line.hasGapWithin(0, gaps)).toList();
            fixed = lines.stream()
                    .filter(line -> !line.hasGapWithin(0, gaps))
                    .map(line -> line.fill(all))
                    .sorted(Arrays::compareUnsigned)
                    .toArray(byte[][]::new);
        }

        byte[] written(byte[][] values) {
            System.arraycopy(labels, 0, values, gaps, nodes);
            byte[][] filled = new byte[open.size()][];
            for (int i = 0; i < filled.length; i++) {
                filled[i] = open.get(i).fill(values);
            }
            Arrays.sort(filled, Arrays::compareUnsigned);
            ByteArrayOutputStream text = new ByteArrayOutputStream(8192);
            byte[] last = {};
            int i = 0;
            int j = 0;
            while (i < fixed.length || j < filled.length) {
                boolean fromFixed =
                        j == filled.length || i < fixed.length && Arrays.compareUnsigned(fixed[i], filled[j]) <= 0;
                byte[] next = fromFixed ? fixed[i++] : filled[j++];
                if (!Arrays.equals(next, last)) { // a dataset holds a statement once
                    text.writeBytes(next);
                }
                last = next;
            }
            return text.toByteArray();
        }
    }
}
