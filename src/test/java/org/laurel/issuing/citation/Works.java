package org.laurel.issuing.citation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.laurel.fixture.LocalWeb;

/** Works that educators cite, and a register that knows them. */
final class Works {
    /** A work: family and given names alternate. */
    record Work(String doi, String title, int year, List<String> names) {
        /** Where its page is on the web server. */
        String page() {
            return "/journals/" + doi.replace('/', '-');
        }

        /** Where the register has it. */
        String entry() {
            return "/register/works/" + new Doi(doi.toLowerCase(Locale.ROOT)).encoded();
        }

        /** A sentence that stands in it. */
        String sentence() {
            return "In “" + title + "” we report what teachers did — and what, a year later, their students could do.";
        }
    }

    static final List<Work> ALL = List.of(
            new Work(
                    "10.3102/003465430298487",
                    "The Power of Feedback",
                    2007,
                    List.of("Hattie", "John", "Timperley", "Helen")),
            new Work(
                    "10.1080/0969595980050102",
                    "Assessment and Classroom Learning",
                    1998,
                    List.of("Black", "Paul", "Wiliam", "Dylan")),
            new Work(
                    "10.1177/1529100612453266",
                    "Improving Students’ Learning With Effective Learning Techniques: Promising Directions From Cognitive and Educational Psychology",
                    2013,
                    List.of("Dunlosky", "John", "Rawson", "Katherine A.")),
            new Work(
                    "10.1111/j.1467-9280.2006.01693.x",
                    "Test-Enhanced Learning: Taking Memory Tests Improves Long-Term Retention",
                    2006,
                    List.of("Roediger", "Henry L.", "Karpicke", "Jeffrey D.")),
            new Work(
                    "10.1073/pnas.1319030111",
                    "Active learning increases student performance in science, engineering, and mathematics",
                    2014,
                    List.of("Freeman", "Scott", "Eddy", "Sarah L.")),
            new Work(
                    "10.3102/0034654318759268",
                    "The Effect of Teacher Coaching on Instruction and Achievement: A Meta-Analysis of the Causal Evidence",
                    2018,
                    List.of("Kraft", "Matthew A.", "Blazar", "David")),
            new Work(
                    "10.1207/s15516709cog1202_4",
                    "Cognitive Load During Problem Solving: Effects on Learning",
                    1988,
                    List.of("Sweller", "John")),
            new Work(
                    "10.1111/j.1467-8624.2010.01564.x",
                    "The Impact of Enhancing Students’ Social and Emotional Learning: A Meta-Analysis of School-Based Universal Interventions",
                    2011,
                    List.of("Durlak", "Joseph A.", "Weissberg", "Roger P.")),
            new Work(
                    "10.1037/0033-295X.84.2.191",
                    "Self-efficacy: Toward a unifying theory of behavioral change",
                    1977,
                    List.of("Bandura", "Albert")),
            new Work(
                    "10.3102/00346543076001001",
                    "Homework & Achievement: Évaluation of a Decade",
                    2006,
                    List.of("García Márquez", "Lucía", "O’Neill", "Seán")));

    private Works() {}

    /** Where the register is. */
    static String register(LocalWeb web) {
        return web.origin() + "/register";
    }

    /** Puts the register and the pages there, as if nothing had ever been retracted. */
    static void publish(LocalWeb web) {
        for (Work work : ALL) {
            web.put(work.entry(), "application/json", registered(work, false));
            web.put(
                    work.page(),
                    "text/html",
                    "<html><body><h1>" + work.title() + "</h1><p>" + work.sentence() + "</p></body></html>");
        }
    }

    static String registered(Work work, boolean retracted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode message = answer.put("status", "ok").putObject("message");
        message.putArray("title")
                .add(work.title()
                        .replace("Meta-Analysis", "<i>Meta-Analysis</i>")
                        .replace("&", "&amp;"));
        for (int i = 0; i < work.names().size(); i += 2) {
            message.withArray("author")
                    .addObject()
                    .put("family", work.names().get(i))
                    .put("given", work.names().get(i + 1));
        }
        message.putObject("issued")
                .putArray("date-parts")
                .addArray()
                .add(work.year())
                .add(3);
        if (retracted) {
            message.putArray("updated-by").addObject().put("type", "retraction");
        }
        return answer.toString();
    }
}
