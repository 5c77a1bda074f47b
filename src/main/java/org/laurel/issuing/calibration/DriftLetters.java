package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.people.Accounts;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Database;

/** Letters to the owners of an organisation: some of its assessors drift. */
@ApplicationScoped
class DriftLetters implements LetterSource {
    static final String DRIFTING = "assessor.drifting";

    private final Database database;
    private final Accounts accounts;
    private final BaseUrl base;

    DriftLetters(Database database, Accounts accounts, BaseUrl base) {
        this.database = database;
        this.accounts = accounts;
        this.base = base;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DRIFTING);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return database.read(session -> Database.select(
                        session, "select count(*) from assessor_drift where issuer_no = $1", letter.issuerNo()))
                .map(rows -> (Long) rows.get(0)[0])
                .chain(drifting -> drifting == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : accounts.find(letter.subject()).map(found -> found.flatMap(
                                        account -> account.addresses().stream().findFirst())
                                .map(address -> LetterText.of(
                                        address,
                                        Map.of("drifting", Long.toString(drifting)),
                                        base.text() + "/console"))));
    }
}
