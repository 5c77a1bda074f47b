package org.laurel.shared.door;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parts of which routes are described that the API document does not see by itself, since they are no JAX-RS. */
public final class StreamedOperations {

    private StreamedOperations() {}

    /** An operation for who has the scope. */
    public static Operation operation(String id, String tag, String scheme, String scope) {
        return OASFactory.createOperation()
                .operationId(id)
                .tags(List.of(tag))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(scheme, List.of(scope)));
    }

    /** A text in the query. */
    public static Parameter query(String name, String description, String example) {
        return text(name, Parameter.In.QUERY).description(description).example(example);
    }

    /** A part of the path. */
    public static Parameter path(String name) {
        return text(name, Parameter.In.PATH).required(true);
    }

    /** A text elsewhere. */
    public static Parameter text(String name, Parameter.In in) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)));
    }

    /** A body with an example. */
    public static Content content(String mediaType, String example) {
        return OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().example(example));
    }
}
