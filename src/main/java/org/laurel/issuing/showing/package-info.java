/** Makes evidence part of a badge as far as its educator agreed, and gives its bytes for as long as the holder leaves it open. */
@NullMarked
package org.laurel.issuing.showing;

import org.jspecify.annotations.NullMarked;
