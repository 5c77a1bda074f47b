package org.laurel.access.people;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonalData;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** What is kept of people with accounts, forgotten again after a restore, whoever owned what then. */
@ApplicationScoped
class AccountData implements PersonalData {
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
                                .map(account -> writes.forget(session, account)
                                        .chain(() ->
                                                OneByOne.each(followers, one -> one.erased(session, account.number()))))
                                .orElse(Uni.createFrom().voidItem())));
    }
}
