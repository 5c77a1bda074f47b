package org.laurel.shared.door;

import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Completes the API document: the errors that operations share, and the scope of each in plain sight. */
public class ApiDocument implements OASFilter {
    private static final String EXAMPLE =
            "{\"type\":\"/problems#invalid\",\"title\":\"The request breaks rules\",\"status\":422,\"detail\":\"…\","
                    + "\"errors\":[{\"pointer\":\"/recipient/email\",\"code\":\"invalid\",\"detail\":\"…\"}]}";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths().getPathItems().values().forEach(ApiDocument::complete);
        again(document.getOpenapi(), document::setOpenapi);
        again(document.getTags(), document::setTags);
        again(document.getPaths(), document::setPaths);
        again(document.getComponents(), document::setComponents);
        again(document.getInfo(), document::setInfo);
    }

    /** Members stand in the order in which they were set, which is else that of whatever was scanned first. */
    private static <T> void again(@Nullable T value, Consumer<@Nullable T> setter) {
        setter.accept(null);
        setter.accept(value);
    }

    private static void complete(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            boolean closed =
                    operation.getSecurity() != null && !operation.getSecurity().isEmpty();
            boolean writes = method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PUT;
            if (closed) {
                scope(operation);
                error(operation, "401", "No token, or one that is not known");
                error(operation, "403", "The token lacks the scope");
            }
            error(operation, "404", "Nothing there, or not for this caller");
            if (closed && writes) {
                error(operation, "400", "The body or a header cannot be read");
                error(
                        operation,
                        "409",
                        "The state does not allow it, or a call with the same Idempotency-Key still runs");
                error(operation, "422", "Rules are broken; every fault is listed");
            }
            if (method == PathItem.HttpMethod.PUT) {
                error(operation, "412", "If-Match is stale");
                error(operation, "428", "If-Match is missing");
            }
            error(operation, "500", "Our fault; the instance names it in the log");
        });
    }

    private static void scope(Operation operation) {
        for (SecurityRequirement requirement : operation.getSecurity()) {
            for (Map.Entry<String, java.util.List<String>> scheme :
                    requirement.getSchemes().entrySet()) {
                String scope = String.join(", ", scheme.getValue());
                operation.addExtension("x-laurel-scope", scope);
                operation.setDescription(operation.getDescription() + " Scope: `" + scope + "`.");
            }
        }
    }

    private static void error(Operation operation, String status, String description) {
        if (operation.getResponses().getAPIResponse(status) != null) {
            return;
        }
        APIResponse response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.MEDIA_TYPE,
                                OASFactory.createMediaType().example(EXAMPLE)));
        operation.getResponses().addAPIResponse(status, response);
    }
}
