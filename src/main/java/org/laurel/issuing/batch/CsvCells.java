package org.laurel.issuing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Puts cells into a request. What does not read as what the field wants stays the text that it is, and the rules of the
 * request say what is wrong with it.
 */
final class CsvCells {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?\\d{1,12},\\d{1,9}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Fields fields;
    private final boolean commas;

    /** With whether a comma may stand before decimals, as where semicolons stand between cells. */
    CsvCells(Fields fields, boolean commas) {
        this.fields = fields;
        this.commas = commas;
    }

    /** Puts one cell where its field is. */
    void put(ObjectNode request, String field, String cell) {
        String[] parts = field.split("\\.");
        JsonNode place = request;
        for (int i = 0; i < parts.length - 1; i++) {
            place = inside(place, parts[i], parts[i + 1].matches("\\d+"));
        }
        ((ObjectNode) place).set(parts[parts.length - 1], value(field, cell));
    }

    private static JsonNode inside(JsonNode place, String part, boolean list) {
        if (place instanceof ArrayNode array) {
            int index = Integer.parseInt(part);
            while (array.size() <= index) {
                array.addObject();
            }
            return array.get(index);
        }
        return list ? ((ObjectNode) place).withArrayProperty(part) : ((ObjectNode) place).withObjectProperty(part);
    }

    private JsonNode value(String field, String cell) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (fields.kind(field)) {
            case NUMBER -> number(cell);
            case BOOLEAN ->
                switch (cell.toLowerCase(Locale.ROOT)) {
                    case "true", "1" -> BooleanNode.TRUE;
                    case "false", "0" -> BooleanNode.FALSE;
                    default -> nodes.textNode(cell);
                };
            case TIME -> nodes.textNode(DATE.matcher(cell).matches() ? cell + time(field) : cell);
            case TEXT -> nodes.textNode(bare(cell));
        };
    }

    /** Our own file of results writes an apostrophe before what a spreadsheet would take for a formula. */
    private static String bare(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private JsonNode number(String cell) {
        if (NUMBER.matcher(cell).matches()) {
            return DecimalNode.valueOf(new BigDecimal(cell));
        }
        return commas && WITH_COMMA.matcher(cell).matches()
                ? DecimalNode.valueOf(new BigDecimal(cell.replace(',', '.')))
                : JsonNodeFactory.instance.textNode(cell);
    }

    /** A date alone is the whole day, in UTC. */
    private static String time(String field) {
        return field.equals("validUntil") || field.equals("activityEndDate") ? "T23:59:59Z" : "T00:00:00Z";
    }
}
