package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.access.people.EmailAddress;
import org.laurel.access.people.Passwords;
import org.laurel.access.people.SignInGuard;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Tells people by address and password. */
@ApplicationScoped
public class SignIn {
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInGuard guard;

    SignIn(Accounts accounts, Passwords passwords, SignInGuard guard) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guard = guard;
    }

    /** The account; a 401 problem, the same and as late, when there is none or the password is another; 429 after too many. */
    public Uni<Account> with(EmailAddress email, String password) {
        return guard.attempt(email)
                .invoke(wait -> wait.ifPresent(SignIn::refuse))
                .chain(() -> accounts.findByAddress(email))
                .chain(account -> hash(account)
                        .chain(hash -> passwords.matches(password, hash.orElse(null)))
                        .invoke(same -> {
                            if (!same) {
                                throw ProblemException.of(
                                        ProblemType.UNAUTHENTICATED, "The address or the password is not right.");
                            }
                        })
                        .chain(() -> guard.succeeded(email))
                        .map(done -> account.orElseThrow()));
    }

    private Uni<Optional<String>> hash(Optional<Account> account) {
        return account.map(found -> accounts.passwordHash(found.number()))
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    private static void refuse(Duration wait) {
        throw ProblemException.tooMany(
                "Too many wrong passwords for this address; try again in " + wait.toSeconds() + " seconds.", wait);
    }
}
