package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.ProblemKind;

/** Finds the keys that may have signed an assertion: the one that it names, or else those of the issuer's profile. */
final class SigningKeys {
    private static final int MOST = 4;

    private final BadgeDocuments documents;
    private final Workers workers;

    SigningKeys(BadgeDocuments documents, Workers workers) {
        this.documents = documents;
        this.workers = workers;
    }

    /** Each key or why it could not be had, at most four; fails with {@link PartException} when none is named. */
    Uni<List<Candidate>> of(AssertionFindings findings) {
        String creator = Texts.iri(findings.assertion().verification().path("creator"));
        List<JsonNode> listed = Texts.values(findings.issuer().path("publicKey"));
        List<String> ids =
                creator.isEmpty() ? listed.stream().map(Texts::iri).limit(MOST).toList() : List.of(creator);
        return ids.isEmpty()
                ? Uni.createFrom()
                        .failure(PartException.wrong(
                                ProblemKind.KEY_NOT_FOUND,
                                "neither the assertion names the key that signed nor the issuer's profile any"))
                : Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> candidate(id, listed))
                        .collect()
                        .asList();
    }

    private Uni<Candidate> candidate(String id, List<JsonNode> listed) {
        return document(id, listed)
                .chain(document -> workers.compute(() -> read(document, id)))
                .onFailure(PartException.class)
                .recoverWithItem(failure -> new Candidate(Optional.empty(), Optional.of((PartException) failure)));
    }

    /** A key that is written out in the published profile is there already. */
    private Uni<JsonNode> document(String id, List<JsonNode> listed) {
        Optional<JsonNode> writtenOut = listed.stream()
                .filter(key -> key.isObject() && Texts.iri(key).equals(id))
                .findFirst();
        if (writtenOut.isPresent()) {
            return Uni.createFrom().item(writtenOut.get());
        }
        return Texts.isUrl(id)
                ? documents.get(id, Part.KEY).chain(read -> ownAddress(read.json(), id))
                : Uni.createFrom()
                        .failure(PartException.wrong(
                                ProblemKind.KEY_NOT_FOUND,
                                "the key is named by " + (id.isEmpty() ? "nothing" : id) + ", which is no https URL"));
    }

    private static Uni<JsonNode> ownAddress(JsonNode document, String id) {
        String named = document.path("id").asText(id);
        return named.equals(id)
                ? Uni.createFrom().item(document)
                : Uni.createFrom()
                        .failure(PartException.wrong(
                                ProblemKind.KEY_NOT_FOUND, "at " + id + " is another key, " + named));
    }

    private static Candidate read(JsonNode document, String id) {
        try {
            return new Candidate(Optional.of(CryptographicKey.of(document, id)), Optional.empty());
        } catch (PartException e) {
            return new Candidate(Optional.empty(), Optional.of(e));
        }
    }

    /**
     * A key, or why it could not be had.
     *
     * @param key the key
     * @param failure why not
     */
    record Candidate(Optional<CryptographicKey> key, Optional<PartException> failure) {}
}
