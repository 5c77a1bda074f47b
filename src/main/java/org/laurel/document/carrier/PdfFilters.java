package org.laurel.document.carrier;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes how a stream is packed (ISO 32000-2 §7.4), never beyond a bound: a library would unfold gigabytes first. */
final class PdfFilters {

    private PdfFilters() {}

    /**
     * The stream, unpacked.
     *
     * @param packed as it lies in the file
     * @param filters their names, the outermost first
     * @param most how many bytes any of them may give
     * @throws CarrierException when it gives more, is broken, or is packed with something that no embedded text needs
     */
    static byte[] undo(byte[] packed, List<String> filters, int most) throws CarrierException {
        byte[] bytes = packed;
        if (filters.size() > 3) {
            throw new CarrierException("a stream of the PDF is packed more than three times");
        }
        for (String filter : filters) {
            bytes = switch (filter) {
                case "FlateDecode", "Fl" -> inflated(bytes, most, false);
                case "ASCIIHexDecode", "AHx" -> hexadecimal(bytes, 0, bytes.length);
                default ->
                    throw new CarrierException("the file inside the PDF is packed in a way that is not read here");
            };
        }
        if (bytes.length > most) {
            throw beyond(most);
        }
        return bytes;
    }

    /** As much of the beginning of a deflated stream as is asked for; what follows is not looked at. */
    static byte[] beginning(byte[] packed, int most) throws CarrierException {
        return inflated(packed, most, true);
    }

    /** The bytes that pairs of digits stand for, up to the mark that ends them; other signs are passed over. */
    static byte[] hexadecimal(byte[] bytes, int from, int to) {
        byte[] text = new byte[(to - from + 1) / 2];
        int digits = 0;
        for (int i = from; i < to && bytes[i] != '>'; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit >= 0) {
                text[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }
        return Arrays.copyOf(text, (digits + 1) / 2);
    }

    private static byte[] inflated(byte[] packed, int most, boolean part) throws CarrierException {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(most, 4 * packed.length + 64));
        byte[] buffer = new byte[8192];
        try {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new CarrierException("a stream of the PDF breaks off");
                }
                if (out.size() + count > most) {
                    if (part) {
                        out.write(buffer, 0, most - out.size());
                        break;
                    }
                    throw beyond(most);
                }
                out.write(buffer, 0, count);
            }
        } catch (DataFormatException e) {
            throw new CarrierException("a stream of the PDF cannot be inflated");
        } finally {
            inflater.end();
        }
        return out.toByteArray();
    }

    private static CarrierException beyond(int most) {
        return new CarrierException("a stream of the PDF unfolds beyond " + (most >> 20) + " MiB");
    }
}
