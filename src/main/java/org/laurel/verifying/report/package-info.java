/** Is the verification report: what was judged, how, and the sentence that sums it up. */
@NullMarked
package org.laurel.verifying.report;

import org.jspecify.annotations.NullMarked;
