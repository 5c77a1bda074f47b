package org.laurel.access.oidc;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Presented;
import org.laurel.access.oidc.ProviderRefusedException.Reason;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.origin.BaseUrl;

/** Knows people by the word of their organisation's provider; nobody gets an account by it who was not invited. */
@ApplicationScoped
public class ProviderDoor {
    private static final Logger LOG = Logger.getLogger(ProviderDoor.class);
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,50}");

    private final Provider provider;
    private final ProviderFlows flows;
    private final ProviderLinks links;
    private final Accounts accounts;
    private final BaseUrl base;

    ProviderDoor(Provider provider, ProviderFlows flows, ProviderLinks links, Accounts accounts, BaseUrl base) {
        this.provider = provider;
        this.flows = flows;
        this.links = links;
        this.accounts = accounts;
        this.base = base;
    }

    /**
     * A sign-in that has begun.
     *
     * @param address at the provider, where the browser goes
     * @param cookie the header {@code Set-Cookie}
     */
    public record Begun(String address, String cookie) {}

    /**
     * What the browser comes back with (OpenID Connect Core 1.0 §3.1.2.5, §3.1.2.6).
     *
     * @param state which sign-in it was
     * @param code what the provider tells who they are for
     * @param error why it does not
     * @param issuer which provider it was, when it says so (RFC 9207 §2)
     */
    public record Returned(
            @Nullable String state,
            @Nullable String code,
            @Nullable String error,
            @Nullable String issuer) {
        @Override
        public String toString() {
            return "Returned";
        }
    }

    /**
     * A sign-in that has ended well.
     *
     * @param account who they are
     * @param next where they wanted to go
     * @param cookie the header {@code Set-Cookie} that forgets the sign-in
     */
    public record Arrived(Account account, String next, String cookie) {}

    /** What people call the provider; empty when there is none. */
    public Optional<String> name() {
        return provider.client().map(ProviderClient::name);
    }

    /**
     * Begins a sign-in; fails with a {@link ProviderRefusedException}.
     *
     * @param next where it leads
     */
    public Uni<Begun> begin(String next) {
        return told(flows.begin(next).chain(flow -> provider.authentication(flow)
                .map(address -> new Begun(address.toString(), ProviderCookie.keep(flow, base)))));
    }

    /** Ends it; fails with a {@link ProviderRefusedException}. */
    public Uni<Arrived> end(Returned returned, Presented presented) {
        return ProviderFlow.of(returned.state(), ProviderCookie.secret(presented, base))
                .map(flow -> told(flows.take(flow)
                        .map(next -> next.orElseThrow(() -> new ProviderRefusedException(Reason.EXPIRED)))
                        .chain(next -> provider.identity(code(returned), flow)
                                .chain(this::account)
                                .map(account -> new Arrived(account, next, ProviderCookie.forget(base))))))
                .orElseGet(() -> Uni.createFrom().failure(new ProviderRefusedException(Reason.EXPIRED)));
    }

    private String code(Returned returned) {
        String error = returned.error();
        if (error != null) {
            if (!error.equals("access_denied")) {
                LOG.warnf(
                        "The OpenID Connect provider answered with the error %s",
                        ERROR.matcher(error).matches() ? error : "of a name that is none");
            }
            throw new ProviderRefusedException(Reason.DENIED);
        }
        String issuer = provider.client().orElseThrow().issuer();
        if (returned.issuer() != null && !issuer.equals(returned.issuer())) {
            throw new WrongAnswerException("another issuer led back");
        }
        if (returned.code() == null || returned.code().isBlank()) {
            throw new WrongAnswerException("there is no code");
        }
        return returned.code();
    }

    private Uni<Account> account(ProviderIdentity who) {
        return links.use(who)
                .chain(number ->
                        number.isPresent() ? accounts.find(number.get()).map(Optional::orElseThrow) : meet(who));
    }

    /**
     * The first time: the account that has proven the address that the provider vouches for. Where it is linked already, the
     * address went from one person to another there, and the account does not.
     */
    private Uni<Account> meet(ProviderIdentity who) {
        return who.address()
                .map(address -> address.orElseThrow(() -> new ProviderRefusedException(Reason.UNPROVEN)))
                .chain(accounts::findByAddress)
                .map(found -> found.orElseThrow(() -> new ProviderRefusedException(Reason.UNKNOWN)))
                .call(account -> links.add(account, who).invoke(added -> {
                    if (!added) {
                        throw new ProviderRefusedException(Reason.TAKEN);
                    }
                }));
    }

    /** What went wrong at the provider is for the log, and for people in words of their own. */
    private static <T> Uni<T> told(Uni<T> step) {
        return step.onFailure(FetchException.class)
                .transform(failure -> unreached((FetchException) failure))
                .onFailure(WrongAnswerException.class)
                .transform(failure -> {
                    LOG.warnf("An answer of the OpenID Connect provider was refused: %s", failure.getMessage());
                    LOG.debugf(failure, "An answer of the OpenID Connect provider was refused");
                    return new ProviderRefusedException(Reason.WRONG);
                });
    }

    private static ProviderRefusedException unreached(FetchException failure) {
        LOG.warnf("The OpenID Connect provider could not be asked: %s", failure.getMessage());
        return new ProviderRefusedException(failure.isHostAway() ? Reason.AWAY : Reason.WRONG);
    }
}
