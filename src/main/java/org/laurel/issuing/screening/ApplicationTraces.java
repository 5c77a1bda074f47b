package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.people.AccountTraces;
import org.laurel.shared.store.PageRequest;

/** Applications in the export of an account. */
@ApplicationScoped
class ApplicationTraces implements AccountTraces {
    private final Applications applications;

    ApplicationTraces(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public Uni<?> of(long account) {
        return applications
                .list(
                        new Applications.Wanted(Optional.of(account), Optional.empty()),
                        new PageRequest(PageRequest.MAX_LIMIT, Long.MAX_VALUE))
                .map(page -> page.items().stream().map(ApplicationView::of).toList());
    }
}
