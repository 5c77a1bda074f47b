/** Awards many in one go from a file: received, stored, judged, awarded in chunks, and accounted for row by row. */
@NullMarked
package org.laurel.issuing.batch;

import org.jspecify.annotations.NullMarked;
