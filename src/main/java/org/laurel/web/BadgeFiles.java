package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.laurel.hosting.CredentialPictures;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.hosting.certificate.Paper;
import org.laurel.verifying.report.Wording;

/** A badge in each form that is a file. */
@Singleton
class BadgeFiles {
    private final PublicDocuments documents;
    private final CredentialPictures pictures;
    private final Certificates certificates;

    BadgeFiles(PublicDocuments documents, CredentialPictures pictures, Certificates certificates) {
        this.documents = documents;
        this.pictures = pictures;
        this.certificates = certificates;
    }

    /** The file; empty when there is no such badge. */
    Uni<Optional<PublicDocument>> file(String id, Representation form, Print print) {
        if (form == Representation.PDF) {
            return certificates.certificate(id, print);
        }
        return form.isPicture() ? pictures.picture(id, form) : documents.credential(id, form);
    }

    /**
     * How a certificate is printed.
     *
     * @param words in which language
     * @param paper on which paper
     * @param archived whether as a copy that knows nothing of later days
     */
    record Print(Wording words, Paper paper, boolean archived) {
        static Print of(Wording words, Paper paper) {
            return new Print(words, paper, false);
        }
    }
}
