package org.laurel.hosting;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementState;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.picture.Pictures;
import org.laurel.securing.status.StatusListPublisher;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** All that an issuer has hosted here, one after the other, read as it is asked for. */
@ApplicationScoped
public class IssuerHoldings {
    private final HostingStores stores;
    private final StatusListPublisher statusLists;
    private final Pictures pictures;
    private final BaseUrl base;

    IssuerHoldings(HostingStores stores, StatusListPublisher statusLists, Pictures pictures, BaseUrl base) {
        this.pictures = pictures;
        this.stores = stores;
        this.statusLists = statusLists;
        this.base = base;
    }

    /** The public ids of its badges, newest first, without those that were erased. */
    public Multi<String> credentials(Issuer issuer) {
        return all(page -> stores.credentials().list(issuer.number(), page));
    }

    /** Its micro-credentials that are or were public. */
    public Multi<AchievementDefinition> achievements(Issuer issuer) {
        return all(page -> stores.achievements().list(Optional.of(Set.of(issuer.number())), Optional.empty(), page))
                .filter(definition -> definition.state() != AchievementState.DRAFT);
    }

    /** The endorsements that it has made, newest first; those that it took back, too. */
    public Multi<Endorsed> endorsements(Issuer issuer) {
        return all(page -> stores.endorsements().list(issuer.number(), page))
                .onItem()
                .transformToUniAndConcatenate(one -> stores.endorsements()
                        .hosted(PublicId.parse(one.id()).orElseThrow())
                        .map(Optional::orElseThrow)
                        .map(hosted -> new Endorsed(
                                one.id(),
                                PublicDocument.of(hosted, Representation.JSON).orElseThrow(),
                                PublicDocument.of(hosted, Representation.JWT).orElseThrow())));
    }

    /**
     * An endorsement.
     *
     * @param id the last part of its address
     * @param json with embedded proofs
     * @param jwt as VC-JWT
     */
    public record Endorsed(String id, PublicDocument json, PublicDocument jwt) {}

    /** The pictures that it has uploaded, those that nothing shows any more among them: a badge may name them. */
    public Multi<Picture> pictures(Issuer issuer) {
        return pictures.of(issuer.number())
                .onItem()
                .transformToMulti(names -> Multi.createFrom().iterable(names))
                .onItem()
                .transformToUniAndConcatenate(
                        name -> pictures.find(name).map(png -> new Picture(name.toString(), png.orElseThrow())));
    }

    /**
     * A picture.
     *
     * @param name the last part of its address
     * @param png its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // written, never compared
    public record Picture(String name, byte[] png) {}

    /** Its status lists as copies for elsewhere, which tell nothing from {@code until} on. */
    public Multi<ListCopy> statusLists(Issuer issuer, Instant until) {
        return stores.keys().ring(issuer.keys()).onItem().transformToMulti(ring -> stores.statusLists()
                .numbers(issuer.number())
                .onItem()
                .transformToMulti(numbers -> Multi.createFrom().iterable(numbers))
                .onItem()
                .transformToUniAndConcatenate(number -> {
                    String id = issuer.number() + "-" + number;
                    return statusLists
                            .copy(ring, number, base.statusList(id), until)
                            .map(copy -> new ListCopy(id, copy.orElseThrow()));
                }));
    }

    /**
     * A status list as it was copied.
     *
     * @param id as in its address
     * @param copy the signed list
     */
    public record ListCopy(String id, StatusListPublisher.Copy copy) {}

    private static <T> Multi<T> all(Function<PageRequest, Uni<Page<T>>> list) {
        AtomicLong before = new AtomicLong(Long.MAX_VALUE);
        return Multi.createBy()
                .repeating()
                .uni(() -> list.apply(new PageRequest(PageRequest.MAX_LIMIT, before.get())))
                .whilst(page -> {
                    page.next().ifPresent(before::set);
                    return page.next().isPresent();
                })
                .onItem()
                .transformToIterable(Page::items);
    }
}
