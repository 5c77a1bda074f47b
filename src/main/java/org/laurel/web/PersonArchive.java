package org.laurel.web;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.Representation;
import org.laurel.hosting.archive.ArchiveFile;
import org.laurel.hosting.archive.ArchiveStream;
import org.laurel.hosting.certificate.Paper;
import org.laurel.issuing.submission.OwnFiles.OwnFile;
import org.laurel.issuing.submission.ReadFile;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.Wording;

/**
 * All that somebody has here as a ZIP: what is kept about them as JSON, their badges in every form, their files. It comes piece
 * by piece, so that neither many badges nor a large file fills the memory.
 */
@Singleton
class PersonArchive {
    private static final List<Representation> FORMS = List.of(
            Representation.JSON, Representation.JWT, Representation.PNG, Representation.SVG, Representation.PDF);

    private static final int LONGEST_NAME = 80;

    private final BadgeFiles badges;
    private final ReadFile read;
    private final Workers workers;
    private final Clock clock;

    PersonArchive(BadgeFiles badges, ReadFile read, Workers workers, Clock clock) {
        this.badges = badges;
        this.read = read;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * What is packed.
     *
     * @param about what is kept about them
     * @param credentials the ids of their badges
     * @param files that they handed in
     * @param words in whose language certificates are
     */
    record Wanted(ArchiveFile about, Multi<String> credentials, List<OwnFile> files, Wording words) {}

    /** The bytes of the ZIP; one that breaks off is none. */
    Multi<byte[]> zip(Wanted wanted) {
        ArchiveStream zip = new ArchiveStream(clock.instant());
        AtomicInteger count = new AtomicInteger();
        return Multi.createBy()
                .concatenating()
                .streams(
                        workers.compute(() -> zip.with(wanted.about())).toMulti(),
                        wanted.credentials()
                                .onItem()
                                .transformToMultiAndConcatenate(id -> badge(id, wanted.words()))
                                .onItem()
                                .transformToUniAndConcatenate(file -> workers.compute(() -> zip.with(file))),
                        Multi.createFrom()
                                .iterable(wanted.files())
                                .onItem()
                                .transformToMultiAndConcatenate(
                                        file -> file(zip, path(file, count.incrementAndGet()), file)),
                        Uni.createFrom().item(zip::end).toMulti());
    }

    private Multi<ArchiveFile> badge(String id, Wording words) {
        BadgeFiles.Print print = BadgeFiles.Print.of(words, Paper.A4);
        return Multi.createFrom().iterable(FORMS).onItem().transformToMultiAndConcatenate(form -> workers.apart(
                        badges.file(id, form, print))
                .onFailure(failure ->
                        isErased(failure) || Hosted.isNotAcceptable(failure)) // or signed in the other form only
                .recoverWithItem(Optional.empty())
                .onItem()
                .transformToMulti(found -> Multi.createFrom()
                        .iterable(found.stream()
                                .map(document -> new ArchiveFile("badges/" + id + "." + form.suffix(), document.body()))
                                .toList())));
    }

    /** One that is erased meanwhile is left out. */
    private static boolean isErased(Throwable failure) {
        return failure instanceof ProblemException problem
                && Set.of(ProblemType.GONE, ProblemType.NOT_FOUND).contains(problem.type());
    }

    private Multi<byte[]> file(ArchiveStream zip, String path, OwnFile file) {
        return Multi.createBy()
                .concatenating()
                .streams(
                        Uni.createFrom().item(() -> zip.open(path)).toMulti(),
                        read.bytes(file.served())
                                .onItem()
                                .transformToUniAndConcatenate(piece -> workers.compute(() -> zip.more(piece))),
                        Uni.createFrom().item(zip::close).toMulti());
    }

    /** Under the name that they gave it, as far as every file system takes it. */
    private static String path(OwnFile file, int number) {
        String name = file.served().name();
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("\\.{2,}", ".");
        String end = safe.length() <= LONGEST_NAME ? safe : safe.substring(safe.length() - LONGEST_NAME);
        return "submissions/" + file.submission() + "/" + number + "-" + end;
    }
}
