/** Chooses the cryptographic provider once, and knows key types, public keys and signature algorithms. */
@NullMarked
package org.laurel.securing.crypto;

import org.jspecify.annotations.NullMarked;
