/** Reads status list credentials and entries, and judges their content. */
@NullMarked
package org.laurel.securing.status.reading;

import org.jspecify.annotations.NullMarked;
