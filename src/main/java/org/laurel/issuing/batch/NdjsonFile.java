package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.problem.Violation;

/** A JSON object a line: the body of a single award. Empty lines are left out. */
final class NdjsonFile implements RowFile {
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private int row;

    /** With a stream that is buffered. */
    NdjsonFile(InputStream in) {
        this.in = in;
    }

    @Override
    public Columns columns() {
        return Columns.NONE;
    }

    @Override
    public Optional<SubmittedRow> next() throws UnreadableFileException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        try {
            while (true) {
                row++;
                boolean more = line(line);
                byte[] bytes = line.toByteArray();
                if (!new String(bytes, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
                    return Optional.of(submitted(bytes));
                }
                if (!more) {
                    return Optional.empty();
                }
                line.reset();
            }
        } catch (IOException e) {
            throw RowFiles.broken(e);
        }
    }

    /** False at the end of the file. */
    private boolean line(ByteArrayOutputStream into) throws IOException, UnreadableFileException {
        int b = in.read();
        while (b >= 0 && b != '\n') {
            into.write(b);
            if (into.size() > LONGEST) {
                throw UnreadableFileException.atRow(row, "row-too-long", "expected at most 1 MiB, got more");
            }
            b = in.read();
        }
        return b >= 0;
    }

    private SubmittedRow submitted(byte[] line) {
        try {
            JsonNode json = StrictJson.parse(line);
            if (json instanceof ObjectNode object) {
                return new SubmittedRow(row, object, null);
            }
            return unread("Expected a JSON object, got another value.");
        } catch (MalformedJsonException e) {
            return unread("The line is no JSON: " + e.getMessage() + ".");
        }
    }

    private SubmittedRow unread(String detail) {
        return new SubmittedRow(row, JsonNodeFactory.instance.objectNode(), new Violation("", "malformed", detail));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
