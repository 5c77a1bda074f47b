package org.laurel.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.JsonColumns;

/**
 * What a badge says, read from the signed bytes alone.
 *
 * @param name what was achieved
 * @param description a short description
 * @param criteria what had to be done, as safe HTML
 * @param criteriaText the same as it was written, in Markdown
 * @param criteriaUrl a page that says it
 * @param narrative how it was achieved, as safe HTML
 * @param issuer the issuer's name
 * @param issuerId its DID
 * @param issuerUrl its home page
 * @param validFrom from when on it is valid
 * @param validUntil until when
 * @param evidence what shows it
 * @param results results reached
 * @param alignments links to frameworks
 * @param tags words to find it by
 */
record SharedBadge(
        String name,
        String description,
        @Nullable RawString criteria,
        String criteriaText,
        @Nullable String criteriaUrl,
        @Nullable RawString narrative,
        String issuer,
        String issuerId,
        @Nullable String issuerUrl,
        String validFrom,
        @Nullable String validUntil,
        List<Item> evidence,
        List<Item> results,
        List<Item> alignments,
        List<String> tags) {

    /** A line of a list: a title, more about it, and a link. */
    record Item(
            String title, @Nullable String text, @Nullable String url) {}

    static SharedBadge of(byte[] signedJson) {
        JsonNode badge = JsonColumns.parse(new String(signedJson, java.nio.charset.StandardCharsets.UTF_8));
        JsonNode subject = badge.path("credentialSubject");
        JsonNode achievement = subject.path("achievement");
        JsonNode issuer = badge.path("issuer");
        return new SharedBadge(
                achievement.path("name").asText(),
                achievement.path("description").asText(),
                markdown(achievement.path("criteria").path("narrative")),
                achievement.path("criteria").path("narrative").asText(),
                link(achievement.path("criteria").path("id")),
                markdown(subject.path("narrative")),
                issuer.path("name").asText(issuer.path("id").asText()),
                issuer.path("id").asText(),
                link(issuer.path("url")),
                badge.path("validFrom").asText(),
                text(badge.path("validUntil")),
                items(badge.path("evidence"), "name", "description", "id"),
                results(subject.path("result"), achievement.path("resultDescription")),
                items(achievement.path("alignment"), "targetName", "targetFramework", "targetUrl"),
                texts(achievement.path("tag")));
    }

    private static List<Item> items(JsonNode array, String title, String text, String url) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : array) {
            String name = text(item.path(title));
            String link = link(item.path(url));
            String shown = name != null ? name : link != null ? link : text(item.path("narrative"));
            items.add(new Item(shown == null ? "—" : shown, text(item.path(text)), link));
        }
        return items;
    }

    private static List<Item> results(JsonNode results, JsonNode descriptions) {
        List<Item> items = new ArrayList<>();
        for (JsonNode result : results) {
            JsonNode described =
                    find(descriptions, result.path("resultDescription").asText());
            JsonNode level = find(
                    described.path("rubricCriterionLevel"),
                    result.path("achievedLevel").asText());
            String reached = level.isMissingNode()
                    ? result.path("value").asText(result.path("status").asText())
                    : level.path("name").asText();
            items.add(new Item(described.path("name").asText("Result"), reached, null));
        }
        return items;
    }

    private static JsonNode find(JsonNode array, String id) {
        for (JsonNode item : array) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        return array.path("none");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static @Nullable RawString markdown(JsonNode node) {
        return node.isTextual() ? Markdown.html(node.textValue()) : null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }

    /** Only web addresses become links. */
    private static @Nullable String link(JsonNode node) {
        return link(text(node));
    }

    /** The same of a text. */
    static @Nullable String link(@Nullable String text) {
        return text != null && (text.startsWith("https://") || text.startsWith("http://")) ? text : null;
    }
}
