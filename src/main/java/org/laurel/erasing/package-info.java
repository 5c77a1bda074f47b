/** Keeps erasures apart from the database, so that a restored backup does not bring back whom it was told to forget. */
@NullMarked
package org.laurel.erasing;

import org.jspecify.annotations.NullMarked;
