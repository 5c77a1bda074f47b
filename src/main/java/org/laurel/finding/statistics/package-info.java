/** Counts what there is, in all and by semester, from the data itself. */
@NullMarked
package org.laurel.finding.statistics;

import org.jspecify.annotations.NullMarked;
