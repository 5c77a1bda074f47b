/** Judges assertions of Open Badges 2.0, hosted and signed, by their own rules. */
@NullMarked
package org.laurel.verifying.openbadges2;

import org.jspecify.annotations.NullMarked;
