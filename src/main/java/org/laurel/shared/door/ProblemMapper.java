package org.laurel.shared.door;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Gives every failure, the framework's own refusals too, one shape. */
class ProblemMapper {
    private static final String FORM_READERS = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    public Response problem(ProblemException problem) {
        return Responses.of(Problems.answer(problem));
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException e) {
        return refusal(ProblemType.NOT_FOUND, "There is nothing at this address.");
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException e) {
        Response response = refusal(ProblemType.METHOD_NOT_ALLOWED, "This address does not take that method.");
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    @ServerExceptionMapper
    public Response notSupported(NotSupportedException e) {
        return refusal(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The Content-Type is not one that is taken here.");
    }

    @ServerExceptionMapper
    public Response notAcceptable(NotAcceptableException e) {
        return refusal(ProblemType.NOT_ACCEPTABLE, "Nothing that the Accept header allows can be given here.");
    }

    @ServerExceptionMapper
    public Response other(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        for (ProblemType type : ProblemType.values()) {
            if (type.status() == status) {
                return refusal(type, type.title() + ".");
            }
        }
        return status < 500 ? refusal(ProblemType.MALFORMED, "The request cannot be read.") : broken(e);
    }

    @ServerExceptionMapper
    public Response broken(Exception e) {
        if (isOfTheForm(e)) {
            return refusal(
                    ProblemType.MALFORMED,
                    "The form cannot be read: it is cut off, or its parts are not as RFC 7578 has them.");
        }
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(e, "A promise was broken: %s", instance);
        return Responses.of(Problems.answer(
                ProblemType.INTERNAL, "It has been noted under the id given as instance.", instance, List.of()));
    }

    /** The framework says of a form that it cannot read only by where it throws. */
    private static boolean isOfTheForm(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(FORM_READERS)
                || e.getCause() != null && isOfTheForm(e.getCause());
    }

    private static Response refusal(ProblemType type, String detail) {
        return Responses.of(Problems.answer(type, detail, null, List.of()));
    }
}
