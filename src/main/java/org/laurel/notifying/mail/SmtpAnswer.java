package org.laurel.notifying.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Objects;

/**
 * What a failure to send means. What the server wrote beside its code may name the address, so it is not kept.
 *
 * @param isRefusal whether it was said for good, about this letter: what is wrong with us is put right, and tried again
 * @param word the reply code, {@code invalid-address}, or {@code unreachable}
 */
record SmtpAnswer(boolean isRefusal, String word) {
    static SmtpAnswer of(Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return new SmtpAnswer(true, "invalid-address"); // the mailer's word for one that no server is asked about
        }
        if (!(failure instanceof SMTPException answer)) {
            return new SmtpAnswer(false, "unreachable");
        }
        String said = Objects.requireNonNullElse(answer.getMessage(), "");
        boolean aboutTheLetter = said.startsWith("recipient address not accepted")
                || said.startsWith("sending data failed")
                || said.startsWith("DATA command not accepted")
                || said.startsWith("message exceeds allowed size");
        return new SmtpAnswer(aboutTheLetter && answer.isPermanent(), Integer.toString(answer.getReplyCode()));
    }
}
