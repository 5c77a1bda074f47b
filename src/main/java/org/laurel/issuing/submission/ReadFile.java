package org.laurel.issuing.submission;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.laurel.shared.file.FileWork;
import org.laurel.shared.file.SealedChannel;

/** Reads files of evidence piece by piece, as fast as they are asked for. */
@ApplicationScoped
public class ReadFile {
    private static final int PIECE = 64 * 1024;

    private final FileJudge files;
    private final FileWork work;

    ReadFile(FileJudge files, FileWork work) {
        this.files = files;
        this.work = work;
    }

    /** All of it. */
    public Multi<byte[]> bytes(ServedFile file) {
        return bytes(file, 0, file.size());
    }

    /** From one byte to before another. */
    Multi<byte[]> bytes(ServedFile file, long from, long to) {
        long pieces = (to - from + PIECE - 1) / PIECE;
        return work.bytes(() -> files.open(file)).onItem().transformToMulti(channel -> Multi.createFrom()
                .range(0, (int) pieces)
                .onItem()
                .transformToUniAndConcatenate(i -> work.bytes(() -> read(channel, from + (long) i * PIECE, to)))
                .onTermination()
                .call(() -> work.close(channel)));
    }

    private static byte[] read(SealedChannel channel, long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(PIECE, to - from));
        channel.position(from);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("a file of evidence is shorter than it was");
            }
        }
        return buffer.array();
    }
}
