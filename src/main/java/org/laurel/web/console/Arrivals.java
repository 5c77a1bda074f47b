package org.laurel.web.console;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Presented;
import org.laurel.access.people.Account;
import org.laurel.access.people.Names;
import org.laurel.access.people.Passwords;
import org.laurel.access.session.BrowserSessions;
import org.laurel.access.session.Welcome;
import org.laurel.verifying.report.Wording;

/** Uses links on behalf of whoever fills in the form: whoever has just chosen a password is signed in with it. */
@ApplicationScoped
class Arrivals {
    private static final Presented NOBODY = new Presented("POST", null, null, null, null);

    private final Welcome welcome;
    private final BrowserSessions browsers;

    Arrivals(Welcome welcome, BrowserSessions browsers) {
        this.welcome = welcome;
        this.browsers = browsers;
    }

    /** What was entered. */
    record Entered(String name, String password) {
        static Entered of(@Nullable String name, @Nullable String password) {
            return new Entered(Objects.requireNonNullElse(name, "").strip(), Objects.requireNonNullElse(password, ""));
        }
    }

    /** Where it leads, with the cookie of a new session if one has begun. */
    record Arrival(String path, Optional<String> cookie) {}

    /** What can be told to be wrong at a glance, field by field. */
    Map<String, String> faults(ShownLink link, Entered entered, Wording words) {
        Faults faults = new Faults(words);
        if (link.isNew() && !Names.isName(entered.name())) {
            faults.add("name", entered.name().isEmpty() ? "welcome.nameMissing" : "welcome.nameWrong");
        }
        if (!link.isAccepted()) {
            Passwords.fault(entered.password(), List.of(entered.name(), link.address()))
                    .map(fault -> "welcome.password." + fault.name().toLowerCase(Locale.ROOT))
                    .ifPresent(key -> faults.add("password", key));
        }
        return faults.byField();
    }

    /** Uses the link. An address alone lets nobody in: whose role it was without a session signs in first. */
    Uni<Arrival> use(
            String token, ShownLink.Way way, Entered entered, Optional<Account> visitor, VisitParameters visit) {
        Presented presented = visitor.isPresent() ? visit.changing() : NOBODY;
        return welcome.use(token, Optional.of(entered.name()), Optional.of(entered.password()), presented)
                .chain(account -> switch (way) {
                    case BEGIN, RECOVER ->
                        browsers.begin(account, visit.agent(), visit.changing())
                                .map(cookie -> new Arrival(LocalPath.HOME, Optional.of(cookie)));
                    case GIVE, PROVE -> Uni.createFrom().item(arrived(account, visitor));
                });
    }

    private static Arrival arrived(Account account, Optional<Account> visitor) {
        boolean here = visitor.filter(one -> one.number() == account.number()).isPresent();
        return new Arrival(here ? LocalPath.HOME + "?done=accepted" : "/sign-in?done=accepted", Optional.empty());
    }
}
