package org.laurel.web.console.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessesTest {

    @ParameterizedTest
    @CsvSource({
        "Correo electrónico, recipient.email",
        "E-MAIL of teacher, recipient.email",
        "Fecha de vencimiento, validUntil",
        "Expiry date, validUntil",
        "Fecha de emisión, validFrom",
        "Nombre del docente, recipient.name",
        "Matrícula, externalId",
        "Créditos, creditsEarned",
        "Semestre, term",
        "Renamed, ''",
        "Observaciones, ''"
    })
    void a_header_is_guessed_by_its_words(String header, String field) {
        assertThat(Guesses.of(header)).isEqualTo(field);
    }
}
