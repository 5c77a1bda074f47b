/** Allots, flips, publishes and reads status lists. */
@NullMarked
package org.laurel.securing.status;

import org.jspecify.annotations.NullMarked;
