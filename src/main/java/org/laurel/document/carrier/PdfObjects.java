package org.laurel.document.carrier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of a PDF, read one by one when they are asked for, as many as finding an embedded file needs. */
final class PdfObjects {
    private static final int WINDOW = 256 << 10;
    private static final int MOST_READ = 1200;
    private static final int MOST_PACKS = 5000;
    private static final int MOST_PACKED = 200_000;
    private static final int LARGEST_PACK = 4 << 20;
    private static final int MOST_UNFOLDED = 128 << 20;
    private static final int LONGEST_INDEX = 64 << 10;

    private final byte[] bytes;
    private final PdfScan scan;
    private final Map<Integer, Packed> packed = new HashMap<>();
    private int read;
    private int unfoldedFrom = -1;
    private long unfoldedInAll;
    private byte[] unfolded = {};

    private PdfObjects(byte[] bytes, PdfScan scan) {
        this.bytes = bytes;
        this.scan = scan;
    }

    /**
     * Where an object lies that is packed with others.
     *
     * @param pack where its stream's dictionary begins
     * @param offset within the unfolded stream
     */
    private record Packed(int pack, int offset) {}

    /**
     * The objects of a file.
     *
     * @throws CarrierException when there are too many, or the file is encrypted
     */
    static PdfObjects of(byte[] pdf) throws CarrierException {
        PdfObjects objects = new PdfObjects(pdf, PdfScan.of(pdf));
        objects.refuseEncrypted();
        if (objects.scan.packs().size() > MOST_PACKS) {
            throw new CarrierException("the PDF has more than " + MOST_PACKS + " streams of objects");
        }
        for (int pack : objects.scan.packs()) {
            objects.index(pack);
        }
        return objects;
    }

    /** The catalog that the last trailer names (ISO 32000-2 §7.7.2). */
    PdfValue.Dictionary catalog() throws CarrierException {
        List<Integer> trailers = scan.trailers();
        for (int i = trailers.size() - 1; i >= 0; i--) {
            Optional<PdfValue.Dictionary> trailer = dictionary(valueAt(trailers.get(i)));
            Optional<PdfValue.Dictionary> catalog = trailer.isEmpty()
                    ? Optional.empty()
                    : dictionary(trailer.get().get("Root"));
            if (catalog.isPresent()) {
                return catalog.get();
            }
        }
        throw new CarrierException("the PDF cannot be read: nothing in it names its catalog");
    }

    /** The object that a reference stands for, however many references that takes; anything else is itself. */
    PdfValue resolve(PdfValue value) throws CarrierException {
        PdfValue at = value;
        for (int hops = 0; at instanceof PdfValue.Reference reference; hops++) {
            if (hops > 8) {
                return PdfValue.OTHER; // a circle
            }
            at = object(reference.number());
        }
        return at;
    }

    /** A dictionary, behind a reference or not; empty when it is something else. */
    Optional<PdfValue.Dictionary> dictionary(PdfValue value) throws CarrierException {
        return resolve(value) instanceof PdfValue.Dictionary found ? Optional.of(found) : Optional.empty();
    }

    /** The members of an array, behind a reference or not; none when it is something else. */
    List<PdfValue> members(PdfValue value) throws CarrierException {
        return resolve(value) instanceof PdfValue.Sequence found ? found.values() : List.of();
    }

    /** The data of a stream whose dictionary stood in the file itself, unpacked up to a bound. */
    byte[] data(PdfValue.Dictionary stream, int most) throws CarrierException {
        byte[] packedData = packed(stream, resolve(stream.get("Length")).number(-1));
        return PdfFilters.undo(packedData, filters(stream), most);
    }

    /** Every trailer of an encrypted file says so (§7.6.2). */
    private void refuseEncrypted() throws CarrierException {
        for (int place : scan.trailers()) {
            Optional<PdfValue.Dictionary> trailer = dictionary(valueAt(place));
            if (trailer.isPresent() && trailer.get().entries().containsKey("Encrypt")) {
                throw new CarrierException("the PDF is encrypted: send one that opens without a password and without"
                        + " restrictions, or the badge itself");
            }
        }
    }

    private PdfValue object(int number) throws CarrierException {
        Packed inside = packed.get(number);
        Integer at = scan.objects().get(number);
        if (at != null && (inside == null || inside.pack() < at)) {
            return valueAt(at);
        }
        if (inside == null) {
            return PdfValue.OTHER;
        }
        if (unfoldedFrom != inside.pack()) {
            unfolded = data(packDictionary(inside.pack()), LARGEST_PACK);
            unfoldedInAll += unfolded.length;
            unfoldedFrom = inside.pack();
        }
        if (unfoldedInAll > MOST_UNFOLDED) {
            throw new CarrierException("the way to the files inside the PDF unfolds too much");
        }
        return read(unfolded, inside.offset());
    }

    private PdfValue valueAt(int place) throws CarrierException {
        return read(bytes, place);
    }

    private PdfValue read(byte[] source, int from) throws CarrierException {
        if (++read > MOST_READ) {
            throw new CarrierException("the way to the files inside the PDF takes more than " + MOST_READ + " objects");
        }
        return new PdfSyntax(source, from, WINDOW).value();
    }

    private PdfValue.Dictionary packDictionary(int place) throws CarrierException {
        return new PdfSyntax(bytes, place, 4096).value() instanceof PdfValue.Dictionary found
                ? found
                : new PdfValue.Dictionary(Map.of(), bytes.length);
    }

    /** Notes which objects a stream of objects holds, from its beginning alone (§7.5.7). */
    private void index(int place) throws CarrierException {
        PdfValue.Dictionary pack = packDictionary(place);
        int first = (int) Math.min(pack.get("First").number(0), LONGEST_INDEX);
        long count = pack.get("N").number(0);
        byte[] data = packed(pack, pack.get("Length").number(-1)); // one that stands elsewhere is not asked for here
        byte[] head = head(data, filters(pack), first);
        PdfSyntax numbers = new PdfSyntax(head, 0, first);
        for (long i = 0; i < count; i++) {
            long number = numbers.value().number(-1);
            long offset = numbers.value().number(-1);
            if (number < 0 || number > Integer.MAX_VALUE || offset < 0 || offset > LARGEST_PACK) {
                return;
            }
            packed.put((int) number, new Packed(place, (int) (pack.get("First").number(0) + offset)));
            if (packed.size() > MOST_PACKED) {
                throw new CarrierException("the PDF has more than " + MOST_PACKED + " objects");
            }
        }
    }

    /** The beginning of a stream of objects; one that cannot be unpacked holds none, and others may. */
    private static byte[] head(byte[] data, List<String> filters, int length) {
        try {
            return filters.equals(List.of("FlateDecode"))
                    ? PdfFilters.beginning(data, length)
                    : PdfFilters.undo(data, filters, LARGEST_PACK);
        } catch (CarrierException e) {
            return new byte[0];
        }
    }

    /** The data as they lie in the file: as long as the length says when they end there, else up to the word that ends them. */
    private byte[] packed(PdfValue.Dictionary stream, long length) throws CarrierException {
        int from = PdfScan.streamAfter(bytes, stream.end());
        if (from < 0) {
            throw new CarrierException("the PDF says that a stream is where there is none");
        }
        if (length >= 0 && PdfScan.endsAt(bytes, from + length)) {
            return Arrays.copyOfRange(bytes, from, (int) (from + length));
        }
        int end = PdfScan.indexOf(bytes, "endstream", from);
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), end < 0 ? bytes.length : end);
    }

    private List<String> filters(PdfValue.Dictionary stream) throws CarrierException {
        PdfValue filter = resolve(stream.get("Filter"));
        if (filter instanceof PdfValue.Name name) {
            return List.of(name.text());
        }
        List<String> names = new ArrayList<>();
        for (PdfValue member : members(filter)) {
            names.add(resolve(member).name());
        }
        return names;
    }
}
