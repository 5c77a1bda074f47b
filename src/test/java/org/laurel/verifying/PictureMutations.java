package org.laurel.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.laurel.verifying.Mutation.bytes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;

/** Pictures with a sound badge inside and one fault, either in the picture or in the badge. */
final class PictureMutations {
    private final Map<String, byte[]> all = new LinkedHashMap<>();
    private final String badge = Mutation.badge().toString();

    /** Every one by name. */
    static Map<String, byte[]> all() {
        PictureMutations made = new PictureMutations();
        try {
            made.png();
            made.svg();
        } catch (CarrierException e) {
            throw new IllegalStateException(e);
        }
        made.codes();
        return made.all;
    }

    private void png() throws CarrierException {
        byte[] baked = PngCarrier.bake(Pictures.png(), badge);
        for (int i = 0; i < baked.length; i += Math.max(1, baked.length / 29)) {
            byte[] changed = baked.clone();
            changed[i] ^= 1;
            all.put("png byte " + i, changed);
        }
        for (int part = 1; part < 8; part++) {
            all.put("png cut at " + part + "/8", Arrays.copyOf(baked, baked.length * part / 8));
        }
        byte[] plain = Pictures.png();
        String changed = badge.replace("Laurel of", "Laurels of");
        all.put("png with a changed badge", PngCarrier.bake(plain, changed));
        all.put("png with an empty text", chunk("iTXt", "openbadgecredential", "\0\0\0\0", new byte[0]));
        all.put("png with nothing", plain);
        all.put("png with another keyword", chunk("iTXt", "comment", "\0\0\0\0", badge.getBytes(UTF_8)));
        all.put("png that says compressed", chunk("iTXt", "openbadgecredential", "\1\0\0\0", badge.getBytes(UTF_8)));
        all.put(
                "png of an unknown compression",
                chunk("iTXt", "openbadgecredential", "\1\7\0\0", Pictures.deflated(bytes(badge))));
        all.put(
                "png with a changed compressed badge",
                chunk("iTXt", "openbadgecredential", "\1\0\0\0", Pictures.deflated(bytes(changed))));
        all.put("png in the wrong chunk", chunk("tEXt", "openbadgecredential", "", badge.getBytes(UTF_8)));
        all.put("png without separators", chunk("iTXt", "openbadgecredential", "", new byte[0]));
        all.put("png with another's text first", chunk("iTXt", "openbadgecredential", "\0\0\0\0", bytes("{}")));
        all.put(
                "png with broken UTF-8",
                chunk("iTXt", "openbadgecredential", "\0\0\0\0", new byte[] {'{', (byte) 0xff, '}'}));
    }

    private void svg() throws CarrierException {
        String baked = new String(SvgCarrier.bake(Pictures.SVG.getBytes(UTF_8), badge), UTF_8);
        for (int part = 1; part < 8; part++) {
            all.put("svg cut at " + part + "/8", bytes(baked.substring(0, baked.length() * part / 8)));
        }
        all.put("svg with a changed badge", bytes(baked.replace("Laurel of", "Laurels of")));
        all.put("svg with a doctype", bytes(baked.replace("?>", "?><!DOCTYPE svg [<!ENTITY x \"y\">]>")));
        all.put(
                "svg with another namespace",
                bytes(baked.replace("https://purl.imsglobal.org/ob/v3p0", "https://flip.example/")));
        all.put("svg with another element", bytes(baked.replace("openbadges:credential", "openbadges:honours")));
        all.put("svg with what looks like a reference", bytes(baked.replace("Laurel of", "&honours; of")));
        all.put("svg with an open tag", bytes(baked.replace("</svg>", "")));
        all.put("svg with two roots", bytes(baked + "<svg/>"));
        all.put("svg with nothing", bytes(Pictures.SVG));
        all.put("svg with an empty element", bytes(baked.replace(badge, "")));
        all.put("svg with a link nowhere", bytes(baked.replace(badge, "https://away.example/c/1")));
    }

    private void codes() {
        all.put("code with a link nowhere", Pictures.qr("https://away.example/c/1", "png"));
        all.put("code with a text", Pictures.qr("a laurel", "png"));
        all.put("code with a text, jpeg", Pictures.qr("a laurel", "jpeg"));
        byte[] jpeg = Pictures.qr("https://away.example/c/1", "jpeg");
        all.put("jpeg with a link nowhere", jpeg);
        all.put("jpeg cut", Arrays.copyOf(jpeg, 100));
    }

    private static byte[] chunk(String type, String keyword, String between, byte[] text) {
        return Pictures.with(Pictures.png(), type, Pictures.text(keyword, between, text));
    }
}
