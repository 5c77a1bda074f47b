package org.laurel.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.issuing.template.TemplateAchievement;
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
 * @param research works that it cites, which stand among the alignments
 * @param templateUrl where its template is read as it was filled, which stands there too; null when it has none
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
        List<Reached> results,
        List<Item> alignments,
        List<Item> research,
        @Nullable String templateUrl,
        List<String> tags) {
    /** Types of alignments that stand for what has a place of its own. */
    private static final String RESEARCH = TemplateAchievement.RESEARCH.toString();

    private static final String TEMPLATE = TemplateAchievement.TEMPLATE.toString();

    /** A line of a list: a title, more about it, and a link. */
    record Item(
            String title, @Nullable String text, @Nullable String url) {}

    /**
     * What was reached of what could be.
     *
     * @param title of what is scored
     * @param text the level by its name, else the value
     * @param meaning what the level looks like; null when it does not say
     * @param place which level it is, from the lowest; null when it is none
     * @param scale how many levels there are, or the highest value; null when nothing says
     */
    record Reached(
            String title,
            String text,
            @Nullable String meaning,
            @Nullable Integer place,
            @Nullable String scale) {}

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
                items(
                        achievement.path("alignment"),
                        type -> !Set.of(RESEARCH, TEMPLATE).contains(type),
                        "targetFramework"),
                items(achievement.path("alignment"), RESEARCH::equals, "targetDescription", "targetFramework"),
                items(achievement.path("alignment"), TEMPLATE::equals, "targetFramework").stream()
                        .map(Item::url)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
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

    private static List<Item> items(JsonNode alignments, Predicate<String> type, String... texts) {
        List<Item> items = new ArrayList<>();
        for (JsonNode item : alignments) {
            if (type.test(item.path("targetType").asText())) {
                String link = link(item.path("targetUrl"));
                String title = item.path("targetName").asText(link == null ? "—" : link);
                String more = Stream.of(texts)
                        .map(member -> item.path(member).asText())
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · "));
                items.add(new Item(title, more.isEmpty() ? null : more, link));
            }
        }
        return items;
    }

    /** The level by its name, what that means and where it stands among the levels, else the value within its bounds. */
    private static List<Reached> results(JsonNode results, JsonNode descriptions) {
        List<Reached> reached = new ArrayList<>();
        for (JsonNode result : results) {
            JsonNode described =
                    find(descriptions, result.path("resultDescription").asText());
            JsonNode levels = described.path("rubricCriterionLevel");
            String achieved = result.path("achievedLevel").asText();
            String title = described.path("name").asText("Result");
            JsonNode level = find(levels, achieved);
            if (level.isMissingNode()) {
                String value = result.path("value").asText(result.path("status").asText());
                reached.add(new Reached(title, value, null, null, text(described.path("valueMax"))));
            } else {
                reached.add(new Reached(
                        title,
                        level.path("name").asText(),
                        text(level.path("description")),
                        place(levels, achieved),
                        Integer.toString(levels.size())));
            }
        }
        return reached;
    }

    /** From 1 on. */
    private static int place(JsonNode levels, String id) {
        int place = 1;
        for (JsonNode level : levels) {
            if (level.path("id").asText().equals(id)) {
                return place;
            }
            place++;
        }
        return place;
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
