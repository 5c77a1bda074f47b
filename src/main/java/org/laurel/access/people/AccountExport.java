package org.laurel.access.people;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.shared.door.Answer;
import org.laurel.shared.work.OneByOne;

/** Everything that is kept about an account, gathered from every part of the service. */
@ApplicationScoped
public class AccountExport {
    private final List<AccountTraces> traces;

    AccountExport(@All List<AccountTraces> traces) {
        this.traces = List.copyOf(traces);
    }

    /** As JSON. */
    public Uni<String> json(Account account) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("account", AccountView.of(account));
        return OneByOne.each(traces, some -> some.of(account.number()).invoke(data -> all.put(some.name(), data)))
                .map(done -> Answer.write(all));
    }
}
