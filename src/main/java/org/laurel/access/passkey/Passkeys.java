package org.laurel.access.passkey;

import com.yubico.webauthn.data.ByteArray;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.Account;

/** The collection of passkeys. */
public interface Passkeys {

    /** Those of an account, the oldest first. */
    Uni<List<Passkey>> of(long account);

    /** Gives one another name; empty when the account has none such. */
    Uni<Optional<Passkey>> rename(Account account, String id, String name);

    /** Forgets one; false when the account has none such. */
    Uni<Boolean> remove(Account account, String id);

    /** The ids that devices know those of an account by. */
    Uni<List<ByteArray>> credentials(long account);

    /** Keeps one; 409 when it is kept already, or the account has too many. */
    Uni<Passkey> add(Account account, String name, NewPasskey made);

    /** The one that its device knows by this id. */
    Uni<Optional<KnownPasskey>> find(ByteArray credential);

    /** Notes that it was signed in with, and how often it has signed by now; false when something newer was noted meanwhile. */
    Uni<Boolean> used(KnownPasskey known, long count);
}
