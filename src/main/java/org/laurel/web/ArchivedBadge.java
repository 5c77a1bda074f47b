package org.laurel.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.laurel.hosting.CredentialPictures;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.hosting.archive.ArchiveFile;
import org.laurel.hosting.picture.QrPicture;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** A badge as files: its page, and each form by its suffix. */
@Singleton
class ArchivedBadge {
    private final PublicDocuments documents;
    private final CredentialPictures pictures;
    private final Certificates certificates;
    private final ArchivedPages pages;
    private final BaseUrl base;

    ArchivedBadge(
            PublicDocuments documents,
            CredentialPictures pictures,
            Certificates certificates,
            ArchivedPages pages,
            BaseUrl base) {
        this.documents = documents;
        this.pictures = pictures;
        this.certificates = certificates;
        this.pages = pages;
        this.base = base;
    }

    /** The files; fails with a 404 or 410 problem when there is no such badge any more. */
    Uni<List<ArchiveFile>> files(String id, ArchiveRequest request) {
        String path = "credentials/" + id;
        Multi<ArchiveFile> forms = Multi.createFrom()
                .iterable(request.forms().stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(form ->
                        form(id, form, request).map(found -> new ArchiveFile(path + "." + form.suffix(), body(found))));
        Uni<ArchiveFile> page =
                pages.credential(id, request.words()).map(html -> ArchiveFile.of(path + "/index.html", html));
        Uni<ArchiveFile> card = pictures.card(id).map(found -> new ArchiveFile(path + "/card.png", body(found)));
        Uni<ArchiveFile> code = Uni.createFrom()
                .item(() -> new ArchiveFile(
                        path + "/qr.svg",
                        PublicDocument.of(QrPicture.svg(base.credential(id)), Duration.ZERO)
                                .body()));
        return Multi.createBy()
                .concatenating()
                .streams(forms, page.toMulti(), card.toMulti(), code.toMulti())
                .collect()
                .asList();
    }

    private Uni<Optional<PublicDocument>> form(String id, Representation form, ArchiveRequest request) {
        if (form == Representation.PDF) {
            return certificates.certificate(id, request.words(), request.paper());
        }
        return form.isPicture() ? pictures.picture(id, form) : documents.credential(id, form);
    }

    private static byte[] body(Optional<PublicDocument> found) {
        return found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such badge."))
                .body();
    }
}
