package org.laurel.access.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.work.Workers;

/**
 * Hashes passwords with Argon2id (RFC 9106) at the least cost that OWASP asks for: 19 MiB, two passes. Who waits for a hash
 * holds that memory, so that few may wait at once.
 */
@ApplicationScoped
public class Passwords {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID, 19);
    private static final int SALT = 16;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final int MOST_WAITING = 16;

    private final Workers workers;
    private final AtomicInteger waiting = new AtomicInteger();

    Passwords(Workers workers) {
        this.workers = workers;
    }

    /** Compared with when there is nobody, so that nobody takes as long as somebody; made by the worker that needs it first. */
    private static final class Nobody {
        private static final String HASH = computed("nobody's password");
    }

    /** The hash, with its parameters and salt in the PHC string format. */
    public Uni<String> hash(String password) {
        return bounded(() -> computed(password));
    }

    /** Whether it is the password of this hash; takes as long when there is none. */
    public Uni<Boolean> matches(String password, @Nullable String hash) {
        return bounded(() -> {
            String known = hash == null ? Nobody.HASH : hash;
            return Password.check(password, known).with(Argon2Function.getInstanceFromHash(known)) && hash != null;
        });
    }

    /** What makes a password too easy to guess. */
    public enum Fault {
        /** Too short, or longer than is taken. */
        LENGTH("expected " + SHORTEST + " to " + LONGEST + " characters"),
        /** The same few characters again and again. */
        MONOTONOUS("expected at least four different characters"),
        /** What an attacker would try first. */
        KNOWN("expected something else than your name or address");

        private final String text;

        Fault(String text) {
            this.text = text;
        }
    }

    /**
     * What is wrong with a password, if anything. Length is what counts (NIST SP 800-63B §3.1.1.2): no rule asks for kinds of
     * characters.
     *
     * @param known what an attacker would try first: name, addresses
     */
    public static Optional<Fault> fault(String password, List<String> known) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            return Optional.of(Fault.LENGTH);
        }
        if (password.chars().distinct().count() < 4) {
            return Optional.of(Fault.MONOTONOUS);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        return known.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(plain))
                ? Optional.of(Fault.KNOWN)
                : Optional.empty();
    }

    /**
     * Refuses a password that is too easy to guess; a 422 problem.
     *
     * @param pointer where it stands in the request
     * @param known what an attacker would try first: name, addresses
     */
    public static void require(String password, String pointer, List<String> known) {
        fault(password, known).ifPresent(fault -> {
            throw ProblemException.of(
                    ProblemType.INVALID, List.of(new Violation(pointer, "weak", "The password: " + fault.text + ".")));
        });
    }

    /** What an attacker would try first. */
    public static List<String> known(Account account) {
        List<String> known = new ArrayList<>(account.addresses());
        known.add(account.name());
        return known;
    }

    private <T> Uni<T> bounded(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                throw ProblemException.tooMany(
                        "Too many people are signing in at once; try again in a moment.", Duration.ofSeconds(2));
            }
            return workers.compute(work).eventually(() -> {
                waiting.decrementAndGet();
            });
        });
    }

    private static String computed(String password) {
        return Password.hash(password).addRandomSalt(SALT).with(ARGON2).getResult();
    }
}
