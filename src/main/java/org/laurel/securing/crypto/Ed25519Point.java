package org.laurel.securing.crypto;

import java.math.BigInteger;
import java.util.List;

/**
 * Whether 32 bytes are a usable Ed25519 public key (RFC 8032 §5.1.3): a canonical encoding of a point on the curve that is
 * not of small order, because with a point of small order one signature fits many messages.
 */
final class Ed25519Point {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger ORDER_EIGHT =
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);
    /** The y coordinates of the eight points whose order divides 8. */
    private static final List<BigInteger> SMALL_ORDER =
            List.of(BigInteger.ZERO, BigInteger.ONE, P.subtract(BigInteger.ONE), ORDER_EIGHT, P.subtract(ORDER_EIGHT));

    private Ed25519Point() {}

    static void check(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + bytes.length);
        }
        BigInteger y = y(bytes);
        if (y.compareTo(P) >= 0 || !hasX(y)) {
            throw new IllegalArgumentException("the bytes are no point of Ed25519");
        }
        if (SMALL_ORDER.contains(y)) {
            throw new IllegalArgumentException("the Ed25519 point has a small order");
        }
    }

    private static BigInteger y(byte[] littleEndian) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < 32; i++) {
            bytes[i] = littleEndian[31 - i];
        }
        return new BigInteger(1, bytes).clearBit(255);
    }

    /** Euler's criterion on x² = (y² − 1) / (d·y² + 1). */
    private static boolean hasX(BigInteger y) {
        BigInteger ySquare = y.multiply(y).mod(P);
        BigInteger xSquare = ySquare.subtract(BigInteger.ONE)
                .multiply(D.multiply(ySquare).add(BigInteger.ONE).modInverse(P))
                .mod(P);
        return xSquare.signum() == 0 || xSquare.modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
    }
}
