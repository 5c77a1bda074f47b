package org.laurel.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.shared.json.JsonColumns;
import org.laurel.verifying.report.CredentialReport;

/**
 * What a badge says, read from the signed bytes alone.
 *
 * @param achievementId the id of what was achieved
 * @param name what was achieved
 * @param description a short description
 * @param criteria what had to be done, as safe HTML
 * @param criteriaText the same as it was written, in Markdown
 * @param criteriaUrl a page that says it
 * @param narrative how it was achieved, as safe HTML
 * @param recipient the name that it gives its recipient; null when it gives none in the clear
 * @param awarded when it was awarded; null when it does not say
 * @param caption what its picture shows; empty when its maker said nothing of it
 * @param facts what else it says, by the key of its name
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
        String achievementId,
        String name,
        String description,
        @Nullable RawString criteria,
        String criteriaText,
        @Nullable String criteriaUrl,
        @Nullable RawString narrative,
        @Nullable String recipient,
        @Nullable String awarded,
        String caption,
        List<Item> facts,
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
                achievement.path("id").asText(),
                achievement.path("name").asText(),
                achievement.path("description").asText(),
                markdown(achievement.path("criteria").path("narrative")),
                achievement.path("criteria").path("narrative").asText(),
                link(achievement.path("criteria").path("id")),
                markdown(subject.path("narrative")),
                recipient(badge),
                text(badge.path("awardedDate")),
                caption(achievement, issuer),
                facts(subject, achievement),
                issuer.path("name").asText(issuer.path("id").asText()),
                issuer.path("id").asText(),
                link(issuer.path("url")),
                badge.path("validFrom").asText(),
                text(badge.path("validUntil")),
                evidence(badge.path("evidence")),
                results(subject.path("result"), achievement.path("resultDescription")),
                items(achievement.path("alignment"), "targetName", "targetFramework", "targetUrl"),
                texts(achievement.path("tag")));
    }

    /** The name that it gives in the clear. */
    private static @Nullable String recipient(JsonNode badge) {
        return Optional.ofNullable(CredentialReport.of(new CredentialDocument((ObjectNode) badge))
                        .recipient())
                .map(CredentialReport.Named::name)
                .filter(name -> !name.isBlank())
                .orElse(null);
    }

    private static String caption(JsonNode achievement, JsonNode issuer) {
        JsonNode image = achievement.has("image") ? achievement.path("image") : issuer.path("image");
        return image.path("caption").asText();
    }

    /** In the order in which a reader asks. */
    private static List<Item> facts(JsonNode subject, JsonNode achievement) {
        List<Item> facts = new ArrayList<>();
        JsonNode earned = subject.path("creditsEarned");
        fact(facts, "credits", earned.isNumber() ? earned.decimalValue().toPlainString() : "");
        String start = day(subject.path("activityStartDate"));
        String end = day(subject.path("activityEndDate"));
        fact(facts, "activity", start.equals(end) || end.isEmpty() ? start : (start + " – " + end).strip());
        fact(facts, "term", subject.path("term").asText());
        fact(facts, "role", subject.path("role").asText());
        fact(facts, "license", subject.path("licenseNumber").asText());
        fact(facts, "field", achievement.path("fieldOfStudy").asText());
        fact(facts, "code", achievement.path("humanCode").asText());
        return facts;
    }

    private static void fact(List<Item> facts, String key, String text) {
        if (!text.isBlank()) {
            facts.add(new Item("fact." + key, text, null));
        }
    }

    /** Of a moment its day, as it is written. */
    private static String day(JsonNode node) {
        String text = node.asText();
        return text.length() >= 10 && text.charAt(4) == '-' ? text.substring(0, 10) : text;
    }

    private static List<Item> evidence(JsonNode array) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : array) {
            String link = link(item.path("id"));
            String title = Stream.of(text(item.path("name")), link, text(item.path("narrative")))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("—");
            String more = Stream.of("description", "narrative", "genre", "audience")
                    .map(member -> item.path(member).asText())
                    .filter(text -> !text.isBlank() && !text.equals(title))
                    .collect(Collectors.joining(" · "));
            items.add(new Item(title, more.isEmpty() ? null : more, link));
        }
        return items;
    }

    private static List<Item> items(JsonNode array, String title, String text, String url) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : array) {
            String link = link(item.path(url));
            items.add(new Item(item.path(title).asText(link == null ? "—" : link), text(item.path(text)), link));
        }
        return items;
    }

    /** What was reached of what could be: the level by its name and what that means, else the value within its bounds. */
    private static List<Item> results(JsonNode results, JsonNode descriptions) {
        List<Item> items = new ArrayList<>();
        for (JsonNode result : results) {
            JsonNode described =
                    find(descriptions, result.path("resultDescription").asText());
            JsonNode levels = described.path("rubricCriterionLevel");
            JsonNode level = find(levels, result.path("achievedLevel").asText());
            String reached = level.isMissingNode()
                    ? result.path("value").asText(result.path("status").asText())
                    : level.path("name").asText();
            String means = level.path("description").asText();
            String most = described.path("valueMax").asText();
            String scale = level.isMissingNode()
                    ? most
                    : levels.path(levels.size() - 1).path("name").asText();
            String text = reached
                    + (scale.isEmpty() || scale.equals(reached) ? "" : " / " + scale)
                    + (means.isEmpty() ? "" : " — " + means);
            items.add(new Item(described.path("name").asText("Result"), text, null));
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
