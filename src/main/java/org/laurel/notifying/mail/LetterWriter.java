package org.laurel.notifying.mail;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.shared.letter.LetterHeads;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;

/** Writes letters: the sentences of their kind with the facts in their places, as text and as HTML. */
@ApplicationScoped
class LetterWriter {
    private static final int LONGEST_FACT = 200;
    private static final int LONGEST_QUOTE = 10_000;
    /** What would end a line of a header, or turn the direction of what follows. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final Pattern UNSEEN_BUT_LINES = Pattern.compile("[[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]&&[^\\n]]+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"(),;:\\\\]+@[^\\s@<>\"(),;:\\\\]+");

    private final MailConfig config;
    private final Template html;
    private final BaseUrl base;

    LetterWriter(MailConfig config, @Location("notifying/letter.html") Template html, BaseUrl base) {
        this.config = config;
        this.html = html;
        this.base = base;
    }

    /**
     * Writes a letter.
     *
     * @param head in whose name; empty when the programme has no name yet
     */
    LetterSheet write(String kind, LetterText text, Optional<LetterHeads.Head> head) {
        LetterWords words = LetterWords.of(text.language(), config.language());
        Map<String, String> facts = new HashMap<>();
        text.facts().forEach((name, fact) -> facts.put(name, line(fact)));
        facts.computeIfPresent("role", (name, role) -> words.role(role));
        text.until().ifPresent(day -> facts.put("until", words.day(day)));
        facts.put(
                "organisation",
                head.map(LetterHeads.Head::name).map(LetterWriter::line).orElse(words.programme()));
        facts.put("service", URI.create(base.text()).getHost());
        return new LetterSheet(
                words.language(),
                words.sentence(kind + ".subject", facts),
                words.paragraphs(kind, facts),
                text.quote().stream().map(LetterWriter::quoted).toList(),
                words.sentence(kind + ".button", facts),
                text.link(),
                List.of(words.sentence("foot.who", facts), words.sentence("foot.why", facts)),
                head.flatMap(LetterHeads.Head::email)
                        .filter(email -> ADDRESS.matcher(email).matches()));
    }

    private static String line(String fact) {
        return shortened(UNSEEN.matcher(fact).replaceAll(" ").strip(), LONGEST_FACT);
    }

    private static String quoted(String words) {
        String lines = words.replace("\r\n", "\n").replace('\r', '\n');
        return shortened(UNSEEN_BUT_LINES.matcher(lines).replaceAll(" ").strip(), LONGEST_QUOTE);
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    /** As HTML, with everything that others wrote escaped. */
    Uni<String> html(LetterSheet sheet) {
        return html.data("language", sheet.language())
                .data("subject", sheet.subject())
                .data("paragraphs", sheet.paragraphs())
                .data("quotes", sheet.quotedLines())
                .data("link", sheet.link())
                .data("button", sheet.button())
                .data("foot", sheet.foot())
                .createUni();
    }
}
