/** Turns bytes into text and back: base64url, multibase, hexadecimal, compressed bit strings. */
@NullMarked
package org.laurel.shared.encoding;

import org.jspecify.annotations.NullMarked;
