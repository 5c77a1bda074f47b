package org.laurel.web.console.batch;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Guesses what a column is for by what people call it, in English and Spanish; whoever knows the file decides. */
final class Guesses {
    private static final Map<String, String> WORDS = words();

    private Guesses() {}

    /** The field; empty when nothing is likely. */
    static String of(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return WORDS.entrySet().stream()
                .filter(entry -> plain.matches("(.* )?(" + entry.getKey() + ")( .*)?"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** The first that is found is it. */
    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("e ?mails?|correo|correos|mail", "recipient.email");
        words.put("expir[a-z]*|valid until|vence|vencimiento|caduca|caducidad|hasta", "validUntil");
        words.put("issued|date|awarded|fecha|emision|otorgad[oa]|desde", "validFrom");
        words.put("credits?|creditos?|horas|hours", "creditsEarned");
        words.put("badge|micro ?credential|insignia|microcredencial|course|curso", "achievement");
        words.put("name|nombres?|teacher|student|docente|alumn[oa]|participante", "recipient.name");
        words.put("id|identifier|number|folio|matricula|clave|numero|reference|referencia", "externalId");
        words.put("term|semester|semestre|periodo", "term");
        words.put("evidence|link|url|evidencia|enlace", "evidence.0.id");
        return words;
    }
}
