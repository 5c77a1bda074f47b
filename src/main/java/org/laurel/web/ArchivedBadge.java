package org.laurel.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.hosting.CredentialPictures;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.archive.ArchiveFile;
import org.laurel.hosting.picture.QrPicture;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** A badge as files: its page, and each form by its suffix. */
@Singleton
class ArchivedBadge {
    private final BadgeFiles badges;
    private final CredentialPictures pictures;
    private final ArchivedPages pages;
    private final BaseUrl base;

    ArchivedBadge(BadgeFiles badges, CredentialPictures pictures, ArchivedPages pages, BaseUrl base) {
        this.badges = badges;
        this.pictures = pictures;
        this.pages = pages;
        this.base = base;
    }

    /** The files; fails with a 404 or 410 problem when there is no such badge any more. */
    Uni<List<ArchiveFile>> files(String id, ArchiveRequest request) {
        String path = "credentials/" + id;
        BadgeFiles.Print print = new BadgeFiles.Print(request.words(), request.paper(), true);
        Multi<ArchiveFile> forms = Multi.createFrom()
                .iterable(request.forms().stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(form -> badges.file(id, form, print)
                        .map(found -> new ArchiveFile(path + "." + form.suffix(), body(found)))
                        .onFailure(Hosted::isNotAcceptable) // signed in the other form only
                        .recoverWithNull());
        Uni<ArchiveFile> page =
                pages.credential(id, request.words()).map(html -> ArchiveFile.of(path + "/index.html", html));
        Uni<ArchiveFile> card = pictures.card(id).map(found -> new ArchiveFile(path + "/card.png", body(found)));
        Uni<ArchiveFile> code =
                Uni.createFrom().item(() -> new ArchiveFile(path + "/qr.svg", QrPicture.svg(base.credential(id))));
        return Multi.createBy()
                .concatenating()
                .streams(forms, page.toMulti(), card.toMulti(), code.toMulti())
                .collect()
                .asList();
    }

    private static byte[] body(Optional<PublicDocument> found) {
        return found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such badge."))
                .body();
    }
}
