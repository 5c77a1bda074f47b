package org.laurel.document.carrier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.encoding.CompactJws;

/**
 * A PDF with a credential as an embedded file (ISO 32000-2 §7.11.4, §14.13), as certificates on paper carry one. No page
 * is drawn, no script is run and nothing is fetched to find it.
 */
public final class PdfCarrier {
    private static final String MARK = "%PDF-";
    /** The mark may stand behind what a mail program or a scanner put before it. */
    private static final int HEAD = 1024;

    private static final int MOST_FILES = 64;
    private static final int MOST_NODES = 128;
    private static final Set<String> TYPES = Set.of(
            "application/vc",
            "application/vc+ld+json",
            "application/ld+json",
            "application/json",
            "application/vc+jwt",
            "application/jwt",
            "text/plain");
    private static final List<String> ENDINGS = List.of(".json", ".jsonld", ".jwt", ".jws");
    private static final List<String> NAMES = List.of("UF", "F");

    private final PdfObjects objects;
    private final Set<PdfValue> files = new LinkedHashSet<>();
    private int nodes;
    private @Nullable CarrierException fault;

    private PdfCarrier(PdfObjects objects) {
        this.objects = objects;
    }

    /** Whether the mark of a PDF stands within the first 1024 bytes. */
    public static boolean looksLike(byte[] bytes) {
        int last = Math.min(bytes.length, HEAD);
        return new String(bytes, 0, last, StandardCharsets.ISO_8859_1).contains(MARK);
    }

    /**
     * The credential in the first embedded file that holds one: those associated with the document come first, then the
     * others by name. A later one is told in a note.
     *
     * @param pdf at most 10 MiB
     * @return what is inside; empty when nothing is
     * @throws CarrierException when this is no PDF that can be read: no catalog, encrypted, too deep, or what is embedded
     *     as a credential is broken or larger than 1 MiB
     */
    public static Optional<CarriedCredential> find(byte[] pdf) throws CarrierException {
        if (pdf.length > Carriers.MAX_BYTES) {
            throw new CarrierException("the PDF is larger than 10 MiB");
        }
        if (!looksLike(pdf)) {
            throw new CarrierException("this is no PDF: it does not begin with the mark of one");
        }
        return new PdfCarrier(PdfObjects.of(pdf)).find();
    }

    private Optional<CarriedCredential> find() throws CarrierException {
        PdfValue.Dictionary catalog = objects.catalog();
        files.addAll(objects.members(catalog.get("AF")));
        Optional<PdfValue.Dictionary> names = objects.dictionary(catalog.get("Names"));
        if (names.isPresent()) {
            walk(names.get().get("EmbeddedFiles"), 0);
        }
        Set<PdfValue> seen = new LinkedHashSet<>();
        List<String> found = new ArrayList<>();
        for (PdfValue file : files.stream().limit(MOST_FILES).toList()) {
            candidate(file, seen).ifPresent(found::add);
        }
        if (found.isEmpty() && fault != null) {
            throw fault;
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        notes.add("it was inside a PDF");
        if (found.size() > 1) {
            notes.add("the PDF holds " + found.size() + Carriers.SEVERAL);
        }
        return Optional.of(new CarriedCredential(found.get(0), "pdf", false, notes));
    }

    /** Gathers the files of a name tree (§7.9.6), as many as are looked at; a tree that bites its tail ends there. */
    private void walk(PdfValue node, int depth) throws CarrierException {
        if (depth > 16 || ++nodes > MOST_NODES || files.size() >= MOST_FILES) {
            return;
        }
        Optional<PdfValue.Dictionary> tree = objects.dictionary(node);
        if (tree.isEmpty()) {
            return;
        }
        List<PdfValue> pairs = objects.members(tree.get().get("Names"));
        for (int i = 1; i < pairs.size() && files.size() < MOST_FILES; i += 2) {
            files.add(pairs.get(i));
        }
        for (PdfValue kid : objects.members(tree.get().get("Kids"))) {
            walk(kid, depth + 1);
        }
    }

    /** The credential in a file, when its type or name says that it may be one, and its text does; each stream once. */
    private Optional<String> candidate(PdfValue specification, Set<PdfValue> seen) throws CarrierException {
        Optional<PdfValue.Dictionary> file = objects.dictionary(specification);
        Optional<PdfValue.Dictionary> embedded = file.isEmpty()
                ? Optional.empty()
                : objects.dictionary(file.get().get("EF"));
        if (embedded.isEmpty()) {
            return Optional.empty();
        }
        for (String name : NAMES) {
            PdfValue place = embedded.get().get(name);
            Optional<PdfValue.Dictionary> stream = objects.dictionary(place);
            if (stream.isPresent() && seen.add(place)) {
                boolean may = mayBe(stream.get(), file.get());
                return may ? credential(stream.get()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean mayBe(PdfValue.Dictionary stream, PdfValue.Dictionary file) throws CarrierException {
        String type = objects.resolve(stream.get("Subtype")).name().toLowerCase(Locale.ROOT);
        if (TYPES.contains(type.replaceFirst(";.*", "").strip())) {
            return true;
        }
        for (String name : NAMES) {
            String text = objects.resolve(file.get(name)) instanceof PdfValue.Text found ? ascii(found.bytes()) : "";
            if (ENDINGS.stream().anyMatch(text::endsWith)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> credential(PdfValue.Dictionary stream) throws CarrierException {
        try {
            byte[] data = objects.data(stream, Carriers.MAX_CREDENTIAL);
            String text = Carriers.credential(data, 0, data.length).strip();
            String dense = text.startsWith("\uFEFF") ? text.substring(1).strip() : text;
            return isCredential(dense) ? Optional.of(dense) : Optional.empty();
        } catch (CarrierException e) {
            fault = fault == null ? e : fault; // another file may hold a sound one
            return Optional.empty();
        }
    }

    /** JSON, a compact JWS, or an SD-JWT, which begins as one. */
    private static boolean isCredential(String text) {
        int tilde = text.indexOf('~');
        return text.startsWith("{") || CompactJws.isOne(tilde < 0 ? text : text.substring(0, tilde));
    }

    /** The letters of a file's name that endings are made of, whether it is in UTF-16 or not. */
    private static String ascii(String name) {
        return name.replace("\0", "").toLowerCase(Locale.ROOT);
    }
}
