package org.laurel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.Interop;
import org.laurel.fixture.ServiceTest;

/** What pages tell search engines keeps schema.org's own vocabulary, as the locked schema-dts has it. */
@ServiceTest
class SchemaOrgTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void each_term_of_a_page_stands_in_its_domain() throws Exception {
        ObjectNode pages = pages();
        assertThat(pages.at("/share/educationalAlignment/0").fieldNames())
                .toIterable()
                .contains("targetName", "educationalFramework", "targetUrl");
        assertThat(pages.at("/issuer").fieldNames()).toIterable().contains("sameAs", "email", "description");
        for (Map.Entry<String, JsonNode> page : Interop.schemaOrg(pages).properties()) {
            assertThat(page.getValue()).as(page.getKey()).isEmpty();
        }
    }

    @Test
    void a_term_out_of_its_domain_an_unknown_type_and_a_value_out_of_range_are_found() throws Exception {
        ObjectNode pages = pages();
        ObjectNode share = (ObjectNode) pages.get("share");
        ObjectNode wrong = JSON.createObjectNode();
        ObjectNode misplaced = share.deepCopy();
        wrong.set("misplaced", misplaced.put("email", "badges@oakhill.example"));
        ObjectNode within = share.deepCopy();
        within.withObject("/creator").put("targetName", "Reading");
        wrong.set("within", within);
        ObjectNode listed = share.deepCopy();
        ((ObjectNode) listed.at("/educationalAlignment/0")).put("credentialCategory", "badge");
        wrong.set("listed", listed);
        ObjectNode ranged = share.deepCopy();
        ranged.withObject("/creator").put("@type", "AlignmentObject");
        wrong.set("ranged", ranged);
        wrong.set("unknown", share.deepCopy().put("@type", "Badge"));
        JsonNode faults = Interop.schemaOrg(wrong);
        assertThat(faults.at("/misplaced/0").asText()).contains("email");
        assertThat(faults.at("/within/0").asText()).contains("targetName");
        assertThat(faults.at("/listed/0").asText()).contains("credentialCategory");
        assertThat(faults.at("/ranged/0").asText()).contains("creator");
        assertThat(faults.at("/unknown/0").asText()).contains("Badge");
    }

    /** The JSON-LD of each page, every term of it filled. */
    private static ObjectNode pages() throws Exception {
        String issuer = "schema-org-" + System.nanoTime();
        Calls.admin()
                .body("{\"slug\":\"" + issuer + "\",\"name\":\"Oak Hill\",\"url\":\"https://oakhill.example\","
                        + "\"email\":\"badges@oakhill.example\",\"description\":\"Schools of Oak Hill.\"}")
                .post("/api/v1/issuers")
                .then()
                .statusCode(201);
        String achievement = Calls.admin()
                .body(
                        "{\"name\":\"Reading\",\"description\":\"Teaches reading.\",\"criteria\":{\"narrative\":\"Teach.\"},"
                                + "\"directAward\":true,\"tag\":[\"reading\"],\"alignment\":[{\"targetName\":\"Literacy\","
                                + "\"targetUrl\":\"https://standards.example/1\",\"targetFramework\":\"Standards\"}]}")
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Calls.admin()
                .post("/api/v1/achievements/" + achievement + "/publish")
                .then()
                .statusCode(200);
        Response award = Calls.award(issuer, achievement);
        ObjectNode pages = JSON.createObjectNode();
        pages.set("share", data(award.path("credential.url")));
        pages.set("achievement", data("/achievements/" + achievement));
        pages.set("issuer", data("/issuers/" + issuer));
        return pages;
    }

    private static JsonNode data(String address) throws Exception {
        Matcher data = DATA.matcher(given().accept("text/html").get(address).asString());
        assertThat(data.find()).as(address).isTrue();
        return JSON.readTree(data.group(1).getBytes(StandardCharsets.UTF_8));
    }
}
