package org.laurel.shared.sealing;

/**
 * Somebody whose data a tenant keeps.
 *
 * @param issuerNo the tenant
 * @param number the person's row number there
 */
public record Person(int issuerNo, long number) {}
