/** Reads SD-JWTs: which claims a holder shows, and whether the holder shows them (RFC 9901). */
@NullMarked
package org.laurel.securing.sdjwt;

import org.jspecify.annotations.NullMarked;
