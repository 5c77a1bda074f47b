package org.laurel.access.oidc;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.Account;

/** Whose account is whose at the provider. */
public interface ProviderLinks {

    /** Those of an account, the oldest first. */
    Uni<List<ProviderLink>> of(long account);

    /** Forgets one; false when the account has none such. */
    Uni<Boolean> remove(Account account, String id);

    /** The number of the active account that is theirs, noting that it was used. */
    Uni<Optional<Long>> use(ProviderIdentity who);

    /** Makes an account theirs; false when it is somebody else's at the same provider. */
    Uni<Boolean> add(Account account, ProviderIdentity who);
}
