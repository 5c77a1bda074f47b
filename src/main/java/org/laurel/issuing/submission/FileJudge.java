package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.media.MediaException;
import org.laurel.document.media.MediaFile;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.file.Arrivals;
import org.laurel.shared.file.DamagedFileException;
import org.laurel.shared.file.FileStore;
import org.laurel.shared.file.FileWork;
import org.laurel.shared.file.SealedChannel;
import org.laurel.shared.file.SealedWriter;
import org.laurel.shared.file.VirusScanner;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Judges a file whose last byte has come: whether it is what it says it is; and makes the copy that assessors get. */
@ApplicationScoped
class FileJudge {
    private static final int TEXT_LOOKED_AT = 400_000;
    private static final int PIECE = 64 * 1024;
    private static final String INFECTED = "infected";

    private final Arrivals arrivals;
    private final FileStore store;
    private final EvidenceFiles files;
    private final FileWork work;
    private final EducatorNames names;
    private final VirusScanner scanner;
    private final WordPrints prints;

    FileJudge(
            Arrivals arrivals,
            FileStore store,
            EvidenceFiles files,
            FileWork work,
            EducatorNames names,
            VirusScanner scanner,
            WordPrints prints) {
        this.arrivals = arrivals;
        this.store = store;
        this.files = files;
        this.work = work;
        this.names = names;
        this.scanner = scanner;
        this.prints = prints;
    }

    /** The file, ready to be shown; a 422 problem, and then it is gone, when it is not what it says it is, or is not taken. */
    Uni<EvidenceFile> judge(EvidenceFile file) {
        return names.of(file)
                .chain(called -> work.whole(() -> judged(file, called)))
                .chain(judged -> files.arrived(file, judged.state(), judged.about()))
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : forget(file.id()).map(gone -> {
                            throw ProblemException.of(
                                    ProblemType.NOT_FOUND, "The file was removed, or had expired, meanwhile.");
                        }))
                .onFailure(FileJudge::isRefusal)
                .call(failure -> refused(file, (ProblemException) failure));
    }

    /** What came of it. */
    private record Judged(EvidenceFile.About about, FileState state) {}

    private Uni<Void> refused(EvidenceFile file, ProblemException why) {
        boolean infected = why.violations().stream().anyMatch(one -> one.code().equals(INFECTED));
        return files.refuse(file, infected ? "submission.file-infected" : "submission.file-refused")
                .chain(() -> forget(file.id()));
    }

    /** Has one scanned that could not be before; it stays as it is where nobody can be asked still. */
    Uni<Void> rescan(EvidenceFile file) {
        return work.whole(() -> {
                    try (SealedChannel channel = open(file.served())) {
                        return scanned(channel);
                    }
                })
                .chain(state -> state == FileState.READY
                        ? files.arrived(file, state, file.about()).replaceWithVoid()
                        : Uni.createFrom().voidItem())
                .onFailure(FileJudge::isRefusal)
                .recoverWithUni(failure -> refused(file, (ProblemException) failure));
    }

    /** A 422 problem when a virus was found. */
    private FileState scanned(SealedChannel channel) {
        channel.position(0);
        return switch (scanner.scan(channel)) {
            case CLEAN -> FileState.READY;
            case AWAY -> FileState.UNSCANNED;
            case INFECTED ->
                throw ProblemException.of(
                        ProblemType.INVALID,
                        List.of(new Violation(
                                "/name", INFECTED, "The scanner found a virus in the file; it was removed.")));
        };
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.INVALID;
    }

    private Judged judged(EvidenceFile file, List<String> called) throws IOException {
        EvidenceFile.About about;
        FileState state;
        try (SealedChannel channel = SealedChannel.open(arrivals.path(file.stored()), file.key(), file.context())) {
            state = scanned(channel);
            about = looked(file, channel, called);
        } catch (MediaException e) {
            throw ProblemException.of(ProblemType.INVALID, List.of(new Violation("/name", e.code(), e.detail())));
        } catch (DamagedFileException e) {
            arrivals.delete(file.stored());
            throw ProblemException.of(
                    ProblemType.CONFLICT, "What came was not kept whole; send the file from its first byte again.");
        }
        store.put(file.stored(), arrivals.path(file.stored()));
        if (about.blind() != null) {
            store.put(EvidenceFile.storedBlind(file.id()), arrivals.path(EvidenceFile.storedBlind(file.id())));
        }
        return new Judged(about, state);
    }

    private EvidenceFile.About looked(EvidenceFile file, SealedChannel channel, List<String> called)
            throws IOException {
        String digest = digest(channel);
        MediaFile media = MediaFile.open(channel, file.about().kind());
        String text = media.text(TEXT_LOOKED_AT);
        Recognisable recognisable = new Recognisable(called);
        return new EvidenceFile.About(
                file.about().name(),
                file.about().kind(),
                digest,
                media.isCleaned() ? cleaned(file, media) : null,
                recognisable.words(text),
                Recognisable.hasAddress(text),
                prints.of(file.issuerNo(), text).map(Hex::encode).orElse(null));
    }

    private EvidenceFile.@Nullable Blind cleaned(EvidenceFile file, MediaFile media) throws IOException {
        String name = EvidenceFile.storedBlind(file.id());
        arrivals.delete(name);
        MessageDigest digest = Sha256.digest();
        try (SealedWriter writer = arrivals.write(name, file.key(), file.blindContext())) {
            OutputStream out = new DigestOutputStream(writer, digest);
            media.clean(out);
            writer.finish();
            return new EvidenceFile.Blind(Hex.encode(digest.digest()), writer.size());
        }
    }

    private static String digest(SeekableByteChannel channel) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteBuffer buffer = ByteBuffer.allocate(PIECE);
        channel.position(0);
        while (channel.read(buffer.clear()) >= 0) {
            digest.update(buffer.flip());
        }
        return Hex.encode(digest.digest());
    }

    /** Removes the bytes of one that is gone, wherever they are, and then that there was one. */
    Uni<Void> forget(String id) {
        return work.bytes(() -> {
                    for (String name : List.of(EvidenceFile.stored(id), EvidenceFile.storedBlind(id))) {
                        arrivals.delete(name);
                        store.delete(name);
                    }
                    return id;
                })
                .chain(files::forget);
    }

    /** Removes the bytes of one that was removed, unless something that was submitted has them, or they are being written. */
    Uni<Void> cleared(EvidenceFile file) {
        return files.isGone(file)
                .chain(gone -> gone && arrivals.take(file.stored())
                        ? forget(file.id()).onTermination().invoke(() -> arrivals.giveBack(file.stored()))
                        : Uni.createFrom().voidItem());
    }

    /** The sealed bytes of a file, opened; the channel is for one thread at a time, and whoever asks closes it. */
    SealedChannel open(ServedFile file) {
        try {
            return SealedChannel.of(store.open(file.stored()), file.key(), file.context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
