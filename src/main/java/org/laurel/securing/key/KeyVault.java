package org.laurel.securing.key;

import java.security.KeyPair;
import org.laurel.securing.crypto.SignatureAlgorithm;

/** Makes private keys and lets them sign; a key never leaves it in the clear. Files and wrapped rows today, an HSM tomorrow. */
public interface KeyVault {

    /** A fresh data key for an issuer, wrapped; it wraps that issuer's private keys. */
    byte[] newDataKey(String issuerDid);

    /** Makes a key pair. */
    WrappedKey generate(String issuerDid, byte[] wrappedDataKey, long keyNumber, SignatureAlgorithm algorithm);

    /** Takes in a key pair that was made elsewhere: throw-away keys of the demo and of tests. */
    WrappedKey adopt(String issuerDid, byte[] wrappedDataKey, long keyNumber, KeyPair pair);

    /** Lets a wrapped key sign. */
    SigningKey open(IssuerKey key, byte[] wrappedDataKey, byte[] wrappedPrivate);
}
