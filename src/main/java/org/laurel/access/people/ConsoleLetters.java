package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;

/** Letters to people with accounts that lead to their console. */
@ApplicationScoped
public class ConsoleLetters {
    private final Accounts accounts;
    private final BaseUrl base;

    ConsoleLetters(Accounts accounts, BaseUrl base) {
        this.accounts = accounts;
        this.base = base;
    }

    /**
     * What one tells; empty when there is nobody to tell it.
     *
     * @param account the public id
     * @param values what stands in its words
     */
    public Uni<Optional<LetterText>> to(String account, Map<String, String> values) {
        return accounts.find(account).map(found -> found.flatMap(Account::address)
                .map(address -> LetterText.of(address, values, base.text() + "/console")));
    }
}
