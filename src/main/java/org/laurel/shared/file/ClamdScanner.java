package org.laurel.shared.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.laurel.shared.work.DaemonThreads;

/** Asks clamd by its own protocol (INSTREAM), at an address that the operator sets; off without one. */
@ApplicationScoped
class ClamdScanner implements VirusScanner {
    private static final Logger LOG = Logger.getLogger(ClamdScanner.class);
    private static final byte[] START = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;

    /** Hangs up on who does not answer; nothing else ends a blocking channel. */
    private static final ScheduledExecutorService ALARM =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("clamd-alarm-"));

    private final Optional<SocketAddress> address;
    private final Duration patience;

    @Inject
    ClamdScanner(ScannerConfig config) {
        this(address(config), Duration.ofMinutes(2));
    }

    /** For tests. */
    ClamdScanner(Optional<SocketAddress> address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    private static Optional<SocketAddress> address(ScannerConfig config) {
        Optional<SocketAddress> local = config.socket().map(UnixDomainSocketAddress::of);
        return local.isPresent() ? local : config.host().map(host -> new InetSocketAddress(host, config.port()));
    }

    @Override
    public Verdict scan(ReadableByteChannel bytes) {
        if (address.isEmpty()) {
            return Verdict.CLEAN;
        }
        try (SocketChannel channel = opened(address.get())) {
            ScheduledFuture<?> alarm =
                    ALARM.schedule(() -> hangUp(channel), patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(resolved(address.get()));
                return verdict(asked(channel, bytes));
            } finally {
                alarm.cancel(false);
            }
        } catch (DamagedFileException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "the scanner for viruses cannot be asked: %s", e.getClass().getSimpleName());
            return Verdict.AWAY;
        }
    }

    private static SocketChannel opened(SocketAddress address) throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /** A name is looked up anew each time. */
    private static SocketAddress resolved(SocketAddress address) {
        return address instanceof InetSocketAddress named
                ? new InetSocketAddress(named.getHostString(), named.getPort())
                : address;
    }

    private static void hangUp(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("the connection to the scanner was closed already", e);
        }
    }

    private static String asked(SocketChannel channel, ReadableByteChannel bytes) throws IOException {
        write(channel, ByteBuffer.wrap(START));
        ByteBuffer piece = ByteBuffer.allocate(4 + PIECE);
        while (true) {
            piece.clear().position(4);
            if (bytes.read(piece) < 0) {
                break;
            }
            piece.putInt(0, piece.position() - 4).flip();
            write(channel, piece);
        }
        write(channel, ByteBuffer.allocate(4));
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII).replace("\0", "");
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.endsWith(" FOUND")) {
            return Verdict.INFECTED;
        }
        return answer.equals("stream: OK") ? Verdict.CLEAN : Verdict.AWAY;
    }
}
