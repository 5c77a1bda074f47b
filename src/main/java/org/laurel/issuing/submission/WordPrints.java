package org.laurel.issuing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.laurel.shared.encoding.HmacSha256;
import org.laurel.shared.sealing.PersonKeys;

/**
 * Fingerprints of words, by which the nearly same is found again (MinHash, Broder 1997, in bands): of all runs of four words,
 * whatever their case and punctuation, the least of each of 64 keyed orders. Two texts agree in as many places as they share
 * of their runs. The key is the organisation's, so that a fingerprint tells nothing of the words, and nothing elsewhere.
 */
@ApplicationScoped
class WordPrints {
    private static final int ORDERS = 64;
    private static final int BANDS = 16;
    private static final int RUN = 4;
    private static final int FEWEST = 20;
    private static final int MOST = 60_000;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final PersonKeys keys;

    WordPrints(PersonKeys keys) {
        this.keys = keys;
    }

    /** Of a text; empty where it has too few words to say anything. */
    Optional<byte[]> of(int issuerNo, String text) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty() && words.size() < MOST) {
                words.add(word);
            }
        }
        if (words.size() < FEWEST) {
            return Optional.empty();
        }
        Mac mac = HmacSha256.under(keys.lookup(issuerNo, "evidence/words"));
        long[] factors = new long[ORDERS];
        for (int i = 0; i < ORDERS; i++) {
            factors[i] = number(mac, "order/" + i) | 1;
        }
        int[] least = new int[ORDERS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int from = 0; from + RUN <= words.size(); from++) {
            long run = number(mac, "run/" + String.join(" ", words.subList(from, from + RUN)));
            for (int i = 0; i < ORDERS; i++) {
                least[i] = Math.min(least[i], (int) (mixed(run * factors[i]) >>> 33));
            }
        }
        ByteBuffer print = ByteBuffer.allocate(4 * ORDERS);
        print.asIntBuffer().put(least);
        return Optional.of(print.array());
    }

    /** Of the bytes of a file. */
    byte[] ofFile(int issuerNo, String digest) {
        return keys.lookup(issuerNo, "evidence/file/" + digest);
    }

    /** Some of it together, of which the nearly same has at least one in common. */
    static Long[] bands(byte[] print) {
        ByteBuffer buffer = ByteBuffer.wrap(print);
        Long[] bands = new Long[BANDS];
        for (int i = 0; i < BANDS; i++) {
            long band = i + 1L;
            for (int k = 0; k < ORDERS / BANDS; k++) {
                band = mixed(band * 0x9E3779B97F4A7C15L + buffer.getInt());
            }
            bands[i] = band;
        }
        return bands;
    }

    /** How much of two is the same, of a hundred. */
    static int alike(byte[] one, byte[] other) {
        ByteBuffer first = ByteBuffer.wrap(one);
        ByteBuffer second = ByteBuffer.wrap(other);
        int same = 0;
        for (int i = 0; i < ORDERS; i++) {
            same += first.getInt(4 * i) == second.getInt(4 * i) ? 1 : 0;
        }
        return 100 * same / ORDERS;
    }

    private static long mixed(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static long number(Mac mac, String text) {
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
