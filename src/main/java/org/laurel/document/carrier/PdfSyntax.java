package org.laurel.document.carrier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the objects of a PDF (ISO 32000-2 §7.2 and §7.3) from a window of bytes, each byte once. What is malformed ends
 * where the window does; nothing is repaired.
 */
final class PdfSyntax {
    private static final int DEEPEST = 32;
    private static final int MOST_DIGITS = 15;

    private final byte[] bytes;
    private final int end;
    private int at;

    /**
     * A window.
     *
     * @param bytes of a file or of an object stream
     * @param from where to begin
     * @param length of the window, cut at the end of the bytes
     */
    PdfSyntax(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = Math.min(Math.max(from, 0), bytes.length);
        this.end = (int) Math.min(bytes.length, (long) at + length);
    }

    /** The next object. */
    PdfValue value() throws CarrierException {
        PdfValue value = value(0);
        return value == null ? PdfValue.OTHER : value;
    }

    /** Whether a byte is white space (§7.2.3). */
    static boolean isSpace(int sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t' || sign == '\f' || sign == 0;
    }

    /** The next object; null at the end of what is around it. */
    private @Nullable PdfValue value(int depth) throws CarrierException {
        if (depth > DEEPEST) {
            throw new CarrierException("the PDF's objects are more than " + DEEPEST + " deep");
        }
        skipSpace();
        if (at >= end) {
            return null;
        }
        int sign = bytes[at];
        switch (sign) {
            case '/':
                at++;
                return new PdfValue.Name(name());
            case '(':
                return new PdfValue.Text(literal());
            case '[':
                at++;
                return new PdfValue.Sequence(members(depth));
            case '<':
                return isAt('<', 1) ? dictionary(depth) : new PdfValue.Text(hexadecimal());
            case ']', ')', '}', '{':
                at++;
                return null;
            case '>':
                at += isAt('>', 1) ? 2 : 1;
                return null;
            default:
                return word();
        }
    }

    private List<PdfValue> members(int depth) throws CarrierException {
        List<PdfValue> members = new ArrayList<>();
        for (PdfValue value = value(depth + 1); value != null; value = value(depth + 1)) {
            members.add(value);
        }
        return members;
    }

    private PdfValue dictionary(int depth) throws CarrierException {
        at += 2;
        Map<String, PdfValue> entries = new HashMap<>();
        for (PdfValue key = value(depth + 1); key != null; key = value(depth + 1)) {
            if (key instanceof PdfValue.Name name) {
                PdfValue value = value(depth + 1);
                if (value == null) {
                    break;
                }
                entries.put(name.text(), value);
            }
        }
        return new PdfValue.Dictionary(entries, at);
    }

    /** A number, a reference, or something that is not told apart. */
    private PdfValue word() {
        int from = at;
        while (at < end && !isSpace(bytes[at]) && !isDelimiter(bytes[at])) {
            at++;
        }
        long number = number(from, at);
        if (number < 0) {
            return PdfValue.OTHER;
        }
        int after = at;
        if (number <= Integer.MAX_VALUE && isReference()) {
            return new PdfValue.Reference((int) number);
        }
        at = after;
        return new PdfValue.Whole(number);
    }

    /** Whether a generation and an R follow, which are then passed. */
    private boolean isReference() {
        int from = passed(at);
        int to = from;
        while (to < end && isDigit(bytes[to]) && to - from < 6) {
            to++;
        }
        int mark = passed(to);
        if (to == from || mark == to || mark >= end || bytes[mark] != 'R') {
            return false;
        }
        at = mark + 1;
        return at >= end || isSpace(bytes[at]) || isDelimiter(bytes[at]);
    }

    /** The number between two places; -1 when it is none, or negative, which nothing that is looked for is. */
    private long number(int from, int to) {
        int dot = from;
        while (dot < to && bytes[dot] != '.') {
            dot++;
        }
        if (dot == from || dot - from > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < dot; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (at < end && !isSpace(bytes[at]) && !isDelimiter(bytes[at])) {
            int sign = bytes[at] & 0xFF;
            if (sign == '#' && digit(at + 1) >= 0 && digit(at + 2) >= 0) {
                sign = digit(at + 1) << 4 | digit(at + 2);
                at += 2;
            }
            name.append((char) sign);
            at++;
        }
        return name.toString();
    }

    private String literal() {
        StringBuilder text = new StringBuilder();
        int open = 1;
        at++;
        while (at < end) {
            int sign = bytes[at++] & 0xFF;
            if (sign == '\\') {
                escape(text);
                continue;
            }
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (open == 0) {
                break;
            }
            text.append((char) sign);
        }
        return text.toString();
    }

    private void escape(StringBuilder text) {
        int octal = 0;
        int digits = 0;
        while (digits < 3 && at < end && bytes[at] >= '0' && bytes[at] <= '7') {
            octal = octal << 3 | bytes[at++] - '0';
            digits++;
        }
        if (digits > 0) {
            text.append((char) (octal & 0xFF));
        } else if (at < end) {
            char sign = (char) (bytes[at++] & 0xFF);
            int known = "nrtbf".indexOf(sign);
            if (sign != '\n' && sign != '\r') {
                text.append(known < 0 ? sign : "\n\r\t\b\f".charAt(known));
            }
        }
    }

    private String hexadecimal() {
        at++;
        int from = at;
        while (at < end && bytes[at] != '>') {
            at++;
        }
        byte[] text = PdfFilters.hexadecimal(bytes, from, at);
        at++;
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private void skipSpace() {
        at = passed(at);
    }

    /** Where white space and comments that begin at a place have ended. */
    private int passed(int from) {
        int to = from;
        while (to < end && (isSpace(bytes[to]) || bytes[to] == '%')) {
            if (bytes[to] == '%') {
                while (to < end && bytes[to] != '\n' && bytes[to] != '\r') {
                    to++;
                }
            } else {
                to++;
            }
        }
        return to;
    }

    private boolean isAt(char sign, int offset) {
        return at + offset < end && bytes[at + offset] == sign;
    }

    private int digit(int index) {
        return index < end ? Character.digit(bytes[index], 16) : -1;
    }

    private static boolean isDigit(int sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isDelimiter(int sign) {
        return "()<>[]{}/%".indexOf(sign) >= 0;
    }
}
