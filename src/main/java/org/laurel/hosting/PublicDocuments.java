package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.signing.HostedCredential;
import org.laurel.securing.key.ServiceKey;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.status.StatusListPublisher;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.SharedReads;
import org.laurel.shared.work.Workers;

/** Every document that the public can read, by its path; the doors and our own verifier get the very same bytes. */
@ApplicationScoped
public class PublicDocuments {
    private static final Pattern LIST_ID = Pattern.compile("[1-9]\\d{0,8}-[1-9]\\d{0,5}");

    private final HostingStores stores;
    private final StatusListPublisher statusLists;
    private final BaseUrl base;
    private final ServiceKey serviceKey;
    private final SharedReads<String, Optional<PublicDocument>> didDocuments;
    private final SharedReads<ListInForm, Optional<PublicDocument>> lists;

    PublicDocuments(
            HostingStores stores,
            StatusListPublisher statusLists,
            BaseUrl base,
            ServiceKey serviceKey,
            Workers workers) {
        this.stores = stores;
        this.statusLists = statusLists;
        this.base = base;
        this.serviceKey = serviceKey;
        this.didDocuments = new SharedReads<>(workers, SharedReads.Rest.LONG, this::readDidDocument);
        this.lists = new SharedReads<>(workers, SharedReads.Rest.LONG, this::readStatusList);
    }

    private record ListInForm(String listId, Representation form) {}

    /**
     * The hosted credential, byte for byte as it was signed; empty when there is none; fails with a 406 problem when it was not
     * signed in this form.
     */
    public Uni<Optional<PublicDocument>> credential(String id, Representation form) {
        return hosted(id)
                .map(found -> found.map(
                        hosted -> PublicDocument.of(hosted, form).orElseThrow(() -> Hosted.otherFormOnly(form))));
    }

    /** The same in JSON, or as a JWT when it was signed as that only: {@link PublicDocument#form} tells. */
    public Uni<Optional<PublicDocument>> signed(String id) {
        return hosted(id)
                .map(found -> found.map(hosted -> PublicDocument.of(hosted, Representation.JSON)
                        .or(() -> PublicDocument.of(hosted, Representation.JWT))
                        .orElseThrow()));
    }

    private Uni<Optional<HostedCredential>> hosted(String id) {
        return PublicId.parse(id)
                .map(stores.credentials()::find)
                .orElse(Uni.createFrom().item(Optional.empty()));
    }

    /** A status list, signed in the form that is asked for; it comes where the query ended ({@link SharedReads}). */
    public Uni<Optional<PublicDocument>> statusList(String listId, Representation form) {
        return LIST_ID.matcher(listId).matches()
                ? lists.read(new ListInForm(listId, form))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<PublicDocument>> readStatusList(ListInForm asked) {
        String listId = asked.listId();
        int dash = listId.indexOf('-');
        int issuerNo = Integer.parseInt(listId.substring(0, dash));
        int listNo = Integer.parseInt(listId.substring(dash + 1));
        ProofFormat format = asked.form() == Representation.JWT ? ProofFormat.VC_JWT : ProofFormat.DATA_INTEGRITY;
        return stores.issuers()
                .find(issuerNo)
                .chain(issuer -> issuer.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : stores.keys()
                                .ring(issuer.get().keys())
                                .chain(ring -> statusLists.publish(ring, listNo, base.statusList(listId), format))
                                .map(published -> published.map(
                                        list -> PublicDocument.of(list.secured().bytes(), StatusListPublisher.TTL))));
    }

    /** The DID document of an issuer; it comes where the query ended ({@link SharedReads}). */
    public Uni<Optional<PublicDocument>> didDocument(String slug) {
        return didDocuments.read(slug);
    }

    private Uni<Optional<PublicDocument>> readDidDocument(String slug) {
        return stores.issuers().find(slug).chain(found -> {
            Optional<Issuer> issuer = found.filter(one -> one.slug().value().equals(slug));
            return issuer.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : stores.keys()
                            .ring(issuer.get().keys())
                            .map(ring -> Optional.of(PublicDocument.of(
                                    DidDocuments.document(issuer.get().did(), base.issuer(slug), ring))));
        });
    }

    /** Every issuer's public keys, and that of the service itself, which signs receipts. */
    public Uni<PublicDocument> keySet() {
        return stores.keys().all().map(keys -> PublicDocument.of(DidDocuments.keySet(keys, serviceKey.jwk())));
    }

    /** An issuer by slug or id. */
    public Uni<Optional<Issuer>> issuer(String slugOrId) {
        return stores.issuers().find(slugOrId);
    }

    /** The issuer of a micro-credential. */
    public Uni<Optional<Issuer>> issuerOf(AchievementDefinition definition) {
        return stores.issuers().find(definition.issuerNo());
    }

    /** A published micro-credential; drafts are nobody's business. */
    public Uni<Optional<AchievementDefinition>> achievement(String id) {
        return stores.achievements()
                .find(id)
                .map(found -> found.filter(definition -> definition.state().isPublic()));
    }

    /** The newest published version that was made from a micro-credential, at first or at second hand. */
    public Uni<Optional<AchievementDefinition>> newest(AchievementDefinition definition) {
        return stores.achievements().newest(definition);
    }
}
