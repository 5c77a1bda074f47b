/** Finds published micro-credentials: full text, ranked, tolerant of typing errors, with facets. */
@NullMarked
package org.laurel.finding.catalogue;

import org.jspecify.annotations.NullMarked;
