package org.laurel.issuing.signing;

import org.laurel.shared.sealing.PersonKey;

/**
 * A credential on its way to the signers.
 *
 * @param number its row number
 * @param publicId its public id, the last segment of its {@code id}
 * @param unsigned what is to be signed
 * @param about under whose key it will be stored
 */
public record Draft(long number, String publicId, Unsigned unsigned, PersonKey about) {}
