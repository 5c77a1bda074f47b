package org.laurel.issuing.award;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.work.Gathered;
import org.laurel.shared.work.Gathered.Wish;
import org.laurel.shared.work.Workers;

/**
 * Makes one chunk of single awards that an issuer's callers ask for at the same time, so that they share reads, status
 * entries and transactions; each is still awarded with what is to be stored alongside, or refused, for itself.
 */
@ApplicationScoped
class SharedAwards {
    private static final int MOST_AT_ONCE = 64;
    private static final int UNDER_WAY = 2;

    private final AwardCredential awardCredential;
    private final Courtesy courtesy;
    private final Gathered<Callers, Asked, Award> gathered;

    SharedAwards(AwardCredential awardCredential, Workers workers, Courtesy courtesy) {
        this.awardCredential = awardCredential;
        this.courtesy = courtesy;
        this.gathered =
                new Gathered<>(workers, UNDER_WAY, MOST_AT_ONCE, (callers, wishes) -> grant(wishes, callers.by()));
    }

    /** Those who ask for the same issuer in the same name: an award says who made it. */
    private record Callers(int issuerNo, String by) {}

    private record Asked(Issuer issuer, AwardRequest request, Alongside<Award> alongside) {}

    /**
     * Awards one.
     *
     * @param alongside what is stored in the same transaction
     * @return the award, durable
     */
    Uni<Award> award(Issuer issuer, AwardRequest request, String by, Alongside<Award> alongside) {
        return courtesy.awaited(gathered.ask(new Callers(issuer.number(), by), new Asked(issuer, request, alongside)));
    }

    private Uni<Void> grant(List<Wish<Asked, Award>> wishes, String by) {
        return together(wishes, by)
                .onFailure(failure -> wishes.size() > 1 && AwardCredential.isRefusal(failure))
                .recoverWithUni(refused -> Multi.createFrom()
                        .iterable(wishes)
                        .onItem()
                        .transformToUniAndConcatenate(wish -> together(List.of(wish), by)
                                .onFailure()
                                .invoke(wish.answer()::completeExceptionally)
                                .onFailure()
                                .recoverWithNull())
                        .onItem()
                        .ignoreAsUni());
    }

    /** As of the last who asked: the issuer was read for each of them, a moment ago. */
    private Uni<Void> together(List<Wish<Asked, Award>> wishes, String by) {
        Issuer issuer = wishes.get(wishes.size() - 1).question().issuer();
        List<AwardRequest> requests =
                wishes.stream().map(wish -> wish.question().request()).toList();
        return awardCredential
                .award(
                        issuer,
                        requests,
                        new AwardCredential.Order(by, false),
                        (session, made) -> store(session, wishes, made))
                .invoke(made -> {
                    for (int i = 0; i < made.size(); i++) {
                        wishes.get(i).answer().complete(made.get(i));
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<Void> store(Mutiny.StatelessSession session, List<Wish<Asked, Award>> wishes, List<Award> made) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        for (int i = 0; i < made.size(); i++) {
            Wish<Asked, Award> wish = wishes.get(i);
            Award award = made.get(i);
            stored = stored.chain(() -> wish.question().alongside().store(session, award));
        }
        return stored;
    }
}
