package org.laurel.shared.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.FakeClamd;
import org.laurel.shared.file.VirusScanner.Verdict;

class ClamdScannerTest {
    private final FakeClamd clamd = new FakeClamd(0);

    @AfterEach
    void close() {
        clamd.close();
    }

    @Test
    void what_is_clean_passes_and_a_virus_is_found_wherever_it_stands() {
        String clean = "a".repeat(200_000);
        assertThat(scan(clean)).isEqualTo(Verdict.CLEAN);
        assertThat(scan("")).isEqualTo(Verdict.CLEAN);
        assertThat(scan(clean + FakeClamd.VIRUS)).isEqualTo(Verdict.INFECTED);
    }

    @Test
    void who_is_away_or_says_something_else_or_nothing_has_not_looked() {
        clamd.say("INSTREAM size limit exceeded. ERROR");
        assertThat(scan("a")).isEqualTo(Verdict.AWAY);
        clamd.say("stream: OKAY");
        assertThat(scan("a")).isEqualTo(Verdict.AWAY);
        clamd.say(FakeClamd.SILENT);
        assertThat(scan("a")).isEqualTo(Verdict.AWAY);
        clamd.close();
        assertThat(scan("a")).isEqualTo(Verdict.AWAY);
    }

    @Test
    void without_one_nobody_is_asked() {
        assertThat(new ClamdScanner(Optional.empty(), Duration.ofSeconds(1))
                        .scan(Channels.newChannel(new ByteArrayInputStream(new byte[1]))))
                .isEqualTo(Verdict.CLEAN);
    }

    private Verdict scan(String text) {
        SocketAddress address = new InetSocketAddress("localhost", clamd.port());
        return new ClamdScanner(Optional.of(address), Duration.ofSeconds(1))
                .scan(Channels.newChannel(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))));
    }
}
