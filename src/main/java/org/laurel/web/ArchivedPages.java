package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.laurel.hosting.archive.ArchiveFile;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.json.JsonColumns;
import org.laurel.verifying.report.Wording;

/** The pages of an archive as text: those of the service without what needs one. */
@Singleton
class ArchivedPages {
    private static final String ASSETS = "META-INF/resources/assets/";

    private final CredentialPages credentials;
    private final PublicPages pages;
    private final Template about;
    private final Template readMe;

    ArchivedPages(
            CredentialPages credentials,
            PublicPages pages,
            @Location("web/archive.html") Template about,
            @Location("web/archive.txt") Template readMe) {
        this.credentials = credentials;
        this.pages = pages;
        this.about = about;
        this.readMe = readMe;
    }

    /** The share page of a badge; fails with a 404 or 410 problem when there is none any more. */
    Uni<String> credential(String id, Wording words) {
        return credentials.archived(id, words).chain(page -> Html.rendered(page, words));
    }

    /** The page of the issuer. */
    Uni<String> issuer(Issuer issuer, Wording words) {
        return pages.issuer(issuer, words).chain(page -> Html.rendered(page.data("archived", true), words));
    }

    /** The page of a micro-credential. */
    Uni<String> achievement(AchievementDefinition definition, Wording words) {
        return pages.achievement(definition, words).chain(page -> Html.rendered(page.data("archived", true), words));
    }

    /** What is told of the archive as a whole: for people, for programs, and for who serves it. */
    Multi<ArchiveFile> accountFiles(Issuer issuer, ArchiveRequest request, ArchiveAccount account) {
        Wording words = request.words();
        TemplateInstance page = about.data("issuer", issuer.name())
                .data("issuerPath", "/issuers/" + issuer.slug() + "/")
                .data("account", account)
                .data("archive", words.texts("archive."))
                .data("archived", true);
        TemplateInstance text = readMe.data("account", account).data("slug", issuer.slug());
        return Multi.createBy()
                .concatenating()
                .streams(
                        Html.rendered(page, words)
                                .map(html -> ArchiveFile.of("index.html", html))
                                .toMulti(),
                        text.createUni()
                                .map(read -> ArchiveFile.of("README.txt", read))
                                .toMulti(),
                        Multi.createFrom().item(() -> ArchiveFile.of("archive.json", JsonColumns.write(account))));
    }

    /** A style, script or picture of the pages. */
    byte[] asset(String name) {
        try (InputStream found = ArchivedPages.class.getClassLoader().getResourceAsStream(ASSETS + name)) {
            return Objects.requireNonNull(found, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
