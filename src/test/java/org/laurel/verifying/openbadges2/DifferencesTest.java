package org.laurel.verifying.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.verifying.openbadges2.AssertionWorld.json;

import org.junit.jupiter.api.Test;

class DifferencesTest {

    @Test
    void names_what_is_not_published_so_by_its_place() {
        assertThat(contradicted("{'a':{'b/c':1}}", "{'a':{'b/c':2}}")).containsExactly("/a/b~1c");
        assertThat(contradicted("{'a':[1,2]}", "{'a':[1,3]}")).containsExactly("/a/1");
        assertThat(contradicted("{'a':[1,2]}", "{'a':[1,2,3]}")).containsExactly("/a");
        assertThat(contradicted("{'a':1}", "{}")).containsExactly("/a");
        assertThat(contradicted("{'a':{'b':1}}", "{'a':'x'}")).containsExactly("/a");
    }

    @Test
    void takes_for_the_same_what_means_the_same() {
        assertThat(contradicted("{'a':['x']}", "{'a':'x'}")).isEmpty();
        assertThat(contradicted("{'a':1.0}", "{'a':1}")).isEmpty();
        assertThat(contradicted("{'a':'2026-01-01T00:00:00Z'}", "{'a':'2026-01-01T01:00:00+01:00'}"))
                .isEmpty();
        assertThat(contradicted("{'a':null,'b':[]}", "{}")).isEmpty();
        assertThat(contradicted(
                        "{'image':'https://a.example/1'}", "{'image':{'id':'https://a.example/1','caption':'x'}}"))
                .isEmpty();
    }

    @Test
    void lets_nobody_write_out_what_is_only_linked() {
        String link = "{'evidence':'https://a.example/1','badge':'urn:uuid:1'}";
        assertThat(contradicted("{'evidence':{'id':'https://a.example/1','narrative':'x'},'badge':'urn:uuid:1'}", link))
                .containsExactly("/evidence");
        assertThat(contradicted("{'evidence':'https://a.example/1','badge':{'id':'urn:uuid:1','name':'x'}}", link))
                .containsExactly("/badge");
        assertThat(contradicted("{'badge':{'id':'https://a.example/1'}}", "{'badge':'https://a.example/1'}"))
                .isEmpty();
        assertThat(contradicted("{'badge':{'id':'https://a.example/2'}}", "{'badge':'https://a.example/1'}"))
                .containsExactly("/badge");
    }

    @Test
    void tells_what_was_left_away_apart() {
        Differences differences = Differences.between(json("{'a':1}"), json("{'a':1,'expires':'x','c':[],'d':null}"));
        assertThat(differences.contradicted()).isEmpty();
        assertThat(differences.unsaid()).containsExactly("/expires");
    }

    @Test
    void tells_at_most_twenty_of_each() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 30; i++) {
            many.append(i == 0 ? "" : ",").append("'m").append(i).append("':1");
        }
        assertThat(contradicted(many + "}", "{}")).hasSize(20);
    }

    private static Iterable<String> contradicted(String handedIn, String published) {
        return Differences.between(json(handedIn), json(published)).contradicted();
    }
}
