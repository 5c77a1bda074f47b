package org.laurel.web.console.batch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.laurel.issuing.batch.BatchView;

/**
 * What a form says of how rows are to be read anew, as parameters of the API.
 *
 * @param batch as it is
 * @param form the values of its fields; {@code column-0} says what the first column is for
 */
record ToldAnew(BatchView batch, Map<String, List<String>> form) {

    /** The values of a parameter. */
    List<String> all(String name) {
        return name.equals("column") ? columns() : form.getOrDefault(name, List.of());
    }

    /** Of a column whose choice is empty nothing is said. */
    private List<String> columns() {
        List<BatchView.ColumnView> columns =
                Objects.requireNonNullElse(batch.columns(), List.<BatchView.ColumnView>of());
        return IntStream.range(0, columns.size())
                .filter(i -> !chosen(i).isEmpty() && !columns.get(i).header().isEmpty())
                .mapToObj(
                        i -> columns.get(i).header() + "=" + (chosen(i).equals(ShownColumn.LEFT_OUT) ? "" : chosen(i)))
                .toList();
    }

    private String chosen(int column) {
        return form.getOrDefault("column-" + column, List.of()).stream()
                .findFirst()
                .orElse("");
    }
}
