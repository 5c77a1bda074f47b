package org.laurel.web.console.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.batch.BatchView;
import org.laurel.issuing.batch.RowState;
import org.laurel.issuing.batch.RowView;
import org.laurel.shared.problem.Violation;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/** Says in words what rows ask for, what came of them, and what is wrong where. */
final class RowWords {
    private static final int LONGEST = 80;

    private final Wording words;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    RowWords(BatchView batch, List<AchievementDefinition> badges, Wording words) {
        this.words = words;
        Optional.ofNullable(batch.columns()).stream().flatMap(List::stream).forEach(column -> {
            if (column.field() != null && !column.field().isEmpty()) {
                headers.put(column.field(), column.header());
            }
        });
        for (AchievementDefinition badge : badges) {
            String name = Objects.requireNonNullElse(badge.achievement().name(), badge.id());
            names.put(badge.id(), name);
            String code = badge.achievement().humanCode();
            if (code != null) {
                names.putIfAbsent(code, name);
            }
        }
    }

    ShownRow shown(RowView row) {
        ObjectNode request = row.request();
        String badge = text(request, "achievement");
        String credential = row.credential() == null ? "" : row.credential().url();
        return new ShownRow(
                row.row(),
                Stream.of("recipient/email", "recipient/did", "recipient/identifiers/0/value", "recipient/name")
                        .map(path -> text(request, path))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(words.text(request == null ? "bulk.rowGone" : "bulk.nobody")),
                text(request, "recipient/email").isEmpty() ? "" : text(request, "recipient/name"),
                names.getOrDefault(badge, badge),
                dates(request),
                words.text("bulk.row." + row.state()),
                tone(row.state()),
                credential,
                row.errors().stream().map(fault -> fault(fault, request)).toList());
    }

    private static String tone(RowState state) {
        return switch (state) {
            case AWARDED, VALID -> "good";
            case FAILED -> "bad";
            case SKIPPED, CANCELLED -> "unsure";
            case WAITING -> "";
        };
    }

    private String dates(@Nullable ObjectNode request) {
        String from = day(text(request, "validFrom"));
        String until = day(text(request, "validUntil"));
        if (until.isEmpty()) {
            return from.isEmpty() ? "" : words.text("bulk.from", from);
        }
        return from.isEmpty()
                ? words.text("bulk.until", until)
                : words.text("bulk.fromUntil", from).replace("{1}", until);
    }

    private String day(String time) {
        try {
            return time.isEmpty() ? "" : Moments.day(Instant.parse(time), words);
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    private ShownRow.Fault fault(Violation fault, @Nullable ObjectNode request) {
        String path = fault.pointer().isEmpty() ? "" : fault.pointer().substring(1);
        String field = path.replace('/', '.');
        String where =
                field.isEmpty() ? "" : Optional.ofNullable(headers.get(field)).orElseGet(() -> label(field));
        Optional<String> said = said(fault, field);
        return new ShownRow.Fault(
                where,
                field.isEmpty() ? "" : text(request, path),
                said.orElse(fault.detail()),
                said.isPresent() || words.language().equals(Wording.ENGLISH.language())
                        ? ""
                        : Wording.ENGLISH.language());
    }

    /** What a field is called. */
    String label(String field) {
        String key = "bulk.field." + field;
        String text = words.text(key);
        return text.equals(key) ? field : text;
    }

    /** In our own words, by what is wrong and where; empty when there are none for it. */
    private Optional<String> said(Violation fault, String field) {
        return Stream.of("bulk.fault." + fault.code() + "." + field, "bulk.fault." + fault.code())
                .filter(key -> !words.text(key).equals(key))
                .findFirst()
                .map(words::text);
    }

    private static String text(@Nullable ObjectNode request, String path) {
        JsonNode value = request == null ? null : request.at("/" + path);
        if (value == null || value.isMissingNode() || value.isContainerNode()) {
            return "";
        }
        String text = value.asText();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
