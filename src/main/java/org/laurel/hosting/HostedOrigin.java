package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.OwnOrigin;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.work.Workers;

/** Answers our own addresses in-process with the bytes that the public gets, so that our verifier needs no way out and back. */
@ApplicationScoped
class HostedOrigin implements OwnOrigin {
    private static final List<Representation> SIGNED = List.of(Representation.JSON, Representation.JWT);

    private final PublicDocuments documents;
    private final EndorsedDocuments endorsed;
    private final CredentialPictures pictures;
    private final BaseUrl base;
    private final Clock clock;
    private final Workers workers;

    HostedOrigin(
            PublicDocuments documents,
            EndorsedDocuments endorsed,
            CredentialPictures pictures,
            BaseUrl base,
            Clock clock,
            Workers workers) {
        this.documents = documents;
        this.endorsed = endorsed;
        this.pictures = pictures;
        this.base = base;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public boolean owns(URI uri) {
        return (uri.getScheme() + "://" + uri.getAuthority()).equals(base.text());
    }

    @Override
    public Uni<Optional<Fetched>> answer(URI uri, String accept) {
        String path = uri.getPath() == null ? "" : uri.getPath();
        String[] parts = path.split("/", -1);
        if (parts.length == 4 && parts[1].equals("issuers") && parts[3].equals("did.json")) {
            return documents
                    .didDocument(parts[2])
                    .map(found -> found.map(document -> fetched(uri, "application/did+json", document)));
        }
        if (path.equals("/.well-known/jwks.json")) {
            return workers.onEventLoop(documents.keySet())
                    .map(document -> Optional.of(fetched(uri, "application/jwk-set+json", document)));
        }
        if (parts.length != 3) {
            return Uni.createFrom().item(Optional.empty());
        }
        return signed(uri, parts, accept);
    }

    private Uni<Optional<Fetched>> signed(URI uri, String[] parts, String accept) {
        Suffixed name = Suffixed.of(parts[2]);
        if (parts[1].equals("credentials")
                && name.form().filter(Representation::isPicture).isPresent()) {
            Representation form = name.form().get();
            return workers.onEventLoop(pictures.picture(name.name(), form))
                    .map(found ->
                            found.map(one -> fetched(uri, form.mediaTypes().get(0), one)));
        }
        if (name.form().filter(form -> form == Representation.PDF).isPresent()) {
            return workers.onEventLoop(documents.signed(name.name())) // which the PDF carries byte for byte
                    .map(found -> found.map(
                            one -> fetched(uri, one.form().mediaTypes().get(1), one)));
        }
        if (name.form().filter(form -> form == Representation.HTML).isPresent()
                || name.choose(accept, SIGNED).isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Hosted.best(name, accept, SIGNED, choice -> document(parts[1], name.name(), choice)
                .map(found -> found.map(one -> fetched(uri, choice.mediaType(), one))));
    }

    private Uni<Optional<PublicDocument>> document(String folder, String name, Negotiation.Choice choice) {
        return folder.equals("status")
                ? documents.statusList(name, choice.form())
                : workers.onEventLoop(read(folder, name, choice.form()));
    }

    private Uni<Optional<PublicDocument>> read(String folder, String name, Representation form) {
        return switch (folder) {
            case "credentials" -> documents.credential(name, form);
            case "endorsements" -> endorsed.endorsement(name, form);
            case "achievements" ->
                documents.achievement(name).chain(found -> found.map(
                                one -> endorsed.achievement(one).map(Optional::of))
                        .orElse(Uni.createFrom().item(Optional.empty())));
            case "issuers" ->
                documents.issuer(name).chain(found -> found.map(
                                one -> endorsed.profile(one).map(Optional::of))
                        .orElse(Uni.createFrom().item(Optional.empty())));
            default -> Uni.createFrom().item(Optional.empty());
        };
    }

    private Fetched fetched(URI uri, String mediaType, PublicDocument document) {
        return new Fetched(uri, mediaType, document.body(), clock.instant());
    }
}
