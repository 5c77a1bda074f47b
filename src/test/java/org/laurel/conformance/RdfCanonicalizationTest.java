package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.apicatalog.rdf.nquads.NQuadsReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.QuadCanonicalizer;
import org.laurel.fixture.SharedData;
import org.laurel.shared.encoding.Hex;

/** The W3C tests of RDFC-1.0. */
class RdfCanonicalizationTest {
    private static final String FOLDER = "vectors/rdf-canon/rdfc10/";

    @TestFactory
    Stream<DynamicTest> gives_the_canonical_form() {
        return SharedData.names(FOLDER).stream()
                .filter(name -> name.endsWith("-rdfc10.nq"))
                .map(name -> name.substring(0, name.indexOf('-')))
                .map(test -> DynamicTest.dynamicTest(test, () -> {
                    HashAlgorithm hash = test.equals("test075") ? HashAlgorithm.SHA_384 : HashAlgorithm.SHA_256;
                    assertThat(Hex.encode(canonical(test, hash)))
                            .isEqualTo(Hex.encode(SharedData.bytes(FOLDER + test + "-rdfc10.nq")));
                }));
    }

    @Test
    void refuses_the_poison_graph_instead_of_running_for_ever() {
        SharedData.path(FOLDER + "test074-in.nq"); // steps aside where the data are not there
        assertTimeout(
                Duration.ofSeconds(60), () -> assertThatThrownBy(() -> canonical("test074", HashAlgorithm.SHA_256))
                        .isInstanceOf(CanonicalizationException.class)
                        .extracting(e -> ((CanonicalizationException) e).kind())
                        .isEqualTo(CanonicalizationException.Kind.LIMIT));
    }

    private static byte[] canonical(String test, HashAlgorithm hash) throws Exception {
        QuadCanonicalizer quads = new QuadCanonicalizer(hash);
        new NQuadsReader(new StringReader(SharedData.text(FOLDER + test + "-in.nq"))).provide(quads.consumer());
        return quads.canonical();
    }
}
