/** Gives the evidence that a badge shows to whoever has its address, or says why not. */
@NullMarked
package org.laurel.web.evidence;

import org.jspecify.annotations.NullMarked;
