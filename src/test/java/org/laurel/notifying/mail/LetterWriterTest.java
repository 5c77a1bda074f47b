package org.laurel.notifying.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.letter.LetterHeads.Head;
import org.laurel.shared.letter.LetterText;

/** Letters in both languages, with names that try to be more than names. */
@ServiceTest
class LetterWriterTest {
    private static final String LINK = "http://localhost:18081/credentials/1-abc";
    private static final Optional<Head> OAK = Optional.of(new Head("Oak Hill", Optional.of("badges@oakhill.example")));

    private final LetterWriter writer;

    @Inject
    LetterWriterTest(LetterWriter writer) {
        this.writer = writer;
    }

    @Test
    void a_badge_is_told_in_the_language_of_its_micro_credential() {
        LetterSheet sheet = writer.write(
                "credential.awarded",
                text("Evaluación formativa")
                        .in(Optional.of("es"))
                        .until(Optional.of(Instant.parse("2031-01-31T00:00:00Z"))),
                OAK);
        assertThat(sheet.subject()).isEqualTo("Oak Hill le ha otorgado una insignia: Evaluación formativa");
        assertThat(sheet.text()).isEqualTo("""
                        Hola:

                        Oak Hill le ha otorgado la insignia «Evaluación formativa».

                        Es válida hasta el 31 de enero de 2031.

                        Su página muestra por qué se otorga, permite descargarla y compartirla, y en ella cualquiera puede comprobar que es auténtica. Quien tenga el enlace puede verla.

                        Ver su insignia:
                        http://localhost:18081/credentials/1-abc

                        --\s
                        Oak Hill envía esta carta a través del servicio de insignias localhost.
                        La ha escrito una máquina. Si no era para usted, no tiene que hacer nada.
                        """);
        assertThat(html(sheet)).contains("<html lang=\"es\">", "<p>Oak Hill le ha otorgado la insignia «Evaluación");
        assertThat(sheet.replyTo()).contains("badges@oakhill.example");
    }

    @Test
    void every_kind_is_written_in_both_languages() {
        Map<String, String> facts = Map.of("role", "screener", "name", "Pine", "achievement", "Feedback");
        for (String kind : List.of(
                "member.invited",
                "account.recovery",
                "credential.awarded",
                "credential.revoked",
                "credential.expiring",
                "application.accepted",
                "application.changes-requested",
                "application.declined",
                "application.message",
                "achievement.published",
                "achievement.changes-requested")) {
            for (String language : List.of("en", "es")) {
                LetterText text = LetterText.of("ada@example.org", facts, LINK)
                        .in(Optional.of(language))
                        .until(Optional.of(Instant.parse("2031-01-31T00:00:00Z")));
                LetterSheet sheet = writer.write(kind, text, Optional.empty());
                assertThat(sheet.text()).as(kind).doesNotContain("{", "}").contains(LINK);
                assertThat(sheet.subject()).as(kind).isNotBlank();
                assertThat(html(sheet)).contains("lang=\"" + language + "\"", "href=\"" + LINK + "\"");
            }
        }
    }

    @Test
    void a_name_is_no_header_and_no_markup() {
        LetterSheet sheet = writer.write(
                "credential.awarded",
                text("A\r\nBcc: all@example.org\u2028\u202e<script>alert(1)</script>" + "x".repeat(500)),
                Optional.of(
                        new Head("Oak \"Hill\" <x@y.example> & {organisation}\n", Optional.of("a@b.c\r\nBcc: d@e.f"))));
        assertThat(sheet.subject())
                .startsWith(
                        "Oak \"Hill\" <x@y.example> & {organisation} awarded you a badge: A Bcc: all@example.org <script>")
                .doesNotContain("\r", "\n", "\u2028", "\u202e")
                .hasSizeLessThan(300);
        assertThat(html(sheet))
                .contains("Oak &quot;Hill&quot; &lt;x@y.example&gt; &amp; {organisation}", "&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(sheet.replyTo()).isEmpty();
    }

    @Test
    void words_of_others_keep_their_lines_and_nothing_else_that_is_unseen() {
        LetterSheet sheet = writer.write(
                "credential.revoked", text("A").quoting(List.of("One.\r\nTwo.\u0007\u202e <b>", "Three.")), OAK);
        assertThat(sheet.text()).contains("> One.\n> Two.  <b>\n\n> Three.");
        assertThat(html(sheet)).contains("<p>One.<br>Two.  &lt;b&gt;</p>", "<p>Three.</p>");
    }

    private static LetterText text(String achievement) {
        return LetterText.of("ada@example.org", Map.of("achievement", achievement), LINK);
    }

    private String html(LetterSheet sheet) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> writer.html(sheet));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
