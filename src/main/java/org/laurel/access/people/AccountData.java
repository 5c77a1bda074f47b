package org.laurel.access.people;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonalData;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** What is kept of people with accounts, forgotten again after a restore, whoever owned what then. */
@ApplicationScoped
class AccountData implements PersonalData {
    private static final Logger LOG = Logger.getLogger(AccountData.class);

    private final Database database;
    private final AccountWrites writes;
    private final List<AccountFollowers> followers;

    AccountData(Database database, AccountWrites writes, @All List<AccountFollowers> followers) {
        this.database = database;
        this.writes = writes;
        this.followers = List.copyOf(followers);
    }

    @Override
    public Uni<Void> eraseAgain(Person person) {
        return person.issuerNo() != 0
                ? Uni.createFrom().voidItem()
                : database.write(session -> writes.one(session, "where a.id = $1", person.number())
                                .chain(found -> found.filter(account -> account.state() == Account.State.ACTIVE)
                                        .map(account -> writes.forget(session, account))
                                        .orElse(Uni.createFrom().voidItem())))
                        .chain(() -> OneByOne.each(followers, one -> follow(one, person.number())));
    }

    /** What follows it lies under keys of its own, which are named by themselves, whatever holds it back here. */
    private Uni<Void> follow(AccountFollowers follower, long account) {
        return database.write(session -> follower.erased(session, account))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> {
                    LOG.warnf("what follows an account that was erased again is held back: %s", failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }
}
