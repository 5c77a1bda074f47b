package org.laurel.web.console;

import org.laurel.access.passkey.Passkey;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/**
 * A passkey as its owner sees it.
 *
 * @param id its public id
 * @param name what they call it
 * @param since the day it was added
 * @param seen when it was last used; empty when it never was
 */
public record ShownPasskey(String id, String name, String since, String seen) {
    static ShownPasskey of(Passkey passkey, Wording words) {
        return new ShownPasskey(
                passkey.id(),
                passkey.name(),
                Moments.day(passkey.createdAt(), words),
                passkey.usedAt().map(used -> Moments.minute(used, words)).orElse(""));
    }
}
