package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.CurrentCaller;

/** The account of whoever calls, for operations that only people can call. */
@ApplicationScoped
public class CurrentAccount {
    private final Accounts accounts;
    private final CurrentCaller current;

    CurrentAccount(Accounts accounts, CurrentCaller current) {
        this.accounts = accounts;
        this.current = current;
    }

    /** Its number, which is known without reading it. */
    public long number() {
        return current.get().account().orElseThrow();
    }

    /** Reads it. */
    public Uni<Account> get() {
        return accounts.find(number()).map(Optional::orElseThrow);
    }
}
