package org.laurel.securing.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.List;

/** The arithmetic of P-256 and P-384 that JCA does not offer: compressed points (SEC 1 §2.3) and whether a point is on the curve. */
enum NistCurve {
    P256(KeyType.P256, "P-256", 32),
    P384(KeyType.P384, "P-384", 48);

    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final KeyType keyType;
    private final String joseName;
    private final int coordinateLength;

    @SuppressWarnings("ImmutableEnumChecker") // the specification of a curve never changes
    private final ECParameterSpec parameters;

    NistCurve(KeyType keyType, String joseName, int coordinateLength) {
        this.keyType = keyType;
        this.joseName = joseName;
        this.coordinateLength = coordinateLength;
        this.parameters = parametersOf(keyType.curveName());
    }

    static NistCurve ofJoseName(String name) {
        return Arrays.stream(values())
                .filter(c -> c.joseName.equals(name))
                .findFirst()
                .orElseThrow(() -> new UnsupportedKeyException(
                        "curve \"" + shortened(name) + "\" is not supported; P-256, P-384 and Ed25519 are"));
    }

    static NistCurve of(ECPublicKey key) {
        return Arrays.stream(values())
                .filter(c -> c.parameters.getOrder().equals(key.getParams().getOrder()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("only the curves P-256 and P-384 are supported"));
    }

    static NistCurve of(KeyType type) {
        return List.of(values()).stream()
                .filter(c -> c.keyType == type)
                .findFirst()
                .orElseThrow();
    }

    KeyType keyType() {
        return keyType;
    }

    String joseName() {
        return joseName;
    }

    ECParameterSpec parameters() {
        return parameters;
    }

    /** The group's order, above which neither half of a signature may lie. */
    BigInteger order() {
        return parameters.getOrder();
    }

    int coordinateLength() {
        return coordinateLength;
    }

    /** The point of two coordinates of full length (RFC 7518 §6.2.1.2); throws when it is not on the curve. */
    ECPoint point(byte[] x, byte[] y) {
        if (x.length != coordinateLength || y.length != coordinateLength) {
            throw new IllegalArgumentException("a coordinate of " + joseName + " has " + coordinateLength + " bytes");
        }
        return checked(new ECPoint(new BigInteger(1, x), new BigInteger(1, y)));
    }

    /** The point of a compressed encoding, {@code 02} or {@code 03} and x. */
    ECPoint decompress(byte[] bytes) {
        if (bytes.length != coordinateLength + 1 || (bytes[0] != 2 && bytes[0] != 3)) {
            throw new IllegalArgumentException(
                    "expected a compressed point of " + joseName + ", " + (coordinateLength + 1) + " bytes");
        }
        BigInteger x = new BigInteger(1, bytes, 1, coordinateLength);
        // both primes are 3 modulo 4, so a square root is one power
        BigInteger root = rightSide(x).modPow(prime().add(BigInteger.ONE).shiftRight(2), prime());
        boolean odd = bytes[0] == 3;
        return checked(new ECPoint(x, root.testBit(0) == odd ? root : prime().subtract(root)));
    }

    byte[] compress(ECPoint point) {
        byte[] bytes = new byte[coordinateLength + 1];
        bytes[0] = (byte) (point.getAffineY().testBit(0) ? 3 : 2);
        System.arraycopy(coordinate(point.getAffineX()), 0, bytes, 1, coordinateLength);
        return bytes;
    }

    /** A coordinate in its full length. */
    byte[] coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] bytes = new byte[coordinateLength];
        int length = Math.min(signed.length, coordinateLength);
        System.arraycopy(signed, signed.length - length, bytes, coordinateLength - length, length);
        return bytes;
    }

    ECPoint checked(ECPoint point) {
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        boolean inField = x.signum() >= 0 && x.compareTo(prime()) < 0 && y.signum() >= 0 && y.compareTo(prime()) < 0;
        if (!inField || !y.multiply(y).mod(prime()).equals(rightSide(x))) {
            throw new IllegalArgumentException("the point is not on " + joseName);
        }
        return point;
    }

    private BigInteger rightSide(BigInteger x) {
        BigInteger b = parameters.getCurve().getB();
        return x.multiply(x).subtract(THREE).multiply(x).add(b).mod(prime());
    }

    private BigInteger prime() {
        return ((ECFieldFp) parameters.getCurve().getField()).getP();
    }

    private static ECParameterSpec parametersOf(String curveName) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(curveName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not know " + curveName, e);
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(40, text.length()));
    }
}
