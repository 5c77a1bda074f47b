package org.laurel.document.carrier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A PNG with a credential in a text chunk (OB 3.0 §5.3.1). No pixel is decoded to find it. */
public final class PngCarrier {
    private static final String KEYWORD = "openbadgecredential";
    private static final Set<String> KEYWORDS = Set.of(KEYWORD, "clrcredential", "openbadges");
    private static final Set<String> READ = Set.of("iTXt", "zTXt");
    private static final Set<String> TEXTS = Set.of("iTXt", "zTXt", "tEXt");
    private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngCarrier() {}

    /** Whether the bytes begin as a PNG does. */
    public static boolean looksLike(byte[] bytes) {
        return PngChunk.isPng(bytes);
    }

    /**
     * The credential in the first chunk that holds one; a later one is told in a note.
     *
     * @param png the picture, at most 10 MiB
     * @return what is inside; empty when nothing is
     * @throws CarrierException when this is no sound PNG, or its chunk cannot be read
     */
    public static Optional<CarriedCredential> find(byte[] png) throws CarrierException {
        List<PngChunk> found = new ArrayList<>();
        for (PngChunk chunk : PngChunk.of(png)) {
            if (READ.contains(chunk.type()) && KEYWORDS.contains(PngText.keyword(png, chunk))) {
                found.add(chunk);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        PngChunk first = found.get(0);
        boolean compressed = PngText.isCompressed(png, first);
        List<String> notes = new ArrayList<>();
        notes.add("it was inside a PNG");
        if (compressed) {
            notes.add("it was compressed there, which OB 3.0 does not allow");
        }
        String older = Carriers.noteOf(PngText.keyword(png, first));
        if (!older.isEmpty()) {
            notes.add(older);
        }
        if (found.size() > 1) {
            notes.add("the PNG holds " + found.size() + Carriers.SEVERAL);
        }
        return Optional.of(new CarriedCredential(PngText.read(png, first), "png", compressed, notes));
    }

    /**
     * Puts a credential in, in the place of one that is there, else before IEND; every other byte stays. One of an older
     * version stays behind it, as the first one counts.
     *
     * @param png the picture
     * @param credential a compact JWS or JSON
     */
    public static byte[] bake(byte[] png, String credential) throws CarrierException {
        byte[] head = (KEYWORD + "\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(head);
        text.writeBytes(credential.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream baked = new ByteArrayOutputStream(png.length + text.size() + 12);
        baked.writeBytes(PngChunk.signature());
        boolean written = false;
        for (PngChunk chunk : PngChunk.of(png)) {
            String keyword = TEXTS.contains(chunk.type()) ? PngText.keyword(png, chunk) : "";
            if (!written && (KEYWORDS.contains(keyword) || chunk.type().equals("IEND"))) {
                baked.writeBytes(PngChunk.framed("iTXt", text.toByteArray()));
                written = true;
            }
            if (!keyword.equals(KEYWORD)) {
                baked.write(png, chunk.at(), chunk.end() - chunk.at());
            }
        }
        return baked.toByteArray();
    }

    /** The picture with nothing but what is drawn: no decoder then unfolds a stranger's profile or text. */
    static byte[] drawn(byte[] png) throws CarrierException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream(png.length);
        drawn.writeBytes(PngChunk.signature());
        for (PngChunk chunk : PngChunk.of(png)) {
            if (DRAWN.contains(chunk.type())) {
                drawn.write(png, chunk.at(), chunk.end() - chunk.at());
            }
        }
        return drawn.toByteArray();
    }
}
