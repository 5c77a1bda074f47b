package org.laurel.shared.store;

import java.io.Serializable;

/**
 * The key of a row of a large table: it begins with the issuer, so that tables can be divided by issuer.
 *
 * @param issuerNo the issuer's number
 * @param id the row's number
 */
public record RowKey(int issuerNo, long id) implements Serializable {}
