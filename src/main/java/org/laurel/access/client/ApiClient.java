package org.laurel.access.client;

import java.time.Instant;
import java.util.List;
import org.laurel.access.role.Scope;

/**
 * A program that calls for an issuer.
 *
 * @param id its public id
 * @param name what people call it
 * @param scopes what it may do
 * @param createdAt when it was made
 */
public record ApiClient(String id, String name, List<Scope> scopes, Instant createdAt) {}
