/** What a holder does with a badge: shows or hides its page, shares it for a while, puts a name to it, asks for its erasure. */
@NullMarked
package org.laurel.holding;

import org.jspecify.annotations.NullMarked;
