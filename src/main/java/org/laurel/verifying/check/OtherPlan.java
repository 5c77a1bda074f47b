package org.laurel.verifying.check;

import java.util.List;

/** The checks of a family of credentials that are no Verifiable Credentials of W3C. Found through CDI. */
public interface OtherPlan {

    /** Whether these bytes are of the family; computes, and belongs on a worker. */
    boolean reads(byte[] bytes);

    /** The checks, in the order in which they are asked. */
    List<VerificationCheck> checks();
}
