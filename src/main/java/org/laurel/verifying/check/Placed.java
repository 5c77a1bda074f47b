package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value and where it stands.
 *
 * @param json the value
 * @param pointer JSON Pointer to it
 */
record Placed(JsonNode json, String pointer) {

    /** The values of a member that is one value or an array of them; none when it is missing or null. */
    static List<Placed> each(JsonNode member, String pointer) {
        List<Placed> values = new ArrayList<>();
        if (!member.isArray() && !member.isMissingNode() && !member.isNull()) {
            values.add(new Placed(member, pointer));
        }
        for (int i = 0; member.isArray() && i < member.size(); i++) {
            values.add(new Placed(member.get(i), pointer + "/" + i));
        }
        return values;
    }

    /** The one type it has, alone or alone in an array; empty for others. */
    String type() {
        JsonNode type = json.path("type");
        return (type.isArray() && type.size() == 1 ? type.get(0) : type).asText("");
    }
}
