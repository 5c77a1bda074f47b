package org.laurel.web.console;

import org.laurel.access.session.Session;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Moments;

/**
 * A session as its owner sees it.
 *
 * @param id its public id
 * @param device the browser and the system
 * @param since when it began
 * @param seen when it was last used
 * @param here whether it is the one that asks
 */
public record ShownSession(String id, String device, String since, String seen, boolean here) {
    static ShownSession of(Session session, String mine, Wording words) {
        String device = Device.of(session.agent());
        return new ShownSession(
                session.id(),
                device.isBlank() ? words.text("console.unknownDevice") : device,
                Moments.minute(session.createdAt(), words),
                Moments.minute(session.seenAt(), words),
                session.id().equals(mine));
    }
}
