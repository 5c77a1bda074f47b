package org.laurel.verifying;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names what people send by mistake, from its first bytes, so that they are told what to send instead. */
final class OtherFiles {
    private static final int HEAD = 512;
    private static final Pattern PAGE = Pattern.compile(
            "\\A(?:\\uFEFF|\\s|<!--.{0,300}?-->|<\\?xml.{0,200}?\\?>)*+<(?:!doctype\\s+html|html|head|body)\\b.*",
            Pattern.DOTALL);

    /** By what stands at the beginning, in ISO 8859-1. */
    private static final Map<Pattern, String> PICTURES = new LinkedHashMap<>();

    static {
        PICTURES.put(Pattern.compile("GIF8[79]a.*", Pattern.DOTALL), "GIF");
        PICTURES.put(Pattern.compile("RIFF.{4}WEBP.*", Pattern.DOTALL), "WebP");
        PICTURES.put(Pattern.compile(".{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1).*", Pattern.DOTALL), "HEIC");
        PICTURES.put(Pattern.compile(".{4}ftypavi[fs].*", Pattern.DOTALL), "AVIF");
        PICTURES.put(Pattern.compile("BM.{4}\\x00{4}.*", Pattern.DOTALL), "BMP");
        PICTURES.put(Pattern.compile("(?:II\\*\\x00|MM\\x00\\*).*", Pattern.DOTALL), "TIFF");
    }

    private OtherFiles() {}

    /** A sentence on what these bytes are; empty when they may be a credential. */
    static Optional<String> detail(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("\u001f\u008b")) {
            return Optional.of("this is an archive of files: choose one badge, or send the archive to /verify/batch");
        }
        if (PAGE.matcher(head.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of(
                    "this is a web page that names no credential: send the link or the file of the badge itself");
        }
        return PICTURES.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(head).matches())
                .map(kind -> "this is a picture of the kind " + kind.getValue()
                        + ": badges are baked into PNG and SVG, and QR codes are read from PNG and JPEG")
                .findFirst();
    }
}
