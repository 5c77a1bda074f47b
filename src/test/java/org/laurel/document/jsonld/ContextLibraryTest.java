package org.laurel.document.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import jakarta.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContextLibraryTest {

    @Test
    void does_not_know_other_urls_even_nearly_the_same() {
        assertThatThrownBy(() -> new ContextLibrary().json("https://www.w3.org/ns/credentials/v2/"))
                .isInstanceOf(UnknownContextException.class)
                .hasMessageContaining("https://www.w3.org/ns/credentials/v2/");
    }

    @TestFactory
    Stream<DynamicTest> every_term_of_every_context_is_an_absolute_iri() {
        ContextLibrary library = new ContextLibrary();
        JsonLdOptions options = new JsonLdOptions(library.loader());
        return library.urls().stream()
                .map(url -> DynamicTest.dynamicTest(url, () -> {
                    ActiveContext context = new ActiveContext(ProcessingRuntime.of(options))
                            .newContext()
                            .create(Json.createValue(url), null);
                    context.getTermsMapping().forEach((term, definition) -> {
                        if (definition.getUriMapping() != null) {
                            assertThat(definition.getUriMapping()).as(term).matches("@(id|type)|[a-z]+:.*");
                        }
                    });
                }));
    }
}
