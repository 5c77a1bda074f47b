package org.laurel.securing.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.rule.AllRules;
import org.laurel.shared.encoding.CompressedBits;

class StatusListCompositionTest {
    private static final String URL = "https://badges.example/status/1/2";

    @ParameterizedTest
    @ValueSource(ints = {StatusLists.SIZE, 1, 1000})
    void every_position_has_its_own_index(int size) {
        IndexPermutation permutation = new IndexPermutation(new byte[32], size);
        BitSet seen = new BitSet(size);
        for (int position = 0; position < size; position++) {
            int index = permutation.indexOf(position);
            assertThat(index >= 0 && index < size).isTrue();
            seen.set(index);
        }
        assertThat(seen.cardinality()).isEqualTo(size);
    }

    @Test
    void another_key_gives_another_order_and_the_same_key_the_same() {
        int[] one = order(1);
        int[] two = order(2);
        assertThat(order(1)).isEqualTo(one);
        assertThat(IntStream.range(0, 1000).filter(i -> one[i] == two[i]).count())
                .isLessThan(20);
    }

    @Test
    void neighbours_in_time_are_not_neighbours_in_the_list() {
        int[] order = order(3);
        assertThat(IntStream.range(1, 1000)
                        .filter(i -> Math.abs(order[i] - order[i - 1]) <= 16)
                        .count())
                .isLessThan(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, (1 << 18) + 1})
    void a_list_has_bounds(int size) {
        assertThatThrownBy(() -> new IndexPermutation(new byte[32], size)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REVOCATION", "SUSPENSION"})
    void a_list_credential_says_whose_it_is_and_holds_its_bits(StatusPurpose purpose) {
        byte[] bits = new byte[StatusLists.SIZE / 8];
        CompressedBits.set(bits, 94_567, true);
        Instant now = Instant.parse("2026-11-25T08:00:00.987Z");
        CredentialDocument composed = StatusListCredential.compose(
                URL,
                "did:web:badges.example",
                new StatusLists.Bits(purpose, bits, 7, now),
                null,
                Duration.ofMinutes(5));
        ObjectNode json = composed.json();
        assertThat(json.path("id").textValue()).isEqualTo(URL);
        assertThat(json.path("issuer").textValue()).isEqualTo("did:web:badges.example");
        assertThat(json.path("validFrom").textValue()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(json.at("/credentialSubject/statusPurpose").textValue()).isEqualTo(purpose.wire());
        assertThat(json.at("/credentialSubject/ttl").longValue()).isEqualTo(300_000);
        assertThat(CompressedBits.decode(
                        json.at("/credentialSubject/encodedList").textValue()))
                .isEqualTo(bits);
        assertThat(AllRules.linter().findings(composed)).isEmpty();
    }

    private static int[] order(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        IndexPermutation permutation = new IndexPermutation(bytes, StatusLists.SIZE);
        return IntStream.range(0, 1000).map(permutation::indexOf).toArray();
    }
}
