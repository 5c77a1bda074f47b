package org.laurel.issuing.submission;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * What the headers of tus 1.0 say of a file that is to come.
 *
 * @param size {@code Upload-Length}
 * @param values {@code Upload-Metadata}
 */
record UploadHeaders(@Nullable String size, Map<String, String> values) {
    private static final int MOST = 8;

    static UploadHeaders of(@Nullable String size, @Nullable String metadata) {
        Map<String, String> values = new HashMap<>();
        for (String pair : metadata == null || metadata.isBlank() ? new String[0] : metadata.split(",", MOST)) {
            String[] words = pair.strip().split(" ", 2);
            try {
                values.put(
                        words[0].toLowerCase(Locale.ROOT),
                        words.length == 1
                                ? ""
                                : new String(Base64.getDecoder().decode(words[1].strip()), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw ProblemException.of(
                        ProblemType.BAD_PARAMETER, "Upload-Metadata: expected pairs of a name and a value in base64.");
            }
        }
        return new UploadHeaders(size, values);
    }

    /** The same as a request in JSON says. */
    AnnounceRequest request() {
        String name = values.get("filename");
        String type = values.get("filetype");
        return request(
                values.get("part"),
                name == null ? values.get("name") : name,
                size,
                type == null || type.isBlank() ? null : type);
    }

    /** A request from texts; a 422 problem names all that is missing. */
    static AnnounceRequest request(
            @Nullable String part, @Nullable String name, @Nullable String size, @Nullable String type) {
        List<Violation> faults = new ArrayList<>();
        require("/part", part, "Expected the id of the part that the file answers.", faults);
        require("/name", name, "Expected the name of the file.", faults);
        if (part == null || name == null || !faults.isEmpty()) {
            throw ProblemException.of(ProblemType.INVALID, faults);
        }
        long bytes = number("size", size);
        try {
            return new AnnounceRequest(part, name, bytes, type);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.INVALID, List.of(Violation.of(e)));
        }
    }

    private static void require(String pointer, @Nullable String value, String detail, List<Violation> faults) {
        if (value == null || value.isBlank()) {
            faults.add(new Violation(pointer, "required", detail));
        }
    }

    /** A number of bytes; a 400 problem when it is none. */
    static long number(String name, @Nullable String text) {
        if (text == null || !text.matches("\\d{1,15}")) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, name + ": expected a number of bytes.");
        }
        return Long.parseLong(text);
    }
}
