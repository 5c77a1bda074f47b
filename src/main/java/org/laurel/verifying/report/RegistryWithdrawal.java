package org.laurel.verifying.report;

import java.time.Instant;

/**
 * That a registry named the issuer once, and took that back.
 *
 * @param registry the registry's URL
 * @param at since when it no longer does
 */
public record RegistryWithdrawal(String registry, Instant at) {}
