/** Keeps assessors true: trains them on evidence whose levels are known, plants such evidence, and counts how they agree. */
@NullMarked
package org.laurel.issuing.calibration;

import org.jspecify.annotations.NullMarked;
