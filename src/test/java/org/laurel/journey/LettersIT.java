package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.PostOffice;

/** Letters of the packaged service, by the settings of its environment. */
class LettersIT {

    @Test
    void a_letter_leaves_only_over_a_connection_as_it_was_set() throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "LAUREL_MAIL_HOST",
                "127.0.0.1",
                "LAUREL_MAIL_PORT",
                Integer.toString(PostOffice.PORT),
                "LAUREL_MAIL_FROM",
                PostOffice.FROM,
                "LAUREL_MAIL_LANGUAGE",
                "es"));
        try (PostOffice post = new PostOffice();
                RunningLaurel laurel = RunningLaurel.start(settings)) {
            // STARTTLS, which this server does not offer
            invite(laurel, "ada@open.example");
            String waiting = laurel.getAsAdministrator("/api/v1/people/letters");
            for (int i = 0; i < 300 && !waiting.contains("unreachable"); i++) {
                Thread.sleep(100);
                waiting = laurel.getAsAdministrator("/api/v1/people/letters");
            }
            assertThat(waiting).contains("\"state\":\"waiting\"", "\"answer\":\"unreachable\"");
            assertThat(post.to("ada@open.example")).isEmpty();

            laurel.stop();
            settings.put("LAUREL_MAIL_TLS", "none");
            laurel.startAgain();
            invite(laurel, "grace@open.example");
            PostOffice.Received letter = post.to("grace@open.example", 1).get(0);
            assertThat(letter.header("From")).isEqualTo(PostOffice.FROM);
            assertThat(letter.subject()).isEqualTo("Invitación: Admisión, el programa");
            assertThat(letter.text()).contains(laurel.origin() + "/welcome?token=");
            assertThat(laurel.output()).doesNotContain("@open.example");
        }
    }

    private static void invite(RunningLaurel laurel, String email) throws Exception {
        laurel.posted("/api/v1/people/invitations", "{\"email\":\"" + email + "\",\"role\":\"screener\"}");
    }
}
