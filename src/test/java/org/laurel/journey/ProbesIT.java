package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever an issuer writes into any field that the API document has, no page does anything but show it. */
@Tag("browser")
class ProbesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PLANTED =
            Set.of("IssuerRequest", "AchievementRequest", "TemplateRequest", "AwardRequest");
    /** Requests whose texts no page shows; a new kind of request is decided about here. */
    private static final Set<String> NOT_SHOWN = Set.of(
            "AccountRequest",
            "AdmissionRequest",
            "AnnounceRequest", // names of files are shown on no page
            "AppealRequest",
            "CalibrationItemRequest",
            "EarningTerms",
            "ChangeRequest",
            "CheckRequest",
            "AwardBatchRequest",
            "ClientRequest",
            "ErasureRequest",
            "InvitationRequest",
            "KeyRequest",
            "MergeRequest",
            "PasskeyNameRequest",
            "PasskeyRequest",
            "PasskeySignInRequest",
            "PublicationRequest",
            "BadgePageRequest", // its page is tried by HoldingTest
            "CorrectionRequest",
            "EvidenceAccessRequest",
            "HoldRequest", // why somebody is held is shown on no page
            "ReasonRequest",
            "RecognitionRequest",
            "RecognitionWithdrawalRequest",
            "RenewalRequest",
            "RevokeAwardRequest",
            "RevokeManyRequest",
            "ShareLinkRequest",
            "RetireRequest",
            "SignInRequest",
            "TakeBackRequest",
            "WebhookRequest",
            "WelcomeRequest",
            "AchievementReviewRequest",
            "ApplicationContent",
            "AssessmentDecisionRequest",
            "ConflictRequest",
            "DecisionRequest",
            "EndorsementRequest",
            "MessageRequest",
            "ReviewRequest",
            "RevocationRequest",
            "ScoresRequest",
            "StartRequest",
            "SubmissionContent",
            "ScreeningRubric",
            "WithdrawalRequest");

    private static final int LEAST_PLANTED = 100;
    private static final int LEAST_ACCEPTED = 60;

    @Test
    void no_probe_in_any_field_does_anything_on_any_page() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of());
                Chromium chromium = Chromium.start()) {
            JsonNode document = JSON.readTree(
                    laurel.get(laurel.origin() + "/openapi", "application/json").body());
            assertEveryRequestIsDecidedAbout(document);
            Set<String> seen = new TreeSet<>();
            for (boolean linksFirst : new boolean[] {false, true}) {
                Planter planter = new Planter(document, linksFirst);
                Planted planted = planted(laurel, planter, linksFirst ? "links" : "texts");
                System.out.println("Probes: " + planter.planted() + " fields planted, " + planter.accepted()
                        + " accepted, refused: " + planter.refused());
                assertThat(planter.planted()).isGreaterThan(LEAST_PLANTED);
                assertThat(planter.accepted()).isGreaterThan(LEAST_ACCEPTED);
                for (boolean guarded : new boolean[] {true, false}) {
                    try (Watch watch = new Watch(chromium.browser(), laurel.origin(), guarded)) {
                        visited(watch, laurel.origin(), planted);
                        pasted(watch, laurel, planted);
                        archived(watch, laurel, planted);
                        seen.addAll(watch.seen());
                    }
                }
            }
            System.out.println("Probes: " + seen.size() + " of them were read on pages");
            assertThat(seen).hasSizeGreaterThan(20);
        }
    }

    @Test
    void a_page_that_lets_a_probe_in_is_found_out() {
        try (Chromium chromium = Chromium.start();
                Watch watch = new Watch(chromium.browser(), "http://localhost", false)) {
            watch.page().setContent("<p>" + Probe.text(1234) + "</p>");
            assertThatThrownBy(() -> watch.look("naive")).hasMessageContaining("onerror on <img");
            assertThatThrownBy(() -> watch.untouched("naive")).hasMessageContaining("ran: [1234]");
        }
        try (Chromium chromium = Chromium.start();
                Watch watch = new Watch(chromium.browser(), "http://localhost", false)) {
            watch.page()
                    .setContent("<p>" + Probe.literal(1234).replace("<", "&lt;").replace("{{1330+7}}", "1337"));
            assertThatThrownBy(() -> watch.look("templated")).hasMessageContaining("1330+7");
            watch.page().setContent("<a href='https://probe.example/' rel='nofollow'>");
            assertThatThrownBy(() -> watch.look("unmarked")).hasMessageContaining("rel=nofollow");
        }
    }

    /** Where the probes are. */
    private record Planted(String issuer, String achievement, String templated, String award, String url) {}

    private static void assertEveryRequestIsDecidedAbout(JsonNode document) {
        Set<String> requests = new TreeSet<>();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
                schema.findValuesAsText("$ref").forEach(one -> requests.add(one.replaceAll(".*/", "")));
            }
        }
        Set<String> decided = new TreeSet<>(PLANTED);
        decided.addAll(NOT_SHOWN);
        assertThat(decided).containsAll(requests);
        assertThat(requests).containsAll(PLANTED);
    }

    private static Planted planted(RunningLaurel laurel, Planter planter, String slug) throws Exception {
        planter.plant(
                "IssuerRequest",
                Map.of("/slug", TextNode.valueOf(slug), "/kind", TextNode.valueOf("issuer")),
                body -> laurel.post("/api/v1/issuers", body, null));
        JsonNode achievement = planter.plant(
                "AchievementRequest", Map.of("/directAward", BooleanNode.TRUE), body -> published(laurel, slug, body));
        JsonNode templated = planter.plant(
                "TemplateRequest", Map.of("/directAward", BooleanNode.TRUE), body -> published(laurel, slug, body));
        Map<String, JsonNode> fixed = new HashMap<>();
        fixed.put("/achievement", achievement.path("id"));
        Map.of(
                        "/results/0/resultDescription", "id",
                        "/results/0/achievedLevel", "rubricCriterionLevel/0/id",
                        "/results/0/value", "allowedValue/0")
                .forEach((pointer, source) -> {
                    JsonNode value = achievement.at("/achievement/resultDescription/0/" + source);
                    if (value.isTextual()) {
                        fixed.put(pointer, value); // what a result says must be what was described
                    }
                });
        JsonNode award = planter.plant(
                "AwardRequest", fixed, body -> laurel.post("/api/v1/issuers/" + slug + "/awards", body, null));
        return new Planted(
                slug,
                achievement.path("id").asText(),
                templated.path("id").asText(),
                award.path("id").asText(),
                award.path("credential").path("url").asText());
    }

    private static HttpResponse<String> published(RunningLaurel laurel, String slug, String body) throws Exception {
        HttpResponse<String> draft = laurel.post("/api/v1/issuers/" + slug + "/achievements", body, null);
        if (draft.statusCode() >= 300) {
            return draft;
        }
        String id = JSON.readTree(draft.body()).path("id").asText();
        return laurel.post("/api/v1/achievements/" + id + "/publish", "", null);
    }

    /** Every page that has an address. */
    private static void visited(Watch watch, String origin, Planted planted) {
        String probe = URLEncoder.encode(Probe.text(9999), StandardCharsets.UTF_8);
        for (String address : List.of(
                planted.url(),
                planted.url() + "/embed",
                origin + "/achievements/" + planted.achievement(),
                origin + "/achievements/" + planted.templated(),
                origin + "/catalogue",
                origin + "/catalogue?q=" + probe + "&subject=" + probe + "&issuer=" + probe,
                origin + "/statistics",
                origin + "/issuers/" + planted.issuer(),
                origin + "/verify?url=" + planted.url(),
                origin + "/verify?url=" + planted.url() + ".jwt",
                origin + "/verify?url=" + probe + "&recipient=" + probe + "&challenge=" + probe + "&domain=" + probe,
                origin + "/verify?url=" + planted.url() + "&recipient=" + probe)) {
            watch.page().navigate(address);
            watch.look(address);
        }
        for (String suffix : List.of(".json", ".jwt", ".svg", ".png")) {
            watch.page().navigate(planted.url() + suffix);
            watch.untouched(suffix);
        }
    }

    /** What is handed to the verifier and taken apart: each form, and a stranger's badge whose every text is a probe. */
    private static void pasted(Watch watch, RunningLaurel laurel, Planted planted) throws Exception {
        String json = laurel.get(planted.url() + ".json", "*/*").body();
        String jwt = laurel.get(planted.url() + ".jwt", "*/*").body();
        String strangers = strangers(JSON.readTree(json), new int[] {9000}).toString();
        for (String text : List.of(json, jwt, strangers, Probe.text(9998))) {
            for (String path : List.of("/verify", "/take-apart")) {
                watch.page().navigate(laurel.origin() + path);
                watch.page().fill("#badge", text);
                submitted(watch, path + " of " + text.substring(0, 20));
            }
        }
        for (String suffix : List.of(".png", ".svg", ".pdf")) {
            Path file = Files.createDirectories(Path.of("target", "pages")).resolve("probes" + suffix);
            try (InputStream bytes = URI.create(planted.url() + suffix).toURL().openStream()) {
                Files.write(file, bytes.readAllBytes());
            }
            for (String path : List.of("/verify", "/take-apart")) {
                watch.page().navigate(laurel.origin() + path);
                watch.page().setInputFiles("#file", file);
                submitted(watch, path + suffix);
            }
        }
        watch.page().navigate(laurel.origin() + "/verify/receipt");
        watch.page()
                .fill("#receipt", laurel.post("/verify?receipt=true", jwt, null).body());
        submitted(watch, "receipt");
    }

    /** The pages of the archive, as a file server would give them: with no policy but what stands in them. */
    private static void archived(Watch watch, RunningLaurel laurel, Planted planted) throws Exception {
        URLConnection archive = URI.create(
                        laurel.origin() + "/api/v1/issuers/" + planted.issuer() + "/archive?forms=svg")
                .toURL()
                .openConnection();
        archive.setRequestProperty("Authorization", "Bearer " + laurel.adminToken());
        Map<String, String> pages = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(archive.getInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".html")) {
                    pages.put(
                            laurel.origin() + "/archived/" + entry.getName(),
                            new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(pages).hasSizeGreaterThan(2);
        watch.page()
                .route(
                        pages::containsKey,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setBody(pages.get(route.request().url()))));
        for (String address : pages.keySet()) {
            watch.page().navigate(address);
            watch.look(address);
        }
    }

    private static void submitted(Watch watch, String name) {
        Page page = watch.page();
        Forms.send(page, page.locator("form.verify button").last());
        watch.look(name);
    }

    /** The same badge with a probe for every text but those that say what it is. */
    private static JsonNode strangers(JsonNode node, int[] number) {
        if (node instanceof ObjectNode object) {
            ObjectNode changed = JSON.createObjectNode();
            object.properties().forEach(member -> {
                boolean kept = Set.of("@context", "type").contains(member.getKey());
                changed.set(member.getKey(), kept ? member.getValue() : strangers(member.getValue(), number));
            });
            return changed;
        }
        if (node.isArray()) {
            return JSON.createArrayNode().add(strangers(node.path(0), number));
        }
        return node.isTextual() ? TextNode.valueOf(Probe.text(number[0]++)) : node;
    }
}
