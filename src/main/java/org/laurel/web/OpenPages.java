package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.laurel.holding.BadgePage;
import org.laurel.holding.Holdings;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Knows whose pages are private: what others would show of them is then not there. */
@Singleton
class OpenPages {
    private final Holdings holdings;

    OpenPages(Holdings holdings) {
        this.holdings = holdings;
    }

    /** What the holder wants of a badge's page; of no badge, nothing. */
    Uni<BadgePage> page(String id) {
        return PublicId.parse(id).map(holdings::page).orElseGet(() -> Uni.createFrom()
                .item(BadgePage.UNTOUCHED));
    }

    /** Fails with a 404 problem when the page is private. */
    Uni<BadgePage> requireOpen(String id) {
        return page(id).invoke(page -> {
            if (page.hidden()) {
                throw ProblemException.of(ProblemType.NOT_FOUND, "Its holder keeps the page of this badge private.");
            }
        });
    }
}
