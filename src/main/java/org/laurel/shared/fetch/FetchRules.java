package org.laurel.shared.fetch;

import static org.laurel.shared.fetch.FetchException.Reason.REFUSED;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the guarded door goes: https to named hosts with public addresses, on port 443 or one from 1024 up. Ports below
 * belong to services that are no web servers. Trusted origins are free of all this.
 */
final class FetchRules {
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9-]{1,63}\\.)*+[a-z][a-z0-9-]{0,62}\\.?");
    private static final int LONGEST = 4096;

    private final Predicate<Origin> trusted;

    /**
     * With the origins that are free.
     *
     * @param allow as in the setting
     * @param base our own base URL; its origin is free while it is plain http on loopback
     */
    FetchRules(List<String> allow, URI base) {
        Origin own = Origin.of(base);
        Set<Origin> allowed = Stream.concat(
                        allow.stream().map(Origin::parse),
                        Stream.ofNullable(own).filter(Origin::isPlainLoopback))
                .collect(Collectors.toUnmodifiableSet());
        this.trusted = allowed::contains;
    }

    private FetchRules(Predicate<Origin> trusted) {
        this.trusted = trusted;
    }

    /**
     * For hosts that whoever runs the service has named: https wherever they are, in a network of their own too, and plain
     * http on this machine while we are at home there ourselves.
     *
     * @param base our own base URL
     */
    static FetchRules ofTheOperator(URI base) {
        Origin own = Origin.of(base);
        boolean atHome = own != null && own.isPlainLoopback();
        return new FetchRules(origin -> origin.scheme().equals("https") || atHome && origin.isPlainLoopback());
    }

    /** The origin to go to; throws when the door does not go there. */
    Origin check(URI uri) throws FetchException {
        Origin origin = Origin.of(uri);
        if (origin == null || uri.getRawUserInfo() != null || uri.toString().length() > LONGEST) {
            throw new FetchException(REFUSED, "only https URLs with a host and without credentials are fetched");
        }
        if (trusted.test(origin)) {
            return origin;
        }
        if (!origin.scheme().equals("https")) {
            throw new FetchException(REFUSED, origin.host() + " was not asked: only https URLs are fetched");
        }
        if (!NAME.matcher(origin.host()).matches()) {
            throw new FetchException(REFUSED, origin.host() + " was not asked: only named hosts are");
        }
        if (origin.port() != 443 && origin.port() < 1024) {
            throw new FetchException(REFUSED, origin.host() + " was not asked: port " + origin.port() + " is not");
        }
        return origin;
    }

    /** The address to connect to; throws when the host has addresses that are not public. */
    InetAddress choose(Origin origin, List<InetAddress> addresses) throws FetchException {
        if (!trusted.test(origin) && !addresses.stream().allMatch(PublicAddresses::contains)) {
            throw new FetchException(REFUSED, origin.host() + " was not asked: it has no public address");
        }
        return addresses.get(0);
    }
}
