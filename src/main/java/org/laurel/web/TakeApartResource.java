package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.InputForms;
import org.laurel.verifying.ReadInput;
import org.laurel.verifying.report.Wording;

/** Takes a picture, a certificate or a token apart and shows what is inside, judged or not: for the curious, and for support. */
@Path("/take-apart")
@Produces(MediaType.TEXT_HTML)
class TakeApartResource {
    private final Workers workers;
    private final Template template;

    TakeApartResource(Workers workers, @Location("web/take-apart.html") Template template) {
        this.workers = workers;
        this.template = template;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(@HeaderParam("Accept-Language") @Nullable String language) {
        return page(Found.NOTHING, "", Wording.of(language));
    }

    /** Takes a file apart, or else what was pasted. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(hidden = true)
    public Uni<Response> post(
            @RestForm @Nullable String badge,
            @RestForm @Nullable FileUpload file,
            @HeaderParam("Accept-Language") @Nullable String language) {
        Wording words = Wording.of(language);
        String pasted = badge == null ? "" : badge.strip();
        boolean uploaded = file != null && file.size() > 0;
        if (!uploaded && pasted.isEmpty()) {
            return page(new Found(null, words.text("apart.nothing")), "", words);
        }
        return workers.compute(() -> found(uploaded ? file : null, pasted, words))
                .chain(found -> page(found, pasted, words));
    }

    private static Found found(@Nullable FileUpload file, String pasted, Wording words) {
        try {
            ReadInput read = InputForms.read(
                    file == null ? pasted.getBytes(StandardCharsets.UTF_8) : InputForms.bytes(file.uploadedFile()));
            if (read instanceof ReadInput.Credential credential) {
                return new Found(TakenApart.of(credential.input()), "");
            }
            return read instanceof ReadInput.Link link
                    ? new Found(
                            null,
                            words.text("apart.link").replace("{0}", link.uri().toString()))
                    : new Found(null, words.text("apart.none") + " " + ((ReadInput.Unreadable) read).detail() + ".");
        } catch (ProblemException refusal) {
            return new Found(null, VerifyPageResource.refusal(refusal, words));
        }
    }

    private Uni<Response> page(Found found, String text, Wording words) {
        return Html.page(
                template.data("found", found.apart())
                        .data("message", found.message())
                        .data("text", text)
                        .data("wording", words)
                        .data("apart", words.texts("apart.")),
                words);
    }

    private record Found(@Nullable TakenApart apart, String message) {
        static final Found NOTHING = new Found(null, "");
    }
}
