package org.laurel.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.hosting.EndorsedDocuments;
import org.laurel.hosting.IssuerHoldings;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.archive.ArchiveFile;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * All that an issuer has hosted as files, which any file server can serve under the same origin. They come one after the
 * other, so that neither a large issuer nor a slow reader fills the memory; the account of them comes last.
 */
@Singleton
class IssuerArchive {
    private static final List<String> ASSETS = List.of("normalize.css", "laurel.css", "laurel.js", "laurel.svg");

    private final IssuerHoldings holdings;
    private final PublicDocuments documents;
    private final EndorsedDocuments endorsed;
    private final ArchivedBadge badges;
    private final ArchivedPages pages;

    IssuerArchive(
            IssuerHoldings holdings,
            PublicDocuments documents,
            EndorsedDocuments endorsed,
            ArchivedBadge badges,
            ArchivedPages pages) {
        this.holdings = holdings;
        this.documents = documents;
        this.endorsed = endorsed;
        this.badges = badges;
        this.pages = pages;
    }

    /** The files. */
    Multi<ArchiveFile> files(Issuer issuer, ArchiveRequest request) {
        ArchiveAccount account = new ArchiveAccount(issuer.did(), request.madeAt(), request.statusUntil());
        return Multi.createBy()
                .concatenating()
                .streams(
                        assets(),
                        issuerFiles(issuer, request),
                        holdings.pictures(issuer)
                                .map(picture -> new ArchiveFile("images/" + picture.name(), picture.png())),
                        holdings.achievements(issuer)
                                .onItem()
                                .transformToMultiAndConcatenate(
                                        definition -> achievementFiles(definition, request, account)),
                        holdings.credentials(issuer)
                                .onItem()
                                .transformToMultiAndConcatenate(id -> credentialFiles(id, request, account)),
                        holdings.endorsements(issuer)
                                .onItem()
                                .transformToMultiAndConcatenate(made -> endorsementFiles(made, account)),
                        holdings.statusLists(issuer, request.statusUntil())
                                .onItem()
                                .transformToMultiAndConcatenate(list -> listFiles(list, account)),
                        Multi.createFrom().deferred(() -> pages.accountFiles(issuer, request, account)));
    }

    private Multi<ArchiveFile> assets() {
        return Multi.createFrom().iterable(ASSETS).map(name -> new ArchiveFile("assets/" + name, pages.asset(name)));
    }

    private Multi<ArchiveFile> issuerFiles(Issuer issuer, ArchiveRequest request) {
        String folder = "issuers/" + issuer.slug();
        return Multi.createBy()
                .concatenating()
                .streams(
                        pages.issuer(issuer, request.words())
                                .map(html -> ArchiveFile.of(folder + "/index.html", html))
                                .toMulti(),
                        endorsed.profile(issuer)
                                .map(profile -> new ArchiveFile(folder + ".json", profile.body()))
                                .toMulti(),
                        documents
                                .didDocument(issuer.slug().value())
                                .map(found -> new ArchiveFile(folder + "/did.json", body(found)))
                                .toMulti(),
                        documents
                                .keySet()
                                .map(keys -> new ArchiveFile(".well-known/jwks.json", keys.body()))
                                .toMulti());
    }

    private Multi<ArchiveFile> achievementFiles(
            AchievementDefinition definition, ArchiveRequest request, ArchiveAccount account) {
        account.countAchievement();
        String path = "achievements/" + definition.id();
        return Multi.createBy()
                .concatenating()
                .streams(
                        pages.achievement(definition, request.words())
                                .map(html -> ArchiveFile.of(path + "/index.html", html))
                                .toMulti(),
                        endorsed.achievement(definition)
                                .map(json -> new ArchiveFile(path + ".json", json.body()))
                                .toMulti());
    }

    /** One that is erased while the archive is made is left out. */
    private Multi<ArchiveFile> credentialFiles(String id, ArchiveRequest request, ArchiveAccount account) {
        Uni<List<ArchiveFile>> files = badges.files(id, request)
                .invoke(account::countCredential)
                .onFailure(IssuerArchive::isErased)
                .recoverWithItem(List.of());
        return files.onItem().transformToMulti(all -> Multi.createFrom().iterable(all));
    }

    private static boolean isErased(Throwable failure) {
        return failure instanceof ProblemException problem
                && Set.of(ProblemType.GONE, ProblemType.NOT_FOUND).contains(problem.type());
    }

    /** What it says of others, at the addresses where they list it. */
    private static Multi<ArchiveFile> endorsementFiles(IssuerHoldings.Endorsed made, ArchiveAccount account) {
        account.countEndorsement();
        String path = "endorsements/" + made.id();
        return Multi.createFrom()
                .items(
                        new ArchiveFile(path + ".json", made.json().body()),
                        new ArchiveFile(path + ".jwt", made.jwt().body()));
    }

    /** Badges name their list without a suffix; that file is the JSON. */
    private static Multi<ArchiveFile> listFiles(IssuerHoldings.ListCopy list, ArchiveAccount account) {
        account.add(list);
        String path = "status/" + list.id();
        return Multi.createFrom()
                .items(
                        new ArchiveFile(path, list.copy().json()),
                        new ArchiveFile(path + ".json", list.copy().json()),
                        new ArchiveFile(path + ".jwt", list.copy().jwt()));
    }

    private static byte[] body(Optional<PublicDocument> found) {
        return found.orElseThrow().body();
    }
}
