package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.Presented;
import org.laurel.access.people.Account;
import org.laurel.shared.door.Answer;
import org.laurel.shared.origin.BaseUrl;

/** Begins and ends the session of a browser, which keeps its token in a cookie that no script reads. */
@ApplicationScoped
public class BrowserSessions {
    private final Sessions sessions;
    private final BaseUrl base;

    BrowserSessions(Sessions sessions, BaseUrl base) {
        this.sessions = sessions;
        this.base = base;
    }

    /**
     * Begins one in the place of the one that the browser had, if any: no token outlives a sign-in.
     *
     * @param agent what the browser calls itself
     * @return the header {@code Set-Cookie}
     */
    public Uni<String> begin(Account account, String agent, Presented presented) {
        return sessions.begin(account, agent).call(() -> over(presented)).map(made -> cookie(made.token()));
    }

    /** Ends the one that came along, if any; gives the header {@code Set-Cookie} that forgets it. */
    public Uni<String> end(Presented presented) {
        return over(presented).map(done -> cookie("") + "; Max-Age=0");
    }

    /** The public id of the one that came along. */
    public Uni<Optional<String>> current(Presented presented) {
        return presented.token(base).map(sessions::find).orElse(Uni.createFrom().item(Optional.empty()));
    }

    /** The answer to a program, or to a script of a page, that has signed somebody in. */
    public Answer answer(Account account, Sessions.NewSession made, boolean asToken) {
        SignedIn view = new SignedIn(
                made.session().id(),
                account.id(),
                account.name(),
                made.session().endsAt(),
                asToken ? made.token() : null);
        Answer answer = Answer.of(201, view).with("Cache-Control", "no-store");
        return asToken ? answer : answer.with("Set-Cookie", cookie(made.token()));
    }

    private String cookie(String token) {
        return Presented.cookieName(base) + "=" + token + "; Path=/; HttpOnly; SameSite=Lax"
                + (base.isDevelopment() ? "" : "; Secure");
    }

    private Uni<Void> over(Presented presented) {
        return presented.token(base).map(sessions::end).orElse(Uni.createFrom().voidItem());
    }
}
