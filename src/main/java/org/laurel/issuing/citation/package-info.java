/** Judges citations of research: what can be seen in them, and what a register of works says. */
@NullMarked
package org.laurel.issuing.citation;

import org.jspecify.annotations.NullMarked;
