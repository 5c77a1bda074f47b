package org.laurel.shared.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a host; may block. */
@FunctionalInterface
interface HostAddresses {

    /** At least one address. */
    List<InetAddress> of(String host) throws UnknownHostException;

    /** The system's own look-up. */
    static HostAddresses ofSystem() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
