package org.laurel.notifying.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpAnswerTest {

    @Test
    void a_recipient_that_is_refused_for_good_is_a_bounce() {
        assertThat(answer("recipient address not accepted", 550)).isEqualTo(new SmtpAnswer(true, "550"));
        assertThat(answer("sending data failed", 554)).isEqualTo(new SmtpAnswer(true, "554"));
    }

    @Test
    void what_may_be_otherwise_later_is_tried_again() {
        assertThat(answer("recipient address not accepted", 450)).isEqualTo(new SmtpAnswer(false, "450"));
        assertThat(SmtpAnswer.of(new ConnectException("refused"))).isEqualTo(new SmtpAnswer(false, "unreachable"));
    }

    @Test
    void what_is_wrong_with_us_is_no_bounce() {
        assertThat(answer("AUTH PLAIN failed", 535)).isEqualTo(new SmtpAnswer(false, "535"));
        assertThat(answer("sender address not accepted", 550)).isEqualTo(new SmtpAnswer(false, "550"));
    }

    private static SmtpAnswer answer(String message, int code) {
        return SmtpAnswer.of(new SMTPException(message, code, List.of(code + " <ada@example.org>"), code >= 500));
    }
}
