package org.laurel.access.passkey;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.work.Workers;

/** Makes passkeys known, and knows people by them. */
@ApplicationScoped
class PasskeyDoor {
    private static final Logger LOG = Logger.getLogger(PasskeyDoor.class);

    private final Ceremonies ceremonies;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Workers workers;

    PasskeyDoor(Ceremonies ceremonies, Challenges challenges, Passkeys passkeys, Accounts accounts, Workers workers) {
        this.ceremonies = ceremonies;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.workers = workers;
    }

    /** What the browser of somebody is asked for to make a passkey, as JSON. */
    Uni<String> creation(Account account) {
        return passkeys.credentials(account.number()).chain(known -> challenges
                .ask(account.number())
                .map(challenge -> ceremonies.creation(account, challenge, known)));
    }

    /** Makes it known; a 422 problem when anything about it does not hold. */
    Uni<Passkey> add(Account account, String name, ObjectNode credential) {
        return workers.compute(() -> orRefuse(() -> Ceremonies.Made.read(credential), PasskeyDoor::notMade))
                .call(made -> challenges
                        .take(made.challenge(), account.number())
                        .invoke(taken -> {
                            if (!taken) {
                                throw notMade();
                            }
                        }))
                .chain(made ->
                        workers.compute(() -> orRefuse(() -> ceremonies.made(account, made), PasskeyDoor::notMade)))
                .chain(made -> passkeys.add(account, name, made));
    }

    /** What a browser is asked for to sign in, as JSON. */
    Uni<String> request() {
        return challenges.ask(Challenges.ANYBODY).map(ceremonies::request);
    }

    /** Whose passkey signed it; a 401 problem when anything about it does not hold. */
    Uni<Account> account(ObjectNode credential) {
        return workers.compute(() -> orRefuse(() -> Ceremonies.Signed.read(credential), PasskeyDoor::notSigned))
                .call(signed ->
                        challenges.take(signed.challenge(), Challenges.ANYBODY).invoke(PasskeyDoor::require))
                .chain(signed -> passkeys.find(signed.id())
                        .map(known -> known.orElseThrow(PasskeyDoor::notSigned))
                        .call(known -> workers.compute(
                                        () -> orRefuse(() -> ceremonies.signed(known, signed), PasskeyDoor::notSigned))
                                .chain(count -> passkeys.used(known, count))
                                .invoke(PasskeyDoor::require)))
                .chain(known -> accounts.find(known.account()))
                .map(Optional::orElseThrow);
    }

    /** A step of a ceremony. */
    private interface Step<T> {
        T take() throws Ceremonies.RefusedException;
    }

    /** Why something was refused is for the log alone: whoever attacks learns nothing, and whoever does not cannot change it. */
    private static <T> T orRefuse(Step<T> step, java.util.function.Supplier<ProblemException> refusal) {
        try {
            return step.take();
        } catch (Ceremonies.RefusedException e) {
            LOG.debugf(e, "A passkey was refused");
            throw refusal.get();
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw notSigned();
        }
    }

    private static ProblemException notSigned() {
        return ProblemException.of(
                ProblemType.UNAUTHENTICATED,
                "This passkey is not known here, or what it signed was not asked for within the last five minutes.");
    }

    private static ProblemException notMade() {
        return ProblemException.of(
                ProblemType.INVALID,
                List.of(new Violation(
                        "/credential",
                        "invalid",
                        "credential: expected what a browser makes of the options that were given here to you within the"
                                + " last five minutes.")));
    }
}
