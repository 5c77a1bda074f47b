/** Keeps what may not be erased for now, with who said so, when and why. */
@NullMarked
package org.laurel.issuing.hold;

import org.jspecify.annotations.NullMarked;
