/** Feeds every parser with bytes that nobody meant for it; what was found before is kept as a corpus and tried each time. */
@NullMarked
package org.laurel.fuzz;

import org.jspecify.annotations.NullMarked;
