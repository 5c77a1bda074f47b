package org.laurel.issuing.citation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

@ServiceTest
class CitationResourceTest {
    private static final String SOUND =
            "{\"authors\":[\"Hattie, John\"],\"title\":\"The Power of Feedback\",\"year\":2007,"
                    + "\"doi\":\"10.3102/003465430298487\",\"claim\":\"Feedback helps\",\"tier\":\"moderate\"}";

    @Test
    void faults_are_told_by_their_place_and_what_was_not_asked_is_no_fault() {
        String broken = SOUND.replace("10.3102/003465430298487", "hattie").replace("2007", "1907");
        Calls.admin()
                .body("{\"citations\":[" + SOUND + "," + broken + "],\"ourselves\":[\"Oak Hill\"]}")
                .post("/api/v1/citations/check")
                .then()
                .statusCode(200)
                .body("findings.fault", hasItems("doi-malformed", "too-old"))
                .body("findings.pointer", hasItems("/citations/1/doi", "/citations/1/year"))
                .body("unchecked.why", equalTo(List.of("no register is set", "no register is set")));
    }

    @Test
    void what_is_no_citation_is_refused_with_every_fault() {
        Calls.admin()
                .body("{\"citations\":[{\"title\":\"\",\"year\":7,\"claim\":\"c\",\"tier\":\"gold\",\"colour\":1}]}")
                .post("/api/v1/citations/check")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/citations/0/tier", "/citations/0/colour"));
        Calls.admin()
                .body("{\"citations\":[]}")
                .post("/api/v1/citations/check")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("1 to 20"));
    }
}
