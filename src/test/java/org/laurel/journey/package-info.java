/** Journeys through the doors of the packaged service, as a user takes them. */
@NullMarked
package org.laurel.journey;

import org.jspecify.annotations.NullMarked;
