package org.laurel.access.passkey;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.access.people.AccountTraces;

/** Passkeys in the export of an account. */
@ApplicationScoped
class PasskeyTraces implements AccountTraces {
    private final Passkeys passkeys;

    PasskeyTraces(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public String name() {
        return "passkeys";
    }

    @Override
    public Uni<?> of(long account) {
        return passkeys.of(account).map(all -> all.stream().map(PasskeyView::of).toList());
    }
}
