package org.laurel.access.caller;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scope;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * Who calls, and what they may do where.
 *
 * @param name how logs and the audit call them: {@code administrator}, or the public id of a client or an account
 * @param account the number of the account of a person; empty for programs
 * @param everywhere scopes that they have at every organisation
 * @param at scopes that they have at one, by its number; an organisation that is not in it does not exist for them
 * @param asked the scope that the operation at hand needs; null before it is known
 */
public record Caller(
        String name,
        OptionalLong account,
        Set<Scope> everywhere,
        Map<Integer, Set<Scope>> at,
        @Nullable Scope asked) {
    /** The holder of the admin token: every scope of the programme, everywhere. */
    public static final Caller ADMINISTRATOR =
            new Caller("administrator", OptionalLong.empty(), Scope.ofAdministrators(), Map.of(), null);

    /** Copies the scopes. */
    public Caller {
        everywhere = Set.copyOf(everywhere);
        Map<Integer, Set<Scope>> copy = new HashMap<>();
        at.forEach((organisation, scopes) -> copy.put(organisation, Set.copyOf(scopes)));
        at = Map.copyOf(copy);
    }

    /** A program of an issuer. */
    public static Caller client(String name, int issuerNo, Set<Scope> scopes) {
        return new Caller(name, OptionalLong.empty(), Set.of(), Map.of(issuerNo, scopes), null);
    }

    /** The same for an operation that needs this scope; a 403 problem when they have it nowhere. */
    public Caller asking(Scope scope) {
        if (!everywhere.contains(scope) && at.values().stream().noneMatch(scopes -> scopes.contains(scope))) {
            throw lacking(scope);
        }
        return new Caller(name, account, everywhere, at, scope);
    }

    /**
     * Whether resources of this issuer exist for them; a 403 problem when they do, but the scope that the operation needs is
     * one that they have elsewhere only.
     */
    public boolean reaches(int issuer) {
        Scope needed = needed();
        if (!everywhere.contains(needed) && !at.containsKey(issuer)) {
            return false;
        }
        if (!may(needed, issuer)) {
            throw lacking(needed);
        }
        return true;
    }

    /** Whether they have this scope at this issuer. */
    public boolean may(Scope scope, int issuer) {
        return everywhere.contains(scope) || at.getOrDefault(issuer, Set.of()).contains(scope);
    }

    /** The issuers that a list may show; empty when it may show all. */
    public Optional<Set<Integer>> issuers() {
        Scope needed = needed();
        if (everywhere.contains(needed)) {
            return Optional.empty();
        }
        return Optional.of(at.entrySet().stream()
                .filter(entry -> entry.getValue().contains(needed))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    /** Nothing is reached before it is known what for. */
    private Scope needed() {
        return Objects.requireNonNull(asked, "no operation asks");
    }

    private static ProblemException lacking(Scope scope) {
        return ProblemException.of(ProblemType.FORBIDDEN, "The token lacks the scope " + scope + ".");
    }
}
