package org.laurel.document.carrier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the text of a chunk {@code iTXt} or {@code zTXt} (PNG, third edition, §11.3.3). */
final class PngText {
    private static final int LONGEST_KEYWORD = 79;

    private final byte[] png;
    private final PngChunk chunk;
    private int at;

    private PngText(byte[] png, PngChunk chunk) {
        this.png = png;
        this.chunk = chunk;
        this.at = chunk.data();
    }

    /** The keyword; empty when the chunk is of another type or malformed. */
    static String keyword(byte[] png, PngChunk chunk) {
        int most = Math.min(chunk.length(), LONGEST_KEYWORD + 1);
        for (int i = 0; i < most; i++) {
            if (png[chunk.data() + i] == 0) {
                return new String(png, chunk.data(), i, StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    /** Whether the chunk's text is compressed. */
    static boolean isCompressed(byte[] png, PngChunk chunk) {
        return chunk.type().equals("zTXt") || new PngText(png, chunk).flag() == 1;
    }

    /** The text, inflated when needed. */
    static String read(byte[] png, PngChunk chunk) throws CarrierException {
        return new PngText(png, chunk).read();
    }

    private int flag() {
        int flag = chunk.data() + keyword(png, chunk).length() + 1;
        return flag < end() ? png[flag] : -1;
    }

    private String read() throws CarrierException {
        field();
        if (chunk.type().equals("zTXt")) {
            method();
            return inflated();
        }
        int compressed = number();
        if (compressed != 0 && compressed != 1) {
            throw malformed("has the compression flag " + compressed);
        }
        method();
        field(); // the language
        field(); // the translated keyword
        return compressed == 1 ? inflated() : Carriers.credential(png, at, end() - at);
    }

    private void method() throws CarrierException {
        int method = number();
        if (method != 0) {
            throw malformed("has the compression method " + method + ", which does not exist");
        }
    }

    private int number() throws CarrierException {
        if (at >= end()) {
            throw malformed("is too short");
        }
        return png[at++] & 0xFF;
    }

    /** Passes over a text and the zero that ends it. */
    private void field() throws CarrierException {
        while (number() != 0) {
            continue;
        }
    }

    private int end() {
        return chunk.end() - 4;
    }

    /** Counts as it flows: 256 MiB hide behind 256 kB. */
    private String inflated() throws CarrierException {
        Inflater inflater = new Inflater();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            inflater.setInput(png, at, end() - at);
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw malformed("holds compressed text that breaks off");
                }
                if (out.size() + count > Carriers.MAX_CREDENTIAL) {
                    throw malformed("inflates beyond 1 MiB");
                }
                out.write(part, 0, count);
            }
        } catch (DataFormatException e) {
            throw malformed("holds compressed text that cannot be inflated");
        } finally {
            inflater.end();
        }
        return Carriers.credential(out.toByteArray(), 0, out.size());
    }

    private CarrierException malformed(String what) {
        return new CarrierException("the PNG's chunk " + chunk.type() + " at byte " + chunk.at() + " " + what);
    }
}
