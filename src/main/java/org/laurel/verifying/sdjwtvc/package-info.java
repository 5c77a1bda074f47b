/** Judges SD-JWT VCs of the IETF, which are no Open Badges, by their own rules. */
@NullMarked
package org.laurel.verifying.sdjwtvc;

import org.jspecify.annotations.NullMarked;
