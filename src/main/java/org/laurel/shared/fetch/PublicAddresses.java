package org.laurel.shared.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others: the special-purpose registries of IANA (RFC 6890), and forms
 * of IPv6 that carry an IPv4 address inside.
 */
final class PublicAddresses {
    private static final List<Block> NOT_PUBLIC = List.of(
            // RFC 6890 and its updates, IPv4
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.31.196.0/24"),
            Block.of("192.52.193.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("192.175.48.0/24"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/4"),
            Block.of("240.0.0.0/4"));

    /** Of IPv6 only global unicast is public, and of that not these. */
    private static final List<Block> NOT_PUBLIC_SIX = List.of(
            Block.of("2001::/23"), // Teredo, ORCHID, benchmarking and other protocol assignments
            Block.of("2001:db8::/32"),
            Block.of("2002::/16"), // 6to4 carries an IPv4 address
            Block.of("2620:4f:8000::/48"),
            Block.of("3fff::/20"));

    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private PublicAddresses() {}

    /**
     * Whether the address is one of the public internet. NAT64 ({@code 64:ff9b::/96}), IPv4-mapped, unique local,
     * link-local and multicast IPv6 addresses lie outside global unicast and are not.
     */
    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
        }
        return GLOBAL_UNICAST.holds(bytes) && NOT_PUBLIC_SIX.stream().noneMatch(block -> block.holds(bytes));
    }

    private record Block(List<Byte> prefix, int bits) {

        static Block of(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] bytes = InetAddress.getByName(text.substring(0, slash)).getAddress();
                Byte[] boxed = new Byte[bytes.length];
                Arrays.setAll(boxed, i -> bytes[i]);
                return new Block(List.of(boxed), Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.size()) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((address[bit / 8] ^ prefix.get(bit / 8)) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
