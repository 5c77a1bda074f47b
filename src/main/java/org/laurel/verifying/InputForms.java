package org.laurel.verifying;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.document.carrier.CarriedCredential;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.Carriers;
import org.laurel.document.carrier.PdfCarrier;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.QrCode;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.shared.encoding.CompactJws;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.verifying.check.VerificationInput;

/**
 * Tells what some bytes are, whatever they were declared to be: a picture with a credential inside or a QR code on it,
 * a PDF with a credential inside, a link, JSON, or a JWT. Computes, and belongs on a worker.
 */
public final class InputForms {
    private static final int MAX_TEXT = 1 << 20;
    private static final int MAX_LINK = 8192;
    private static final Pattern URL = Pattern.compile("https?://\\S{1,4000}", Pattern.CASE_INSENSITIVE);
    /** As people copy it from an address bar: a host with a dot, and a path. */
    private static final Pattern BARE_URL =
            Pattern.compile("(?:[a-z0-9-]{1,63}\\.)++[a-z]{2,63}(?::\\d{1,5})?/\\S{0,4000}", Pattern.CASE_INSENSITIVE);

    private static final Pattern AUTHORITY =
            Pattern.compile("(https?://)([^/?#@:]{1,253})(.{0,4000})", Pattern.CASE_INSENSITIVE);

    private static final Pattern DISCLOSURES = Pattern.compile("[A-Za-z0-9_.~-]*+");

    private InputForms() {}

    /**
     * Reads any input.
     *
     * @param bytes as they came: JSON and JWT up to 1 MiB, pictures and PDFs up to 10 MiB
     * @throws ProblemException when it is too large, or a link that is no URL
     */
    public static ReadInput read(byte[] bytes) {
        if (PngCarrier.looksLike(bytes)) {
            return picture("png", bytes);
        }
        if (QrCode.looksLikeJpeg(bytes)) {
            return picture("jpeg", bytes);
        }
        if (SvgCarrier.looksLike(bytes)) {
            return picture("svg", bytes);
        }
        if (isPdf(bytes)) {
            return pdf(bytes);
        }
        if (bytes.length > MAX_TEXT) {
            throw ProblemException.of(ProblemType.TOO_LARGE, "expected at most 1 MiB of JSON or JWT");
        }
        return text(unquoted(bytes));
    }

    /** A JSON text, such as a JWT that was copied with its quotes, without them; anything else as it is. */
    private static byte[] unquoted(byte[] bytes) {
        try {
            JsonNode text = bytes.length > 0 && bytes[0] == '"' ? StrictJson.parse(bytes) : null;
            return text != null && text.isTextual() ? text.textValue().getBytes(StandardCharsets.UTF_8) : bytes;
        } catch (MalformedJsonException e) {
            return bytes; // the parse check says what is wrong with it
        }
    }

    /** The URL that a text is; a problem naming the place otherwise. */
    static URI url(@Nullable String text, String pointer) {
        try {
            URI url = URI.create(ascii(text == null ? "" : text.strip()));
            if (url.isAbsolute() && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw badUrl(pointer);
        }
        throw badUrl(pointer);
    }

    /** With the host as it is asked for (RFC 3490), and the rest in escapes (RFC 3987 §3.1). */
    private static String ascii(String url) {
        Matcher parts = AUTHORITY.matcher(url);
        if (!parts.matches() || isAscii(url)) {
            return url;
        }
        return URI.create(parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3))
                .toASCIIString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** What is in a file; fails with a 413 problem, and reads nothing, when no carrier may be so large. */
    public static byte[] bytes(Path file) {
        try {
            checkSize(Files.size(file));
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what no carrier may be; told before it is read when the length is known. */
    private static void checkSize(long bytes) {
        if (bytes > Carriers.MAX_BYTES) {
            throw ProblemException.of(ProblemType.TOO_LARGE, "expected at most 10 MiB of a picture or PDF");
        }
    }

    private static ReadInput picture(String form, byte[] bytes) {
        checkSize(bytes.length);
        try {
            Optional<CarriedCredential> inside = inside(form, bytes);
            if (inside.isPresent()) {
                return carried(form, inside.get().text(), inside.get().notes());
            }
            Optional<String> code = form.equals("svg") ? Optional.empty() : QrCode.read(bytes);
            return code.map(text -> ofCode(form, text))
                    .orElse(new ReadInput.Unreadable(form, "there is no credential inside the picture"));
        } catch (CarrierException e) {
            return new ReadInput.Unreadable(form, String.valueOf(e.getMessage()));
        }
    }

    /** JSON that talks of PDFs in its first lines is none. */
    private static boolean isPdf(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(64, bytes.length), StandardCharsets.ISO_8859_1);
        return PdfCarrier.looksLike(bytes) && !head.strip().startsWith("{");
    }

    private static ReadInput pdf(byte[] bytes) {
        checkSize(bytes.length);
        try {
            return PdfCarrier.find(bytes)
                    .map(inside -> carried("pdf", inside.text(), inside.notes()))
                    .orElse(new ReadInput.Unreadable("pdf", "there is no credential inside the PDF"));
        } catch (CarrierException e) {
            return new ReadInput.Unreadable("pdf", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<CarriedCredential> inside(String form, byte[] bytes) throws CarrierException {
        return switch (form) {
            case "png" -> PngCarrier.find(bytes);
            case "svg" -> SvgCarrier.find(bytes);
            default -> Optional.empty();
        };
    }

    /** QR codes hold all sorts of things. */
    private static ReadInput ofCode(String form, String text) {
        boolean badge = text.startsWith("{") || isCompact(text.strip());
        ReadInput read = carried(form, text, List.of("it was in a QR code"));
        return badge || read instanceof ReadInput.Link
                ? read
                : new ReadInput.Unreadable(form, "the QR code holds neither a link nor a badge");
    }

    /** A carrier holds a text, never another carrier. */
    private static ReadInput carried(String form, String text, List<String> notes) {
        ReadInput read = text(text.getBytes(StandardCharsets.UTF_8));
        if (read instanceof ReadInput.Link link) {
            return new ReadInput.Link(link.uri(), true);
        }
        return read instanceof ReadInput.Credential found
                ? new ReadInput.Credential(found.input().as(form).noting(notes))
                : read;
    }

    private static ReadInput text(byte[] bytes) {
        if (bytes.length == 0) {
            return new ReadInput.Unreadable("json", "expected a credential or a link, got nothing");
        }
        VerificationInput input = VerificationInput.of(bytes);
        if (input.form().equals("json")) {
            return jsonLink(bytes).<ReadInput>map(ReadInput.Link::new).orElse(new ReadInput.Credential(input));
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.length() <= MAX_LINK && text.indexOf('/') >= 0) {
            if (URL.matcher(text).matches()) {
                return new ReadInput.Link(url(text, ""));
            }
            if (BARE_URL.matcher(text).matches()) {
                return new ReadInput.Link(url("https://" + text, ""));
            }
        }
        String dense = withoutSpace(text); // mail programs break long lines
        if (isCompact(dense)) {
            return new ReadInput.Credential(VerificationInput.of(dense.getBytes(StandardCharsets.UTF_8)));
        }
        return OtherFiles.detail(bytes)
                .<ReadInput>map(detail -> new ReadInput.Unreadable("other", detail))
                .orElse(new ReadInput.Credential(input));
    }

    /** A compact JWS, and what follows one in an SD-JWT. */
    private static boolean isCompact(String text) {
        int tilde = text.indexOf('~');
        return tilde < 0
                ? CompactJws.isOne(text)
                : CompactJws.isOne(text.substring(0, tilde))
                        && DISCLOSURES.matcher(text.substring(tilde)).matches();
    }

    private static String withoutSpace(String text) {
        int i = 0;
        while (i < text.length() && !isSpace(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder dense = new StringBuilder(text.length()).append(text, 0, i);
        for (; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                dense.append(text.charAt(i));
            }
        }
        return dense.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** The link of {@code {"url": "…"}}; empty when it is something else. */
    private static Optional<URI> jsonLink(byte[] body) {
        if (body.length > MAX_LINK) {
            return Optional.empty();
        }
        try {
            JsonNode json = StrictJson.parse(body);
            boolean link = json.isObject() && json.size() == 1 && json.has("url");
            return link ? Optional.of(url(json.path("url").asText(""), "/url")) : Optional.empty();
        } catch (MalformedJsonException e) {
            return Optional.empty(); // the parse check says what is wrong with it
        }
    }

    private static ProblemException badUrl(String pointer) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER, List.of(new Violation(pointer, "url", "expected an absolute https URL")));
    }
}
