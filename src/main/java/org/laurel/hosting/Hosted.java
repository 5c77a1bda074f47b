package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Turns public documents into HTTP responses, with tags, age and 304. */
public final class Hosted {

    private Hosted() {}

    /**
     * The response.
     *
     * @param found the document; a 404 problem when empty
     * @param mediaType what it is answered as
     * @param ifNoneMatch the tags that the caller has already
     */
    public static Response response(Optional<PublicDocument> found, String mediaType, @Nullable String ifNoneMatch) {
        PublicDocument document = found.orElseThrow(
                () -> ProblemException.of(ProblemType.NOT_FOUND, "There is nothing public at this address."));
        boolean fresh = EntityTags.matches(ifNoneMatch, document.tag());
        Response.ResponseBuilder response = fresh
                ? Response.notModified()
                : Response.ok(document.body()).header(HttpHeaders.CONTENT_TYPE, mediaType);
        if (mediaType.equals("image/svg+xml")) {
            response.header("Content-Security-Policy", "default-src 'none'; sandbox"); // when opened by itself
        }
        return response.header(HttpHeaders.ETAG, document.tag())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + document.maxAge().toSeconds())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The problem for a caller who wants a badge in a form in which its issuer did not sign it. */
    static ProblemException otherFormOnly(Representation form) {
        Representation other = form == Representation.JWT ? Representation.JSON : Representation.JWT;
        return ProblemException.of(
                ProblemType.NOT_ACCEPTABLE,
                "Its issuer signed this badge as " + other + " only: add ." + other.suffix()
                        + " to its address, or accept " + other.mediaTypes().get(1) + ".");
    }

    /**
     * The best that can be given: the form that was chosen, else, where the header leaves a choice, the best but that.
     *
     * @param name the last part of the address
     * @param accept the header
     * @param offered forms in the order of our preference
     * @param give gives a form, or fails with a 406 problem
     */
    public static <T> Uni<T> best(
            Suffixed name,
            @Nullable String accept,
            List<Representation> offered,
            Function<Negotiation.Choice, Uni<T>> give) {
        Negotiation.Choice first = name.choose(accept, offered).orElseThrow(Hosted::notAcceptable);
        return give.apply(first).onFailure(Hosted::isNotAcceptable).recoverWithUni(failure -> {
            List<Representation> others =
                    offered.stream().filter(form -> form != first.form()).toList();
            Optional<Negotiation.Choice> second =
                    name.form().isPresent() ? Optional.empty() : Negotiation.choose(accept, others);
            return second.map(give).orElse(Uni.createFrom().failure(failure));
        });
    }

    /** Whether what was asked for cannot be given in this form. */
    public static boolean isNotAcceptable(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.NOT_ACCEPTABLE;
    }

    /** The problem for a caller who accepts nothing that is offered. */
    public static ProblemException notAcceptable() {
        return ProblemException.of(
                ProblemType.NOT_ACCEPTABLE,
                "Offered are application/json, application/ld+json, application/vc, as JWT text/plain,"
                        + " application/vc+jwt, application/jwt, and of a badge text/html, image/png, image/svg+xml, application/pdf.");
    }
}
